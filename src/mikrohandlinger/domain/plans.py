"""Which if-then plan holds on a day.

A plan holds until the next chance to keep it: over a holiday, an illness, a week of free days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mikrohandlinger.domain.calendar import ONE_WEEK, monday_of
from mikrohandlinger.values import NamedTuple


class Made(NamedTuple):
    """A plan as it was made.

    Attributes:
        day: The day from which it shows; of one decided in a retrospective, the Monday of the week looked back on.
        text: When …, then …; None where the user wants none.
    """

    day: date
    text: str | None


#: Which days of the week of a Monday are available, as bits (bit 0 Monday).
AvailableOf = Callable[[date], int]


def holding_on(
    day: date, here: Made | None, earlier: Made | None, decided: Made | None, available: AvailableOf
) -> str | None:
    """The plan that holds on ``day``.

    Args:
        day: The day.
        here: The latest plan set in the week of ``day``, up to it.
        earlier: The latest plan set in any week before.
        decided: The plan of the latest retrospective on a week before that decided one.
        available: Looked at only as far as the plan lies back.
    """
    if here is not None:
        return here.text
    monday = monday_of(day)
    if earlier is not None and earlier.text is not None:
        left = available(monday_of(earlier.day)) >> earlier.day.weekday()
        if not left and _is_next(monday_of(earlier.day), monday, available):
            return earlier.text
    if decided is not None and _is_next(decided.day, monday, available):
        return decided.text
    return None


def _is_next(week: date, monday: date, available: AvailableOf) -> bool:
    """Whether the week of ``monday`` is the first after ``week`` that has an available day."""
    if not available(monday):
        return False
    between = week + ONE_WEEK
    while between < monday:
        if available(between):
            return False
        between += ONE_WEEK
    return True
