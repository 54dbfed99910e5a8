"""The parts of a report on the terminal: counts as bars, own words below what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from mikrohandlinger.views.shared.sections import Said, Section

BAR: Final = 12


def draw_section(section: Section, console: Console, *, apart: bool = True) -> None:
    """Draw a part of a report; nothing when it is empty.

    Args:
        section: The part.
        console: Where to draw.
        apart: Whether a blank line stands before the title.
    """
    if section.is_empty:
        return
    if apart:
        console.print()
    console.print(Text(section.title, common.HEADING))
    _draw_bars(section.counts, console)
    for item in section.said:
        _draw_said(item, console)


def _draw_bars(counts: Sequence[tuple[str, int]], console: Console) -> None:
    most = max((count for _name, count in counts), default=1)
    width = BAR if console.width >= common.ROOMY else BAR // 2
    for name, count in counts:
        bar = "█" * max(1, round(width * count / most))
        console.print(
            Text.assemble("  ", (bar.ljust(width), common.ACTION), f" {count:>2}  ", name),
            no_wrap=True,
            overflow="ellipsis",
        )


def _draw_said(item: Said, console: Console) -> None:
    console.print(common.indented(Text(item.about, common.QUIET), console))
    for line in clean(item.words).split("\n"):
        if line.strip():
            console.print(common.indented(common.data(line, common.SAYING), console, left=6))
