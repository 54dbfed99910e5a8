"""The long run of the weeks, of which no more is read than the last two years, however long it is."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK, monday_of
from mikrohandlinger.domain.past import past
from mikrohandlinger.domain.weeks import EARLIER_WEEKS, NO_STREAKS, streaks, weeks
from mikrohandlinger.storage.database.memo import Kept
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from typing import Final

    from mikrohandlinger.domain.past import Past
    from mikrohandlinger.domain.reports.week import LongRun
    from mikrohandlinger.domain.weeks import TermsOf
    from mikrohandlinger.usecases.context import Context

#: How far back what is remembered lies: who logs backwards seldom goes so far, and has it counted again.
BACK: Final = 104 * ONE_WEEK
#: How much farther back it may come to lie before it is moved on.
LEEWAY: Final = 12 * ONE_WEEK


def read(context: Context, monday: date, first: date) -> LongRun:
    """What the weeks up to that of ``monday`` come to.

    Args:
        context: What the program works with.
        monday: First day of the week.
        first: First day of the week of the first entry of all, or ``monday`` where that lies later.
    """
    from mikrohandlinger.domain.reports.week import long_run

    terms = context.terms(first, monday + ONE_WEEK)
    known = _past(context, monday, first, terms)
    history = context.store.entries.marks(monday, known.monday if known else None)
    return long_run(monday, context.today, history, terms, context.settings.target, known)


def weeks_in_a_row(context: Context, monday: date) -> int:
    """Weeks in which the goal was met, in a row up to the present one of ``monday``; nothing else is counted."""
    begun = context.store.entries.first_day()
    first = monday if begun is None else min(monday, monday_of(begun))
    terms = context.terms(first, monday + ONE_WEEK)
    known = _past(context, monday, first, terms)
    since = known.monday if known else first
    history = context.store.entries.marks(monday, since)
    counted = weeks(history, terms, since, monday)
    of_goal, _of_actions = streaks(counted, context.today, known.streaks if known else NO_STREAKS)
    return of_goal.now


def _past(context: Context, monday: date, first: date, terms: TermsOf) -> Past | None:
    """How things stood some two years before, remembered or counted now; None where that is not worth it."""
    store, target = context.store, context.settings.target
    changes = store.memo.changes()
    kept = store.memo.recall()
    if kept is not None and kept.terms != context.terms_before(kept.past.monday):
        kept = None
    wanted = monday - BACK
    if kept is not None and kept.past.monday > wanted - LEEWAY:
        # The present week goes on from here; for one that lies before it is of no use, and stays as it is.
        return kept.past if kept.past.monday <= monday - EARLIER_WEEKS * ONE_WEEK else None
    if kept is None and first > wanted - LEEWAY:
        return None
    since = kept.past.monday if kept else first
    history = store.entries.marks(wanted - ONE_DAY, since)
    counted = weeks(history, terms, since, wanted - ONE_DAY)
    found = past(counted, target, kept.past if kept else None)
    store.memo.keep(Kept(found, context.terms_before(wanted)), changes)
    return found
