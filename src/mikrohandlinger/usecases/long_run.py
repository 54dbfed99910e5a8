"""The long run of the weeks, of which no more is read than the last two years, however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK
from mikrohandlinger.domain.past import past, terms_before
from mikrohandlinger.domain.reports.week import EARLIER_WEEKS, long_run
from mikrohandlinger.domain.weeks import always, weeks
from mikrohandlinger.storage.database.memo import Kept

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.calendar import WorkCalendar
    from mikrohandlinger.domain.past import Past
    from mikrohandlinger.domain.reports.week import LongRun
    from mikrohandlinger.usecases.context import Context

#: How far back what is remembered lies: who logs backwards seldom goes so far, and has it counted again.
BACK: Final = 104 * ONE_WEEK
#: How much farther back it may come to lie before it is moved on.
LEEWAY: Final = 12 * ONE_WEEK


def read(context: Context, monday: date, first: date, calendar: WorkCalendar) -> LongRun:
    """What the weeks up to that of ``monday`` come to.

    Args:
        context: What the program works with.
        monday: First day of the week.
        first: First day of the week of the first entry of all, or ``monday`` where that lies later.
        calendar: The working calendar from ``first`` on.
    """
    settings = context.settings
    known = _past(context, monday, first, calendar)
    history = context.store.entries.marks(monday, known.monday if known else None)
    return long_run(monday, context.today, history, always(settings.goal, calendar), settings.target, known)


def _past(context: Context, monday: date, first: date, calendar: WorkCalendar) -> Past | None:
    """How things stood some two years before, remembered or counted now; None where that is not worth it."""
    store, settings = context.store, context.settings
    changes = store.memo.changes()
    kept = store.memo.recall()
    if kept is not None and kept.terms != terms_before(
        kept.past.monday, settings.goal, calendar, settings.target
    ):
        kept = None
    wanted = monday - BACK
    if kept is not None and kept.past.monday > wanted - LEEWAY:
        # The present week goes on from here; for one that lies before it is of no use, and stays as it is.
        return kept.past if kept.past.monday <= monday - EARLIER_WEEKS * ONE_WEEK else None
    if kept is None and first > wanted - LEEWAY:
        return None
    since = kept.past.monday if kept else first
    history = store.entries.marks(wanted - ONE_DAY, since)
    counted = weeks(history, always(settings.goal, calendar), since, wanted - ONE_DAY)
    found = past(counted, settings.target, kept.past if kept else None)
    store.memo.keep(Kept(found, terms_before(wanted, settings.goal, calendar, settings.target)), changes)
    return found
