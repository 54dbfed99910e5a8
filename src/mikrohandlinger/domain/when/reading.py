"""Understands when something happened: "i går 14:30", "monday 2pm", "for 3 dage siden", "2026-11-20".

Danish and English are understood at once, whatever the language of the screen, since people think of a day in
their own words. The grammar is a few tables of words and a few forms of dates and clock times. A text is
read in every way that it can be cut into a day and a time; it counts when exactly one reading is possible. So
nothing is ever half understood, and "10.11", which may be a date or a time, is asked about, not guessed.

``now`` is the present moment as aware local time. Danish order holds for dates: 5/11 is 5 November.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final, NamedTuple, NoReturn

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line

YEARS: Final = range(2000, 3000)
"""The years that a day may lie in; anything else is a slip of the fingers."""

_LONGEST: Final = 80
_SHOWN: Final = 40


class When(NamedTuple):
    """A day, and the local clock time if one was given.

    Attributes:
        day: The local day.
        time: The local time on that day, without time zone, or None.
    """

    day: dt.date
    time: dt.time | None


class _Near(NamedTuple):
    """Which of many Mondays, or of many twentieths of November, is meant."""

    today: dt.date
    anchor: dt.date
    """The last such day up to here, or the first from here on."""
    step: int
    """-1 for the last, 1 for the first."""
    may_be_ahead: bool = False
    """Whether a date without a year may come later this year, where that is nearer than last year's."""


class _Part(NamedTuple):
    """A part of the day: a clock time given with it lies in it; without one, it is about that time."""

    start: dt.time
    about: dt.time
    end: dt.time


# All words are written as _plain() leaves them: lower case, å and aa as a, ø and oe as o, æ as ae.
_DAYS_AGO: Final = {
    **dict.fromkeys(("i dag", "idag", "today"), 0),
    **dict.fromkeys(("i gar", "igar", "yesterday"), 1),
    **dict.fromkeys(("i forgars", "iforgars", "day before yesterday", "the day before yesterday"), 2),
    **dict.fromkeys(("i morgen", "imorgen", "tomorrow"), -1),
    **dict.fromkeys(("i overmorgen", "overmorgen", "day after tomorrow", "the day after tomorrow"), -2),
}
_WEEKDAYS: Final = {
    word: number
    for number, words in enumerate(
        (
            "mandag mandags man monday mon",
            "tirsdag tirsdags tirs tir tuesday tues tue",
            "onsdag onsdags ons wednesday weds wed",
            "torsdag torsdags tors tor thursday thurs thur thu",
            "fredag fredags fre friday fri",
            "lordag lordags lor saturday sat",
            "sondag sondags son sunday sun",
        )
    )
    for word in words.split()
}
_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "marts march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}
_AMOUNTS: Final = {
    word: number
    for number, words in enumerate(
        (
            "en et a an one",
            "to two",
            "tre three",
            "fire four",
            "fem five",
            "seks six",
            "syv seven",
            "otte eight",
            "ni nine",
            "ti ten",
        ),
        start=1,
    )
    for word in words.split()
}
_DAYS_IN: Final = {
    **dict.fromkeys(("dag", "dage", "dogn", "day", "days"), 1),
    **dict.fromkeys(("uge", "uger", "week", "weeks"), 7),
}
_MINUTES_IN: Final = {
    **dict.fromkeys(("min", "mins", "minut", "minutter", "minute", "minutes"), 1),
    "kvarter": 15,
    **dict.fromkeys(("halv time", "half hour"), 30),
    **dict.fromkeys(("time", "timer", "t", "hour", "hours", "h"), 60),
}
_NOW: Final = {"nu", "lige nu", "now", "right now", "just now"}
_NOON: Final = {"middag", "noon", "midday"}

_MORNING: Final = _Part(dt.time(4), dt.time(9), dt.time(12))
_FORENOON: Final = _Part(dt.time(8), dt.time(10), dt.time(12))
_AFTERNOON: Final = _Part(dt.time(12), dt.time(14), dt.time(18))
_EVENING: Final = _Part(dt.time(17), dt.time(20), dt.time.max)
_PARTS: Final = {
    **dict.fromkeys(("morgen", "morges", "morning"), _MORNING),
    **dict.fromkeys(("formiddag", "formiddags"), _FORENOON),
    **dict.fromkeys(("eftermiddag", "eftermiddags", "afternoon"), _AFTERNOON),
    **dict.fromkeys(("aften", "aftes", "evening"), _EVENING),
}
_DAYS_AGO_AND_PART: Final = {
    **dict.fromkeys(("i morges", "imorges", "this morning"), (0, _MORNING)),
    **dict.fromkeys(("i formiddag", "i formiddags"), (0, _FORENOON)),
    **dict.fromkeys(("i eftermiddag", "i eftermiddags", "this afternoon"), (0, _AFTERNOON)),
    **dict.fromkeys(("i aften", "this evening"), (0, _EVENING)),
    **dict.fromkeys(("i aftes", "last night"), (1, _EVENING)),
}

_ISO_MOMENT: Final = r"(\d{4}-\d\d-\d\d) (?:t )?(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(z|[+-]\d\d(?::?\d\d)?)?"
_DATES: Final = (
    r"(?P<year>\d{4})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})(?:[-/.](?P<year>\d{4}|\d\d))?",
    r"(?P<day>\d{1,2})(?:\.| (?:st|nd|rd|th))? ?(?:of )?(?P<month>[a-z]+)\.?(?: (?P<year>\d{4}))?",
    r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2})(?: (?:st|nd|rd|th))?(?: (?P<year>\d{4}))?",
)
_WEEKDAY: Final = r"(?:(?P<which>i|sidste|forrige|last|pa|naeste|next|on) )?(?P<weekday>[a-z]+)\.?"
_AGO: Final = r"(?:for )?(?P<amount>\d{1,4}|[a-z]+) (?P<unit>[a-z ]+) (?:siden|ago)"
_AHEAD: Final = r"(?:om|in) (?P<amount>\d{1,4}|[a-z]+) (?P<unit>[a-z]+)"
_CLOCK: Final = (
    r"(?P<at>kl\.?|klokken|at)? ?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?: (?P<half>[ap])\.?m\.?)?"
)


def parse_when(text: str, now: dt.datetime) -> When:
    """Read the day, and the time if there is one, of something that has happened.

    A time alone means today. A weekday means the latest one, today included; "i mandags" and "last monday"
    leave today out. A date without a year is the latest such date; where the one later this year is nearer than
    the one of last year, it is that one, and refused.

    Args:
        text: What the user wrote.
        now: The present moment, aware, in local time.

    Raises:
        MikroError: ``when-unknown`` where no single meaning is possible or the day is before 2000;
            ``when-in-future`` where it is later than ``now``.
    """
    plain = _plain(text)
    readings = _readings(plain, now)
    if len(readings) > 1:
        raise MikroError(
            "when-unknown",
            N_("“{when}” can be read in two ways. Write a date as 20/11 or 2026-11-20, and a time as 14:30."),
            when=_shown(text),
        )
    for when in readings:
        if _is_later(when, now):
            _refuse_future(text)
        if when.day.year in YEARS:
            return when
    raise MikroError(
        "when-unknown",
        N_(
            "“{when}” is not a time that mikro understands. These work: today, yesterday, monday, "
            "3 days ago, 20/11, 20.11.2026 or 2026-11-20, each with a time if you like: yesterday 14:30."
        ),
        when=_shown(text),
    )


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
    near = _Near(today, since or today, 1) if future or since else _Near(today, today, -1)
    day = _day(_plain(text), near)
    if day and day > today and not future:
        _refuse_future(text)
    if day and day.year in YEARS:
        return day
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
    raise MikroError("when-unknown", works, when=_shown(text))


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
    plain = "this" if text is None else _plain(text)
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
            week=_shown(text or ""),
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


def _readings(plain: str, now: dt.datetime) -> set[When]:
    """Return everything that ``plain`` can mean: a moment, a day, a time of today, or a day and a time."""
    if moment := _moment(plain, now):
        return {When(moment.date(), moment.time())}
    # On 25 November "26/11" is a slip or a day still to come, to be refused, and hardly a year ago.
    near = _Near(now.date(), now.date(), -1, may_be_ahead=True)
    found: set[When] = set()
    if day := _day(plain, near):
        found.add(When(day, None))
    if clock := _clock(plain):
        found.add(When(near.today, clock))
    if plain in _DAYS_AGO_AND_PART:
        days, part = _DAYS_AGO_AND_PART[plain]
        found.add(_about(near.today - dt.timedelta(days=days), part, now))
    words = plain.split()
    for cut in range(1, len(words)):
        start, end = " ".join(words[:cut]), " ".join(words[cut:])
        for first, second in ((start, end), (end, start)):
            if when := _day_and_time(first, second, near, now):
                found.add(when)
    return found


def _day_and_time(first: str, second: str, near: _Near, now: dt.datetime) -> When | None:
    """Read ``first`` as the day and ``second`` as the time on it, which may be a part of the day."""
    clock = _clock(second)
    if first in _DAYS_AGO_AND_PART:
        days, part = _DAYS_AGO_AND_PART[first]
        inside = clock is not None and part.start <= clock < part.end
        return When(near.today - dt.timedelta(days=days), clock) if inside else None
    day = _day(first, near)
    if day and clock:
        return When(day, clock)
    return _about(day, _PARTS[second], now) if day and second in _PARTS else None


def _about(day: dt.date, part: _Part, now: dt.datetime) -> When:
    """Return a time in the middle of ``part``, but not later than now where that part has begun."""
    if day == now.date() and part.start <= now.time() < part.about:
        return When(day, now.time().replace(second=0, microsecond=0))
    return When(day, part.about)


def _moment(plain: str, now: dt.datetime) -> dt.datetime | None:
    """Read a text that gives day and time in one: now, 2 hours ago, ISO 8601 with or without an offset."""
    if plain in _NOW:
        return now
    if match := re.fullmatch(_AGO, plain.replace("half an hour", "a half hour")):
        amount, unit = _amount(match["amount"]), _MINUTES_IN.get(match["unit"])
        if amount is None or unit is None:
            return None
        # Through UTC, so that an hour is an hour when the clocks change.
        return (now.astimezone(dt.UTC) - dt.timedelta(minutes=amount * unit)).astimezone(now.tzinfo)
    if match := re.fullmatch(_ISO_MOMENT, plain):
        try:
            moment = dt.datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3] or ''}".upper())
            return moment.astimezone(now.tzinfo) if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
        except (ValueError, OverflowError):
            return None
    return None


def _day(plain: str, near: _Near) -> dt.date | None:
    """Read a day, in any of the forms that have no time."""
    if plain in _DAYS_AGO:
        return near.today - dt.timedelta(days=_DAYS_AGO[plain])
    for pattern, sign in ((_AGO, -1), (_AHEAD, 1)):
        if match := re.fullmatch(pattern, plain):
            amount, unit = _amount(match["amount"]), _DAYS_IN.get(match["unit"])
            return None if amount is None or unit is None else _shifted(near.today, sign * amount * unit)
    if match := re.fullmatch(_WEEKDAY, plain):
        return _weekday(match["weekday"], match["which"], near)
    return _weekday_and_date(plain, near)


def _shifted(day: dt.date, days: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def _amount(word: str) -> int | None:
    return int(word) if word.isdecimal() else _AMOUNTS.get(word)


def _weekday(word: str, which: str | None, near: _Near) -> dt.date | None:
    number = _WEEKDAYS.get(word)
    if number is None or (which == "i" and not word.endswith("dags")):
        return None
    if which in {"i", "sidste", "forrige", "last"}:
        return near.today - dt.timedelta(days=(near.today.weekday() - number - 1) % 7 + 1)
    if which in {"pa", "naeste", "next"}:
        return near.today + dt.timedelta(days=(number - near.today.weekday() - 1) % 7 + 1)
    return near.anchor + near.step * dt.timedelta(days=near.step * (number - near.anchor.weekday()) % 7)


def _weekday_and_date(plain: str, near: _Near) -> dt.date | None:
    """Read a date, also with its weekday before it, as calendars write it; the two must agree."""
    first, _, rest = plain.partition(" ")
    weekday = _WEEKDAYS.get(first.removesuffix("."))
    day = _date(re.sub(r"^(?:den |d\. ?|d |the |on )", "", plain if weekday is None else rest), near)
    return day if day and weekday in {None, day.weekday()} else None


def _date(plain: str, near: _Near) -> dt.date | None:
    for pattern in _DATES:
        if match := re.fullmatch(pattern, plain):
            word = match["month"]
            month = int(word) if word.isdecimal() else _MONTHS.get(word, 0)
            return _existing(int(match["day"]), month, match["year"], near)
    return None


def _existing(day: int, month: int, year: str | None, near: _Near) -> dt.date | None:
    """Return the date; without a year the nearest one that exists (29 February: up to eight years away)."""
    if year:
        return _date_in(int(year) + (2000 if len(year) == 2 else 0), month, day)
    dates = (_date_in(near.anchor.year + count * near.step, month, day) for count in range(9))
    found = next((date for date in dates if date and (date - near.anchor).days * near.step >= 0), None)
    later_this_year = _date_in(near.today.year, month, day)
    if near.may_be_ahead and found and later_this_year:
        return min(found, later_this_year, key=lambda date: abs(date - near.today))
    return found


def _date_in(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _clock(plain: str) -> dt.time | None:
    """Read a clock time: 14:30, 14.30, kl. 14, 2 pm, noon. A bare number is none."""
    if plain.removeprefix("at ") in _NOON:
        return dt.time(12)
    match = re.fullmatch(_CLOCK, plain)
    if not match:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif match["minute"] is None and (match["at"] or "at") == "at":
        return None
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _is_later(when: When, now: dt.datetime) -> bool:
    if when.time is None or when.day != now.date():
        return when.day > now.date()
    moment = dt.datetime.combine(when.day, when.time, tzinfo=now.tzinfo)
    # Through UTC: 02:30 may come before 02:10 in the night when the clocks go back.
    return moment.astimezone(dt.UTC) > now.astimezone(dt.UTC)


def _refuse_future(text: str) -> NoReturn:
    raise MikroError(
        "when-in-future",
        N_("“{when}” is later than now. Write when it happened, as in: today, yesterday 14:30 or 20/11."),
        when=_shown(text),
    )


def _shown(text: str) -> str:
    """Return the user's words as they may stand in a sentence."""
    line = one_line(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_FOLDED: Final = (("å", "a"), ("aa", "a"), ("ø", "o"), ("oe", "o"), ("æ", "ae"))


def _plain(text: str) -> str:
    """Return ``text`` as the tables are written: one spelling of each letter, digits apart from letters.

    What is longer than any day or time can be is returned empty, and so never understood.
    """
    if len(text) > _LONGEST:
        return ""
    plain = unicodedata.normalize("NFKC", one_line(text)).casefold().translate(_DASHES)
    for letters, folded in _FOLDED:
        plain = plain.replace(letters, folded)
    plain = re.sub(r"(?<=\S) ?, ?(?=\S)", " ", plain)
    return " ".join(re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", plain).split())
