"""The log of what went wrong with the daily reminder."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mikrohandlinger.storage import reminder_log

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def test_it_stays_small_private_and_in_order(home: Path) -> None:
    log = home / "nudge.log"
    for number in range(2000):
        reminder_log.note(log, AT, f"failure {number}\nof many")

    written = list(home.glob("nudge.log*"))
    assert len(written) == 2
    assert sum(path.stat().st_size for path in written) < 45_000
    if os.name == "posix":  # elsewhere they lie in the user's own profile
        assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
    lines = [f"2026-11-23T08:30:00+00:00 failure {number} of many" for number in range(2000)]
    assert reminder_log.latest(log, 500) == lines[-500:]


def test_where_nothing_was_noted_there_is_nothing(home: Path) -> None:
    assert reminder_log.latest(home / "nudge.log", 5) == []


def test_what_cannot_be_noted_stops_nobody(home: Path) -> None:
    home.write_text("in the way")

    reminder_log.note(home / "nudge.log", AT, "a failure")

    assert reminder_log.latest(home / "nudge.log", 5) == []
