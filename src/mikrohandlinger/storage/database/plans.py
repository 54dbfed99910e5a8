"""The user's if-then plans."""

from __future__ import annotations

from datetime import date, datetime

from mikrohandlinger.domain.plans import Made
from mikrohandlinger.storage.database.table import PLANS
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.storage.database.journal import Journal


class Plans:
    """The table of plans."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def set(self, day: date, words: Words, now: datetime) -> None:
        """Store the if-then plan that shows from ``day`` on; without words there is none from that day on."""
        with self._journal.change("plan", now) as change:
            change.save(PLANS, {"day": day.isoformat(), "text": words.text})

    def latest(self, first: date, last: date) -> Made | None:
        """The latest plan set on one of these days."""
        row = self._journal.query(
            "SELECT day, text FROM plans WHERE deleted = 0 AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT 1",
            (first.isoformat(), last.isoformat()),
        ).fetchone()
        return Made(date.fromisoformat(row[0]), row[1]) if row else None

    def decided_before(self, monday: date) -> Made | None:
        """The plan of the latest retrospective on a week before that of ``monday`` that decided one."""
        row = self._journal.query(
            "SELECT monday, answer FROM reflections WHERE deleted = 0 AND key = 'plan' AND monday < ?"
            " ORDER BY monday DESC LIMIT 1",
            (monday.isoformat(),),
        ).fetchone()
        return Made(date.fromisoformat(row[0]), row[1]) if row else None
