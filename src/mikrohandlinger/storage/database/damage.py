"""Whether what is in a file is what was written, value by value. It is asked only when something has raised the doubt."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, datetime

from mikrohandlinger.storage.database.schema import tells_damage
from mikrohandlinger.storage.database.table import BY_NAME, PROPOSALS, TABLES


def is_readable(connection: sqlite3.Connection) -> bool:
    """Whether every row becomes a value again, as a bit that fell over may be inside a text.

    Raises:
        sqlite3.Error: When that cannot be told.
    """
    try:
        _read_all(connection)
    except (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError) as error:
        if not tells_damage(error):
            raise
        return False
    return True


def _read_all(connection: sqlite3.Connection) -> None:
    from mikrohandlinger.domain.catalogue.model import variation
    from mikrohandlinger.storage.database.memo import past_of

    for table in TABLES:
        for row in connection.execute(f"SELECT {table.listing} FROM {table.name}"):
            value = table.value(row)
            if table is PROPOSALS and not value["deleted"]:
                variation(value["wording"])
    for (monday,) in connection.execute("SELECT monday FROM week_marks"):
        date.fromisoformat(monday)
    for monday, past in connection.execute("SELECT monday, past FROM memo"):
        past_of(monday, json.loads(past))
    for at, day in connection.execute("SELECT at, day FROM changes"):
        datetime.fromisoformat(at), date.fromisoformat(day)
    for target, key, *texts in connection.execute("SELECT target, key, before, after FROM journal"):
        json.loads(key)
        for text in texts:
            if text is not None:
                BY_NAME[target].read(json.loads(text))
    connection.execute("SELECT * FROM meta").fetchall()
