"""What the report of a year says, in words: one place for every face of it."""

from __future__ import annotations

from mikrohandlinger.domain.weeks import SHORTEST_STREAK
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import days, short_date, short_month, weeks
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import recorded
from mikrohandlinger.views.shared.sections import held

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.reports.year import YearDay, YearReport

#: The strongest sign of the map is what was done, whether once or three times: one a day is the aim.
DONE: Final = "■"
OPEN: Final = "·"


def symbol(cell: YearDay) -> str:
    """The sign of a day; none on a day off, before the first entry and after today."""
    if cell.entries:
        return DONE
    return OPEN if cell.is_open else " "


def meaning(cell: YearDay) -> str:
    """The day in words, for those who hear the page."""
    if cell.entries:
        return recorded(cell.entries)
    if cell.off is not None:
        return _("day off")
    if cell.is_half and not cell.is_outside:
        return _("half day")
    return _("working day") if cell.is_open else ""


def legend() -> list[tuple[str, str]]:
    """What each sign means, and last what it means that there is none."""
    return [
        (DONE, _("done")),
        (OPEN, _("working day")),
        ("", _("blank: off, or before you began")),
    ]


def months(screen: YearReport) -> str:
    """The days of each month in which something was done, in one line of words."""
    told = [month for month in screen.months if month.done_days]
    return " · ".join(
        f"{short_month(month.number).rstrip('.')} {days(month.done_days) if index == 0 else month.done_days}"
        for index, month in enumerate(told)
    )


def totals(screen: YearReport) -> str:
    """The year in one sentence."""
    if not screen.entries:
        return _("No entries fit.") if screen.filtered else _("Nothing is recorded in this year.")
    sentence = _("{entries} on {days}.").format(entries=recorded(screen.entries), days=days(screen.done_days))
    if screen.show_streaks and screen.longest >= SHORTEST_STREAK:
        form = (
            _("Longest row: {weeks}.")
            if screen.filtered
            else _("Longest row: {weeks} with the goal reached.")
        )
        sentence += " " + form.format(weeks=weeks(screen.longest))
    return sentence


def first_last(screen: YearReport) -> str:
    """``1. jan. – 31. dec.``."""
    return f"{short_date(screen.months[0].days[0].day)} – {short_date(screen.months[-1].days[-1].day)}"


def personal() -> str:
    """What a copy of the report holds of the user's own words: none, it only counts."""
    return held(())
