"""The screen of ``mikro history --year``."""

from __future__ import annotations

from math import ceil

from rich.text import Text

from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import short_month, short_weekday
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.terminal import console as common
from mikrohandlinger.views.year import words

if TYPE_CHECKING:
    from typing import Final

    from rich.console import Console

    from mikrohandlinger.domain.reports.year import YearDay, YearReport

LABEL: Final = 4


def draw(screen: YearReport, console: Console | None = None) -> None:
    """Draw the screen on ``console``, standard output unless told."""
    console = console or common.make()
    console.print(Text.assemble((str(screen.year), common.HEADING)))
    console.print(common.indented(Text(words.totals(screen)), console, left=0))
    if not screen.entries:
        return
    console.print()
    weeks = screen.weeks()
    blocks = ceil(len(weeks) / max(13, console.width - LABEL - 1))
    size = ceil(len(weeks) / blocks)
    for start in range(0, len(weeks), size):
        _draw_block(screen, weeks[start : start + size], console)
        console.print()
    signs = "   ".join(f"{sign} {means}" for sign, means in words.legend() if sign)
    blank = "   ".join(f"({means})" for sign, means in words.legend() if not sign)
    common.put(common.indented(Text(f"{signs}   {blank}", common.QUIET), console, left=0), console)
    console.print()
    label = _("Month by month")
    told = Text(words.months(screen))
    if console.width < common.NARROW:
        common.put(common.labelled(label, told, console), console)
    else:
        common.put(common.beside(label, told, console, len(label) + 3), console)


def _draw_block(screen: YearReport, weeks: list[dict[int, YearDay]], console: Console) -> None:
    console.print(Text(_month_line(weeks), common.QUIET))
    for weekday in screen.weekdays:
        # The label alone is quiet: a style of the whole line would dim what was done.
        line = Text.assemble((common.readable(short_weekday(weekday), console).ljust(LABEL), common.QUIET))
        for week in weeks:
            cell = week.get(weekday)
            if cell is None:
                line.append(" ")
            else:
                line.append(
                    words.symbol(cell), common.DONE if cell.entries else common.QUIET if cell.is_open else ""
                )
        line.rstrip()
        console.print(line)


def _month_line(weeks: list[dict[int, YearDay]]) -> str:
    """The months above the week in which each begins; the first stands above the first week."""
    line = " " * LABEL
    for index, week in enumerate(weeks):
        begins = next((cell.day for cell in week.values() if cell.day.day == 1), None)
        if begins is None and index == 0:
            begins = next(iter(week.values())).day
        name = short_month(begins.month).rstrip(".") if begins else ""
        if name and len(line) <= LABEL + index:
            line = line.ljust(LABEL + index) + name + " "
    return line.rstrip()
