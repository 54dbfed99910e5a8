"""The console: width, colour and what every screen has in common."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text

from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from rich.progress import Progress

#: Wider lines are tiring to read.
WIDEST: Final = 100
#: On less than this nothing can be read; the lines run over instead.
NARROWEST: Final = 24
#: Below this width labels stand before their text instead of beside it.
NARROW: Final = 60
#: Below this width the actions go by one word, and bars are half as long.
ROOMY: Final = 76

#: The name of the error handler that writes a stand-in for what an encoding lacks.
STAND_INS: Final = "mikro.readable"

#: Three styles, and no more: what the eye should find first, at most one on a screen; what was done, and nothing else;
#: and what is there for whoever looks. Nothing is red: nothing on these screens is an error.
HEADING: Final = "bold"
DONE: Final = "green"
QUIET: Final = "dim"


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the boundary; Rich would end the program with a failure."""
        raise  # noqa: PLE0704 - Rich calls this while it handles the error


def make() -> Console:
    """The console for standard output; NO_COLOR and TERM=dumb are honoured by Rich, COLUMNS here as well."""
    # An old console of Windows cannot fill its last column, and Rich leaves it free; what goes into a file or another
    # program is on Windows what it is everywhere.
    found = _Console(
        markup=False, emoji=False, highlight=False, legacy_windows=None if sys.stdout.isatty() else False
    )
    columns = found.width
    if found.is_dumb_terminal:
        from shutil import get_terminal_size

        # Rich itself takes every dumb terminal for one of 80 columns, whatever COLUMNS says.
        columns = get_terminal_size().columns
    # Told once here, what Rich would otherwise ask the system about several times a line.
    return _Console(
        width=max(NARROWEST, min(columns, WIDEST)) + found.legacy_windows,
        height=found.height,
        legacy_windows=found.legacy_windows,
        force_terminal=found.is_terminal,
        markup=False,
        emoji=False,
        highlight=False,
    )


def progress_bar() -> Progress:
    """A bar on standard error that leaves nothing behind."""
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    bar = BarColumn(complete_style="", finished_style="", pulse_style=QUIET)
    return Progress(TextColumn("{task.description}"), bar, console=console, transient=True)


def readable(text: str, console: Console) -> str:
    """``text`` in the letters that the console has, so that columns are laid out as they will be seen."""
    try:
        text.encode(console.encoding)
    except UnicodeEncodeError:
        # The stand-ins are those of the stream itself, registered where the program begins.
        return text.encode(console.encoding, STAND_INS).decode(console.encoding)
    return text


def data(text: str, style: str = "") -> Text:
    """The user's own words: never markup, one line, no control characters."""
    return Text(one_line(text), style=style)


def cut(text: str, width: int) -> str:
    """``text`` within ``width``, cut at a word; the closing mark of a quotation stays."""
    if len(text) <= width:
        return text
    closing = text[-1] if text[-1] in "«”" else ""
    room = width - len(closing) - len(" …")
    end = text.rfind(" ", 0, room + 1)
    # A word that alone is wider than all there is has to be cut itself.
    return f"{text[:end].rstrip()} …{closing}" if end > 0 else f"{text[: room + 1]}…{closing}"


def put(text: Text, console: Console) -> None:
    """Print rows that are wrapped already, so that they are not measured again."""
    console.print(text, no_wrap=True, overflow="ignore", crop=False)


def indented(text: Text, console: Console, left: int = 2) -> Text:
    """``text`` wrapped within its margin, without trailing blanks."""
    return _hanging(text, console, " " * left, " " * left)


def point(text: Text, console: Console, left: int = 2) -> Text:
    """One of several points: what runs over is set in further, so that each is seen to begin."""
    return _hanging(text, console, " " * left, " " * (left + 2))


def labelled(label: str, text: Text, console: Console, width: int = 11) -> Text:
    """A label with its text beside it; above it where the screen is narrow."""
    if console.width < NARROW:
        return Text.assemble((label, QUIET), "\n", indented(text, console))
    return beside(label, text, console, width, left=2)


def beside(label: str, text: Text, console: Console, width: int, left: int = 0) -> Text:
    """A label with its text beside it, however narrow the screen is."""
    return _hanging(text, console, " " * left + label.ljust(width), " " * (width + left))


def hints(said: Sequence[str], console: Console, left: int = 0) -> Text:
    """What can be typed next: all on one row where there is room, otherwise each on its own.

    In each the words are quiet, and the command, from ``mikro`` to the end or to two blanks, is plain and never broken.
    """
    between = "  ·  "
    if left + len(between.join(said)) < console.width:
        parts: list[Text] = []
        for hint in said:
            parts += [Text(between, QUIET)] if parts else []
            parts += [_told(hint)]
        return Text.assemble(" " * left, *parts)
    return Text("\n").join(_hint(hint, console, left) for hint in said)


def _hint(hint: str, console: Console, left: int) -> Text:
    if left + len(hint) < console.width:
        return Text.assemble(" " * left, _told(hint))
    return Text("\n").join(_told(row) for row in rows.hint(hint, left, console.width))


def _told(row: str) -> Text:
    words, command = rows.parted(row)
    typed, gap, rest = command.partition("  ")
    before = (
        f"{words} "
        if words.strip() and command
        else row[: len(row) - len(row.lstrip())]
        if command
        else words
    )
    return Text.assemble((before, QUIET), typed, (gap + rest, QUIET))


def _hanging(text: Text, console: Console, first: str, others: str) -> Text:
    block = Text()
    for number, line in enumerate(text.wrap(console, max(10, console.width - len(others) - 1))):
        line.rstrip()
        block.append(first if number == 0 else "\n" + others, QUIET)
        block.append_text(line)
    return block
