"""The one place that holds the time of the reminder against the hours in which one may come.

A reminder outside its hours would never come, and nobody would be told. So whatever sets one of the two asks here:
what would silence it is refused with the setting that mends it, and a time that was asked for widens the hours.
"""

from __future__ import annotations

from datetime import time

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reminding import END_OF_DAY, Hours
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

    from mikrohandlinger.domain.settings import Settings

#: The settings on which it depends when the reminder comes, if it does.
KEYS: Final = ("nudge_at", "nudge_from", "nudge_to", "workdays")

_QUARTERS: Final = tuple(time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45))


class Clash(NamedTuple):
    """A time at which no reminder could come.

    Attributes:
        at: The time.
        key: The setting that keeps it away, ``nudge_from`` or ``nudge_to``.
        limit: Its value.
        works: A value of it with which the reminder comes.
    """

    at: time
    key: str
    limit: time
    works: time


def hours_of(settings: Settings) -> Hours:
    """The hours that are set."""
    return Hours(settings.nudge_from, settings.nudge_to)


def clash(at: time, hours: Hours) -> Clash | None:
    """What keeps a reminder at ``at`` away, and what would mend it; None where it may come."""
    if hours.allow(at):
        return None
    wider = widened(at, hours)
    if wider.opens != hours.opens:
        return Clash(at, "nudge_from", hours.opens, wider.opens)
    return Clash(at, "nudge_to", hours.closes, wider.closes)


def widened(at: time, hours: Hours) -> Hours:
    """The hours with ``at`` in them: one end is moved, the nearer one, to a whole hour where that is enough."""
    if hours.allow(at):
        return hours
    earlier = (hours._replace(opens=opens) for opens in (at.replace(minute=0), at))
    later = (hours._replace(closes=closes) for closes in (_next_hour(at), _next_minute(at)))
    if _minutes(at, hours.opens) <= _minutes(hours.closes, at):
        ways = (*earlier, *later)
    else:
        ways = (*later, *earlier)
    # Hours of all but one minute of the day can only become the whole of it.
    return next((way for way in ways if way.allow(at)), Hours(time(0), END_OF_DAY))


def refuse_silence(before: Settings, after: Settings) -> None:
    """Refuse settings with which the reminder would never come, where these before would have let it.

    Raises:
        MikroError: ``nudge-quiet``, with the command that mends it.
    """
    hours = hours_of(after)
    found = clash(after.nudge_at, hours)
    if found is None or (after.nudge_at, hours) == (before.nudge_at, hours_of(before)):
        return
    if hours == hours_of(before):
        raise too_early_or_late(found)
    fits = _time_within((hours_of(before), hours), after.nudge_at)
    if fits is None:
        raise MikroError(
            "nudge-quiet",
            N_("From {opens} to {closes} there is no time left for a reminder. Choose other hours."),
            opens=hours.opens,
            closes=hours.closes,
        )
    raise MikroError(
        "nudge-quiet",
        N_("Then the reminder at {at} would never come. Move it first: mikro config set nudge_at {works}"),
        at=after.nudge_at,
        works=f"{fits:%H:%M}",
    )


def too_early_or_late(found: Clash) -> MikroError:
    """The refusal of a time, with the setting that lets it in."""
    if found.key == "nudge_from":
        sentence = N_("{at} lies before your limit, {limit}. Move it: mikro config set nudge_from {works}")
    else:
        sentence = N_("{at} lies after your limit, {limit}. Move it: mikro config set nudge_to {works}")
    return MikroError("nudge-quiet", sentence, at=found.at, limit=found.limit, works=f"{found.works:%H:%M}")


def _time_within(all_of: Iterable[Hours], near: time) -> time | None:
    """The quarter of an hour nearest to ``near`` that all of the hours allow."""
    hours = tuple(all_of)
    fitting = [quarter for quarter in _QUARTERS if all(each.allow(quarter) for each in hours)]
    return min(fitting, key=lambda at: abs(_of_day(at) - _of_day(near)), default=None)


def _minutes(begin: time, end: time) -> int:
    """From ``begin`` on to the next ``end`` of the clock."""
    return (_of_day(end) - _of_day(begin)) % (24 * 60)


def _of_day(at: time) -> int:
    return at.hour * 60 + at.minute


def _next_hour(at: time) -> time:
    return time(at.hour + 1) if at.hour < 23 else END_OF_DAY


def _next_minute(at: time) -> time:
    minute = _of_day(at) + 1
    return time(*divmod(minute, 60)) if minute < 24 * 60 else END_OF_DAY
