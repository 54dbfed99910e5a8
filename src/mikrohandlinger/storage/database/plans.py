"""The user's if-then plans."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.storage.database.reflections import Reflections
from mikrohandlinger.storage.database.table import PLANS

if TYPE_CHECKING:
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.storage.database.journal import Journal


class Plans:
    """The table of plans."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def set(self, day: date, words: Words, now: datetime) -> None:
        """Store the if-then plan that holds from ``day`` to the end of its week."""
        with self._journal.change("plan", now) as change:
            change.save(PLANS, {"day": day.isoformat(), "text": words.text})

    def on(self, day: date) -> str | None:
        """The plan that holds on ``day``: set that week, or decided in the reflection of the week before."""
        monday = monday_of(day)
        row: tuple[str | None] | None = self._journal.query(
            "SELECT text FROM plans WHERE deleted = 0 AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT 1",
            (monday.isoformat(), day.isoformat()),
        ).fetchone()
        return row[0] if row else Reflections(self._journal).of(monday - timedelta(days=7)).get("plan")
