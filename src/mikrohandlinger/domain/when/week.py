"""A week: "47", "uge 47", "2026-W47", "sidste uge"."""

from __future__ import annotations

import datetime as dt
import re

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when.day import YEARS
from mikrohandlinger.domain.when.words import plain_form, shown
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

_THIS_WEEK: Final = {"this", "this week", "denne", "denne uge"}
_LAST_WEEK: Final = {"last", "last week", "sidste", "sidste uge", "forrige", "forrige uge"}
_NEXT_WEEK: Final = {"next", "next week", "naeste", "naeste uge"}
_WEEK: Final = r"(?:(?:uge|week|w) )?(?P<number>\d{1,2})"
_WEEK_OF_YEAR: Final = r"(?P<year>\d{4})(?:-|-w | w )(?P<number>\d\d)"


def parse_week(text: str | None, today: dt.date) -> dt.date:
    """Read an ISO week and return its Monday.

    A bare number is a week of the present ISO year; 53, in a year that has 52, is the one of last year.

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
    this_year = today.isocalendar().year
    years: tuple[int, ...]
    if match := re.fullmatch(_WEEK, plain):
        number, years = int(match["number"]), (this_year, this_year - 1)
    elif (match := re.fullmatch(_WEEK_OF_YEAR, plain)) and int(match["year"]) in YEARS:
        number, years = int(match["number"]), (int(match["year"]),)
    else:
        raise MikroError(
            "week-unknown",
            N_("“{week}” is not a week that mikro understands. These work: this, last, next, 47, 2026-W47."),
            week=shown(text or ""),
        )
    return _monday_of(number, years)


def _monday_of(number: int, years: tuple[int, ...]) -> dt.date:
    """Return the Monday of the week in the first of ``years`` that has it."""
    for year in years:
        try:
            return dt.date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
    raise MikroError(
        "week-unknown",
        N_("{year} has no week {number}. These work: this, last, next, 47, 2026-W47."),
        year=years[0],
        number=number,
    )
