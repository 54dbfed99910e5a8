"""Whether a file is as it was written. Everything is read, so it is asked only when something else has raised the doubt."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime

from mikrohandlinger.storage.database.schema import migrate
from mikrohandlinger.storage.database.table import BY_NAME, PROPOSALS, TABLES


def is_damaged(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the form of that version, or what SQLite itself can check of the contents, is not what was written."""
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
            migrate(fresh, 0, version)
            if _form(connection) != _form(fresh):
                return True
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",))
    except (sqlite3.Error, UnicodeDecodeError):
        return True


def is_readable(connection: sqlite3.Connection) -> bool:
    """Whether every row becomes a value again, as a bit that fell over may be inside a text."""
    try:
        _read_all(connection)
    except (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError):
        return False
    return True


def _form(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def _read_all(connection: sqlite3.Connection) -> None:
    from mikrohandlinger.domain.catalogue.model import variation

    for table in TABLES:
        for row in connection.execute(f"SELECT {table.listing} FROM {table.name}"):
            value = table.value(row)
            if table is PROPOSALS and not value["deleted"]:
                variation(value["wording"])
    for (monday,) in connection.execute("SELECT monday FROM week_marks"):
        date.fromisoformat(monday)
    for at, day in connection.execute("SELECT at, day FROM changes"):
        datetime.fromisoformat(at), date.fromisoformat(day)
    for target, *texts in connection.execute("SELECT target, key, before, after FROM journal"):
        BY_NAME[target], [json.loads(text) for text in texts if text is not None]
    connection.execute("SELECT * FROM meta").fetchall()
