"""The answers of the weekly retrospective."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from mikrohandlinger.storage.database.table import REFLECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.storage.database.journal import Journal


class Reflections:
    """The table of answers."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def of(self, monday: date) -> dict[str, str]:
        """The answers of a week by key; empty when there are none."""
        rows = self._journal.query(
            "SELECT key, answer FROM reflections WHERE monday = ? AND answer IS NOT NULL",
            (monday.isoformat(),),
        )
        return dict(rows.fetchall())

    def every(self) -> dict[date, dict[str, str]]:
        """Every reflection, newest week first."""
        found: dict[date, dict[str, str]] = {}
        for monday, key, answer in self._journal.query(
            "SELECT monday, key, answer FROM reflections WHERE answer IS NOT NULL ORDER BY monday DESC"
        ):
            found.setdefault(date.fromisoformat(monday), {})[key] = answer
        return found

    def answer(self, monday: date, answers: Mapping[str, Words], now: datetime) -> None:
        """Store answers of the week's reflection and leave the others as they are."""
        with self._journal.change("reflect", now) as change:
            for key, words in answers.items():
                change.save(REFLECTIONS, {"monday": monday.isoformat(), "key": key, "answer": words.text})
