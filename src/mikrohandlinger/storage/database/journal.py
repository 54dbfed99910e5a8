"""Every change of the user: a transaction that also keeps what it replaced, so that it can be taken back.

Rows of the user are never removed by a command but marked as deleted, with their time, so that two machines can be
brought together. What is deleted gives up its own words; only the journal can bring them back.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cached_property

from mikrohandlinger.domain.calendar import MIDNIGHT, local_day
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.database.as_json import array, object_of, parts_of
from mikrohandlinger.storage.database.opening import looked_up, translating, writing
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import time
    from typing import Any, Final

    from mikrohandlinger.storage.database.table import Table

    Row = dict[str, Any]

#: How many changes can be taken back, and for how long. After that their words leave the disk.
UNDOABLE: Final = 200
UNDOABLE_FOR: Final = timedelta(days=90)


class Journal:
    """An open database and its journal of changes."""

    def __init__(self, connection: sqlite3.Connection, path: str, day_starts: time = MIDNIGHT) -> None:
        self.connection = connection
        self.path = path
        #: When a day begins, for the day of a change.
        self.day_starts = day_starts
        #: Whether anything was changed through it.
        self.has_changed = False
        #: Whether a change was begun that is not there.
        self.has_failed = False
        #: What went wrong after changes that are there all the same.
        self.afterwards: list[MikroError] = []

    @cached_property
    def device(self) -> str:
        """The id of this machine, read when something is first written."""
        from mikrohandlinger.storage.database.device import device_in
        from mikrohandlinger.storage.files import folder_of

        return device_in(folder_of(self.path))

    @contextmanager
    def change(self, what: str, now: datetime) -> Iterator[Change]:
        """One change of the user, made by the command ``what``: a transaction."""
        change = Change(self, what, now)
        with self.storing(change.is_stored):
            yield change

    @contextmanager
    def storing(self, is_stored: Callable[[sqlite3.Connection], bool]) -> Iterator[None]:
        """A transaction that is looked up where its end was not confirmed: what is there was stored, whatever was said.

        Args:
            is_stored: Whether all of it is there, as somebody sees who opens the file anew.

        Raises:
            MikroError: When nothing was stored.
        """
        is_written = False
        try:
            with writing(self.connection, self.path):
                yield
                is_written = True
        except MikroError as error:
            if not (is_written and looked_up(self.path, is_stored)):
                self.has_failed = True
                raise
            self.afterwards.append(error)
        self.has_changed = True

    def row(self, table: Table, key: Sequence[Any]) -> Row | None:
        """The row with this key by column, deleted or not; None where there is none."""
        found = self.query(f"SELECT {table.listing} FROM {table.name} WHERE {table.matching}", key).fetchone()
        return dict(zip(table.columns, found, strict=True)) if found else None

    def write(self, table: Table, row: Mapping[str, Any], now: datetime, before: Row | None) -> Row:
        """Write a row over the one ``before``, stamped with the time and this machine; returns it whole.

        What ``row`` does not name stays as it was. A row that is deleted loses its own words here.
        """
        return self.put(table, {**row, "changed": stamp(now, before), "device": self.device}, before)

    def put(self, table: Table, written: Row, before: Row | None) -> Row:
        """The same with a time and a machine of its own: for what was changed elsewhere, or long ago."""
        if written.get("deleted"):
            written = written | dict.fromkeys(table.words)
        assert written.keys() <= table.columns.keys()
        if before is None:
            columns = [column for column in table.columns if column in written]
            statement = (
                f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
                f" RETURNING {table.listing}"
            )
            values = [written[column] for column in columns]
        else:
            # Only what is another value: the marks of a week are counted again when a day or an action is written.
            columns = [
                column for column in table.columns if column in written and written[column] != before[column]
            ]
            statement = (
                f"UPDATE {table.name} SET {', '.join(f'{column} = ?' for column in columns)}"
                f" WHERE {table.matching} RETURNING {table.listing}"
            )
            values = [written[column] for column in columns] + [before[column] for column in table.key]
        with translating(self.path):
            # All of what it returns is fetched: only then the statement has come to its end.
            (found,) = self.connection.execute(statement, values).fetchall()
        return dict(zip(table.columns, found, strict=True))

    def query(self, sql: str, values: Any = ()) -> sqlite3.Cursor:
        """Ask the database; what it refuses becomes a sentence."""
        with translating(self.path):
            return self.connection.execute(sql, values)


class Change:
    """A change that is being made.

    Attributes:
        now: When it is made.
    """

    def __init__(self, journal: Journal, what: str, now: datetime) -> None:
        self.now = now
        self._journal = journal
        self._what = what
        self._number: int | None = None
        self._step = 0
        self._has_joined = False

    def is_stored(self, connection: sqlite3.Connection) -> bool:
        """Whether all of it is in the file that ``connection`` has opened anew."""
        row = connection.execute(
            "SELECT at, (SELECT max(step) FROM journal WHERE change = number) FROM changes WHERE number = ?",
            (self._number,),
        ).fetchone()
        last = self._step - 1 if self._step else None
        return row is not None and row[1] == last and (self._has_joined or row[0] == stamp(self.now, None))

    def join(self, table: Table, key: str) -> None:
        """Become part of the change that last wrote the row, so that one ``undo`` takes back both."""
        found = self._journal.query(
            "SELECT change, step FROM journal WHERE target = ? AND key = json_array(?)"
            " ORDER BY change DESC, step DESC LIMIT 1",
            (table.name, key),
        ).fetchone()
        if found is not None:
            self._number, self._has_joined = found[0], True
            (self._step,) = self._journal.query(
                "SELECT max(step) + 1 FROM journal WHERE change = ?", (self._number,)
            ).fetchone()

    def save(self, table: Table, row: Mapping[str, Any]) -> Row:
        """Write a row, with what was there before in the journal; returns it whole.

        What ``row`` does not name stays as it was, but that it is there again if it had been deleted.
        """
        key = [row[column] for column in table.key]
        before = self._journal.row(table, key)
        after = self._journal.write(table, {"deleted": 0, **row}, self.now, before)
        self._keep(table, key, before, after)
        return after

    def put(self, table: Table, row: Row, before: Row | None) -> Row:
        """Write a row that has its time and machine already over the one ``before``; returns it whole."""
        after = self._journal.put(table, row, before)
        self._keep(table, [row[column] for column in table.key], before, after)
        return after

    def _keep(self, table: Table, key: Sequence[Any], before: Row | None, after: Row) -> None:
        number = self.begun()
        self._journal.query(
            "INSERT INTO journal (change, step, target, key, before, after)"
            f" VALUES (?, ?, ?, {array(key)}, {object_of(before)}, {object_of(after)})",
            (number, self._step, table.name, *key, *parts_of(before), *parts_of(after)),
        )
        self._step += 1

    def begun(self) -> int:
        """Its number in the journal, where it stands from its first row on: what changes nothing is no change."""
        if self._number is None:
            (last,) = self._journal.query("SELECT coalesce(max(number), 0) FROM changes").fetchone()
            self._number = last + 1
            day = local_day(self.now, self._journal.day_starts)
            self._journal.query(
                "INSERT INTO changes (number, at, day, what) VALUES (?, ?, ?, ?)",
                (self._number, stamp(self.now, None), day.isoformat(), self._what),
            )
            # What was taken back cannot be done again after another change, and gives up its words here.
            self._journal.query(
                "DELETE FROM changes WHERE number < ? AND (undone = 1 OR number <= ? OR at < ?)",
                (self._number, self._number - UNDOABLE, stamp(self.now - UNDOABLE_FOR, None)),
            )
        return self._number


def stamp(now: datetime, before: Mapping[str, Any] | None) -> str:
    """The time of a change, later than that of what it replaces even if the clock went back."""
    stamp = now.astimezone(UTC)
    if before is not None:
        earlier = datetime.fromisoformat(before["changed"])
        stamp = max(stamp, earlier + timedelta(microseconds=1))
    return stamp.isoformat(timespec="microseconds")
