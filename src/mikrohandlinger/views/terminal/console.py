"""The console: width, colour and what every screen has in common."""

from __future__ import annotations

from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ...domain.privacy import one_line

#: Wider lines are tiring to read.
WIDEST: Final = 100

#: Styles by meaning. Nothing is red: nothing on these screens is an error.
HEADING: Final = "bold"
ACTION: Final = "bold cyan"
DONE: Final = "bold green"
QUIET: Final = "dim"
SAYING: Final = "italic"


def make() -> Console:
    """The console for standard output; COLUMNS, NO_COLOR and TERM=dumb are honoured by Rich."""
    console = Console(markup=False, emoji=False, highlight=False)
    if console.width > WIDEST:
        console.width = WIDEST
    return console


def quoted(text: str, language: str) -> str:
    """``text`` in the quotation marks of the language."""
    return f"»{text}«" if language == "da" else f"“{text}”"


def data(text: str, style: str = "") -> Text:
    """The user's own words: never markup, one line, no control characters."""
    return Text(one_line(text), style=style)


def indented(text: Text, left: int = 2) -> Padding:
    """``text`` wrapped within its margin."""
    return Padding(text, (0, 0, 0, left))


def labelled(label: str, text: Text, console: Console, width: int = 11) -> Padding | Text:
    """A label with its text beside it; above it where the screen is narrow."""
    if console.width < 60:
        return Text.assemble((f"  {label}: ", QUIET), text)
    from rich.containers import Lines

    lines: Lines = text.wrap(console, console.width - width - 3)
    block = Text()
    for number, line in enumerate(lines):
        line.rstrip()
        block.append(label.ljust(width) if number == 0 else " " * width, QUIET)
        block.append_text(line)
        if number < len(lines) - 1:
            block.append("\n")
    return Padding(block, (0, 0, 0, 2))
