"""What the report of a year says, in words: one place for every face of it."""

from __future__ import annotations

from mikrohandlinger.domain.weeks import SHORTEST_STREAK
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import days, short_date, weeks
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import recorded
from mikrohandlinger.views.shared.sections import held

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.reports.year import YearDay, YearReport

#: A sign for each shade, told apart without any colour.
SHADES: Final = ("∙", "░", "▒", "█")
OFF: Final = "–"


def symbol(cell: YearDay) -> str:
    """The sign of a day."""
    if cell.entries:
        return SHADES[cell.shade]
    if cell.is_outside:
        return " "
    return SHADES[0] if cell.off is None else OFF


def meaning(cell: YearDay) -> str:
    """The day in words, for those who hear the page."""
    if cell.entries:
        return recorded(cell.entries)
    if cell.off is not None:
        return _("day off")
    return "" if cell.is_outside else _("nothing recorded")


def legend() -> list[tuple[str, str]]:
    """What each sign means."""
    return [
        (SHADES[1], _("one entry")),
        (SHADES[2], _("two")),
        (SHADES[3], _("three or more")),
        (OFF, _("day off")),
    ]


def totals(screen: YearReport) -> str:
    """The year in one sentence."""
    if not screen.entries:
        return _("No entries fit.") if screen.filtered else _("Nothing is recorded in this year.")
    sentence = _("{entries} on {days}").format(entries=recorded(screen.entries), days=days(screen.done_days))
    if screen.show_streaks and screen.longest >= SHORTEST_STREAK:
        form = _("longest run {weeks}") if screen.filtered else _("longest run of met weeks {weeks}")
        sentence += " · " + form.format(weeks=weeks(screen.longest))
    return sentence


def first_last(screen: YearReport) -> str:
    """``1. jan. – 31. dec.``."""
    return f"{short_date(screen.months[0].days[0].day)} – {short_date(screen.months[-1].days[-1].day)}"


def personal() -> str:
    """What a copy of the report holds of the user's own words: none, it only counts."""
    return held(())
