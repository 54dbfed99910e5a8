"""Bringing together what two machines know: of two versions of a row one stands, and every machine chooses the same.

The newest change wins, of two at one moment that of the greater device, of two of those the greater content: an order
in which any two versions can be compared, so that the rows that stand do not depend on the order in which they came,
nor on how often. Of a proposal the one shown first wins.
"""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from mikrohandlinger.storage.database.opening import translating
from mikrohandlinger.storage.database.table import BY_NAME, PROPOSALS, TERMS
from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.storage.database.journal import Change, Journal, Row
    from mikrohandlinger.storage.database.table import Table

#: What became of a row that came: it was not here before, it was newer, it was here already or older, or it can be
#: no row of its table.
Outcome = Literal["new", "changed", "same", "wrong"]

#: Of one machine alone, so that it is no part of what is compared or told.
OWN_NUMBER: Final = "number"

#: From when the terms hold that a machine found before anything was changed: those found first stand, as a new machine
#: finds what nobody has set yet.
_EVER: Final = date.min.isoformat()
#: Later than every time that can be, in seconds.
LATEST: Final = 1e12


class Stamp(NamedTuple):
    """When a version was made, and where."""

    changed: str
    device: str


def stamp_of(row: Row) -> Stamp:
    """That of a row."""
    return Stamp(row["changed"], row["device"])


def stands_over(table: Table, row: Row, other: Row) -> bool:
    """Whether of two versions of a row the first one stands; neither does over itself.

    What a machine changes never falls behind what it changed.
    """
    if table is TERMS and row["since"] == _EVER and row["changed"] != other["changed"]:
        return bool(row["changed"] < other["changed"])
    if table is PROPOSALS and (shown := _shown(other) - _shown(row)):
        return shown > 0
    if stamp_of(row) != stamp_of(other):
        return stamp_of(row) > stamp_of(other)
    return _content(table, row) > _content(table, other)


def _shown(row: Row) -> float:
    """When a proposal was shown; what was only offered comes after everything."""
    shown = row["shown"]
    return datetime.fromisoformat(shown).timestamp() if shown else LATEST


def _content(table: Table, row: Row) -> list[tuple[bool, str]]:
    """What a row says, to be compared; what is there stands over what is not, so that a copy without words takes none."""
    return [
        (row[column] is not None, _canonical(row[column]) if holds == "json" else str(row[column]))
        for column, holds in table.columns.items()
        if column != OWN_NUMBER
    ]


def _canonical(text: str | None) -> str:
    import json

    return "" if text is None else json.dumps(json.loads(text), sort_keys=True)


def key_of(table: Table, row: Row) -> str:
    """The key of a row as the journal has it."""
    import json

    return json.dumps([row[column] for column in table.key], ensure_ascii=False, separators=(",", ":"))


class Merging:
    """Rows from elsewhere on their way in, within a transaction.

    Args:
        journal: The open database.
        today: The local day, whose proposals stay as this machine showed them.
        change: What takes the rows back with it; None for what no ``undo`` of this machine takes back.
    """

    def __init__(self, journal: Journal, today: date, change: Change | None = None) -> None:
        self._journal = journal
        self._change = change
        self._today = today.isoformat()
        self._shown_today: bool | None = None

    def would_take(self, table: Table, row: Row, before: Row | None) -> bool:
        """Whether a row would stand over the version that is here."""
        if table is PROPOSALS and row["day"] == self._today and self._has_shown_today():
            return False
        return before is None or stands_over(table, row, before)

    def take(self, table: Table, row: Row, before: Row | None = None) -> Outcome:
        """Let the greater of a row and the one that is here stand.

        Args:
            table: Which table it is of.
            row: What came, whole but for the number.
            before: The version that is here, where it was looked up already.
        """
        key = [row[column] for column in table.key]
        before = before or self._journal.row(table, key)
        if not self.would_take(table, row, before):
            return "same"
        return self._put(table, row, before)

    def add(self, table: Table, row: Row, before: Row | None) -> Outcome:
        """Write a row whatever is here, newer than that."""
        from mikrohandlinger.storage.database.journal import stamp

        changed = row["changed"]
        if before is not None and before["changed"] >= changed:
            assert self._change is not None
            changed = stamp(self._change.now, before)
        return self._put(table, {**row, "changed": changed}, before)

    def _put(self, table: Table, row: Row, before: Row | None) -> Outcome:
        try:
            if self._change is None:
                self._journal.put(table, row, before)
            else:
                self._change.put(table, row, before)
        except sqlite3.IntegrityError:  # a value outside of a list, or words where there can be none
            return "wrong"
        return "new" if before is None else "changed"

    def _has_shown_today(self) -> bool:
        if self._shown_today is None:
            found = self._journal.query(
                "SELECT 1 FROM proposals WHERE day = ? AND shown IS NOT NULL AND deleted = 0", (self._today,)
            ).fetchone()
            self._shown_today = found is not None
        return self._shown_today


def is_there(connection: sqlite3.Connection, table: Table, row: Row) -> bool:
    """Whether the row is there in this version, or in one that stands over it."""
    found = connection.execute(
        f"SELECT changed FROM {table.name} WHERE {table.matching}", [row[column] for column in table.key]
    ).fetchone()
    return found is not None and bool(found[0] >= row["changed"])


def taken_back(journal: Journal, command: str) -> bool:
    """Whether changes by this command were taken back and can be done again; their new rows are remembered.

    They stand in a table of this connection alone, without any words, as they may be many.
    """
    if not journal.query("SELECT 1 FROM changes WHERE undone = 1 AND what = ?", (command,)).fetchone():
        return False
    with translating(journal.path):
        journal.connection.execute(
            "CREATE TEMP TABLE IF NOT EXISTS taken_back (key TEXT PRIMARY KEY) WITHOUT ROWID"
        )
        journal.connection.execute("DELETE FROM taken_back")
        journal.connection.execute(
            "INSERT OR IGNORE INTO taken_back SELECT target || key FROM journal WHERE before IS NULL"
            " AND change IN (SELECT number FROM changes WHERE undone = 1 AND what = ?)",
            (command,),
        )
    return True


def was_taken_back(journal: Journal, table: Table, row: Row) -> bool:
    """Whether the row is one of those of :func:`taken_back`."""
    name = table.name + key_of(table, row)
    return journal.query("SELECT 1 FROM taken_back WHERE key = ?", (name,)).fetchone() is not None


def lineage(journal: Journal) -> dict[tuple[str, str], list[Stamp]]:
    """The versions from elsewhere that this machine has changed, by table and key, as far back as can be undone.

    Whoever wrote one of them has been heard: nothing of theirs is lost.
    """
    found: dict[tuple[str, str], list[Stamp]] = {}
    for target, key, changed, device in journal.query(
        "SELECT target, key, json_extract(before, '$.changed'), json_extract(before, '$.device') FROM journal"
        " WHERE before IS NOT NULL AND coalesce(json_extract(before, '$.device'), '') <> ?",
        (journal.device,),
    ):
        if target in BY_NAME and changed:
            found.setdefault((target, key), []).append(Stamp(changed, device or ""))
    return found
