"""The user's data: entries, proposals, plans, reflections and pauses, read and written in plain calls.

Every change is one transaction that also writes to the journal what it replaced, so that ``undo`` can take it
back, again and again. Rows of the user are never removed by a command but marked as deleted, with their time,
so that two machines can be brought together.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mikrohandlinger.domain.calendar import ONE_DAY, Pause, monday_of, week_label
from mikrohandlinger.domain.catalogue import ACTIONS, Variation, variation
from mikrohandlinger.domain.entries import Entry, Experience, Marks
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.rotation import RAMP, Memory, Nudge, Shown

from . import backup
from .database import damaged, is_damaged, open_database, translating, writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .nudges import NudgeRecord
    from .paths import Paths

#: How many changes can be taken back.
UNDOABLE: Final = 100

#: What identifies a row of each table that ``undo`` knows.
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "entries": ("id",),
    "plans": ("day",),
    "reflections": ("monday", "key"),
    "pauses": ("id",),
    "plan_uses": ("monday",),
}

_ENTRY_COLUMNS: Final = "id, number, at, day, action, variation, note, reach, went, masked, level"

#: From one variation to the next in the index: as quick after forty years as after forty days.
_LAST_SHOWN: Final = """
WITH RECURSIVE shown (name) AS (
  SELECT min(variation) FROM proposals
  UNION ALL
  SELECT (SELECT min(variation) FROM proposals WHERE variation > name) FROM shown WHERE name IS NOT NULL
)
SELECT name, (
  SELECT day || ' ' || turn FROM proposals WHERE variation = name AND day <= ? ORDER BY day DESC, turn DESC LIMIT 1
) FROM shown
"""


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


class Store:
    """An open database.

    Every method that writes takes ``now``, an aware local time, and raises MikroError when nothing was stored.
    """

    def __init__(self, paths: Paths) -> None:
        self._path = paths.database
        self._backups = paths.backups
        self._connection = open_database(paths.database, paths.backups)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def nudges(self) -> NudgeRecord:
        """What the daily reminder did."""
        from .nudges import NudgeRecord

        return NudgeRecord(self._connection, self._path)

    def damage(self) -> MikroError | None:
        """The refusal for a damaged file, if this one is: for when something unexpected has happened.

        It reads everything, which is why no command does so before.
        """
        if is_damaged(self._connection) or not self._is_readable():
            return damaged(self._path)
        return None

    # --- entries ---------------------------------------------------------------------------------------------

    def add_entry(self, new: NewEntry, now: datetime, command: str = "log") -> Entry:
        """Store an entry and return it with its id and number."""
        identity = os.urandom(8).hex()
        with self._change(command, now) as change:
            self._save(
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
        return self._entry_by_id(identity)

    def add_many(self, entries: Iterable[NewEntry], now: datetime) -> int:
        """Store many entries at once, without a way to take them back one by one; returns how many."""
        stamp = _stamp(now, None)
        with writing(self._connection, self._path):
            cursor = self._connection.executemany(
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

    def change_entry(
        self, entry: Entry, changes: Mapping[str, Any], now: datetime, command: str = "edit"
    ) -> Entry:
        """Change some fields of an entry (columns of the table, days and instants as ISO text)."""
        with self._change(command, now) as change:
            row = self._row("entries", (entry.id,))
            if row is None or row["deleted"]:  # by another command meanwhile
                raise _no_entry(str(entry.number))
            self._save(change, "entries", {**row, **changes})
        return self._entry_by_id(entry.id)

    def amend_entry(self, entry: Entry, changes: Mapping[str, Any], now: datetime) -> Entry:
        """Add to an entry just stored, as part of that change: one ``undo`` takes back all of it."""
        row = self._query(
            "SELECT change FROM journal WHERE target = 'entries' AND key = ? ORDER BY step DESC LIMIT 1",
            (json.dumps((entry.id,)),),
        ).fetchone()
        with self._change("log", now, joining=row[0] if row else None) as change:
            before = self._row("entries", (entry.id,))
            if before is None:
                raise _no_entry(str(entry.number))
            self._save(change, "entries", {**before, **changes})
        return self._entry_by_id(entry.id)

    def delete_entry(self, entry: Entry, now: datetime) -> None:
        """Take an entry away; ``undo`` can bring it back."""
        self.change_entry(entry, {"deleted": 1, "note": None}, now, "delete")

    def find_entry(self, wanted: str) -> Entry:
        """The entry with this number or with an id that begins like this.

        Raises:
            MikroError: When there is none, or more than one.
        """
        text = wanted.strip().lstrip("#")
        if text.isdecimal() and len(text) < 16:
            found = self._entries("number = ? AND deleted = 0", (int(text),))
            if found:
                return found[0]
        if len(text) >= 4 and text.isalnum():
            found = self._entries("id >= ? AND id < ? AND deleted = 0 LIMIT 2", (text, text + "g"))
            if len(found) == 1:
                return found[0]
        raise _no_entry(wanted)

    def entries_between(self, first: date, last: date) -> list[Entry]:
        """The entries of these days, oldest first."""
        return self._entries(
            "deleted = 0 AND day BETWEEN ? AND ? ORDER BY day, at, number",
            (first.isoformat(), last.isoformat()),
        )

    def search_entries(
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
        return self._entries(f"{condition} ORDER BY day DESC, at DESC, number DESC{tail}", values)

    def day_counts(
        self, first: date, last: date, where: Mapping[str, str] | None = None, words: str | None = None
    ) -> dict[date, int]:
        """How many entries each of these days has; arguments as in :meth:`search_entries`."""
        condition, values = self._conditions(first, last, where, words)
        rows = self._query(f"SELECT day, count(*) FROM entries WHERE {condition} GROUP BY day", values)
        return {date.fromisoformat(day): count for day, count in rows}

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
            self._connection.create_function("holds", 2, _holds, deterministic=True)
            conditions.append("note IS NOT NULL AND holds(note, ?)")
            values.append(words.casefold())
        return " AND ".join(conditions), values

    def first_day(self) -> date | None:
        """The day of the earliest entry."""
        (day,) = self._query("SELECT min(day) FROM entries WHERE deleted = 0").fetchone()
        return date.fromisoformat(day) if day else None

    def marks(self, until: date) -> dict[date, Marks]:
        """The marks of every week with an entry, by Monday, up to the week of ``until``."""
        rows = self._query(
            "SELECT monday, ask, doubt, feedback, entries FROM week_marks WHERE monday <= ? ORDER BY monday",
            (monday_of(until).isoformat(),),
        )
        return {date.fromisoformat(row[0]): Marks(*row[1:]) for row in rows}

    def marks_of(self, monday: date) -> Marks:
        """The marks of one week."""
        row = self._query(
            "SELECT ask, doubt, feedback, entries FROM week_marks WHERE monday = ?", (monday.isoformat(),)
        ).fetchone()
        return Marks(*row) if row else Marks()

    def experience(self) -> Experience:
        """How far the user has come, counted no further than the ramp of levels needs."""
        row = self._query(
            "SELECT (SELECT count(*) FROM (SELECT 1 FROM entries WHERE deleted = 0 LIMIT :ramp)),"
            " (SELECT count(*) FROM (SELECT 1 FROM entries WHERE deleted = 0 AND level = 2 LIMIT :ramp))",
            {"ramp": RAMP},
        ).fetchone()
        return Experience(*row)

    # --- proposals -------------------------------------------------------------------------------------------

    def proposal(self, day: date) -> Nudge | None:
        """What is proposed for ``day``, worded as it was first shown; None if nothing was shown yet."""
        row = self._query(
            "SELECT wording, turn FROM proposals WHERE day = ? ORDER BY turn DESC LIMIT 1", (day.isoformat(),)
        ).fetchone()
        return Nudge(day, variation(json.loads(row[0])), row[1]) if row else None

    def proposed_between(self, first: date, last: date) -> dict[str, Variation]:
        """Every variation shown on these days, by id, worded as it was shown."""
        rows = self._query(
            "SELECT variation, wording FROM proposals WHERE day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        )
        return {name: variation(json.loads(wording)) for name, wording in rows}

    def settled_between(self, first: date, last: date) -> dict[date, Variation]:
        """The proposal that stood at the end of each of these days: what was swapped away is not in it."""
        rows = self._query(
            "SELECT day, wording FROM proposals WHERE day BETWEEN ? AND ? ORDER BY day, turn",
            (first.isoformat(), last.isoformat()),
        )
        last_turns: dict[str, str] = dict(rows.fetchall())
        return {date.fromisoformat(day): variation(json.loads(text)) for day, text in last_turns.items()}

    def memory(self, day: date) -> Memory:
        """What was shown before ``day`` and on it."""
        iso = day.isoformat()
        last_shown = {}
        for name, latest in self._query(_LAST_SHOWN, (iso,)):
            if latest is not None:
                last_day, turn = latest.split()
                last_shown[name] = (date.fromisoformat(last_day), int(turn))
        # Beside max(), SQLite takes the other columns from the row that has it: the day's final proposal.
        recent = self._query(
            "SELECT day, max(turn), action, variation,"
            " (SELECT max(level) FROM proposals AS turns WHERE turns.day = proposals.day)"
            " FROM proposals WHERE day < ? GROUP BY day ORDER BY day DESC LIMIT 14",
            (iso,),
        )
        today = self._query(
            "SELECT day, turn, action, variation, level FROM proposals WHERE day = ? ORDER BY turn", (iso,)
        )
        return Memory(last_shown, [_shown(row) for row in recent][::-1], [_shown(row) for row in today])

    def keep_proposal(self, nudge: Nudge) -> Nudge:
        """Store a proposal; if another process was quicker, its answer is the day's answer and is returned."""
        self.keep_proposals([nudge])
        return self.proposal(nudge.day) or nudge

    def keep_proposals(self, nudges: Iterable[Nudge]) -> None:
        """Store proposals; what a day already has stays as it is."""
        with writing(self._connection, self._path):
            self._connection.executemany(
                "INSERT OR IGNORE INTO proposals (day, turn, action, variation, level, wording)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                map(_proposal_row, nudges),
            )

    def seed(self) -> str:
        """The random number that makes this user's order of variations their own."""
        row = self._query("SELECT value FROM meta WHERE key = 'seed'").fetchone()
        return str(row[0]) if row else ""

    # --- plans and reflections -------------------------------------------------------------------------------

    def set_plan(self, day: date, text: str, now: datetime) -> None:
        """Store the if-then plan that holds from ``day`` to the end of its week."""
        with self._change("plan", now) as change:
            self._save(change, "plans", {"day": day.isoformat(), "text": text})

    def plan_for(self, day: date) -> str | None:
        """The plan that holds on ``day``: set that week, or decided in the reflection of the week before."""
        monday = monday_of(day)
        row = self._query(
            "SELECT text FROM plans WHERE deleted = 0 AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT 1",
            (monday.isoformat(), day.isoformat()),
        ).fetchone()
        return str(row[0]) if row else self.reflection(monday - timedelta(days=7)).get("plan")

    def reflection(self, monday: date) -> dict[str, str]:
        """The answers of a week by key; empty when there are none."""
        rows = self._query(
            "SELECT key, answer FROM reflections WHERE monday = ? AND deleted = 0", (monday.isoformat(),)
        )
        return dict(rows.fetchall())

    def reflections(self) -> dict[date, dict[str, str]]:
        """Every reflection, newest week first."""
        found: dict[date, dict[str, str]] = {}
        for monday, key, answer in self._query(
            "SELECT monday, key, answer FROM reflections WHERE deleted = 0 ORDER BY monday DESC"
        ):
            found.setdefault(date.fromisoformat(monday), {})[key] = answer
        return found

    def answer(self, monday: date, answers: Mapping[str, str], now: datetime) -> None:
        """Store answers of the week's reflection and leave the others as they are."""
        with self._change("reflect", now) as change:
            for key, text in answers.items():
                self._save(change, "reflections", {"monday": monday.isoformat(), "key": key, "answer": text})

    def plan_use(self, monday: date) -> str | None:
        """Whether the plan of the week was used, as the user answered: ``yes``, ``partly``, ``no`` or None."""
        return self.plan_uses(monday, monday).get(monday)

    def plan_uses(self, first: date, last: date) -> dict[date, str]:
        """The same for every week from the Monday ``first`` to the Monday ``last``."""
        rows = self._query(
            "SELECT monday, used FROM plan_uses WHERE deleted = 0 AND monday BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        )
        return {date.fromisoformat(monday): used for monday, used in rows}

    def set_plan_use(self, monday: date, used: str, now: datetime) -> None:
        """Store whether the plan of the week was used: ``yes``, ``partly`` or ``no``."""
        with self._change("reflect", now) as change:
            self._save(change, "plan_uses", {"monday": monday.isoformat(), "used": used})

    # --- pauses ----------------------------------------------------------------------------------------------

    def pauses(self) -> tuple[Pause, ...]:
        """Every pause, oldest first."""
        rows = self._query("SELECT id, first, last FROM pauses WHERE deleted = 0 ORDER BY first, id")
        return tuple(
            Pause(name, date.fromisoformat(first), date.fromisoformat(last) if last else None)
            for name, first, last in rows
        )

    def add_pause(self, first: date, last: date | None, now: datetime) -> Pause:
        """Store a pause from ``first`` to ``last``, or open-ended."""
        pause = Pause(os.urandom(4).hex(), first, last)
        with self._change("pause", now) as change:
            self._save_pause(change, pause)
        return pause

    def end_pauses(self, day: date, now: datetime) -> list[Pause]:
        """End every pause that covers ``day``, so that ``day`` counts again; returns them as they were."""
        ended = [pause for pause in self.pauses() if pause.covers(day)]
        if not ended:
            return []
        with self._change("resume", now) as change:
            for pause in ended:
                self._save_pause(change, pause._replace(last=day - ONE_DAY), deleted=int(pause.first >= day))
        return ended

    # --- taking back -----------------------------------------------------------------------------------------

    def undo(self, now: datetime) -> Undone:
        """Take back the last change that has not been taken back.

        Raises:
            MikroError: When there is none.
        """
        with writing(self._connection, self._path):
            row = self._connection.execute(
                "SELECT change, command FROM journal ORDER BY step DESC LIMIT 1"
            ).fetchone()
            if row is None:
                raise MikroError("nothing-to-undo", N_("There is nothing to take back."))
            change, command = row
            steps = self._connection.execute(
                "SELECT target, key, before FROM journal WHERE change = ? ORDER BY step DESC", (change,)
            ).fetchall()
            entry = None
            for target, key, before in steps:
                entry = self._take_back(target, tuple(json.loads(key)), before, now) or entry
            self._connection.execute("DELETE FROM journal WHERE change = ?", (change,))
            (left,) = self._connection.execute("SELECT count(DISTINCT change) FROM journal").fetchone()
        return Undone(command, entry, left)

    def _take_back(
        self, target: str, key: tuple[str, ...], before: str | None, now: datetime
    ) -> Entry | None:
        row = self._row(target, key)
        if row is None:
            return None
        as_it_was = self._entry_by_id(key[0]) if target == "entries" else None
        restored = json.loads(before) if before else {**row, "deleted": 1}
        if target == "entries" and not before:
            restored["note"] = None
        self._upsert(target, {**restored, "changed": _stamp(now, row)})
        if as_it_was is None or restored["deleted"]:
            return as_it_was
        return self._entry_by_id(key[0])

    # --- how rows are written --------------------------------------------------------------------------------

    @contextmanager
    def _change(self, command: str, now: datetime, joining: int | None = None) -> Iterator[_Change]:
        """One change of the user: a transaction, and a group in the journal, or part of the group ``joining``."""
        backup.keep_weekly(self._connection, self._backups, week_label(now.date()))
        with writing(self._connection, self._path):
            (last,) = self._connection.execute("SELECT coalesce(max(change), 0) FROM journal").fetchone()
            yield _Change(joining or last + 1, command, now)
            self._connection.execute("DELETE FROM journal WHERE change <= ?", (last + 1 - UNDOABLE,))

    def _save(self, change: _Change, table: str, row: dict[str, Any]) -> None:
        """Write a row and journal what was there before."""
        key = tuple(str(row[column]) for column in _KEYS[table])
        before = self._row(table, key)
        self._connection.execute(
            "INSERT INTO journal (change, command, target, key, before) VALUES (?, ?, ?, ?, ?)",
            (
                change.number, change.command, table, json.dumps(key),
                json.dumps(before, ensure_ascii=False) if before else None,
            ),
        )  # fmt: skip
        self._upsert(table, {"deleted": 0, **row, "changed": _stamp(change.now, before)})

    def _save_pause(self, change: _Change, pause: Pause, deleted: int = 0) -> None:
        last = pause.last.isoformat() if pause.last else None
        self._save(
            change,
            "pauses",
            {"id": pause.id, "first": pause.first.isoformat(), "last": last, "deleted": deleted},
        )

    def _upsert(self, table: str, row: dict[str, Any]) -> None:
        keys = _KEYS[table]
        updates = ", ".join(f"{column} = excluded.{column}" for column in row if column not in keys)
        columns, places = ", ".join(row), ", ".join("?" * len(row))
        self._connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({places})"
            f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {updates}",
            tuple(row.values()),
        )

    def _row(self, table: str, key: tuple[str, ...]) -> dict[str, Any] | None:
        condition = " AND ".join(f"{column} = ?" for column in _KEYS[table])
        cursor = self._query(f"SELECT * FROM {table} WHERE {condition}", key)
        row = cursor.fetchone()
        names = [column[0] for column in cursor.description]
        return dict(zip(names, row, strict=True)) if row else None

    # --- how rows are read -----------------------------------------------------------------------------------

    def _is_readable(self) -> bool:
        """Whether every row becomes a value again, as a bit that fell over may be inside a text."""
        try:
            for entry in self._entries("1", ()):
                datetime.fromisoformat(entry.at)
            proposed = self.proposed_between(date.min, date.max)
            self.marks(date.max)
            self.memory(date.max)
            self.pauses()
            self.reflections()
            for table in _KEYS:
                # Every column is read, and the time of change turned into one.
                for row in self._query(f"SELECT changed, * FROM {table}"):
                    datetime.fromisoformat(row[0])
            self._query("SELECT * FROM meta").fetchall()
            for target, key, before in self._query("SELECT target, key, before FROM journal"):
                _KEYS[target], json.loads(key), json.loads(before or "{}")
        except (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError):
            return False
        return all(each.action in ACTIONS for each in proposed.values())

    def _query(self, sql: str, values: Any = ()) -> sqlite3.Cursor:
        with translating(self._path):
            return self._connection.execute(sql, values)

    def _entries(self, condition: str, values: Iterable[Any]) -> list[Entry]:
        with translating(self._path):
            rows = self._connection.execute(
                f"SELECT {_ENTRY_COLUMNS} FROM entries WHERE {condition}", tuple(values)
            ).fetchall()
        return [_entry(row) for row in rows]

    def _entry_by_id(self, identity: str) -> Entry:
        return self._entries("id = ?", (identity,))[0]


class _Change(NamedTuple):
    number: int
    command: str
    now: datetime


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(row[0], row[1], row[2], date.fromisoformat(row[3]), *row[4:])


def _shown(row: tuple[Any, ...]) -> Shown:
    return Shown(date.fromisoformat(row[0]), *row[1:])


def _proposal_row(nudge: Nudge) -> tuple[Any, ...]:
    chosen = nudge.variation
    wording = json.dumps(_as_table(chosen), ensure_ascii=False)
    return nudge.day.isoformat(), nudge.swaps, chosen.action, chosen.id, chosen.level, wording


def _as_table(chosen: Variation) -> dict[str, Any]:
    """The raw table of a variation, as in the catalogue."""
    return {**chosen._asdict(), "da": chosen.da._asdict(), "en": chosen.en._asdict()}


def _stamp(now: datetime, before: Mapping[str, Any] | None) -> str:
    """The time of a change, later than that of what it replaces even if the clock went back."""
    stamp = now.astimezone(UTC)
    if before and before.get("changed"):
        earlier = datetime.fromisoformat(before["changed"])
        stamp = max(stamp, earlier + timedelta(microseconds=1))
    return stamp.isoformat()


def _holds(note: str, words: str) -> bool:
    return words in note.casefold()


def _no_entry(wanted: str) -> MikroError:
    return MikroError(
        "entry-unknown",
        N_("There is no entry “{wanted}”. “mikro history” shows each with its number."),
        wanted=wanted,
    )
