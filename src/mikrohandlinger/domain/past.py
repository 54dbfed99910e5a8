"""How things stood on a Monday long past, so that the weeks before it need not be read again.

Streaks and strengths look back to the first entry of all. They can go on from where they once stood, as long as
nothing has changed that lies before: the entries (whoever keeps the value forgets it then), and all that
:func:`terms_before` names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mikrohandlinger.domain.calendar import ONE_WEEK, WorkCalendar
from mikrohandlinger.domain.strength import NO_SCORES, Score, Target, scores
from mikrohandlinger.domain.weeks import NO_STREAKS, Streaks, Week, streaks
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.terms import Since

#: Grows when streaks or strengths are counted differently, so that what was counted before is counted again.
_RULES: Final = 2


class Past(NamedTuple):
    """How things stood when a week began.

    Attributes:
        monday: The first day of that week, which is not counted in.
        entries: Entries before it.
        streaks: Weeks in a row before it.
        scores: The score of each action by then.
    """

    monday: date
    entries: int
    streaks: Streaks
    scores: Mapping[str, Score]


def past(counted: Sequence[Week], target: Target, before: Past | None = None) -> Past:
    """How things stood after these weeks, all of them over.

    Args:
        counted: At least one week.
        target: How often each action is aimed at.
        before: How things stood when the first of these weeks began; None when nothing lies before it.
    """
    monday = counted[-1].monday + ONE_WEEK
    return Past(
        monday,
        (before.entries if before else 0) + sum(week.marks.entries for week in counted),
        streaks(counted, monday, before.streaks if before else NO_STREAKS),
        scores(counted, monday, target, before.scores if before else NO_SCORES),
    )


def terms_before(monday: date, agreements: Sequence[Since], calendar: WorkCalendar, target: Target) -> str:
    """All that how things stood on ``monday`` depends on beside the entries, as a text that differs when it does.

    Args:
        monday: The first day of a week.
        agreements: What was asked of the weeks, and from when on.
        calendar: For the days off that do not depend on that.
        target: How often each action is aimed at.
    """
    pauses = [
        (each.first.toordinal(), min(each.last or monday, monday).toordinal())
        for each in calendar.pauses
        if each.first < monday
    ]
    return repr(
        (
            _RULES,
            tuple(target),
            [
                (since.toordinal(), sorted(agreement.workdays), agreement._replace(workdays=frozenset()))
                for since, agreement in agreements
                if since < monday
            ],
            sorted(pauses),
            sorted(day.toordinal() for day in calendar.closed if day < monday),
            sorted(day.toordinal() for day in calendar.holidays if day < monday),
        )
    )
