"""The user's pauses."""

from __future__ import annotations

import os
from datetime import date, datetime

from mikrohandlinger.domain.calendar import ONE_DAY, Pause
from mikrohandlinger.storage.database.table import PAUSES
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.storage.database.journal import Change, Journal


class Pauses:
    """The table of pauses."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def every(self) -> tuple[Pause, ...]:
        """Every pause, oldest first."""
        rows = self._journal.query("SELECT id, first, last FROM pauses WHERE deleted = 0 ORDER BY first, id")
        return tuple(
            Pause(name, date.fromisoformat(first), date.fromisoformat(last) if last else None)
            for name, first, last in rows
        )

    def add(self, first: date, last: date | None, now: datetime) -> Pause:
        """Store a pause from ``first`` to ``last``, or open-ended."""
        pause = Pause(os.urandom(4).hex(), first, last)
        with self._journal.change("pause", now) as change:
            self._save(change, pause)
        return pause

    def end(self, day: date, now: datetime) -> list[Pause]:
        """End every pause that covers ``day``, so that ``day`` counts again; returns them as they were."""
        ended = [pause for pause in self.every() if pause.covers(day)]
        if not ended:
            return []
        with self._journal.change("resume", now) as change:
            for pause in ended:
                self._save(change, pause._replace(last=day - ONE_DAY), deleted=int(pause.first >= day))
        return ended

    @staticmethod
    def _save(change: Change, pause: Pause, deleted: int = 0) -> None:
        last = pause.last.isoformat() if pause.last else None
        change.save(
            PAUSES,
            {"id": pause.id, "first": pause.first.isoformat(), "last": last, "deleted": deleted},
        )
