"""A day without a time: "i går", "på mandag", "20/11", "for 3 dage siden".

Danish order holds for dates: 5/11 is 5 November. ``now`` is the present moment as aware local time.
"""

from __future__ import annotations

import datetime as dt
import re

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when.words import (
    AGO,
    DAYS_AGO,
    DAYS_IN,
    MONTHS,
    WEEKDAYS,
    WEEKS_AWAY,
    YEARS,
    number_of,
    plain_form,
    shown,
)
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final, NoReturn

#: A date without a year is no further back than this where it may have been a slip: it will come sooner than it was.
_FAR_BACK: Final = dt.timedelta(days=300)
_LEAP_DAY: Final = dt.date(2024, 2, 29)

_DATES: Final = (
    r"(?P<year>\d{4})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})(?P<gap>[-/.])(?P<month>\d{1,2})(?:(?P=gap)(?P<year>\d{4}|\d\d))?",
    # Two different separators are no date, but for the one that Danes write.
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})[- ](?P<year>\d{4})",
    r"(?P<day>\d{1,2})(?:\.| (?:st|nd|rd|th))? ?(?:of )?(?P<month>[a-z]+)\.?(?: (?P<year>\d{4}))?",
    r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2})(?: (?:st|nd|rd|th))?(?: (?P<year>\d{4}))?",
)
_WEEKDAY: Final = r"(?:(?P<which>i|sidste|forrige|last|pa|naeste|next|on) )?(?P<weekday>[a-z]+)\.?"
_DAY_OF_WEEK: Final = r"(?P<weekday>[a-z]+)(?: i| in| of)? (?P<week>[a-z]+) (?:uge|week)"
_AHEAD: Final = r"(?:om|in) (?P<amount>\d{1,4}|[a-z]+) (?P<unit>[a-z]+)"


class Near(NamedTuple):
    """Which of many Mondays, or of many twentieths of November, is meant."""

    today: dt.date
    anchor: dt.date
    """The last such day up to here, or the first from here on."""
    step: int
    """-1 for the last, 1 for the first."""
    may_be_ahead: bool = False
    """Whether a date without a year may be still to come, where that is nearer than the one that has been."""


def parse_day(text: str, now: dt.datetime, *, future: bool = False, since: dt.date | None = None) -> dt.date:
    """Read a day without a time.

    Args:
        text: What the user wrote.
        now: The present moment, aware, in local time.
        future: Whether the day may still come. Then a weekday or a date without a year is the next one, today
            included; "på mandag" and "next monday" leave today out.
        since: The first day of a range that this one ends. Then a weekday or a date without a year is the
            first on or after it.

    Raises:
        MikroError: ``when-unknown`` or, unless ``future``, ``when-in-future``.
    """
    today = now.date()
    near = Near(today, since or today, 1) if future or since else Near(today, today, -1)
    day = day_of(plain_form(text), near)
    if day and day > today and not future:
        refuse_future(text)
    if day and day.year in YEARS:
        return day
    refuse_leap_day(text, near)
    works = (
        N_(
            "“{when}” is not a day that mikro understands. These work: today, tomorrow, monday, yesterday, "
            "in 3 days, 3 days ago, 20/12, 20.12.2026 or 2026-12-20."
        )
        if future
        else N_(
            "“{when}” is not a day that mikro understands. These work: today, yesterday, monday, 3 days ago, "
            "20/11, 20.11.2026 or 2026-11-20."
        )
    )
    raise MikroError("when-unknown", works, when=shown(text))


def refuse_future(text: str) -> NoReturn:
    """Say that what should have happened already is still to come."""
    raise MikroError(
        "when-in-future",
        N_("“{when}” is later than now. Write when it happened, as in: today, yesterday 14:30 or 20/11."),
        when=shown(text),
    )


def refuse_leap_day(text: str, near: Near) -> None:
    """Say that the nearest year has no 29 February, where that is what was meant."""
    if day_of(plain_form(text), Near(_LEAP_DAY, _LEAP_DAY, -1)) == _LEAP_DAY:
        raise MikroError(
            "when-unknown",
            N_("{year} has no 29 February. Write the day that you mean, with its year: 29/2/{leap}."),
            year=near.anchor.year,
            leap=near.anchor.year // 4 * 4 + (4 if near.step > 0 else 0),
        )


def day_of(plain: str, near: Near) -> dt.date | None:
    """Read a day, in any of the forms that have no time; None where it is none."""
    if plain in DAYS_AGO:
        return near.today - dt.timedelta(days=DAYS_AGO[plain])
    for pattern, sign in ((AGO, -1), (_AHEAD, 1)):
        if match := re.fullmatch(pattern, plain):
            amount, unit = number_of(match["amount"]), DAYS_IN.get(match["unit"])
            return None if amount is None or unit is None else _shifted(near.today, sign * amount * unit)
    if match := re.fullmatch(_WEEKDAY, plain):
        return _weekday(match["weekday"], match["which"], near)
    if (match := re.fullmatch(_DAY_OF_WEEK, plain)) and match["week"] in WEEKS_AWAY:
        number, weeks = WEEKDAYS.get(match["weekday"]), WEEKS_AWAY[match["week"]]
        return None if number is None else _shifted(near.today, number - near.today.weekday() + 7 * weeks)
    return _weekday_and_date(plain, near)


def _shifted(day: dt.date, days: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def _weekday(word: str, which: str | None, near: Near) -> dt.date | None:
    number = WEEKDAYS.get(word)
    if number is None or (which == "i" and not word.endswith("dags")):
        return None
    if which in {"i", "sidste", "forrige", "last"}:
        return near.today - dt.timedelta(days=(near.today.weekday() - number - 1) % 7 + 1)
    if which in {"pa", "naeste", "next"}:
        return near.today + dt.timedelta(days=(number - near.today.weekday() - 1) % 7 + 1)
    return near.anchor + near.step * dt.timedelta(days=near.step * (number - near.anchor.weekday()) % 7)


def _weekday_and_date(plain: str, near: Near) -> dt.date | None:
    """Read a date, also with its weekday before it, as calendars write it; the two must agree."""
    first, _, rest = plain.partition(" ")
    weekday = WEEKDAYS.get(first.removesuffix("."))
    day = _date(re.sub(r"^(?:den |d\. ?|d |the |on )", "", plain if weekday is None else rest), near)
    return day if day and weekday in {None, day.weekday()} else None


def _date(plain: str, near: Near) -> dt.date | None:
    for pattern in _DATES:
        if match := re.fullmatch(pattern, plain):
            word = match["month"]
            month = int(word) if word.isdecimal() else MONTHS.get(word, 0)
            return _existing(int(match["day"]), month, match["year"], near)
    return None


def _existing(day: int, month: int, year: str | None, near: Near) -> dt.date | None:
    """Return the date; without a year the nearest one, and none where that year has no such day (29 February)."""
    if year:
        return _date_in(int(year) + (2000 if len(year) == 2 else 0), month, day)
    dates = [_date_in(near.anchor.year + count, month, day) for count in (-1, 0, 1)]
    found = [date for date in dates if date and (date - near.anchor).days * near.step >= 0]
    if not found:
        return None
    nearest = min(found, key=lambda date: abs(date - near.anchor))
    ahead = min((date for date in dates if date and date > near.today), default=None)
    if near.may_be_ahead and ahead and nearest < near.today:
        is_slip = ahead.year == near.today.year and ahead - near.today < near.today - nearest
        return ahead if is_slip or near.today - nearest > _FAR_BACK else nearest
    return nearest


def _date_in(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
