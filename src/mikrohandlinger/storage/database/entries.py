"""What was done, and the marks that it leaves on its week."""

from __future__ import annotations

import os
from datetime import date, datetime

from mikrohandlinger.domain.calendar import local_day, monday_of
from mikrohandlinger.domain.entries import Entry, EntryChange, Experience, Filter, holds
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.proposal import RAMP
from mikrohandlinger.domain.weeks import Marks
from mikrohandlinger.storage.database.journal import stamp
from mikrohandlinger.storage.database.opening import translating, writing
from mikrohandlinger.storage.database.table import ENTRIES
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any, Final

    from mikrohandlinger.domain.entries import NewEntry
    from mikrohandlinger.storage.database.journal import Change, Journal, Row

#: A rule is stored by its id, and told by its number on this machine; one that was taken away by none.
_RULE: Final = "(SELECT rules.number FROM rules WHERE rules.id = {id} AND rules.deleted = 0)"
_COLUMNS: Final = {"rule": f"CASE WHEN rule IS NOT NULL THEN {_RULE.format(id='entries.rule')} END"}
#: The fields of an entry are columns of the table; its last one, the feedback, is five.
_ROW_FIELDS: Final = (*Entry._fields[:-1], "way", "frame", "parts", "used", "told")
_FIELDS: Final = ", ".join(_COLUMNS.get(field, field) for field in _ROW_FIELDS)
#: So many come before those of the feedback, and what these hold where an entry says nothing of it.
_BEFORE_FEEDBACK: Final = len(Entry._fields) - 1
_NO_FEEDBACK: Final = (None,) * 5
_EVERYTHING: Final = Filter()

#: How it is kept on which day an open loop was shown, and on which one it was closed here.
_SHOWN: Final = "loop "
_CLOSED: Final = "closed "
_SEEN: Final = (
    "INSERT INTO seen (what, day) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET day = excluded.day"
)
#: Feedback that was received, used, and told back.
_IS_CLOSED: Final = "deleted = 0 AND way = 'received' AND used IN ('yes', 'partly') AND told = 1"

#: How many entries are read at a time.
PORTION = 1000


class Entries:
    """The table of entries."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, new: NewEntry, now: datetime, command: str = "log") -> Entry:
        """Store an entry and return it with its id and number."""
        with self._journal.change(command, now) as change:
            row = change.save(ENTRIES, {"id": os.urandom(8).hex(), **_new_row(new)})
            return entry_of(self._journal, row)

    def add_many(self, entries: Iterable[NewEntry], now: datetime) -> int:
        """Store many entries at once, without a way to take them back one by one; returns how many."""
        same = {"changed": stamp(now, None), "device": self._journal.device}
        with writing(self._journal.connection, self._journal.path):
            cursor = self._journal.connection.executemany(
                "INSERT INTO entries (id, at, day, action, variation, level, note, masked, reach, went, changed,"
                " device) VALUES (lower(hex(randomblob(8))), :at, :day, :action, :variation, :level, :note, :masked,"
                " :reach, :went, :changed, :device)",
                ({**_new_row(new), **same} for new in entries),
            )
        return cursor.rowcount

    def change(self, entry: Entry, to: EntryChange, now: datetime) -> Entry:
        """Change an entry."""
        with self._journal.change("edit", now) as change:
            return self._save(change, entry, to)

    def amend(self, entry: Entry, to: EntryChange, now: datetime) -> Entry:
        """Add to an entry just stored, as part of that change: one ``undo`` takes back all of it."""
        with self._journal.change("log", now) as change:
            change.join(ENTRIES, entry.id)
            return self._save(change, entry, to)

    def delete(self, entry: Entry, now: datetime) -> None:
        """Take an entry away; ``undo`` can bring it back."""
        with self._journal.change("delete", now) as change:
            change.save(ENTRIES, {**self._row(entry), "deleted": 1})

    def _save(self, change: Change, entry: Entry, to: EntryChange) -> Entry:
        row = self._row(entry)
        saved = entry_of(self._journal, change.save(ENTRIES, {**row, **_changed_columns(to, row)}))
        if to.feedback is not None and saved.feedback is not None and saved.feedback.is_closed:
            self._close(entry, saved, local_day(change.now, self._journal.day_starts))
        return saved

    def _close(self, before: Entry, entry: Entry, day: date) -> None:
        """Keep on which day a loop was closed, within a transaction."""
        if before.feedback is None or not before.feedback.is_closed:
            self._journal.query(_SEEN, (_CLOSED + entry.id, day.isoformat()))

    def _row(self, entry: Entry) -> Row:
        row = self._journal.row(ENTRIES, (entry.id,))
        if row is None or row["deleted"]:  # by another command meanwhile
            raise _no_entry(str(entry.number))
        return row

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

    def open_loops(self, until: date, today: date) -> list[Entry]:
        """Feedback received up to a day of which nobody has said whether it was used, or told back; oldest first.

        Args:
            until: The latest day on which it was received.
            today: The present day; what was shown on an earlier one is not among them.
        """
        return self.select(
            "deleted = 0 AND way = 'received' AND used IS NULL AND told IS NULL AND day <= ? AND NOT EXISTS"
            f" (SELECT 1 FROM seen WHERE seen.what = '{_SHOWN}' || entries.id AND seen.day < ?)"
            " ORDER BY day, at, number",
            (until.isoformat(), today.isoformat()),
        )

    def show_loops(self, shown: Iterable[Entry], today: date) -> None:
        """Keep that these were shown today, which is no change of the user's; nothing is written twice."""
        day = today.isoformat()
        new = [(_SHOWN + entry.id, day) for entry in shown if self._not_before(_SHOWN + entry.id, day)]
        if new:
            with writing(self._journal.connection, self._journal.path):
                self._journal.connection.executemany(_SEEN, new)

    def _not_before(self, what: str, day: str) -> bool:
        """Whether it was not seen until ``day``; a look ahead by another clock uses nothing up."""
        seen = self._journal.query("SELECT day FROM seen WHERE what = ?", (what,)).fetchone()
        return seen is None or seen[0] > day

    def latest_day(self, until: date) -> date | None:
        """The latest day with an entry, up to this one."""
        (day,) = self._journal.query(
            "SELECT max(day) FROM entries WHERE deleted = 0 AND day <= ?", (until.isoformat(),)
        ).fetchone()
        return date.fromisoformat(day) if day else None

    def loops_closed(self, first: date, last: date) -> int:
        """How many loops were closed in these days: feedback that was received, used, and told back.

        Where it was closed on another machine, the day on which it was received stands for that.
        """
        days = (first.isoformat(), last.isoformat())
        (count,) = self._journal.query(
            f"SELECT (SELECT count(*) FROM entries WHERE {_IS_CLOSED} AND day BETWEEN ?1 AND ?2"
            f" AND NOT EXISTS (SELECT 1 FROM seen WHERE what = '{_CLOSED}' || entries.id))"
            f" + (SELECT count(*) FROM seen JOIN entries ON entries.id = substr(seen.what, {len(_CLOSED) + 1})"
            f" WHERE seen.what GLOB '{_CLOSED}*' AND seen.day BETWEEN ?1 AND ?2 AND {_IS_CLOSED})",
            days,
        ).fetchone()
        return int(count)

    def search(self, wanted: Filter = _EVERYTHING, limit: int | None = None) -> Iterator[Entry]:
        """The entries that are asked for, newest first, and no more than ``limit``; each read when it is its turn.

        They are read in portions, each on its own, so that nobody who writes has to wait for one who reads slowly.
        """
        condition, values = self._conditions(wanted)
        order = "ORDER BY day DESC, at DESC, number DESC LIMIT ?"
        after: tuple[Any, ...] = ()
        while limit is None or limit > 0:
            portion = PORTION if limit is None else min(PORTION, limit)
            beyond = f"{condition} AND (day, at, number) < (?, ?, ?)" if after else condition
            rows = self._rows(f"{beyond} {order}", (*values, *after, portion))
            yield from map(_entry, rows)
            if len(rows) < portion:
                return
            _id, number, at, day, *_rest = rows[-1]
            after = (day, at, number)
            limit = None if limit is None else limit - portion

    def day_counts(self, wanted: Filter) -> dict[date, int]:
        """How many of the entries that are asked for each day has; days without any are absent."""
        condition, values = self._conditions(wanted)
        rows = self._journal.query(
            f"SELECT day, count(*) FROM entries WHERE {condition} GROUP BY day", values
        )
        return {date.fromisoformat(day): count for day, count in rows}

    def first_day(self) -> date | None:
        """The day of the earliest entry."""
        (day,) = self._journal.query("SELECT min(day) FROM entries WHERE deleted = 0").fetchone()
        return date.fromisoformat(day) if day else None

    def marks(self, until: date, since: date | None = None) -> dict[date, Marks]:
        """The marks of every week with an entry, by Monday, from that of ``since`` to that of ``until``."""
        rows = self._journal.query(
            "SELECT monday, ask, doubt, feedback, entries FROM week_marks"
            " WHERE monday BETWEEN ? AND ? ORDER BY monday",
            (monday_of(since or date.min).isoformat(), monday_of(until).isoformat()),
        )
        return {date.fromisoformat(row[0]): Marks(*row[1:]) for row in rows}

    def first_weeks(self) -> dict[str, date]:
        """The Monday of the first week with an entry of each action; one that was never done is not there."""
        rows = self._journal.query(
            "SELECT 'ask', min(monday) FROM week_marks WHERE ask <> 0"
            " UNION ALL SELECT 'doubt', min(monday) FROM week_marks WHERE doubt <> 0"
            " UNION ALL SELECT 'feedback', min(monday) FROM week_marks WHERE feedback <> 0"
        )
        return {action: date.fromisoformat(monday) for action, monday in rows if monday is not None}

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

    def _conditions(self, wanted: Filter) -> tuple[str, list[str]]:
        given = [
            ("day >= ?", wanted.first and wanted.first.isoformat()),
            ("day <= ?", wanted.last and wanted.last.isoformat()),
            ("action = ?", wanted.action),
            ("reach = ?", wanted.reach),
            ("went = ?", wanted.went),
            ("rule = ?", wanted.rule),
            ("coalesce(note, parts) IS NOT NULL AND holds(note, parts, ?)", wanted.words),
        ]
        if wanted.words:
            self._journal.connection.create_function("holds", 3, _holds, deterministic=True)
        asked = [(condition, value) for condition, value in given if value]
        return " AND ".join(["deleted = 0", *(each for each, _ in asked)]), [value for _, value in asked]

    def select(self, condition: str, values: Iterable[Any]) -> list[Entry]:
        """The entries that fit a condition of SQL, in the order that it names."""
        return [_entry(row) for row in self._rows(condition, values)]

    def _rows(self, condition: str, values: Iterable[Any]) -> list[tuple[Any, ...]]:
        with translating(self._journal.path):
            return self._journal.connection.execute(
                f"SELECT {_FIELDS} FROM entries WHERE {condition}", tuple(values)
            ).fetchall()


def entry_of(journal: Journal, row: Mapping[str, Any]) -> Entry:
    """The entry of a row of the table."""
    entry = _entry(tuple(row[field] for field in _ROW_FIELDS))
    if row["rule"] is None:
        return entry
    (number,) = journal.query(f"SELECT {_RULE.format(id='?')}", (row["rule"],)).fetchone()
    return entry._replace(rule=number)


def _new_row(new: NewEntry) -> dict[str, Any]:
    said = EntryChange(new.words, new.deed, new.moment, new.reach, new.went, new.rule, new.feedback)
    empty = {"note": None, "masked": 0, "reach": None, "went": None}
    return {**empty, **_changed_columns(said, empty)}


def _changed_columns(to: EntryChange, row: Mapping[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    if to.moment is not None:
        columns |= {"at": to.moment.at.isoformat(timespec="seconds"), "day": to.moment.day.isoformat()}
    if to.deed is not None:
        columns |= to.deed._asdict()
    if to.words is not None:
        columns |= {"note": to.words.text, "masked": to.words.masked}
    if to.reach is not None:
        columns["reach"] = to.reach or None
    if to.went is not None:
        columns["went"] = to.went or None
    if to.rule is not None:
        columns["rule"] = to.rule or None
    if to.feedback is not None:
        from mikrohandlinger.storage.database.feedback import columns_of

        columns |= columns_of(to.feedback, row)
        columns["masked"] = columns.get("masked", row["masked"]) + to.feedback.masked
    return columns


def _entry(row: Sequence[Any]) -> Entry:
    entry = Entry(
        row[0], row[1], datetime.fromisoformat(row[2]), date.fromisoformat(row[3]), *row[4:_BEFORE_FEEDBACK]
    )
    if row[_BEFORE_FEEDBACK:] == _NO_FEEDBACK:
        return entry
    from mikrohandlinger.storage.database.feedback import of_columns

    return entry._replace(feedback=of_columns(row[_BEFORE_FEEDBACK:]))


def _holds(note: str | None, parts: str | None, words: str) -> bool:
    """Whether each of the words occurs in the note or in a part of the feedback."""
    if parts is None:
        return holds(note or "", words)
    from mikrohandlinger.storage.database.feedback import parts_of

    return holds("\n".join([note or "", *parts_of(parts).values()]), words)


def _no_entry(wanted: str) -> MikroError:
    return MikroError(
        "entry-unknown",
        N_("There is no entry “{wanted}”. “mikro history” shows each with its number."),
        wanted=wanted,
    )
