"""What leads from one moment to the next."""

from __future__ import annotations

import os
from contextlib import suppress

from mikrohandlinger.domain.calendar import ONE_DAY
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.notices import (
    LOOP_AFTER,
    Notices,
    Waiting,
    away,
    weeks_to_look_back_on,
)
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context


def of_today(context: Context, entries: Sequence[Entry]) -> Notices:
    """All that there is to lead on to today.

    Args:
        context: What the program works with.
        entries: Those of today.
    """
    store, today = context.store, context.today
    last_sign = None if entries else _last_sign(context)
    return Notices(
        reflect=reflect(context),
        away=away(today, last_sign, context.calendar(last_sign)),
        loops=tuple(store.entries.open_loops(today - LOOP_AFTER, today)),
        waiting=_waiting(context),
        is_new=not entries and last_sign is None and not os.path.exists(context.paths.settings),
    )


def show_loops(context: Context, loops: Sequence[Entry]) -> None:
    """Keep that these were shown today, so that none is on another day; where nothing can be written, they come again."""
    if loops:
        with suppress(MikroError):
            context.store.entries.show_loops(loops, context.today)


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


def _last_sign(context: Context) -> date | None:
    """The latest day before today with an entry or a proposal that was shown."""
    store, yesterday = context.store, context.today - ONE_DAY
    signs = (store.entries.latest_day(yesterday), store.proposals.latest_day(yesterday))
    return max((day for day in signs if day), default=None)


def _waiting(context: Context) -> Waiting:
    today = context.today
    found = context.store.rules.calling(today)
    if not found:
        return Waiting()
    from mikrohandlinger.usecases import rules

    return rules.waiting(context, found)
