"""Wrong usage, told in the user's language; Typer's own messages are English only."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from typer import Abort, BadParameter
from typer._click.exceptions import MissingParameter, NoSuchOption, UsageError

from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _

if TYPE_CHECKING:
    from typer._click.core import Parameter

__all__ = ["Abort", "UnknownCommand", "UsageError", "tell"]


class UnknownCommand(UsageError):
    """A first word that is no command.

    Attributes:
        word: What was typed.
        nearest: Commands that look like it.
    """

    def __init__(self, word: str, nearest: list[str]) -> None:
        super().__init__(word)
        self.word = word
        self.nearest = nearest


def tell(error: UsageError) -> None:
    """Write what is wrong and where help is to be found to standard error."""
    path = error.ctx.command_path if error.ctx is not None else "mikro"
    print(f"mikro: {one_line(_sentence(error))}", file=sys.stderr)
    print(_("«{command} --help» shows what is possible.").format(command=path), file=sys.stderr)


def _sentence(error: UsageError) -> str:
    if isinstance(error, UnknownCommand):
        return _unknown_command(error)
    if isinstance(error, NoSuchOption):
        sentence = _("there is no option «{option}».").format(option=error.option_name)
        if error.possibilities:
            sentence += " " + _("Did you mean {names}?").format(names=", ".join(sorted(error.possibilities)))
        return sentence
    if isinstance(error, MissingParameter):
        return _("«{name}» is missing.").format(name=_name(error.param))
    if isinstance(error, BadParameter):
        choices = getattr(getattr(error.param, "type", None), "choices", None)
        if choices:
            return _("«{name}» is one of: {choices}.").format(
                name=_name(error.param), choices=", ".join(str(choice) for choice in choices)
            )
        return _("«{name}» does not take that value: {reason}").format(
            name=_name(error.param), reason=error.message
        )
    return _general(error.message)


def _unknown_command(error: UnknownCommand) -> str:
    sentence = _("there is no command «{word}».").format(word=error.word)
    if error.nearest:
        sentence += " " + _("Did you mean {names}?").format(names=", ".join(error.nearest))
    return sentence


def _general(message: str) -> str:
    """The two remaining messages of the parser, recognised by their English beginning."""
    if message.startswith("Got unexpected extra argument"):
        return _("there are more words than the command takes: {words}").format(
            words=message.partition("(")[2].rstrip(")")
        )
    if "requires an argument" in message:
        return _("the option {option} needs a value after it.").format(option=message.split("'")[1])
    return message


def _name(parameter: Parameter | None) -> str:
    if parameter is None:
        return ""
    return (
        parameter.opts[-1] if parameter.param_type_name == "option" else (parameter.human_readable_name or "")
    )
