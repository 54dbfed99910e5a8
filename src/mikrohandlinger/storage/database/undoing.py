"""Taking changes back and doing them again: every row that one wrote becomes what it was, or what it became."""

from __future__ import annotations

import json
from datetime import date, datetime

from mikrohandlinger.domain.changes import IMPORT, SUBJECTS, Change, InFile
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.database.entries import entry_of
from mikrohandlinger.storage.database.table import BY_NAME, ENTRIES, FILED, PROPOSALS, RULES
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, Final

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.storage.database.journal import Journal
    from mikrohandlinger.storage.database.table import Table
    from mikrohandlinger.storage.toml.editing import Editing

    Along = Callable[[Mapping[str, Any]], object]

#: A change that wrote nothing marks what undo has to know of and cannot take back.
_WROTE: Final = "EXISTS (SELECT 1 FROM journal WHERE change = number)"

#: How many steps are read at a time, and a step that no change has.
_PORTION: Final = 1000
_BEYOND_ALL: Final = 2**62


class Undone(NamedTuple):
    """What was taken back, or done again.

    Attributes:
        command: The command whose change it was, such as ``log`` or ``edit``.
        entry: The entry it was about, as it is now, or as it was if it is gone now.
        left: How many more changes can be taken back.
        untouched: What was left as it is in a file, since something else stands there now.
        elsewhere: How many rows were left as another machine has changed them since.
    """

    command: str
    entry: Entry | None
    left: int
    untouched: tuple[InFile, ...] = ()
    elsewhere: int = 0


def latest(journal: Journal, most: int = 1) -> list[Change]:
    """The latest changes that can be taken back, newest first, no more than ``most``."""
    numbers = journal.query(
        f"SELECT number FROM changes WHERE undone = 0 AND {_WROTE} ORDER BY number DESC LIMIT ?", (most,)
    ).fetchall()
    return [_change(journal, number) for (number,) in numbers]


def next_again(journal: Journal) -> Change | None:
    """The change that would be done again; None where there is none."""
    (number,) = journal.query("SELECT min(number) FROM changes WHERE undone = 1").fetchone()
    return None if number is None else _change(journal, number)


def left(journal: Journal) -> int:
    """How many changes can be taken back."""
    (count,) = journal.query(f"SELECT count(*) FROM changes WHERE undone = 0 AND {_WROTE}").fetchone()
    return int(count)


def mark(journal: Journal, command: str, now: datetime) -> None:
    """Keep that ``command`` was run; it ends what could be done again, as a change does."""
    with journal.change(command, now) as change:
        change.begun()


def marked(journal: Journal) -> str | None:
    """The command that was marked, where nothing was changed since."""
    row = journal.query(
        f"SELECT what, {_WROTE} FROM changes WHERE undone = 0 ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return None if row is None or row[1] else row[0]


def undo(
    journal: Journal,
    now: datetime,
    expected: Change | None = None,
    files: Mapping[str, Editing] | None = None,
    along: Along | None = None,
) -> Undone:
    """Take back the latest change that has not been taken back.

    Args:
        journal: The open database.
        now: The present moment.
        expected: Which one that is believed to be.
        files: The files of the user that it wrote, by the kinds of what stands there, while they are changed.
        along: Hears what the settings will say before they are written, and may refuse that.

    Raises:
        MikroError: When there is none, when it is another than ``expected``, or when nothing could be stored.
    """
    number = 0 if expected is None else expected.number
    with journal.storing(lambda connection: _is_undone(connection, number, undone=1)):
        found = latest(journal)
        if not found:
            raise MikroError("nothing-to-undo", N_("There is nothing to take back."))
        change = found[0]
        if expected is not None and change.number != expected.number:
            raise _overtaken()
        untouched = _turn(journal, change, now, files or {}, along, back=True)
        # What was marked after it has been passed by.
        journal.query("DELETE FROM changes WHERE number > ? AND undone = 0", (change.number,))
        return _undone(journal, change, untouched)


def redo(
    journal: Journal,
    now: datetime,
    change: Change,
    files: Mapping[str, Editing] | None = None,
    along: Along | None = None,
) -> Undone:
    """Do this change again, the one that was taken back last.

    Raises:
        MikroError: When another command has changed something meanwhile, or nothing could be stored.
    """
    with journal.storing(lambda connection: _is_undone(connection, change.number, undone=0)):
        (first_number,) = journal.query("SELECT min(number) FROM changes WHERE undone = 1").fetchone()
        if first_number != change.number:
            raise _overtaken()
        untouched = _turn(journal, change, now, files or {}, along, back=False)
        return _undone(journal, change, untouched)


def _is_undone(connection: sqlite3.Connection, number: int, *, undone: int) -> bool:
    row = connection.execute("SELECT undone FROM changes WHERE number = ?", (number,)).fetchone()
    return bool(row == (undone,))


def _undone(journal: Journal, change: Change, left_alone: tuple[list[InFile], int]) -> Undone:
    entry = change.entry
    if entry is not None:
        row = journal.row(ENTRIES, (entry.id,))
        entry = entry_of(journal, row) if row is not None and not row["deleted"] else entry
    untouched, elsewhere = left_alone
    return Undone(change.command, entry, left(journal), tuple(untouched), elsewhere)


def _turn(
    journal: Journal,
    change: Change,
    now: datetime,
    files: Mapping[str, Editing],
    along: Along | None,
    *,
    back: bool,
) -> tuple[list[InFile], int]:
    """Let every row, and the files, be what they were, or what they became.

    Returns:
        What was left alone in the files, and how many rows were, as another machine has changed them since.
    """
    pieces = {(piece.kind, piece.id): piece for piece in change.filed}
    untouched, elsewhere = [], 0
    for step, target, key, wanted, device in _steps(journal, change.number, back=back):
        table, names = BY_NAME[target], json.loads(key)
        row = journal.row(table, names)
        if row is None:
            continue
        if row["device"] not in ("", journal.device, device):
            elsewhere += 1
            continue
        piece = pieces.get(tuple(names)) if table is FILED else None
        if piece is not None and piece.kind in files and not _turn_file(files[piece.kind], piece, back=back):
            untouched.append(piece)
            continue
        _know(journal, change.number, step, row)
        journal.write(table, json.loads(wanted) if wanted else {"deleted": 1}, now, row)
    journal.query("UPDATE changes SET undone = ? WHERE number = ?", (int(back), change.number))
    if along is not None and "setting" in files:
        along(files["setting"].table)
    for file in dict.fromkeys(files.values()):
        file.write()
    return untouched, elsewhere


def _steps(
    journal: Journal, number: int, *, back: bool
) -> Iterator[tuple[int, str, str, str | None, str | None]]:
    """The steps of a change in portions, as an import may have a million of them."""
    side, order, beyond = ("before", "DESC", "<") if back else ("after", "ASC", ">")
    last = _BEYOND_ALL if back else -1
    while True:
        portion = journal.query(
            f"SELECT step, target, key, {side}, json_extract(after, '$.device') FROM journal"
            f" WHERE change = ? AND step {beyond} ? ORDER BY step {order} LIMIT {_PORTION}",
            (number, last),
        ).fetchall()
        yield from portion
        if len(portion) < _PORTION:
            return
        last = portion[-1][0]


def _turn_file(file: Editing, piece: InFile, *, back: bool) -> bool:
    """Let the file say of a piece what it said before the change, or after it; whether it does."""
    from mikrohandlinger.storage.toml.filed import turn

    expected, wanted = (piece.after, piece.before) if back else (piece.before, piece.after)
    return turn(file, piece.kind, piece.id, expected=expected, wanted=wanted)


def _know(journal: Journal, number: int, step: int, row: dict[str, Any]) -> None:
    """Let a step of the first release, which told only what was there before, tell what it wrote too."""
    journal.query(
        "UPDATE journal SET after = ? WHERE change = ? AND step = ? AND after IS NULL",
        (json.dumps(row, ensure_ascii=False), number, step),
    )


def _change(journal: Journal, number: int) -> Change:
    at, day, command = journal.query(
        "SELECT at, day, what FROM changes WHERE number = ?", (number,)
    ).fetchone()
    filed = _filed(journal, number)
    target, key = journal.query(
        "SELECT target, key FROM journal WHERE change = ? ORDER BY step LIMIT 1", (number,)
    ).fetchone()
    what = filed[0].kind if filed else SUBJECTS.get(target, target)
    what = command if command == IMPORT else what
    change = Change(number, datetime.fromisoformat(at), date.fromisoformat(day), command, what, filed=filed)
    if filed or what == IMPORT:
        return change
    row = _told(journal, number, BY_NAME[target], key)
    if row is None:
        return change
    if target == ENTRIES.name:
        return change._replace(entry=entry_of(journal, row))
    if target == PROPOSALS.name:
        from mikrohandlinger.domain.catalogue.model import variation

        return change._replace(swapped=variation(json.loads(row["wording"])))
    if target == RULES.name:
        return change._replace(words=row["title"], about=(str(row["number"]),))
    words = next((row[column] for column in ("text", "answer", "used", "title") if row.get(column)), None)
    about = tuple(row.get(column) for column in ("key", "monday", "first", "last"))
    return change._replace(words=words, about=about)


def _filed(journal: Journal, number: int) -> tuple[InFile, ...]:
    steps = journal.query(
        "SELECT before, after FROM journal WHERE change = ? AND target = ? ORDER BY step",
        (number, FILED.name),
    ).fetchall()
    return tuple(_piece(before and json.loads(before), json.loads(after)) for before, after in steps)


def _piece(before: dict[str, Any] | None, after: dict[str, Any]) -> InFile:
    was, became = (row and row["value"] and json.loads(row["value"]) for row in (before, after))
    return InFile(after["kind"], after["id"], was, became)


def _told(journal: Journal, number: int, table: Table, key: str) -> dict[str, Any] | None:
    """The row that a change was about, with its words: as the change left it, or as it was before it was taken away."""
    steps = journal.query(
        "SELECT step, after, before FROM journal WHERE change = ? AND target = ? AND key = ? ORDER BY step DESC",
        (number, table.name, key),
    ).fetchall()
    for step, after, before in steps:
        written = json.loads(after) if after else _written(journal, table, key, (number, step))
        for row in (written, before and json.loads(before)):
            if row and not row["deleted"]:
                return {column: row.get(column) for column in table.columns}
    return None


def _written(journal: Journal, table: Table, key: str, place: tuple[int, int]) -> dict[str, Any] | None:
    """What a step of the first release wrote, which it did not tell: what the next one found, or what stands there."""
    found = journal.query(
        "SELECT before FROM journal WHERE target = ? AND key = ? AND (change, step) > (?, ?)"
        " ORDER BY change, step LIMIT 1",
        (table.name, key, *place),
    ).fetchone()
    row: dict[str, Any] | None = (
        journal.row(table, json.loads(key)) if found is None else found[0] and json.loads(found[0])
    )
    return row


def _overtaken() -> MikroError:
    return MikroError(
        "overtaken", N_("Another command has just changed something. Look again, and then once more.")
    )
