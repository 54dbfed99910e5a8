"""What leads from one moment to the next."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import ONE_DAY
from mikrohandlinger.domain.notices import (
    LOOP_AFTER,
    Notices,
    Waiting,
    away,
    waiting_days,
    weeks_to_look_back_on,
)
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.notices import Away
    from mikrohandlinger.usecases.context import Context


def of_today(context: Context, entries: Sequence[Entry]) -> Notices:
    """All that there is to lead on to today.

    Args:
        context: What the program works with.
        entries: Those of today.
    """
    store, today = context.store, context.today
    return Notices(
        reflect=reflect(context),
        away=None if entries else _away(context),
        loops=tuple(store.entries.open_loops(today - LOOP_AFTER)),
        waiting=_waiting(context),
    )


def reflect(context: Context) -> date | None:
    """The Monday of the week that waits to be looked back on: with an entry, and neither answered nor passed over."""
    store = context.store
    weeks = weeks_to_look_back_on(context.today, context.lately())
    return next(
        (
            week
            for week in weeks
            if store.entries.marks_of(week).entries and not store.reflections.has_any(week)
        ),
        None,
    )


def _away(context: Context) -> Away | None:
    today, store = context.today, context.store
    yesterday = today - ONE_DAY
    signs = [
        day for day in (store.entries.latest_day(yesterday), store.proposals.latest_day(yesterday)) if day
    ]
    last_sign = max(signs, default=None)
    return away(today, last_sign, context.calendar(last_sign))


def _waiting(context: Context) -> Waiting:
    today = context.today
    raised = context.store.rules.waiting()
    if not raised:
        return Waiting()
    calendar = context.calendar(min(raised))
    return Waiting(len(raised), max(waiting_days(day, today, calendar) for day in raised))
