"""Whether the plan of a week was used."""

from __future__ import annotations

from datetime import date, datetime

from mikrohandlinger.storage.database.table import PLAN_USES
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.storage.database.journal import Journal


class PlanUses:
    """The table of answers to that."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def of(self, monday: date) -> str | None:
        """Whether the plan of the week was used, as the user answered: ``yes``, ``partly``, ``no`` or None."""
        return self.between(monday, monday).get(monday)

    def between(self, first: date, last: date) -> dict[date, str]:
        """The same for every week from the Monday ``first`` to the Monday ``last``."""
        rows = self._journal.query(
            "SELECT monday, used FROM plan_uses WHERE deleted = 0 AND monday BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        )
        return {date.fromisoformat(monday): used for monday, used in rows}

    def set(self, monday: date, used: str, now: datetime) -> None:
        """Store whether the plan of the week was used: ``yes``, ``partly`` or ``no``."""
        with self._journal.change("reflect", now) as change:
            change.save(PLAN_USES, {"monday": monday.isoformat(), "used": used})

    def remove(self, monday: date, now: datetime) -> None:
        """Take away what was answered about the plan of the week, if anything was."""
        used = self.of(monday)
        if used is not None:
            with self._journal.change("reflect", now) as change:
                change.save(PLAN_USES, {"monday": monday.isoformat(), "used": used, "deleted": 1})
