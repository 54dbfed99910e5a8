"""``mikro history --year`` for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.history import document as history
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.reports.year import Month, YearReport


def document(screen: YearReport, entries: Iterable[tuple[Entry, Variation | None]]) -> dict[str, Any]:
    """``mikro history --year --json``: the entries as in ``mikro history``, and the year beside them."""
    days = [cell for month in screen.months for cell in month.days]
    return {
        **history.entries(entries),
        "year": screen.year,
        **envelope.span(days[0].day, days[-1].day),
        "total": screen.entries,
        "done_days": screen.done_days,
        "longest_streak_weeks": screen.longest,
        "months": [_month(month) for month in screen.months],
        "days": [envelope.day(cell.day, cell.off, cell.entries) for cell in days],
    }


def _month(month: Month) -> dict[str, Any]:
    return {"month": month.number, "entries": month.entries, "done_days": month.done_days}
