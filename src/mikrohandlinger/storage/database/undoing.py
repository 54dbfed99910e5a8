"""Taking back a change: every row that it wrote becomes what it was, whatever table it is of."""

# No annotations as text here: each field of a value would be compiled once more at every start.

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.database.entries import entry_of
from mikrohandlinger.storage.database.journal import Journal
from mikrohandlinger.storage.database.opening import writing
from mikrohandlinger.storage.database.table import BY_NAME, ENTRIES, Table


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


def undo(journal: Journal, now: datetime) -> Undone:
    """Take back the last change that has not been taken back.

    Raises:
        MikroError: When there is none.
    """
    with writing(journal.connection, journal.path):
        last = journal.query(
            "SELECT number, what FROM changes WHERE undone = 0 ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if last is None:
            raise MikroError("nothing-to-undo", N_("There is nothing to take back."))
        number, command = last
        steps = journal.query(
            "SELECT target, key, before FROM journal WHERE change = ? ORDER BY step DESC", (number,)
        ).fetchall()
        entry = None
        for target, key, before in steps:
            entry = _take_back(journal, BY_NAME[target], json.loads(key), before, now) or entry
        # Its words leave the disk with it.
        journal.query("DELETE FROM changes WHERE number = ?", (number,))
        (left,) = journal.query("SELECT count(*) FROM changes WHERE undone = 0").fetchone()
    journal.has_changed = True
    return Undone(command, entry, left)


def _take_back(
    journal: Journal, table: Table, key: Sequence[Any], before: str | None, now: datetime
) -> Entry | None:
    row = journal.row(table, key)
    if row is None:
        return None
    restored = journal.write(table, json.loads(before) if before else {"deleted": 1}, now, row)
    if table is not ENTRIES:
        return None
    return entry_of(row if restored["deleted"] else restored)
