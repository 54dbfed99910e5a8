"""Putting the rows of another database in the place of those that are here, in one transaction.

The file stays the same one, so that no command that waits for its turn writes into a file that has gone. What comes
back counts as changed now, by this machine under a new name, so that no later meeting with another one takes it away.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta

from mikrohandlinger.storage.database.opening import connect, translating, writing
from mikrohandlinger.storage.database.table import TABLES
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from typing import Final

#: What is put back beside the tables of the list, and in an order that keeps what refers to another after it.
_OTHERS: Final = ("meta", "week_marks", "memo", "changes", "journal")
#: The rows of the user, which tell when and where they were changed.
_OF_THE_USER: Final = tuple(table for table in TABLES if table.kinds)
_AT_ONCE: Final = 1_000


def put_back(
    connection: sqlite3.Connection,
    source: sqlite3.Connection,
    device: str,
    now: datetime,
    before_the_end: Callable[[], None],
    advance: Callable[[int], None],
) -> None:
    """Let every table be as in ``source``, inside a transaction that is already begun.

    Args:
        connection: The open database.
        source: A sound one of the same form.
        device: The id of this machine from now on.
        now: The present moment.
        before_the_end: What belongs to it and lies outside; where it fails, all stays as it was.
        advance: Hears of the rows that are done.
    """
    stamp = _later_than_all(connection, source, now)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    # Each would count a week again for every row; what they count comes along.
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    given = _numbers_given(connection)
    for name in reversed([*(table.name for table in TABLES), *_OTHERS]):
        connection.execute(f"DELETE FROM {name}")
    for table in TABLES:
        new = {"changed": stamp, "device": device} if table.kinds else {}
        _copy(source, connection, table.name, tuple(table.columns), advance, new)
    for name in _OTHERS:
        columns = tuple(row[1] for row in source.execute(f"PRAGMA table_info({name})"))
        _copy(source, connection, name, columns, advance, {})
    _give_no_number_twice(connection, given)
    for _name, sql in triggers:
        connection.execute(sql)
    # Undo takes nothing back here; it has to know of it, so as to name what does.
    connection.execute(
        "INSERT INTO changes (number, at, day, what) SELECT coalesce(max(number), 0) + 1, ?, ?, 'restore' FROM changes",
        (stamp, now.date().isoformat()),
    )
    before_the_end()


def replace_rows(
    path: str,
    connection: sqlite3.Connection,
    keep: Callable[[sqlite3.Connection], None],
    fill: Callable[[], None],
) -> None:
    """Keep what is there, and then fill the database anew, with nobody writing in between.

    Args:
        path: The file of the database.
        connection: The database, open.
        keep: Keeps what is there, by a reader of its own.
        fill: Writes the new rows.

    Raises:
        MikroError: When it could not be done; then everything is as it was.
    """
    with writing(connection, path):
        with closing(connect(path, writable=False)) as reader, translating(path):
            keep(reader)
        fill()


def _later_than_all(connection: sqlite3.Connection, source: sqlite3.Connection, now: datetime) -> str:
    """A time of change that is later than that of every row, even where a clock was ahead."""
    latest = now.astimezone(UTC)
    for each in (connection, source):
        for table in _OF_THE_USER:
            (changed,) = each.execute(f"SELECT max(changed) FROM {table.name}").fetchone()
            if changed is not None:
                latest = max(latest, datetime.fromisoformat(changed) + timedelta(microseconds=1))
    return latest.isoformat(timespec="microseconds")


def _copy(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    name: str,
    columns: tuple[str, ...],
    advance: Callable[[int], None],
    new: Mapping[str, str],
) -> None:
    """Copy a table; the columns that ``new`` names have that value in every row."""
    statement = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    listing = ", ".join("?" if column in new else column for column in columns)
    rows = source.execute(
        f"SELECT {listing} FROM {name}", [new[column] for column in columns if column in new]
    )
    while some := rows.fetchmany(_AT_ONCE):
        target.executemany(statement, some)
        advance(len(some))


def _numbers_given(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))


def _give_no_number_twice(connection: sqlite3.Connection, given: dict[str, int]) -> None:
    """What was numbered here before was seen under its number."""
    for name, number in given.items():
        connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name))
        connection.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
            (name, number, name),
        )
