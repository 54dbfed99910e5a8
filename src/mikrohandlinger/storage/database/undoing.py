"""Taking changes back and doing them again: every row that one wrote becomes what it was, or what it became."""

from __future__ import annotations

import json
from datetime import date, datetime

from mikrohandlinger.domain.changes import SUBJECTS, Change
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.database.entries import entry_of
from mikrohandlinger.storage.database.opening import writing
from mikrohandlinger.storage.database.table import BY_NAME, ENTRIES
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.storage.database.journal import Journal


class Undone(NamedTuple):
    """What was taken back.

    Attributes:
        command: The command whose change it was, such as ``log`` or ``edit``.
        entry: The entry it was about, as it is now, or as it was if it is gone now.
        left: How many more changes can be taken back.
    """

    command: str
    entry: Entry | None
    left: int


def latest(journal: Journal, most: int = 1) -> list[Change]:
    """The latest changes that can be taken back, newest first, no more than ``most``."""
    numbers = journal.query(
        "SELECT number FROM changes WHERE undone = 0 ORDER BY number DESC LIMIT ?", (most,)
    ).fetchall()
    return [_change(journal, number) for (number,) in numbers]


def next_again(journal: Journal) -> Change | None:
    """The change that would be done again; None where there is none."""
    (number,) = journal.query("SELECT min(number) FROM changes WHERE undone = 1").fetchone()
    return None if number is None else _change(journal, number)


def left(journal: Journal) -> int:
    """How many changes can be taken back."""
    (count,) = journal.query("SELECT count(*) FROM changes WHERE undone = 0").fetchone()
    return int(count)


def undo(journal: Journal, now: datetime, expected: Change | None = None) -> Undone:
    """Take back the latest change that has not been taken back.

    Raises:
        MikroError: When there is none, when it is another than ``expected``, or when nothing could be stored.
    """
    with writing(journal.connection, journal.path):
        found = latest(journal)
        if not found:
            raise MikroError("nothing-to-undo", N_("There is nothing to take back."))
        change = found[0]
        if expected is not None and change.number != expected.number:
            raise _overtaken()
        _turn(journal, change.number, now, back=True)
        entry = change.entry and (_entry(journal, change.entry.id) or change.entry)
        undone = Undone(change.command, entry, left(journal))
    journal.has_changed = True
    return undone


def redo(journal: Journal, change: Change, now: datetime) -> None:
    """Do this change again, the one that was taken back last.

    Raises:
        MikroError: When another command has changed something meanwhile, or nothing could be stored.
    """
    with writing(journal.connection, journal.path):
        (first_number,) = journal.query("SELECT min(number) FROM changes WHERE undone = 1").fetchone()
        if first_number != change.number:
            raise _overtaken()
        _turn(journal, change.number, now, back=False)
    journal.has_changed = True


def _entry(journal: Journal, identity: str) -> Entry | None:
    """The entry as it is now; None where it is gone."""
    row = journal.row(ENTRIES, (identity,))
    return entry_of(row) if row is not None and not row["deleted"] else None


def _turn(journal: Journal, number: int, now: datetime, *, back: bool) -> None:
    side, order = ("before", "DESC") if back else ("after", "ASC")
    steps = journal.query(
        f"SELECT step, target, key, {side}, after FROM journal WHERE change = ? ORDER BY step {order}",
        (number,),
    ).fetchall()
    for step, target, key, wanted, after in steps:
        table = BY_NAME[target]
        row = journal.row(table, json.loads(key))
        if row is not None:
            if after is None:
                # A step of an earlier release says only what was there before.
                journal.query(
                    "UPDATE journal SET after = ? WHERE change = ? AND step = ?",
                    (json.dumps(row, ensure_ascii=False), number, step),
                )
            journal.write(table, json.loads(wanted) if wanted else {"deleted": 1}, now, row)
    journal.query("UPDATE changes SET undone = ? WHERE number = ?", (int(back), number))


def _change(journal: Journal, number: int) -> Change:
    at, day, command = journal.query(
        "SELECT at, day, what FROM changes WHERE number = ?", (number,)
    ).fetchone()
    target, before, after = journal.query(
        "SELECT target, before, after FROM journal WHERE change = ? ORDER BY step LIMIT 1", (number,)
    ).fetchone()
    # One that was earlier than this program told nothing of what it wrote.
    row: dict[str, Any] = json.loads(after or before or "{}")
    if before and (not after or row.get("deleted")):
        row = json.loads(before)
    if target == "entries" and row:
        (last,) = journal.query(
            "SELECT coalesce(after, before) FROM journal WHERE change = ? ORDER BY step DESC LIMIT 1",
            (number,),
        ).fetchone()
        whole = json.loads(last)
        row = row if whole.get("deleted") else whole
    found = Change(
        number,
        datetime.fromisoformat(at),
        date.fromisoformat(day),
        command,
        SUBJECTS.get(target, target),
    )
    if target == "entries" and row:
        return found._replace(
            entry=entry_of({column: row.get(column) for column in BY_NAME["entries"].columns})
        )
    words = next((row[column] for column in ("text", "answer", "used", "title") if row.get(column)), None)
    about = tuple(row.get(column) for column in ("key", "monday", "first", "last"))
    return found._replace(words=words, about=about)


def _overtaken() -> MikroError:
    return MikroError(
        "overtaken", N_("Another command has just changed something. Look again, and then once more.")
    )
