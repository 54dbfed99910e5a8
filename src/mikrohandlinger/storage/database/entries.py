"""What was done, and the marks that it leaves on its week."""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.entries import Entry, Experience, Marks
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.proposal import RAMP
from mikrohandlinger.storage.database.journal import stamp as _stamp
from mikrohandlinger.storage.database.opening import translating, writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mikrohandlinger.storage.database.journal import Journal


_ENTRY_COLUMNS: Final = "id, number, at, day, action, variation, note, reach, went, masked, level"


class NewEntry(NamedTuple):
    """An entry that is about to be stored; see :class:`~mikrohandlinger.domain.entries.Entry`."""

    at: datetime
    day: date
    action: str
    variation: str | None = None
    level: int | None = None
    note: str | None = None
    reach: str | None = None
    went: str | None = None
    masked: int = 0


class Entries:
    """The table of entries."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, new: NewEntry, now: datetime, command: str = "log") -> Entry:
        """Store an entry and return it with its id and number."""
        identity = os.urandom(8).hex()
        with self._journal.change(command, now) as change:
            self._journal.save(
                change,
                "entries",
                {
                    "id": identity,
                    "at": new.at.isoformat(timespec="seconds"),
                    "day": new.day.isoformat(),
                    "action": new.action,
                    "variation": new.variation,
                    "level": new.level,
                    "note": new.note,
                    "reach": new.reach,
                    "went": new.went,
                    "masked": new.masked,
                },
            )
        return self.by_id(identity)

    def add_many(self, entries: Iterable[NewEntry], now: datetime) -> int:
        """Store many entries at once, without a way to take them back one by one; returns how many."""
        stamp = _stamp(now, None)
        with writing(self._journal.connection, self._journal.path):
            cursor = self._journal.connection.executemany(
                "INSERT INTO entries (id, at, day, action, variation, level, note, reach, went, masked, changed)"
                " VALUES (lower(hex(randomblob(8))), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        new.at.isoformat(timespec="seconds"), new.day.isoformat(), new.action, new.variation,
                        new.level, new.note, new.reach, new.went, new.masked, stamp,
                    )
                    for new in entries
                ),
            )  # fmt: skip
        return cursor.rowcount

    def change(self, entry: Entry, changes: Mapping[str, Any], now: datetime, command: str = "edit") -> Entry:
        """Change some fields of an entry (columns of the table, days and instants as ISO text)."""
        with self._journal.change(command, now) as change:
            row = self._journal.row("entries", (entry.id,))
            if row is None or row["deleted"]:  # by another command meanwhile
                raise _no_entry(str(entry.number))
            self._journal.save(change, "entries", {**row, **changes})
        return self.by_id(entry.id)

    def amend(self, entry: Entry, changes: Mapping[str, Any], now: datetime) -> Entry:
        """Add to an entry just stored, as part of that change: one ``undo`` takes back all of it."""
        row = self._journal.query(
            "SELECT change FROM journal WHERE target = 'entries' AND key = ? ORDER BY step DESC LIMIT 1",
            (json.dumps((entry.id,)),),
        ).fetchone()
        with self._journal.change("log", now, joining=row[0] if row else None) as change:
            before = self._journal.row("entries", (entry.id,))
            if before is None:
                raise _no_entry(str(entry.number))
            self._journal.save(change, "entries", {**before, **changes})
        return self.by_id(entry.id)

    def delete(self, entry: Entry, now: datetime) -> None:
        """Take an entry away; ``undo`` can bring it back."""
        self.change(entry, {"deleted": 1, "note": None}, now, "delete")

    def find(self, wanted: str) -> Entry:
        """The entry with this number or with an id that begins like this.

        Raises:
            MikroError: When there is none, or more than one.
        """
        text = wanted.strip().lstrip("#")
        if text.isdecimal() and len(text) < 16:
            found = self.select("number = ? AND deleted = 0", (int(text),))
            if found:
                return found[0]
        if len(text) >= 4 and text.isalnum():
            found = self.select("id >= ? AND id < ? AND deleted = 0 LIMIT 2", (text, text + "g"))
            if len(found) == 1:
                return found[0]
        raise _no_entry(wanted)

    def between(self, first: date, last: date) -> list[Entry]:
        """The entries of these days, oldest first."""
        return self.select(
            "deleted = 0 AND day BETWEEN ? AND ? ORDER BY day, at, number",
            (first.isoformat(), last.isoformat()),
        )

    def search(
        self,
        first: date | None = None,
        last: date | None = None,
        where: Mapping[str, str] | None = None,
        words: str | None = None,
        limit: int | None = None,
    ) -> list[Entry]:
        """Entries newest first.

        Args:
            first: No earlier day than this.
            last: No later day than this.
            where: Columns (``action``, ``reach``, ``went``) and the value each must have.
            words: Must occur in the note, whatever the case.
            limit: No more than this many.
        """
        condition, values = self._conditions(first, last, where, words)
        tail = "" if limit is None else f" LIMIT {int(limit)}"
        return self.select(f"{condition} ORDER BY day DESC, at DESC, number DESC{tail}", values)

    def day_counts(
        self, first: date, last: date, where: Mapping[str, str] | None = None, words: str | None = None
    ) -> dict[date, int]:
        """How many entries each of these days has; arguments as in :meth:`search_entries`."""
        condition, values = self._conditions(first, last, where, words)
        rows = self._journal.query(
            f"SELECT day, count(*) FROM entries WHERE {condition} GROUP BY day", values
        )
        return {date.fromisoformat(day): count for day, count in rows}

    def first_day(self) -> date | None:
        """The day of the earliest entry."""
        (day,) = self._journal.query("SELECT min(day) FROM entries WHERE deleted = 0").fetchone()
        return date.fromisoformat(day) if day else None

    def marks(self, until: date) -> dict[date, Marks]:
        """The marks of every week with an entry, by Monday, up to the week of ``until``."""
        rows = self._journal.query(
            "SELECT monday, ask, doubt, feedback, entries FROM week_marks WHERE monday <= ? ORDER BY monday",
            (monday_of(until).isoformat(),),
        )
        return {date.fromisoformat(row[0]): Marks(*row[1:]) for row in rows}

    def marks_of(self, monday: date) -> Marks:
        """The marks of one week."""
        row = self._journal.query(
            "SELECT ask, doubt, feedback, entries FROM week_marks WHERE monday = ?", (monday.isoformat(),)
        ).fetchone()
        return Marks(*row) if row else Marks()

    def experience(self) -> Experience:
        """How far the user has come, counted no further than the ramp of levels needs."""
        row = self._journal.query(
            "SELECT (SELECT count(*) FROM (SELECT 1 FROM entries WHERE deleted = 0 LIMIT :ramp)),"
            " (SELECT count(*) FROM (SELECT 1 FROM entries WHERE deleted = 0 AND level = 2 LIMIT :ramp))",
            {"ramp": RAMP},
        ).fetchone()
        return Experience(*row)

    def _conditions(
        self, first: date | None, last: date | None, where: Mapping[str, str] | None, words: str | None
    ) -> tuple[str, list[str]]:
        conditions, values = ["deleted = 0"], []
        if first:
            conditions.append("day >= ?")
            values.append(first.isoformat())
        if last:
            conditions.append("day <= ?")
            values.append(last.isoformat())
        for column, value in (where or {}).items():
            conditions.append(f"{column} = ?")
            values.append(value)
        if words:
            self._journal.connection.create_function("holds", 2, _holds, deterministic=True)
            conditions.append("note IS NOT NULL AND holds(note, ?)")
            values.append(words.casefold())
        return " AND ".join(conditions), values

    def select(self, condition: str, values: Iterable[Any]) -> list[Entry]:
        """The entries that fit a condition of SQL, in the order that it names."""
        with translating(self._journal.path):
            rows = self._journal.connection.execute(
                f"SELECT {_ENTRY_COLUMNS} FROM entries WHERE {condition}", tuple(values)
            ).fetchall()
        return [_entry(row) for row in rows]

    def by_id(self, identity: str) -> Entry:
        """The entry with this id, deleted or not."""
        return self.select("id = ?", (identity,))[0]


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(row[0], row[1], row[2], date.fromisoformat(row[3]), *row[4:])


def _holds(note: str, words: str) -> bool:
    return words in note.casefold()


def _no_entry(wanted: str) -> MikroError:
    return MikroError(
        "entry-unknown",
        N_("There is no entry “{wanted}”. “mikro history” shows each with its number."),
        wanted=wanted,
    )
