"""A week: "47", "uge 47", "2026-W47", "sidste uge"."""

from __future__ import annotations

import datetime as dt
import re

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when.words import YEARS, plain_form, shown
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

_THIS_WEEK: Final = {"this", "this week", "denne", "denne uge"}
_LAST_WEEK: Final = {"last", "last week", "sidste", "sidste uge", "forrige", "forrige uge"}
_NEXT_WEEK: Final = {"next", "next week", "naeste", "naeste uge"}
_WEEK: Final = r"(?:(?:uge|week|w) )?(?P<number>\d{1,2})"
_WEEK_OF_YEAR: Final = r"(?P<year>\d{4})(?:-|-w | w )(?P<number>\d\d)"
_WEEK_IN_YEAR: Final = r"(?:uge|week|w) (?P<number>\d{1,2})(?: i| in| of)? ?/?(?P<year>\d{4})"

#: No week that has begun is further back than this, unless its year is told.
_A_YEAR: Final = dt.timedelta(weeks=53)


def parse_week(text: str | None, today: dt.date) -> dt.date:
    """Read an ISO week and return its Monday.

    A bare number is the nearest such week that has begun. A week 53 that begun years ago is hardly meant: where none
    did within a year, it is that of the present year, which is still to come.

    Args:
        text: What the user wrote; None is this week.
        today: The present day.

    Raises:
        MikroError: ``week-unknown`` where it is no week, or the year has no such week.
    """
    monday = today - dt.timedelta(days=today.weekday())
    plain = "this" if text is None else plain_form(text)
    for words, weeks in ((_THIS_WEEK, 0), (_LAST_WEEK, -1), (_NEXT_WEEK, 1)):
        if plain in words:
            return monday + dt.timedelta(weeks=weeks)
    year = today.isocalendar().year
    if match := re.fullmatch(_WEEK, plain):
        found = begun(int(match["number"]), today) or monday_in(year, int(match["number"]))
    elif match := re.fullmatch(_WEEK_OF_YEAR, plain) or re.fullmatch(_WEEK_IN_YEAR, plain):
        year = int(match["year"])
        found = monday_in(year, int(match["number"]))
        if year not in YEARS:
            match = None
    if match is None:
        raise MikroError(
            "week-unknown",
            N_("“{week}” is not a week that mikro understands. These work: this, last, next, 47, 2026-W47."),
            week=shown(text or ""),
        )
    if found is None:
        raise MikroError(
            "week-unknown",
            N_("{year} has no week {number}. These work: this, last, next, 47, 2026-W47."),
            year=year,
            number=int(match["number"]),
        )
    return found


def begun(number: int, today: dt.date) -> dt.date | None:
    """The Monday of the latest week with this number that has begun, within a year."""
    mondays = (monday_in(today.isocalendar().year - back, number) for back in range(2))
    return next(
        (monday for monday in mondays if monday and dt.timedelta(0) <= today - monday < _A_YEAR), None
    )


def monday_in(year: int, number: int) -> dt.date | None:
    """The Monday of a week of an ISO year; None where that has no such week."""
    try:
        return dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
