"""What the daily reminder really did: one row a day, and a small log of what went wrong."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from mikrohandlinger.domain.reminding import Delivery
from mikrohandlinger.domain.reports.reminder import LastReminder
from mikrohandlinger.storage.database.opening import translating, writing
from mikrohandlinger.storage.files import folder_of

if TYPE_CHECKING:
    import sqlite3

    from mikrohandlinger.storage.files import StrPath

PROMPT: Final = "prompt"
"""The channel of a nudge that could only be left for the prompt; whether anybody saw it is not known."""

_ABANDONED: Final = timedelta(minutes=1)
_REMEMBERED: Final = 40
_LOG_BYTES: Final = 20_000


class Reminders:
    """The rows of one database about nudges.

    Args:
        connection: The open database.
        path: Its file, for messages.
    """

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._connection = connection
        self._path = path

    def claim(self, day: date, at: datetime, rhythm: str) -> bool:
        """Take the nudge of ``day`` before it is shown; False when another process has it.

        A claim that nothing came of within a minute was left by a process that was ended, and may be taken.
        """
        with writing(self._connection, self._path):
            row = self._connection.execute(
                "SELECT at, channel FROM reminders WHERE day = ?", (day.isoformat(),)
            ).fetchone()
            if row is not None and (
                row[1] is not None or abs(at - datetime.fromisoformat(row[0])) < _ABANDONED
            ):
                return False
            self._connection.execute(
                "INSERT INTO reminders (day, at, rhythm) VALUES (?, ?, ?)"
                " ON CONFLICT (day) DO UPDATE SET at = excluded.at, rhythm = excluded.rhythm, settled = 0",
                (day.isoformat(), at.isoformat(timespec="seconds"), rhythm),
            )
        return True

    def shown(self, day: date, channel: str) -> None:
        """Record by which channel the claimed nudge went out."""
        with writing(self._connection, self._path):
            self._connection.execute(
                "UPDATE reminders SET channel = ? WHERE day = ?", (channel, day.isoformat())
            )

    def release(self, day: date) -> None:
        """Give the claim back: nothing came of it."""
        with writing(self._connection, self._path):
            self._connection.execute(
                "DELETE FROM reminders WHERE day = ? AND channel IS NULL", (day.isoformat(),)
            )

    def begin_anew(self) -> None:
        """Let the rhythm begin again from every day; what was shown so far no longer counts against it."""
        with writing(self._connection, self._path):
            self._connection.execute("UPDATE reminders SET settled = 1")

    def deliveries(self, today: date) -> list[Delivery]:
        """The latest nudges since :meth:`begin_anew`, oldest first; with today's, whenever it was."""
        with translating(self._path):
            rows = self._connection.execute(
                "SELECT day, CASE settled WHEN 0 THEN rhythm ELSE 'daily' END, channel FROM reminders"
                " WHERE channel IS NOT NULL AND (settled = 0 OR day = ?) ORDER BY day DESC LIMIT ?",
                (today.isoformat(), _REMEMBERED),
            ).fetchall()
        return [
            Delivery(date.fromisoformat(day), rhythm, channel != PROMPT)
            for day, rhythm, channel in rows[::-1]
        ]

    def last_shown(self) -> LastReminder | None:
        """The last nudge that really came on a screen."""
        with translating(self._path):
            row = self._connection.execute(
                "SELECT at, channel FROM reminders WHERE channel <> ? ORDER BY day DESC LIMIT 1",
                (PROMPT,),
            ).fetchone()
        return LastReminder(datetime.fromisoformat(row[0]), row[1]) if row is not None else None


def note_failure(log: StrPath, at: datetime, what: str) -> None:
    """Add a line to the log of failures; past 20 kB the log moves aside, so that at most 40 kB are kept."""
    with suppress(OSError):
        os.makedirs(folder_of(log), mode=0o700, exist_ok=True)
        if os.path.exists(log) and os.stat(log).st_size > _LOG_BYTES:
            os.replace(log, f"{os.fspath(log)}.1")
        line = f"{at.isoformat(timespec='seconds')} {' '.join(what.split())}\n"
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(line.encode(errors="backslashreplace"))


def failures(log: StrPath, count: int) -> list[str]:
    """Read the latest lines of the log of failures, oldest first."""
    lines: list[str] = []
    for path in (f"{os.fspath(log)}.1", log):
        with suppress(OSError), open(path, encoding="utf-8", errors="replace") as file:
            lines += file.read().splitlines()
    return lines[-count:]
