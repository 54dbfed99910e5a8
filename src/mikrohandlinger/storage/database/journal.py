"""Every change of the user: a transaction that also keeps what it replaced, so that it can be taken back.

Rows of the user are never removed by a command but marked as deleted, with their time, so that two machines can be
brought together.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.database import backup
from mikrohandlinger.storage.database.opening import translating, writing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from mikrohandlinger.domain.entries import Entry

#: How many changes can be taken back.
UNDOABLE: Final = 100

#: What identifies a row of each table that ``undo`` knows.
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "entries": ("id",),
    "plans": ("day",),
    "reflections": ("monday", "key"),
    "pauses": ("id",),
    "plan_uses": ("monday",),
}


class Undone(NamedTuple):
    """What ``undo`` took back.

    Attributes:
        command: The command whose change it was, such as ``log`` or ``edit``.
        entry: The entry it was about, as it is now, or as it was if it is gone now.
        left: How many more changes can be taken back.
    """

    command: str
    entry: Entry | None
    left: int


class Change(NamedTuple):
    """A change that is being made: its number in the journal, the command that makes it, and when."""

    number: int
    command: str
    now: datetime


class Journal:
    """An open database and its journal of changes."""

    def __init__(self, connection: sqlite3.Connection, path: str, backups: str) -> None:
        self.connection = connection
        self.path = path
        self._backups = backups

    @contextmanager
    def change(self, command: str, now: datetime, joining: int | None = None) -> Iterator[Change]:
        """One change of the user: a transaction, and a group in the journal, or part of the group ``joining``."""
        backup.keep_weekly(self.connection, self._backups, week_label(now.date()))
        with writing(self.connection, self.path):
            (last,) = self.connection.execute("SELECT coalesce(max(change), 0) FROM journal").fetchone()
            yield Change(joining or last + 1, command, now)
            self.connection.execute("DELETE FROM journal WHERE change <= ?", (last + 1 - UNDOABLE,))

    def save(self, change: Change, table: str, row: dict[str, Any]) -> None:
        """Write a row and journal what was there before."""
        key = tuple(str(row[column]) for column in KEYS[table])
        before = self.row(table, key)
        self.connection.execute(
            "INSERT INTO journal (change, command, target, key, before) VALUES (?, ?, ?, ?, ?)",
            (
                change.number, change.command, table, json.dumps(key),
                json.dumps(before, ensure_ascii=False) if before else None,
            ),
        )  # fmt: skip
        self.upsert(table, {"deleted": 0, **row, "changed": stamp(change.now, before)})

    def upsert(self, table: str, row: dict[str, Any]) -> None:
        """Write a row, whether there was one with its key or not."""
        keys = KEYS[table]
        updates = ", ".join(f"{column} = excluded.{column}" for column in row if column not in keys)
        columns, places = ", ".join(row), ", ".join("?" * len(row))
        self.connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({places})"
            f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {updates}",
            tuple(row.values()),
        )

    def row(self, table: str, key: tuple[str, ...]) -> dict[str, Any] | None:
        """The row with this key by column, deleted or not; None where there is none."""
        condition = " AND ".join(f"{column} = ?" for column in KEYS[table])
        cursor = self.query(f"SELECT * FROM {table} WHERE {condition}", key)
        row = cursor.fetchone()
        names = [column[0] for column in cursor.description]
        return dict(zip(names, row, strict=True)) if row else None

    def query(self, sql: str, values: Any = ()) -> sqlite3.Cursor:
        """Ask the database; what it refuses becomes a sentence."""
        with translating(self.path):
            return self.connection.execute(sql, values)

    def undo(self, now: datetime) -> Undone:
        """Take back the last change that has not been taken back.

        Raises:
            MikroError: When there is none.
        """
        with writing(self.connection, self.path):
            row = self.connection.execute(
                "SELECT change, command FROM journal ORDER BY step DESC LIMIT 1"
            ).fetchone()
            if row is None:
                raise MikroError("nothing-to-undo", N_("There is nothing to take back."))
            change, command = row
            steps = self.connection.execute(
                "SELECT target, key, before FROM journal WHERE change = ? ORDER BY step DESC", (change,)
            ).fetchall()
            entry = None
            for target, key, before in steps:
                entry = self._take_back(target, tuple(json.loads(key)), before, now) or entry
            self.connection.execute("DELETE FROM journal WHERE change = ?", (change,))
            (left,) = self.connection.execute("SELECT count(DISTINCT change) FROM journal").fetchone()
        return Undone(command, entry, left)

    def _take_back(
        self, target: str, key: tuple[str, ...], before: str | None, now: datetime
    ) -> Entry | None:
        row = self.row(target, key)
        if row is None:
            return None
        as_it_was = self._entry(key[0]) if target == "entries" else None
        restored = json.loads(before) if before else {**row, "deleted": 1}
        if target == "entries" and not before:
            restored["note"] = None
        self.upsert(target, {**restored, "changed": stamp(now, row)})
        if as_it_was is None or restored["deleted"]:
            return as_it_was
        return self._entry(key[0])

    def _entry(self, identity: str) -> Entry:
        from mikrohandlinger.storage.database.entries import Entries

        return Entries(self).by_id(identity)


def stamp(now: datetime, before: Mapping[str, Any] | None) -> str:
    """The time of a change, later than that of what it replaces even if the clock went back."""
    stamp = now.astimezone(UTC)
    if before and before.get("changed"):
        earlier = datetime.fromisoformat(before["changed"])
        stamp = max(stamp, earlier + timedelta(microseconds=1))
    return stamp.isoformat()
