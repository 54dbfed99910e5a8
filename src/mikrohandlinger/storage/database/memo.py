"""How things stood on a Monday long past, remembered so that the weeks before it need not be read.

The triggers of the database take it away when an older week changes, and whoever asks holds it against the terms that
hold now. It may be forgotten at any time: then it is counted again.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import date

from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.past import Past
from mikrohandlinger.domain.strength import Score
from mikrohandlinger.domain.weeks import Streak, Streaks
from mikrohandlinger.storage.database import as_json
from mikrohandlinger.storage.database.opening import PATIENCE, translating, writing
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.storage.database.journal import Journal


class Kept(NamedTuple):
    """What is remembered.

    Attributes:
        past: How things stood.
        terms: What that depends on, beside the entries.
    """

    past: Past
    terms: str


class Memo:
    """The one row that is remembered."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def recall(self) -> Kept | None:
        """What is remembered, if anything is."""
        row = self._journal.query("SELECT monday, terms, past FROM memo").fetchone()
        if row is None:
            return None
        monday, terms, text = row
        with translating(self._journal.path):
            return Kept(past_of(monday, as_json.read(self._journal.connection, text)), terms)

    def changes(self) -> int:
        """A number that is another one once another process has changed anything."""
        return int(self._journal.query("PRAGMA data_version").fetchone()[0])

    def keep(self, kept: Kept, since: int) -> None:
        """Remember this instead, unless it has been overtaken, or somebody else is writing; it never fails or waits.

        Args:
            kept: What was counted.
            since: What :meth:`changes` said before that was read from which it was counted.
        """
        connection = self._journal.connection
        with suppress(MikroError, sqlite3.Error):
            connection.execute("PRAGMA busy_timeout = 0")
            try:
                with writing(connection, self._journal.path):
                    if self.changes() == since:
                        connection.execute("DELETE FROM memo")
                        connection.execute(
                            "INSERT INTO memo (monday, terms, past) VALUES (?, ?, ?)",
                            (kept.past.monday.isoformat(), kept.terms, _text(kept.past)),
                        )
            finally:
                connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")


def _text(past: Past) -> str:
    import json

    return json.dumps(
        {
            "entries": past.entries,
            "goal": past.streaks.of_goal,
            "streaks": [past.streaks.of_actions[action] for action in ACTIONS],
            "scores": [past.scores[action] for action in ACTIONS],
        }
    )


def past_of(monday: str, read: dict[str, Any]) -> Past:
    """What the row says, its JSON read.

    Raises:
        ValueError, TypeError, LookupError: When nobody has written that.
    """
    streaks = (Streak(*each) for each in read["streaks"])
    scores = (Score(*each) for each in read["scores"])
    return Past(
        date.fromisoformat(monday),
        read["entries"],
        Streaks(Streak(*read["goal"]), dict(zip(ACTIONS, streaks, strict=True))),
        dict(zip(ACTIONS, scores, strict=True)),
    )
