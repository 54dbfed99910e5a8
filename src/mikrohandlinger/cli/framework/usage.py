"""Wrong usage, told in the user's language; Typer's own messages are English only."""

from __future__ import annotations

from mikrohandlinger.cli.framework.typer_private import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
    name_of,
    takes_value,
    words_of,
)
from mikrohandlinger.cli.terminal.echo import warn
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from mikrohandlinger.cli.framework.typer_private import Context

__all__ = ["UnknownCommand", "UnwantedWords", "UsageError", "explain"]


#: How alike two options are of which one was meant with the other.
_ALIKE: Final = 0.6
#: What people call an option, where that is the name of none.
_MEANT: Final = {
    "--version": "v",
    "--at": "hvornår hvornaar dag dato tid kl when date time day",
    "--reach": "hvem med who with",
    "--went": "gik hvordan how",
    "--used": "brugt brugte",
    "--told": "fortalt sagt svaret said",
    "--delete": "slet fjern remove",
    "--list": "liste vis show",
    "--open": "åben aaben",
    "--answer": "svar",
    "--reflect": "refleksion tilbageblik reflektion reflection review",
    "--another": "anden ny other new",
    "--search": "søg soeg find",
    "--from": "fra since",
    "--to": "til until",
    "--year": "år aar",
    "--all": "alt alle",
    "--share": "del",
    "--origin": "bestemmer oprindelse",
    "--due": "by frist senest deadline before",
    "--people": "personer antal",
    "--protects": "beskytter sikrer",
    "--rule": "regel",
    "--frame": "ramme",
    "--part": "del",
}


class Slip(UsageError):
    """Wrong usage that is ours to find, and to put into words."""

    def sentence(self) -> str:
        """What is wrong, in the language of the screens."""
        return self.message


class UnknownCommand(Slip):
    """A first word that is no command.

    Attributes:
        word: What was typed.
        nearest: Commands that look like it.
    """

    def __init__(self, word: str, nearest: list[str], ctx: Context) -> None:
        super().__init__(word, ctx)
        self.word = word
        self.nearest = nearest

    def sentence(self) -> str:
        """There is no such command, and which look like it."""
        return _("There is no command “{word}”.").format(word=self.word) + _did_you_mean(self.nearest)


class UnwantedWords(Slip):
    """Words that no argument of the command takes.

    Attributes:
        words: What was typed.
    """

    def __init__(self, words: list[str], ctx: Context) -> None:
        super().__init__(" ".join(words), ctx)
        self.words = words

    def sentence(self) -> str:
        """Which words they are."""
        return _("The command does not take these words: {words}").format(words=" ".join(self.words))


def explain(error: UsageError, *, as_json: bool = False) -> None:
    """Write what is wrong and where help is to be found to standard error."""
    sentence = one_line(_sentence(error))
    if as_json:
        import json

        warn(json.dumps(envelope.refusal("wrong-usage", sentence)))
        return
    path = error.ctx.command_path if error.ctx is not None else "mikro"
    warn(f"mikro: {sentence}")
    warn(_("“{command} --help” shows what is possible.").format(command=path))


def _sentence(error: UsageError) -> str:
    match error:
        case Slip():
            return error.sentence()
        case NoSuchOption():
            return _no_option(error)
        case BadOptionUsage():
            return _wrong_option(error)
        case MissingParameter():
            return _missing(error)
        case BadParameter():
            return _bad_value(error)
    return error.message


def _missing(error: MissingParameter) -> str:
    choices = words_of(error.param) if error.param is not None else ()
    if not choices:
        return _("{name} is missing.").format(name=_name(error))
    return _("{name} is missing. Choose from: {choices}.").format(
        name=_name(error), choices=", ".join(choices)
    )


def _no_option(error: NoSuchOption) -> str:
    sentence = _("There is no option “{option}”.").format(option=error.option_name)
    if near := _near_options(error):
        return sentence + _did_you_mean(near)
    if error.option_name.startswith("--"):
        return sentence
    return sentence + " " + _("Put “--” before a text that begins with a hyphen.")


def _near_options(error: NoSuchOption) -> list[str]:
    """The options that are meant: by what the word means, else by how it is spelt, the hyphens left out."""
    from difflib import SequenceMatcher

    typed = error.option_name.lstrip("-").casefold()
    # The program's own stands before every command.
    has = {"--version"} | {
        option for each in (error.ctx.command.params if error.ctx else ()) for option in each.opts
    }
    meant = [name for name, others in _MEANT.items() if typed in others.split() and name in has]
    return meant or [
        name
        for name in error.possibilities or ()
        if SequenceMatcher(None, typed, name.lstrip("-")).ratio() >= _ALIKE
    ]


def _wrong_option(error: BadOptionUsage) -> str:
    """It takes no value and got one, or the other way round."""
    sentence = (
        _("The option {option} needs a value after it.")
        if takes_value(error.ctx, error.option_name)
        else _("The option {option} takes no value.")
    )
    return sentence.format(option=error.option_name)


def _bad_value(error: BadParameter) -> str:
    choices = words_of(error.param) if error.param is not None else ()
    if choices:
        return _("{name} must be one of: {choices}.").format(name=_name(error), choices=", ".join(choices))
    return _("{name} does not take that value: {reason}").format(name=_name(error), reason=error.message)


def _did_you_mean(names: Sequence[str]) -> str:
    return " " + _("Did you mean {names}?").format(names=", ".join(names)) if names else ""


def _name(error: BadParameter) -> str:
    return "" if error.param is None else name_of(error.param)
