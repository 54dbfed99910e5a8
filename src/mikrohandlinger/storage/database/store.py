"""The user's data: one module a table, each loaded when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from mikrohandlinger.domain.calendar import MIDNIGHT
from mikrohandlinger.storage.database.journal import Journal
from mikrohandlinger.storage.database.opening import VERSION, damaged, open_database
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, time

    from mikrohandlinger.domain.changes import Change
    from mikrohandlinger.domain.errors import MikroError
    from mikrohandlinger.storage.database.entries import Entries
    from mikrohandlinger.storage.database.filed import Filed
    from mikrohandlinger.storage.database.memo import Memo
    from mikrohandlinger.storage.database.pauses import Pauses
    from mikrohandlinger.storage.database.plan_uses import PlanUses
    from mikrohandlinger.storage.database.plans import Plans
    from mikrohandlinger.storage.database.proposals import Proposals
    from mikrohandlinger.storage.database.reflections import Reflections
    from mikrohandlinger.storage.database.reminders import Reminders
    from mikrohandlinger.storage.database.rules import Rules
    from mikrohandlinger.storage.database.terms import TermsTable
    from mikrohandlinger.storage.database.undoing import Along, Undone
    from mikrohandlinger.storage.paths import Paths


class Store:
    """An open database.

    Every method of its tables that writes takes ``now``, an aware local time, and raises MikroError when nothing was
    stored.
    """

    def __init__(self, paths: Paths, day_starts: time = MIDNIGHT) -> None:
        self.journal = Journal(open_database(paths.database, paths.backups), paths.database, day_starts)
        self._paths = paths

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
    def terms(self) -> TermsTable:
        """What was asked of the weeks."""
        from mikrohandlinger.storage.database.terms import TermsTable

        return TermsTable(self.journal)

    @cached_property
    def rules(self) -> Rules:
        """What gets in the way."""
        from mikrohandlinger.storage.database.rules import Rules

        return Rules(self.journal)

    @cached_property
    def filed(self) -> Filed:
        """What stands in the user's own files."""
        from mikrohandlinger.storage.database.filed import Filed

        return Filed(self.journal, self._paths)

    @cached_property
    def memo(self) -> Memo:
        """How things stood long ago."""
        from mikrohandlinger.storage.database.memo import Memo

        return Memo(self.journal)

    @cached_property
    def reminders(self) -> Reminders:
        """What the daily reminder did."""
        from mikrohandlinger.storage.database.reminders import Reminders

        return Reminders(self.journal.connection, self.journal.path)

    def changes(self, most: int = 1) -> list[Change]:
        """The latest changes that can be taken back, newest first, no more than ``most``."""
        from mikrohandlinger.storage.database.undoing import latest

        return latest(self.journal, most)

    def undone(self) -> Change | None:
        """The change that would be done again; None where there is none."""
        from mikrohandlinger.storage.database.undoing import next_again

        return next_again(self.journal)

    def undo(self, now: datetime, change: Change | None = None, along: Along | None = None) -> Undone:
        """Take back the latest change that has not been taken back.

        Args:
            now: The present moment.
            change: Which one that is believed to be.
            along: Hears what a file of the user will say before it is written, and may refuse that.

        Raises:
            MikroError: When there is none, or another command has changed something meanwhile.
        """
        from mikrohandlinger.storage.database import undoing

        expected = change or next(iter(self.changes()), None)
        if expected is None or not expected.filed:
            return undoing.undo(self.journal, now, expected)
        with self.filed.turning(expected) as files:
            return undoing.undo(self.journal, now, expected, files, along)

    def redo(self, change: Change, now: datetime, along: Along | None = None) -> Undone:
        """Do this change again, the one taken back last.

        Raises:
            MikroError: When another command has changed something meanwhile.
        """
        from mikrohandlinger.storage.database import undoing

        if not change.filed:
            return undoing.redo(self.journal, now, change)
        with self.filed.turning(change) as files:
            return undoing.redo(self.journal, now, change, files, along)

    def mark(self, command: str, now: datetime) -> None:
        """Keep that ``command`` was run last, which ``undo`` does not take back but has to know of."""
        from mikrohandlinger.storage.database.undoing import mark

        mark(self.journal, command, now)

    def marked(self) -> str | None:
        """The command of :meth:`mark`, where nothing was changed since."""
        from mikrohandlinger.storage.database.undoing import marked

        return marked(self.journal)

    def keep_weekly(self, now: datetime) -> MikroError | None:
        """Keep a copy of the data if something was changed and the latest copy is a week old; it never fails.

        What it returns is to be told: why there is no copy, once a week.

        Whoever ends a command calls it once the answer is out: a copy of a long history takes its time.
        """
        if self.journal.has_changed:
            from mikrohandlinger.storage.database.backup import keep_weekly

            return keep_weekly(self.journal.connection, self._paths.backups, now)
        return None

    def seed(self) -> str:
        """The random number that makes this user's order of variations their own."""
        row = self.journal.query("SELECT value FROM meta WHERE key = 'seed'").fetchone()
        return str(row[0]) if row else ""

    def damage(self) -> MikroError | None:
        """The refusal for a damaged file, if this one is: for when something unexpected has happened.

        It reads everything, which is why no command does so before.
        """
        from mikrohandlinger.storage.database.damage import is_readable
        from mikrohandlinger.storage.database.schema import is_damaged

        connection = self.journal.connection
        if is_damaged(connection, VERSION) or not is_readable(connection):
            return damaged(self.journal.path)
        return None
