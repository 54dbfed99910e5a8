"""Wrong usage, told in the user's language; Typer's own messages are English only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer import BadParameter
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption, UsageError

from mikrohandlinger.cli.terminal.echo import warn
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Parameter

__all__ = ["UnknownCommand", "UsageError", "explain"]


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


def explain(error: UsageError, *, as_json: bool = False) -> None:
    """Write what is wrong and where help is to be found to standard error."""
    sentence = one_line(_sentence(error))
    if as_json:
        import json

        document = {"schema": 1, "error": {"code": "wrong-usage", "message": sentence}}
        warn(json.dumps(document))
        return
    path = error.ctx.command_path if error.ctx is not None else "mikro"
    warn(f"mikro: {sentence}")
    warn(_("“{command} --help” shows what is possible.").format(command=path))


def _sentence(error: UsageError) -> str:
    match error:
        case UnknownCommand():
            sentence = _("There is no command “{word}”.").format(word=error.word)
            return sentence + _did_you_mean(error.nearest)
        case NoSuchOption():
            return _no_option(error)
        case BadOptionUsage():
            return _wrong_option(error)
        case MissingParameter():
            return _("{name} is missing.").format(name=_name(error.param))
        case BadParameter():
            return _bad_value(error)
    return _other(error.message)


def _no_option(error: NoSuchOption) -> str:
    sentence = _("There is no option “{option}”.").format(option=error.option_name)
    if error.possibilities:
        return sentence + _did_you_mean(error.possibilities)
    if error.option_name.startswith("--"):
        return sentence
    return sentence + " " + _("Put “--” before a text that begins with a hyphen.")


def _wrong_option(error: BadOptionUsage) -> str:
    """It takes no value and got one, or the other way round."""
    sentence = (
        _("The option {option} takes no value.")
        if "does not take" in error.message
        else _("The option {option} needs a value after it.")
    )
    return sentence.format(option=error.option_name)


def _other(message: str) -> str:
    words = message.partition("Got unexpected extra argument(s) (")[2]
    if not words:
        return message
    return _("The command does not take these words: {words}").format(words=words[:-1])


def _bad_value(error: BadParameter) -> str:
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    if choices:
        return _("{name} must be one of: {choices}.").format(
            name=_name(error.param), choices=", ".join(str(choice) for choice in choices)
        )
    return _("{name} does not take that value: {reason}").format(
        name=_name(error.param), reason=error.message
    )


def _did_you_mean(names: Sequence[str]) -> str:
    return " " + _("Did you mean {names}?").format(names=", ".join(names)) if names else ""


def _name(parameter: Parameter | None) -> str:
    if parameter is None:
        return ""
    if parameter.param_type_name == "option":
        return max(parameter.opts, key=len)
    return parameter.human_readable_name or ""
