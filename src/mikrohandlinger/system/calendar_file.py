"""The reminder as a calendar file: one recurring event for Outlook, Teams and the phone (RFC 5545).

A time zone written with lists of dates puts every summer event an hour late in Thunderbird (measured) and in
Outlook (reported), so the zone is a literal one with two rules. Many single events become a calendar of their
own in Outlook, and come twice on the next import; one event is one thing to delete. Excluded dates carry the
time zone of the start, as Microsoft 365 applies others to the wrong day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ZONE = "Europe/Copenhagen"
MINUTES = 5
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)

# BYDAY in both rules, because Outlook asks for it.
_TIMEZONE = f"""\
BEGIN:VTIMEZONE\r
TZID:{ZONE}\r
BEGIN:STANDARD\r
DTSTART:19961027T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:19810329T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
END:DAYLIGHT\r
END:VTIMEZONE\r
"""


class Appointment(NamedTuple):
    """What the recurring event says and when it comes.

    Attributes:
        first: The first day that may have it.
        last: The last day that may have it.
        at: Danish local time.
        weekdays: ISO weekdays, rising.
        summary: The line in the calendar; other people may see it, so nothing personal stands in it.
        description: What stands below it.
        made: When the file is made, with an offset; the revision of the event grows with it.
        person: Tells the event of one person from that of another in a calendar that they share; the same each time.
    """

    first: date
    last: date
    at: time
    weekdays: tuple[int, ...]
    summary: str
    description: str
    made: datetime
    person: str = ""


def render(appointment: Appointment, is_working: Callable[[date], bool]) -> bytes | None:
    """The calendar file; None where no day of the range is a working day.

    Args:
        appointment: The recurring event.
        is_working: Tells whether a day counts: holidays, closed days and pauses become exceptions.
    """
    length = (appointment.last - appointment.first).days + 1
    days = [appointment.first + timedelta(days=ahead) for ahead in range(length)]
    days = [day for day in days if day.isoweekday() in appointment.weekdays]
    working = [day for day in days if is_working(day)]
    if not working:
        return None
    off = [day for day in days if working[0] <= day <= working[-1] and not is_working(day)]
    return _calendar(appointment, working[0], working[-1], off)


def _calendar(appointment: Appointment, first: date, last: date, off: list[date]) -> bytes:
    from icalendar import Alarm, Calendar, Event, Timezone, vText

    zone = {"TZID": ZONE}
    made = appointment.made.astimezone(UTC)
    end = datetime.combine(last, appointment.at) - _offset(last)
    event = Event()
    event.add("uid", f"daily-nudge-{_opaque(appointment.person)}@mikrohandlinger")
    event.add("sequence", int((made - _EPOCH).total_seconds() // 60))
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("dtstart", datetime.combine(first, appointment.at), parameters=zone)
    event.add("duration", timedelta(minutes=MINUTES))
    weekdays = [_DAYS[day - 1] for day in appointment.weekdays]
    event.add("rrule", {"FREQ": "WEEKLY", "UNTIL": end.replace(tzinfo=UTC), "BYDAY": weekdays, "WKST": "MO"})
    for day in off:
        event.add("exdate", datetime.combine(day, appointment.at), parameters=zone)
    event.add("summary", appointment.summary)
    event.add("description", appointment.description)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", appointment.summary)
    alarm["trigger"] = vText("PT0S")  # the library would write P0D, which fewer programs know
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//mikrohandlinger//mikro nudge calendar//DA")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(Timezone.from_ical(_TIMEZONE))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _opaque(person: str) -> str:
    """A name for ``person`` from which nobody can tell who it is."""
    from hashlib import sha256

    return sha256(f"mikro nudge calendar {person}".encode()).hexdigest()[:16]


def _offset(day: date) -> timedelta:
    """Danish time ahead of UTC from 03:00 on; without a table of time zones, which Windows lacks."""
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    return timedelta(hours=2 if summer else 1)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)
