"""The user's pauses."""

from __future__ import annotations

import os
from datetime import date

from mikrohandlinger.domain.calendar import Pause
from mikrohandlinger.storage.database.table import PAUSES
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

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
        self.save("pause", now, pause)
        return pause

    def save(self, command: str, now: datetime, *kept: Pause, gone: Iterable[Pause] = ()) -> None:
        """Store pauses and take others away, as one change of ``command``."""
        with self._journal.change(command, now) as change:
            for pause in kept:
                self._save(change, pause)
            for pause in gone:
                self._save(change, pause, deleted=1)

    @staticmethod
    def _save(change: Change, pause: Pause, deleted: int = 0) -> None:
        last = pause.last.isoformat() if pause.last else None
        change.save(
            PAUSES,
            {"id": pause.id, "first": pause.first.isoformat(), "last": last, "deleted": deleted},
        )
