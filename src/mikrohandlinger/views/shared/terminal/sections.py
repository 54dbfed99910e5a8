"""The parts of a report on the terminal: own words below what they are about."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.texts import quoted
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from rich.console import Console

    from mikrohandlinger.views.shared.sections import Said, Section


def draw_section(
    section: Section, console: Console, *, apart: bool = True, title: str = common.HEADING
) -> None:
    """Draw a part of a report; nothing when it is empty.

    Args:
        section: The part.
        console: Where to draw.
        apart: Whether a blank line stands before the title.
        title: The style of the title.
    """
    if section.is_empty:
        return
    if apart:
        console.print()
    console.print(Text(section.title, title))
    for item in section.said:
        _draw_said(item, console)


def _draw_said(item: Said, console: Console) -> None:
    console.print(common.indented(Text(item.about, common.QUIET), console))
    if item.proposed:
        console.print(common.indented(Text(item.proposed, common.QUIET), console, left=6))
    lines = [line for line in clean(item.words).split("\n") if line.strip()]
    # Own words are told from a proposal by their quotation marks, with or without colour.
    marks = quoted("")
    for number, line in enumerate(lines, 1):
        before, after = marks[0] if number == 1 else "", marks[1] if number == len(lines) else ""
        console.print(common.indented(common.data(f"{before}{line.strip()}{after}"), console, left=6))
