"""The day that a file of another program tells: a calendar day, never a word."""

from __future__ import annotations

import re
from datetime import date, time

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when.words import YEARS
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

_ISO: Final = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_DAY_FIRST: Final = re.compile(r"(?P<day>\d{1,2})([-/.])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d\d)")
_TIME: Final = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?")


class Dated(NamedTuple):
    """A day, and a time of day where one was told."""

    day: date
    time: time | None = None


class Order(NamedTuple):
    """In which order a file writes day and month.

    Attributes:
        is_day_first: Whether some date can only be read with the day first.
        is_month_first: Whether some date can only be read with the month first.
    """

    is_day_first: bool = False
    is_month_first: bool = False

    def with_date(self, text: str) -> Order:
        """What is known of the order once another date was seen."""
        found = _DAY_FIRST.match(text.strip())
        if found is None:
            return self
        first, second = int(found["day"]), int(found["month"])
        return Order(self.is_day_first or first > 12 >= second, self.is_month_first or second > 12 >= first)

    @property
    def is_unclear(self) -> bool:
        """Whether the file seems to put the month first, which is not the order here."""
        return self.is_month_first and not self.is_day_first


def iso(text: str) -> date:
    """The day of ``2026-11-20``.

    Raises:
        MikroError: When it is none.
    """
    found = _ISO.fullmatch(text)
    if found is None:
        raise _no_date(text)
    return _existing(found, text)


def dated(text: str, order: Order) -> Dated:
    """The day, and the time after it, as office programs write them: ISO, or the day first.

    Raises:
        MikroError: When it is none, or could be two.
    """
    plain = text.strip()
    found = _ISO.match(plain) or _DAY_FIRST.match(plain)
    if found is None:
        raise _no_date(text)
    day = _existing(found, text)
    if found.re is _DAY_FIRST and order.is_unclear and found["day"] != found["month"]:
        raise MikroError(
            "date-unclear",
            N_(
                "“{date}” may have the month first, as other dates of this file have. Write it like 2026-11-20"
            ),
            date=text,
        )
    rest = plain[found.end() :].lstrip(" T").strip()
    if not rest:
        return Dated(day)
    clock = time_of(rest)
    if clock is None:
        raise _no_date(text)
    return Dated(day, clock)


def time_of(text: str) -> time | None:
    """A time of day; None where it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def not_ahead(day: date, today: date) -> None:
    """See that what was done is not still to come.

    Raises:
        MikroError: When it is.
    """
    if day > today:
        raise MikroError("date-ahead", N_("“{date}” is still to come"), date=day.isoformat())


def _existing(found: re.Match[str], text: str) -> date:
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    try:
        day = date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        raise _no_date(text) from None
    if day.year not in YEARS:
        raise _no_date(text)
    return day


def _no_date(text: str) -> MikroError:
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    return MikroError("date-unknown", N_("“{date}” is no date"), date=shown)
