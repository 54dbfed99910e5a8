"""The short way to the commands of every day, without Typer, whose import alone takes longer than they do.

It takes only what is plainly well written. Anything else (help, a slip, an abbreviation, a number, a command that is
not listed) is left to Typer, which reads the same words from the beginning; so nothing is ever refused here. What it
knows of the signatures stands in :mod:`mikrohandlinger.cli.framework.quick_table`, which a script makes from what
Typer reads; a test holds both equal, and another holds this reading equal to Typer's on every line that it takes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mikrohandlinger.cli.framework.context import Handed, at
from mikrohandlinger.cli.framework.quick_table import COMMANDS, DEFAULT
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.cli.framework.quick_table import Kind
    from mikrohandlinger.usecases.context import Context

#: How many words the name of a command can have.
_LONGEST_NAME: Final = 2


class Line(NamedTuple):
    """A command line that was understood.

    Attributes:
        place: Where the command is found.
        values: What it is called with, by parameter.
    """

    place: str
    values: dict[str, Any]


def read(arguments: Sequence[str]) -> Line | None:
    """What Typer would make of ``arguments``; None where it has to say itself."""
    if not arguments or arguments[0].startswith("-"):
        return _read(DEFAULT, arguments)
    for length in range(1, _LONGEST_NAME + 1):
        name = tuple(arguments[:length])
        if name in COMMANDS:
            return _read(name, arguments[length:])
    return None


def run(line: Line, context: Context) -> int | None:
    """Run the command, and give its exit code; None where it gives none, as Typer does."""
    code: int | None = at(line.place)(Handed(context), **line.values)
    return code


def _read(name: tuple[str, ...], words: Sequence[str]) -> Line | None:
    place, argument, defaults, options = COMMANDS[name]
    values, given, left = dict(defaults), list[str](), list(reversed(words))
    while left:
        word = left.pop()
        if word == "--":
            given += reversed(left)
            break
        if not word.startswith("-") or word == "-":
            given.append(word)
        elif not _take_option(word, left, options, values):
            return None
    return Line(place, values) if _take_words(given, argument, values) else None


def _take_option(
    word: str, left: list[str], options: Mapping[str, tuple[str, Kind]], values: dict[str, Any]
) -> bool:
    """Put what an option says into its parameter, and tell whether it is plainly written.

    Args:
        word: The option, with its value where they are one word.
        left: The words after it, the next one last; its value is taken from there.
        options: Those that there are.
        values: By parameter.
    """
    option, equals, value = word.partition("=")
    parameter, kind = options.get(option, ("", False))
    if not parameter or (equals and (isinstance(kind, bool) or not option.startswith("--"))):
        return False
    if isinstance(kind, bool):
        values[parameter] = kind
        return True
    if not equals:
        if not left or (left[-1].startswith("-") and left[-1] != "-"):
            return False
        value = left.pop()
    if kind == "text":
        values[parameter] = value
    elif kind == "texts":
        values[parameter] = [*(values[parameter] or ()), value]
    elif not isinstance(kind, str) and value in kind:
        values[parameter] = kind[value]
    else:
        return False
    return True


def _take_words(given: list[str], argument: tuple[str, bool, bool] | None, values: dict[str, Any]) -> bool:
    """Put the words into their parameter, and tell whether they belong there."""
    if argument is None:
        return not given
    parameter, takes_many, is_needed = argument
    if not given:
        return not is_needed
    values[parameter] = given if takes_many else given[0]
    return takes_many or len(given) == 1
