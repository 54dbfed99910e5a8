"""Copies of the database, made by SQLite itself so that they are whole even while another command writes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from errno import ETIMEDOUT

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.files import beside, folder_of, private_folder, refusing, remove, sweep_all

#: How many weekly copies are kept.
KEPT = 4


def copy_database(connection: sqlite3.Connection, target: str) -> None:
    """Copy the open database to ``target``, whole or not at all.

    Raises:
        MikroError: When the copy cannot be written.
    """
    private_folder(folder_of(target))
    temporary = beside(target)
    with refusing(target):
        try:
            os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
            with closing(sqlite3.connect(temporary)) as copy:
                connection.backup(copy, progress=_stop_when_busy)
            os.replace(temporary, target)
        finally:
            remove(temporary)


def _stop_when_busy(status: int, _remaining: int, _pages: int) -> None:
    """Python would try again for ever; SQLite has already waited for as long as any command does."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise TimeoutError(ETIMEDOUT, "another mikro is writing")


def keep_weekly(connection: sqlite3.Connection, folder: str, week: str) -> None:
    """Keep one copy for ``week`` (``2026-W47``) and the few before it; a copy that fails stops nobody."""
    target = os.path.join(folder, f"mikro-{week}.db")
    with suppress(MikroError, sqlite3.Error, OSError):
        if os.path.exists(target):
            return
        copy_database(connection, target)
        sweep_all(folder, "mikro-")
        for old in sorted(filter(_is_weekly, os.listdir(folder)))[:-KEPT]:
            os.unlink(os.path.join(folder, old))


def _is_weekly(name: str) -> bool:
    return len(name) == len("mikro-2026-W48.db") and name.startswith("mikro-") and name[10:12] == "-W"
