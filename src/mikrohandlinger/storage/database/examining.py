"""Looking at a database without changing it, and mending of it what is only counted."""

from __future__ import annotations

import os
from contextlib import closing, suppress

from mikrohandlinger.storage.database.damage import is_readable
from mikrohandlinger.storage.database.interruptible import interruptible
from mikrohandlinger.storage.database.opening import (
    VERSION,
    connect,
    mode_of,
    translating,
    version_of_ours,
    writing,
)
from mikrohandlinger.storage.database.schema import is_damaged
from mikrohandlinger.storage.database.table import TABLES
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from typing import Final

#: What the marks of the weeks are when they are counted from the entries.
_COUNTED: Final = """
SELECT
  date(day, '-6 days', 'weekday 1') AS monday,
  sum(DISTINCT (action = 'ask') << ((strftime('%w', day) + 6) % 7)) AS ask,
  sum(DISTINCT (action = 'doubt') << ((strftime('%w', day) + 6) % 7)) AS doubt,
  sum(DISTINCT (action = 'feedback') << ((strftime('%w', day) + 6) % 7)) AS feedback,
  count(*) AS entries
FROM entries WHERE deleted = 0 GROUP BY monday
"""
_MARKS: Final = "monday, ask, doubt, feedback, entries"
#: A change that wrote a row tells of one that there is; a mark, which undo passes by, wrote none.
_ASTRAY: Final = "SELECT 1 FROM journal WHERE change NOT IN (SELECT number FROM changes)"


class Examined(NamedTuple):
    """How a database was found.

    Attributes:
        rows: How many rows of the user there are, all of them read.
        version: Of its form.
        is_damaged: Whether something in it is not what was written; then nothing else is known.
        counts_differ: Whether what is counted from the entries is not what they come to.
        changes_astray: Whether the journal of changes refers to what is not there.
    """

    rows: int = 0
    version: int = VERSION
    is_damaged: bool = False
    counts_differ: bool = False
    changes_astray: bool = False


def examine(path: str) -> Examined | None:
    """Read all of the database; None where there is none.

    Raises:
        MikroError: When it cannot be read at all.
    """
    mode = mode_of(path)
    if mode is None:
        return None
    # A command that was cut off is rolled back by the reading, as any command does first.
    with (
        closing(connect(path, writable=bool(mode & 0o222))) as connection,
        translating(path),
        interruptible(connection),
    ):
        version = version_of_ours(connection, path)
        # SQLite says so too where a drive only failed to answer once, so it is looked at twice.
        if is_damaged(connection, version) and is_damaged(connection, version):
            return Examined(version=version, is_damaged=True)
        if version < VERSION:
            return Examined(version=version)
        if not is_readable(connection) and not is_readable(connection):
            return Examined(is_damaged=True)
        rows = sum(connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] for table in TABLES)
        return Examined(
            rows=rows, counts_differ=_counts_differ(connection), changes_astray=_has_any(connection, _ASTRAY)
        )


def _has_any(connection: sqlite3.Connection, query: str) -> bool:
    return bool(connection.execute(f"SELECT EXISTS ({query})").fetchone()[0])


def _counts_differ(connection: sqlite3.Connection) -> bool:
    marks = f"SELECT {_MARKS} FROM week_marks"
    return (
        _has_any(connection, f"SELECT * FROM ({_COUNTED}) EXCEPT {marks}")
        or _has_any(connection, f"{marks} EXCEPT SELECT * FROM ({_COUNTED})")
        or any(
            _has_any(connection, f"SELECT 1 FROM {name} WHERE number > {_last_given(name)}")
            for name in ("entries", "rules")
        )
    )


def _last_given(name: str) -> str:
    """The last number that SQLite gave in a table, which it gives no second time."""
    return f"coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{name}'), 0)"


def count_again(path: str) -> None:
    """Count again what is counted from the entries, and drop steps of changes that are not there.

    Raises:
        MikroError: When it cannot be written.
    """
    with closing(connect(path, writable=True)) as connection, writing(connection, path):
        connection.execute("DELETE FROM week_marks")
        connection.execute(f"INSERT INTO week_marks ({_MARKS}) {_COUNTED}")
        connection.execute("DELETE FROM memo")
        connection.execute("DELETE FROM journal WHERE change NOT IN (SELECT number FROM changes)")
        for name in ("entries", "rules"):
            connection.execute(
                f"UPDATE sqlite_sequence SET seq = max(seq, (SELECT coalesce(max(number), 0) FROM {name})) WHERE name = ?",
                (name,),
            )


def was_cut_off(path: str) -> bool:
    """Whether a command was ended in the middle of a change; the next one puts it right."""
    with suppress(OSError):
        return os.stat(f"{path}-journal").st_size > 0
    return False
