"""The user's data: one module a table, each loaded when it is first asked for."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.storage.database.journal import KEYS, Journal, Undone
from mikrohandlinger.storage.database.opening import damaged, is_damaged, open_database

if TYPE_CHECKING:
    from mikrohandlinger.domain.errors import MikroError
    from mikrohandlinger.storage.database.entries import Entries
    from mikrohandlinger.storage.database.pauses import Pauses
    from mikrohandlinger.storage.database.plan_uses import PlanUses
    from mikrohandlinger.storage.database.plans import Plans
    from mikrohandlinger.storage.database.proposals import Proposals
    from mikrohandlinger.storage.database.reflections import Reflections
    from mikrohandlinger.storage.database.reminders import Reminders
    from mikrohandlinger.storage.paths import Paths


class Store:
    """An open database.

    Every method of its tables that writes takes ``now``, an aware local time, and raises MikroError when nothing was
    stored.
    """

    def __init__(self, paths: Paths) -> None:
        self.journal = Journal(open_database(paths.database, paths.backups), paths.database, paths.backups)

    def close(self) -> None:
        """Close the file."""
        self.journal.connection.close()

    @cached_property
    def entries(self) -> Entries:
        """What was done."""
        from mikrohandlinger.storage.database.entries import Entries

        return Entries(self.journal)

    @cached_property
    def proposals(self) -> Proposals:
        """What was proposed."""
        from mikrohandlinger.storage.database.proposals import Proposals

        return Proposals(self.journal)

    @cached_property
    def plans(self) -> Plans:
        """The if-then plans."""
        from mikrohandlinger.storage.database.plans import Plans

        return Plans(self.journal)

    @cached_property
    def reflections(self) -> Reflections:
        """The answers of the weeks."""
        from mikrohandlinger.storage.database.reflections import Reflections

        return Reflections(self.journal)

    @cached_property
    def plan_uses(self) -> PlanUses:
        """Whether plans were used."""
        from mikrohandlinger.storage.database.plan_uses import PlanUses

        return PlanUses(self.journal)

    @cached_property
    def pauses(self) -> Pauses:
        """The pauses."""
        from mikrohandlinger.storage.database.pauses import Pauses

        return Pauses(self.journal)

    @cached_property
    def reminders(self) -> Reminders:
        """What the daily reminder did."""
        from mikrohandlinger.storage.database.reminders import Reminders

        return Reminders(self.journal.connection, self.journal.path)

    def undo(self, now: datetime) -> Undone:
        """Take back the last change that has not been taken back.

        Raises:
            MikroError: When there is none.
        """
        return self.journal.undo(now)

    def seed(self) -> str:
        """The random number that makes this user's order of variations their own."""
        row = self.journal.query("SELECT value FROM meta WHERE key = 'seed'").fetchone()
        return str(row[0]) if row else ""

    def damage(self) -> MikroError | None:
        """The refusal for a damaged file, if this one is: for when something unexpected has happened.

        It reads everything, which is why no command does so before.
        """
        if is_damaged(self.journal.connection) or not self._is_readable():
            return damaged(self.journal.path)
        return None

    def _is_readable(self) -> bool:
        """Whether every row becomes a value again, as a bit that fell over may be inside a text."""
        try:
            for entry in self.entries.select("1", ()):
                datetime.fromisoformat(entry.at)
            proposed = self.proposals.between(date.min, date.max)
            self.entries.marks(date.max)
            self.proposals.memory(date.max)
            self.pauses.every()
            self.reflections.every()
            for table in KEYS:
                # Every column is read, and the time of change turned into one.
                for row in self.journal.query(f"SELECT changed, * FROM {table}"):
                    datetime.fromisoformat(row[0])
            self.journal.query("SELECT * FROM meta").fetchall()
            for target, key, before in self.journal.query("SELECT target, key, before FROM journal"):
                KEYS[target], json.loads(key), json.loads(before or "{}")
        except (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError):
            return False
        return all(each.action in ACTIONS for each in proposed.values())
