"""What the daily reminder really did, one row a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mikrohandlinger.domain.reminding import Delivery
from mikrohandlinger.domain.reports.reminder import LastReminder
from mikrohandlinger.storage.database.opening import translating, writing
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from typing import Final

    from mikrohandlinger.domain.reminding import Rhythm

PROMPT: Final = "prompt"
"""The channel of a reminder that could only be left for the prompt; whether anybody saw it is not known."""

_ABANDONED: Final = timedelta(minutes=1)
_REMEMBERED: Final = 40


class Reminders:
    """The table of reminders.

    Args:
        connection: The open database.
        path: Its file, for messages.
    """

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._connection = connection
        self._path = path

    def claim(self, day: date, at: datetime, rhythm: Rhythm) -> bool:
        """Take the reminder of ``day`` before it is shown; False when another process has it.

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
        """Record by which channel the claimed reminder went out."""
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
        """The latest reminders since :meth:`begin_anew`, oldest first; with today's, whenever it was."""
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
        """The last reminder that really came on a screen."""
        with translating(self._path):
            row = self._connection.execute(
                "SELECT at, channel FROM reminders WHERE channel <> ? ORDER BY day DESC LIMIT 1",
                (PROMPT,),
            ).fetchone()
        return LastReminder(datetime.fromisoformat(row[0]), row[1]) if row is not None else None
