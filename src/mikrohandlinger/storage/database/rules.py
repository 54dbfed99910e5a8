"""What gets in the way."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.storage.database.journal import Journal


class Rules:
    """The table of rules."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def waiting(self) -> list[date]:
        """The days on which those were raised that wait for an answer."""
        rows = self._journal.query(
            "SELECT raised FROM rules WHERE deleted = 0 AND raised IS NOT NULL AND answered IS NULL"
        )
        return [date.fromisoformat(day) for (day,) in rows]
