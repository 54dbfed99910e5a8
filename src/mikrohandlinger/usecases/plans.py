"""The user's if-then plan of a day."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.calendar import ONE_DAY, monday_of
from mikrohandlinger.domain.plans import holding_on
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.usecases.context import Context


def on(context: Context, day: date) -> str | None:
    """The plan that holds on ``day``: set that week, carried over days off, or decided in a retrospective."""
    plans, monday = context.store.plans, monday_of(day)
    here = plans.latest(monday, day)
    earlier = None if here else plans.latest(date.min, monday - ONE_DAY)
    decided = None if here else plans.decided_before(monday)

    def available(week: date) -> int:
        _goal, calendar = context.terms(week)(week)
        return calendar.available(week, context.store.entries.marks_of(week).days)

    return holding_on(day, here, earlier, decided, available)
