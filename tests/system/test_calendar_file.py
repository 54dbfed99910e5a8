"""The calendar file, read back by two parsers that are not ours."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.system.calendar_file import Appointment, render

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NODE_PATH = os.environ.get("NODE_PATH", "")
"""Where ical.js is; read here, because no test sees the real environment."""
APPOINTMENT = Appointment(
    first=date(2026, 11, 21),
    last=date(2027, 11, 20),
    at=time(8, 30),
    weekdays=(1, 2, 3, 4, 5),
    summary="Dagens mikrohandling",
    description="Åbn en terminal, og skriv: mikro today\nTag den tid, du har; denne linje skal foldes.",
    made=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
)
OFF = {date(2026, 12, 24), date(2026, 12, 25), date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 29)}
OFF |= {date(2027, 7, 12) + timedelta(days=ahead) for ahead in range(19)}


def is_working(day: date) -> bool:
    return day not in OFF


def expected(appointment: Appointment) -> list[datetime]:
    """Every working day at the right Danish time, over both changes of the clock."""
    length = (appointment.last - appointment.first).days + 1
    days = (appointment.first + timedelta(days=ahead) for ahead in range(length))
    return [
        datetime.combine(day, appointment.at, tzinfo=COPENHAGEN).astimezone(UTC)
        for day in days
        if day.isoweekday() in appointment.weekdays and is_working(day)
    ]


def made(appointment: Appointment) -> bytes:
    content = render(appointment, is_working)
    assert content is not None
    return content


def seen_by_python(content: bytes) -> list[datetime]:
    import icalendar
    import recurring_ical_events

    events = recurring_ical_events.of(icalendar.Calendar.from_ical(content)).between(
        (2026, 1, 1), (2030, 1, 1)
    )
    return sorted(event["DTSTART"].dt.astimezone(UTC) for event in events)


def test_an_independent_reader_finds_every_working_day_at_danish_time() -> None:
    assert seen_by_python(made(APPOINTMENT)) == expected(APPOINTMENT)


def node_finds_ical_js() -> bool:
    if shutil.which("node") is None:
        return False
    return (
        subprocess.run(["node", "-e", "require('ical.js')"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(not node_finds_ical_js(), reason="needs node, and ical.js in NODE_PATH")
@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York", "UTC"])
def test_thunderbird_finds_every_working_day_at_danish_time(zone: str, tmp_path: Path) -> None:
    file = tmp_path / "mikro.ics"
    file.write_bytes(made(APPOINTMENT))
    script = Path(__file__).with_name("expand.cjs")

    seen = subprocess.run(
        ["node", str(script), str(file)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NODE_PATH": NODE_PATH, "TZ": zone},
    )

    assert [datetime.fromisoformat(line) for line in seen.stdout.split()] == expected(APPOINTMENT)


def test_the_file_is_as_it_was_reviewed(snapshot: SnapshotAssertion) -> None:
    assert made(APPOINTMENT).decode() == snapshot


def test_the_same_input_gives_the_same_bytes() -> None:
    assert made(APPOINTMENT) == made(APPOINTMENT)


def test_a_later_file_has_a_later_revision_of_the_same_event() -> None:
    import icalendar

    first, second = (
        icalendar.Calendar.from_ical(
            made(APPOINTMENT._replace(made=APPOINTMENT.made + timedelta(minutes=minutes)))
        ).walk("VEVENT")[0]
        for minutes in (0, 1)
    )

    assert first["UID"] == second["UID"]
    assert first.decoded("SEQUENCE") < second.decoded("SEQUENCE")


def test_what_programs_are_known_to_trip_over_is_as_they_need_it() -> None:
    content = made(APPOINTMENT)
    lines = content.split(b"\r\n")
    unfolded = content.replace(b"\r\n ", b"").decode().split("\r\n")

    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    assert unfolded[-5:] == ["TRIGGER:PT0S", "END:VALARM", "END:VEVENT", "END:VCALENDAR", ""]
    assert [line for line in unfolded if line.startswith("EXDATE")] == [
        f"EXDATE;TZID=Europe/Copenhagen:{day:%Y%m%d}T083000" for day in sorted(OFF) if day.isoweekday() < 6
    ]
    assert {"TRANSP:TRANSPARENT", "CLASS:PRIVATE", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"} <= set(unfolded)
    assert not [line for line in unfolded if line.startswith(("ORGANIZER", "ATTENDEE", "RDATE"))]


def test_without_a_working_day_there_is_no_file() -> None:
    assert render(APPOINTMENT, lambda _day: False) is None


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.integers(0, 400),
    st.times(time(3)).map(lambda at: at.replace(second=0, microsecond=0)),
    st.frozensets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))),
)
def test_any_range_and_time_comes_back_whole(
    first: date, length: int, at: time, weekdays: tuple[int, ...]
) -> None:
    appointment = APPOINTMENT._replace(
        first=first, last=first + timedelta(days=length), at=at, weekdays=weekdays
    )
    content = render(appointment, is_working)

    assert (seen_by_python(content) if content is not None else []) == expected(appointment)
