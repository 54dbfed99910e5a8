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
from mikrohandlinger.domain.when.day import Near, day_of, refuse_future, refuse_leap_day
from mikrohandlinger.domain.when.words import (
    AGO,
    DAYS_AGO_AND_PART,
    MINUTES_IN,
    NOW,
    PARTS,
    WEEKDAYS,
    YEARS,
    Part,
    number_of,
    plain_form,
    shown,
)
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Final

    #: What makes of a local clock time, or of an instant, the local time with the offset that holds there.
    Localise = Callable[[dt.datetime], dt.datetime]

_ISO_MOMENT: Final = r"(\d{4}-\d\d-\d\d) (?:t )?(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(z|[+-]\d\d(?::?\d\d)?)?"


#: An hour without minutes, and a clock time without a mark between them, where nothing else can be meant.
_BARE_HOUR: Final = r"(?P<hour>\d{1,2})"
_BARE_CLOCK: Final = r"(?!20)(?P<hour>\d\d)(?P<minute>\d\d)"


class When(NamedTuple):
    """A day, and the local clock time or the instant if one was given.

    Attributes:
        day: The day of the calendar.
        time: The local time on that day, without time zone, or None.
        at: The instant of that time, with the offset that the text gives, otherwise with the one that holds there.
    """

    day: dt.date
    time: dt.time | None
    at: dt.datetime | None = None


def parse_when(
    text: str, now: dt.datetime, *, on: dt.date | None = None, localise: Localise | None = None
) -> When:
    """Read the day, and the time if there is one, of something that has happened.

    A time alone means today. A weekday means the latest one, today included; "i mandags" and "last monday"
    leave today out. A date without a year is the latest such date; where it will come sooner than it was, and this
    year or ten months after it was, it is that one, and refused.

    Args:
        text: What the user wrote.
        now: The present moment, aware, in local time.
        on: The day that a time alone means, instead of today.
        localise: Gives a local time, or an instant, the offset that holds there; without it that of ``now``.

    Raises:
        MikroError: ``when-unknown`` where no single meaning is possible or the day is before 2000;
            ``when-in-future`` where it is later than ``now``; ``when-never`` where no clock ever showed it.
    """
    here = localise or (lambda at: at.astimezone(now.tzinfo) if at.tzinfo else at.replace(tzinfo=now.tzinfo))
    said = _readings(plain_form(text), now, on, here)
    readings = {_placed(when, here) for when in said}
    if len(readings) > 1:
        # What is still to come cannot be what has happened.
        readings = {when for when in readings if not _is_later(when, now)} or readings
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
            if when.time is not None and when._replace(at=None) in said:
                refuse_never(dt.datetime.combine(when.day, when.time), here)
            return when
    refuse_leap_day(text, Near(now.date(), now.date(), -1))
    raise MikroError(
        "when-unknown",
        N_(
            "“{when}” is not a time that mikro understands. These work: today, yesterday, monday, "
            "3 days ago, 20/11, 20.11.2026 or 2026-11-20, each with a time if you like: yesterday 14:30."
        ),
        when=shown(text),
    )


def instant_in(text: str) -> dt.datetime | None:
    """The instant that a text gives with an offset of its own; None where it gives none."""
    moment = _iso_moment(plain_form(text))
    return moment if moment is not None and moment.tzinfo is not None else None


def refuse_never(wall: dt.datetime, localise: Localise) -> None:
    """Refuse a clock time that the clocks went past, and name the nearest that they showed.

    Raises:
        MikroError: ``when-never``.
    """
    if _was_shown(wall, localise):
        return
    nearest = next((each for each in _outwards(wall) if _was_shown(each, localise)), wall)
    raise MikroError(
        "when-never",
        N_("The clocks went past {time} on {day}. The nearest that they showed is {nearest}."),
        time=f"{wall:%H:%M}",
        day=wall.date(),
        nearest=f"{nearest:%H:%M}",
    )


def _was_shown(wall: dt.datetime, localise: Localise) -> bool:
    aware = localise(wall)
    # There and back through UTC, which gives a time that the clocks went past another face.
    return localise(aware.astimezone(dt.UTC)).replace(tzinfo=None, fold=0) == wall.replace(fold=0)


def _outwards(wall: dt.datetime) -> Iterator[dt.datetime]:
    for minutes in range(1, 2 * 24 * 60):
        yield from (wall + sign * dt.timedelta(minutes=minutes) for sign in (1, -1))


def _placed(when: When, localise: Localise) -> When:
    """The same with its instant."""
    if when.time is None or when.at is not None:
        return when
    return when._replace(at=localise(dt.datetime.combine(when.day, when.time)))


def _readings(plain: str, now: dt.datetime, on: dt.date | None, localise: Localise) -> set[When]:
    """Return everything that ``plain`` can mean: a moment, a day, a time of today, or a day and a time."""
    if moment := _moment(plain, now, localise):
        return {moment}
    # On 25 November "26/11" is a slip or a day still to come, to be refused, and hardly a year ago.
    near = Near(now.date(), now.date(), -1, may_be_ahead=True)
    found: set[When] = set()
    if day := day_of(plain, near):
        found.add(When(day, None))
    if clock := clock_time(plain) or _bare(_BARE_CLOCK, plain):
        found.add(When(on or near.today, clock))
    if plain in DAYS_AGO_AND_PART:
        days, part = DAYS_AGO_AND_PART[plain][0]
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
    clock = clock_time(second) or (_bare(_BARE_HOUR, second) if _is_in_words(first) else None)
    if first in DAYS_AGO_AND_PART:
        for days, part in DAYS_AGO_AND_PART[first]:
            if clock is not None and part.start <= clock < part.end:
                return When(near.today - dt.timedelta(days=days), clock)
        return None
    day = day_of(first, near)
    if day and clock:
        return When(day, clock)
    return _about(day, PARTS[second], now) if day and second in PARTS else None


def _is_in_words(day: str) -> bool:
    """Whether a number after ``day`` is an hour and no part of a date: "i går 14", but not "mandag 14"."""
    return not any(map(str.isdigit, day)) and day.removesuffix(".") not in WEEKDAYS


def _bare(form: str, plain: str) -> dt.time | None:
    """A clock time that says nothing of itself but its figures."""
    match = re.fullmatch(form, plain)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match.groupdict().get("minute") or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _about(day: dt.date, part: Part, now: dt.datetime) -> When:
    """Return a time in the middle of ``part``, but not later than now where that part has begun."""
    if day == now.date() and part.start <= now.time() < part.about:
        return When(day, now.time().replace(second=0, microsecond=0))
    return When(day, part.about)


def _moment(plain: str, now: dt.datetime, localise: Localise) -> When | None:
    """Read a text that gives day and time in one: now, 2 hours ago, ISO 8601 with or without an offset."""
    if plain in NOW:
        return When(now.date(), now.time(), now)
    if match := re.fullmatch(AGO, plain.replace("half an hour", "a half hour")):
        amount, unit = number_of(match["amount"]), MINUTES_IN.get(match["unit"])
        if amount is None or unit is None:
            return None
        # Through UTC, so that an hour is an hour when the clocks change.
        at = localise(now.astimezone(dt.UTC) - dt.timedelta(minutes=amount * unit))
        return When(at.date(), at.time(), at)
    moment = _iso_moment(plain)
    if moment is None:
        return None
    return When(moment.date(), moment.time(), moment if moment.tzinfo else None)


def _iso_moment(plain: str) -> dt.datetime | None:
    match = re.fullmatch(_ISO_MOMENT, plain)
    if match is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3] or ''}".upper())
        moment.astimezone(dt.UTC)  # near the first and the last of all years there may be none
    except (ValueError, OverflowError):
        return None
    return moment


def _is_later(when: When, now: dt.datetime) -> bool:
    # Through UTC: 02:30 may come before 02:10 in the night when the clocks go back.
    if when.at is not None:
        return when.at.astimezone(dt.UTC) > now.astimezone(dt.UTC)
    return when.day > now.date()
