"""The report of a year as one HTML page."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import days, full_weekday, short_weekday
from mikrohandlinger.texts.dates import month as month_name
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import html as shared
from mikrohandlinger.views.shared.names import recorded
from mikrohandlinger.views.year import words

if TYPE_CHECKING:
    from datetime import date
    from typing import Any, Final

    from mikrohandlinger.domain.reports.year import Month, YearDay, YearReport

#: What was done is filled, and has a sign that tells it without any colour; an open day has a faint frame.
_LOOKS: Final = ("done", "working", "idle")
_SIGNS: Final = ("●", "", "")


def page(screen: YearReport) -> str:
    """The report of a year, as twelve small calendars."""
    weekdays = [{"short": short_weekday(index), "name": full_weekday(index)} for index in screen.weekdays]
    return shared.rendered(
        "year/page.html",
        heading=str(screen.year),
        subheading=words.first_last(screen),
        on_paper=shared.Print(9.0, columns=1),
        totals=words.totals(screen),
        legend=[
            {"css": css, "sign": sign, "means": means}
            for css, sign, (_symbol, means) in zip(_LOOKS, _SIGNS, words.legend(), strict=True)
        ],
        weekdays=weekdays,
        months=[_month(month, screen.weekdays) for month in screen.months],
        labels={"months": _("Month by month")},
    )


def _month(month: Month, weekdays: tuple[int, ...]) -> dict[str, Any]:
    weeks: dict[date, dict[int, dict[str, Any]]] = {}
    for cell in month.days:
        weeks.setdefault(monday_of(cell.day), {})[cell.day.weekday()] = _cell(cell)
    rows = [[week.get(weekday) for weekday in weekdays] for week in weeks.values()]
    told = f"{days(month.done_days)}, {recorded(month.entries)}" if month.entries else ""
    return {
        "name": month_name(month.number).capitalize(),
        "told": told,
        "weeks": [row for row in rows if any(row)],
    }


def _cell(cell: YearDay) -> dict[str, Any]:
    look = 0 if cell.entries else 1 if cell.is_open else 2
    return {
        "number": cell.day.day,
        "css": _LOOKS[look],
        "sign": _SIGNS[look],
        "meaning": words.meaning(cell),
    }
