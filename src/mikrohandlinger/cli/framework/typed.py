"""What was typed, in the English words that the signatures are written in.

It is done once, before either reader of the command line sees it, so that both read the same. What is not known here
is left as it is: whoever takes it says what is wrong with it, in the words of the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mikrohandlinger.cli.framework.quick_table import COMMANDS as QUICK
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

#: With these words alone nothing has to be looked up: nearly every line begins with one.
_PLAIN: Final = frozenset(name[0] for name in QUICK)
#: Whose first word is a command of its own.
_GROUPS: Final = frozenset({"actions", "config", "nudge", "rule", "process"})
_HELP: Final = "--help"


def in_english(arguments: Sequence[str], names_an_action: Callable[[str], bool]) -> list[str]:
    """The command line with its names and values in English.

    Args:
        arguments: As they were typed.
        names_an_action: Tells whether a first word that is no command is an action, which means ``log`` with it.
    """
    line = list(arguments)
    if line and not line[0].startswith("-"):
        line = _named(line, names_an_action)
    _translate_values(line)
    return line


def _named(line: list[str], names_an_action: Callable[[str], bool]) -> list[str]:
    first = line[0]
    if first not in _PLAIN:
        from mikrohandlinger.domain import words

        name = words.command(first)
        if name is None:
            return ["log", *line] if names_an_action(first) else line
        if name == "help":
            rest = [word for word in line[1:] if not word.startswith("-")]
            return [*(_named(rest, names_an_action) if rest else ()), _HELP]
        line[0] = name
    if len(line) > 1 and line[0] in _GROUPS:
        from mikrohandlinger.domain import words

        line[1] = words.sub_command(line[0], line[1]) or line[1]
    return line


def _translate_values(line: list[str]) -> None:
    for place, word in enumerate(line):
        if word == "--":
            return
        if not word.startswith("--") or len(word) == 2:
            continue
        from mikrohandlinger.domain import words

        option, equals, given = word.partition("=")
        kind = words.OPTIONS.get(option) or words.OPTIONS.get(f"{line[0]} {option}")
        if kind is None:
            continue
        if equals:
            line[place] = f"{option}={words.value(kind, given) or given}"
        elif place + 1 < len(line):
            line[place + 1] = words.value(kind, line[place + 1]) or line[place + 1]
