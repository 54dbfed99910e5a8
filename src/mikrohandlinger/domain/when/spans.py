"""A piece of the calendar: "20/12", "uge 29-31", "november", "1-5/12", "sidste uge", "resten af ugen"."""

from __future__ import annotations

import datetime as dt
import re

from mikrohandlinger.domain.when.day import Near, day_of
from mikrohandlinger.domain.when.week import monday_in
from mikrohandlinger.domain.when.words import DAYS_IN, MONTHS, WEEKS_AWAY, YEARS, number_of
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

_DAY: Final = dt.timedelta(days=1)
_WEEK: Final = dt.timedelta(weeks=1)

_TO: Final = r" ?(?:-|til|to|og|and) ?"
_YEAR: Final = r"(?:(?: i| in| of|,|/)? ?(?P<year>\d{4}))?"
_WEEKS: Final = rf"(?:ugerne|uger|uge|weeks|week|w) (?P<first>\d{{1,2}})(?:{_TO}(?:uge |week |w )?(?P<last>\d{{1,2}}))?{_YEAR}"
_WEEK_OF_YEAR: Final = r"(?P<year>\d{4})-?w (?P<first>\d\d)(?P<last>)"
_UNIT_AWAY: Final = r"(?P<which>[a-z]+) (?P<unit>uge|week|maned|month|ar|year)"
_MONTH: Final = rf"(?:i |in )?(?P<month>[a-z]+)\.?{_YEAR}"
_ONE_YEAR: Final = r"(?:i |in )?(?P<year>\d{4})"
_DAYS_THEN_MONTH: Final = rf"(?P<first>\d{{1,2}})\.?{_TO}(?P<rest>\d.*)"
_MONTH_THEN_DAYS: Final = rf"(?P<month>[a-z]+)\.? (?P<first>\d{{1,2}}){_TO}(?P<last>\d{{1,2}}){_YEAR}"
_LASTING: Final = r"(?:i |for |in )?(?P<amount>\d{1,3}|[a-z]+) (?P<unit>[a-z]+)(?: frem| fremover)?"
_MONTHS_IN: Final = {"maned", "maneder", "month", "months"}
_REST: Final = {
    **dict.fromkeys(("resten af ugen", "rest of the week", "the rest of the week"), "week"),
    **dict.fromkeys(("resten af maneden", "rest of the month", "the rest of the month"), "month"),
    **dict.fromkeys(("resten af aret", "rest of the year", "the rest of the year"), "year"),
}
_WEEKEND: Final = {"weekenden", "i weekenden", "the weekend", "this weekend", "weekend"}
_UNITS: Final = {"uge": "week", "maned": "month", "ar": "year"}
#: A week 53 may be six years away.
_YEARS_AROUND: Final = (-1, 0, 1)


class Span(NamedTuple):
    """Some days in a row.

    Attributes:
        first: The first of them.
        last: The last.
        has_both_ends: Whether the words name where it begins and where it ends, as "uge 29-31" does.
    """

    first: dt.date
    last: dt.date
    has_both_ends: bool = False


def span_of(plain: str, near: Near) -> Span | None:
    """Read a piece of the calendar; None where it is none.

    Args:
        plain: What the user wrote, in its plain form.
        near: Which of many is meant: the last that has begun, or the first that is not over.
    """
    try:
        span = _span(re.sub(r"^(?:hele |(?:all|the whole) (?:of )?)", "", plain), near)
    except (ValueError, OverflowError):  # beyond the calendar
        return None
    if span is None or not (span.first.year in YEARS and span.last.year in YEARS):
        return None
    return span


def lasting(plain: str, first: dt.date) -> dt.date | None:
    """The last day of so many days, weeks or months that begin on ``first``; None where it is no such thing."""
    match = re.fullmatch(_LASTING, plain)
    amount = match and number_of(match["amount"])
    if match is None or not amount:
        return None
    try:
        if match["unit"] in _MONTHS_IN:
            return _months_on(first, amount) - _DAY
        days = DAYS_IN.get(match["unit"])
        last = None if days is None else first + (amount * days - 1) * _DAY
    except (ValueError, OverflowError):
        return None
    return last if last and last.year in YEARS else None


def _span(plain: str, near: Near) -> Span | None:
    day = day_of(plain, near)
    if day is not None:
        return Span(day, day)
    if plain in _REST:
        return Span(near.today, _unit(_REST[plain], near.today).last)
    if plain in _WEEKEND:
        sunday = _unit("week", near.today).last
        return Span(sunday - _DAY, sunday)
    for form, read in _FORMS:
        match = re.fullmatch(form, plain)
        found = match and read(match, near)
        if found:
            return found
    return None


def _unit_away(match: re.Match[str], near: Near) -> Span | None:
    unit = _UNITS.get(match["unit"], match["unit"])
    away = 0 if match["which"] == "i" and unit == "year" else WEEKS_AWAY.get(match["which"])
    if away is None:
        return None
    if unit == "week":
        return _unit("week", near.today + away * _WEEK)
    here = _unit(unit, near.today)
    return here if not away else _unit(unit, here.last + _DAY if away > 0 else here.first - _DAY)


def _weeks(match: re.Match[str], near: Near) -> Span | None:
    first, last = int(match["first"]), match["last"]
    if match["year"]:
        found = _known([monday_in(int(match["year"]), first)])
    else:
        around = near.anchor.isocalendar().year
        found = _known(monday_in(around + count, first) for count in _YEARS_AROUND)
    span = _nearest([_unit("week", monday) for monday in found], near)
    if span is None or not last:
        return span
    year = span.first.isocalendar().year
    ends = _known(monday_in(year + count, int(last)) for count in (0, 1))
    end = next((monday for monday in ends if monday >= span.first), None)
    return None if end is None else Span(span.first, end + 6 * _DAY, has_both_ends=True)


def _month(match: re.Match[str], near: Near) -> Span | None:
    number = MONTHS.get(match["month"])
    if number is None:
        return None
    years = [int(match["year"])] if match["year"] else [near.anchor.year + count for count in _YEARS_AROUND]
    return _nearest([_unit("month", dt.date(year, number, 1)) for year in years], near)


def _year(match: re.Match[str], _near: Near) -> Span | None:
    return _unit("year", dt.date(int(match["year"]), 1, 1))


def _days_then_month(match: re.Match[str], near: Near) -> Span | None:
    """Read "1-5/12": the month and the year of the end are those of the beginning too."""
    last = day_of(match["rest"], near)
    if last is None or not 0 < int(match["first"]) < last.day:
        return None
    return Span(last.replace(day=int(match["first"])), last, has_both_ends=True)


def _month_then_days(match: re.Match[str], near: Near) -> Span | None:
    last = day_of(" ".join(filter(None, (match["month"], match["last"], match["year"]))), near)
    if last is None or not 0 < int(match["first"]) < last.day:
        return None
    return Span(last.replace(day=int(match["first"])), last, has_both_ends=True)


def _known(mondays: Iterable[dt.date | None]) -> list[dt.date]:
    return [monday for monday in mondays if monday is not None]


def _nearest(spans: list[Span], near: Near) -> Span | None:
    """The last of them that has begun, or the first that is not over; one alone is meant whenever it is."""
    if len(spans) == 1:
        return spans[0]
    if near.step < 0:
        return max((span for span in spans if span.first <= near.anchor), default=None)
    return min((span for span in spans if span.last >= near.anchor), default=None)


def _unit(unit: str, day: dt.date) -> Span:
    """The week, month or year that ``day`` lies in."""
    if unit == "week":
        monday = day - day.weekday() * _DAY
        return Span(monday, monday + 6 * _DAY)
    if unit == "month":
        first = day.replace(day=1)
        return Span(first, _months_on(first, 1) - _DAY)
    return Span(day.replace(month=1, day=1), day.replace(month=12, day=31))


def _months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the first of the next where that month has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:
        return _months_on(day.replace(day=1), months + 1)


_FORMS: Final = (
    (_WEEKS, _weeks),
    (_WEEK_OF_YEAR, _weeks),
    (_UNIT_AWAY, _unit_away),
    (_DAYS_THEN_MONTH, _days_then_month),
    (_MONTH_THEN_DAYS, _month_then_days),
    (_MONTH, _month),
    (_ONE_YEAR, _year),
)
