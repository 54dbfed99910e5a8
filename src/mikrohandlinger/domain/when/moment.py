"""When something happened: "i går 14:30", "monday 2pm", "for 3 dage siden", "2026-11-20".

The grammar is a few tables of words and a few forms of dates and clock times. A text is read in every way that it
can be cut into a day and a time; it counts when exactly one reading is possible. So nothing is ever half
understood, and "10.11", which may be a date or a time, is asked about, not guessed.

``now`` is the present moment as aware local time.
"""

from __future__ import annotations

import datetime as dt
import re

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when.clock import clock_time
from mikrohandlinger.domain.when.day import YEARS, Near, day_of, refuse_future
from mikrohandlinger.domain.when.words import (
    AGO,
    DAYS_AGO_AND_PART,
    MINUTES_IN,
    NOW,
    PARTS,
    Part,
    number_of,
    plain_form,
    shown,
)
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

_ISO_MOMENT: Final = r"(\d{4}-\d\d-\d\d) (?:t )?(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(z|[+-]\d\d(?::?\d\d)?)?"


class When(NamedTuple):
    """A day, and the local clock time if one was given.

    Attributes:
        day: The local day.
        time: The local time on that day, without time zone, or None.
    """

    day: dt.date
    time: dt.time | None


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
    plain = plain_form(text)
    readings = _readings(plain, now)
    if len(readings) > 1:
        raise MikroError(
            "when-unknown",
            N_("“{when}” can be read in two ways. Write a date as 20/11 or 2026-11-20, and a time as 14:30."),
            when=shown(text),
        )
    for when in readings:
        if _is_later(when, now):
            refuse_future(text)
        if when.day.year in YEARS:
            return when
    raise MikroError(
        "when-unknown",
        N_(
            "“{when}” is not a time that mikro understands. These work: today, yesterday, monday, "
            "3 days ago, 20/11, 20.11.2026 or 2026-11-20, each with a time if you like: yesterday 14:30."
        ),
        when=shown(text),
    )


def _readings(plain: str, now: dt.datetime) -> set[When]:
    """Return everything that ``plain`` can mean: a moment, a day, a time of today, or a day and a time."""
    if moment := _moment(plain, now):
        return {When(moment.date(), moment.time())}
    # On 25 November "26/11" is a slip or a day still to come, to be refused, and hardly a year ago.
    near = Near(now.date(), now.date(), -1, may_be_ahead=True)
    found: set[When] = set()
    if day := day_of(plain, near):
        found.add(When(day, None))
    if clock := clock_time(plain):
        found.add(When(near.today, clock))
    if plain in DAYS_AGO_AND_PART:
        days, part = DAYS_AGO_AND_PART[plain]
        found.add(_about(near.today - dt.timedelta(days=days), part, now))
    words = plain.split()
    for cut in range(1, len(words)):
        start, end = " ".join(words[:cut]), " ".join(words[cut:])
        for first, second in ((start, end), (end, start)):
            if when := _day_and_time(first, second, near, now):
                found.add(when)
    return found


def _day_and_time(first: str, second: str, near: Near, now: dt.datetime) -> When | None:
    """Read ``first`` as the day and ``second`` as the time on it, which may be a part of the day."""
    clock = clock_time(second)
    if first in DAYS_AGO_AND_PART:
        days, part = DAYS_AGO_AND_PART[first]
        inside = clock is not None and part.start <= clock < part.end
        return When(near.today - dt.timedelta(days=days), clock) if inside else None
    day = day_of(first, near)
    if day and clock:
        return When(day, clock)
    return _about(day, PARTS[second], now) if day and second in PARTS else None


def _about(day: dt.date, part: Part, now: dt.datetime) -> When:
    """Return a time in the middle of ``part``, but not later than now where that part has begun."""
    if day == now.date() and part.start <= now.time() < part.about:
        return When(day, now.time().replace(second=0, microsecond=0))
    return When(day, part.about)


def _moment(plain: str, now: dt.datetime) -> dt.datetime | None:
    """Read a text that gives day and time in one: now, 2 hours ago, ISO 8601 with or without an offset."""
    if plain in NOW:
        return now
    if match := re.fullmatch(AGO, plain.replace("half an hour", "a half hour")):
        amount, unit = number_of(match["amount"]), MINUTES_IN.get(match["unit"])
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


def _is_later(when: When, now: dt.datetime) -> bool:
    if when.time is None or when.day != now.date():
        return when.day > now.date()
    moment = dt.datetime.combine(when.day, when.time, tzinfo=now.tzinfo)
    # Through UTC: 02:30 may come before 02:10 in the night when the clocks go back.
    return moment.astimezone(dt.UTC) > now.astimezone(dt.UTC)
