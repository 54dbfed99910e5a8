"""The weeks' terms: the goal and the working calendar, each from the week on from which it held."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.terms import Agreement, Since
from mikrohandlinger.storage.database.opening import writing
from mikrohandlinger.storage.database.table import TERMS
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any

    from mikrohandlinger.storage.database.journal import Change, Journal


class TermsTable:
    """The table of terms."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def every(self) -> list[Since]:
        """Every agreement that was kept, oldest first."""
        rows = self._journal.query(
            "SELECT since, goal, workdays, public_holidays, first_of_may, constitution_day, christmas_eve,"
            " new_years_eve, country FROM terms WHERE deleted = 0 ORDER BY since"
        )
        return [
            Since(date.fromisoformat(since), Agreement(goal, frozenset(map(int, workdays)), *rest))
            for since, goal, workdays, *rest in rows
        ]

    def notice(self, terms: Iterable[Since], now: datetime) -> None:
        """Keep what was found to hold, such as after a change by hand; nobody takes that back."""
        with writing(self._journal.connection, self._journal.path):
            for row in map(_row, terms):
                before = self._journal.row(TERMS, (row["since"],))
                self._journal.write(TERMS, {**row, "deleted": 0}, now, before)

    @staticmethod
    def save(terms: Since, change: Change) -> None:
        """Keep them as part of a change, which takes them back with it."""
        change.save(TERMS, _row(terms))


def _row(terms: Since) -> dict[str, Any]:
    agreement = terms.agreement
    return {
        **agreement._asdict(),
        "since": terms.monday.isoformat(),
        "workdays": "".join(map(str, sorted(agreement.workdays))),
    }
