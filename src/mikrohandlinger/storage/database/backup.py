"""Copies of the database, made by SQLite itself so that they are whole even while another command writes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import timedelta
from errno import ETIMEDOUT

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import (
    beside,
    folder_of,
    private_folder,
    refusing,
    remove,
    replace,
    sweep_all,
)
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Final

#: How many weekly copies are kept.
KEPT = 4

#: How old the latest copy is when another one is due; a little less than a week, so that it stays with its weekday.
_DUE: Final = timedelta(days=6, hours=12)


def copy_database(connection: sqlite3.Connection, target: str, now: datetime | None = None) -> None:
    """Copy the open database to ``target``, whole or not at all.

    Args:
        connection: The open database.
        target: The file.
        now: The time that the file is to bear, where it should not be that of the system.

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
            if now is not None:
                os.utime(temporary, (now.timestamp(), now.timestamp()))
            replace(temporary, target)
        finally:
            remove(temporary)


def _stop_when_busy(status: int, _remaining: int, _pages: int) -> None:
    """Python would try again for ever; SQLite has already waited for as long as any command does."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise TimeoutError(ETIMEDOUT, "another mikro is writing")


def keep_weekly(connection: sqlite3.Connection, folder: str, now: datetime) -> MikroError | None:
    """Keep a copy if the latest is a week old, and the few before it; a copy that fails stops nobody.

    Returns:
        Why no copy could be made, once a week; None where it could, or where it was told in the week of ``now``.

    The age of a copy is that of its contents, whatever its name: the file bears the time at which it was made. One
    that seems to come from the future, as after a clock that was ahead, neither counts as the latest nor pushes
    another one out.
    """
    week = week_label(now.date())
    with suppress(sqlite3.Error, OSError):
        try:
            # Where the folder cannot even be read, it is as if there were no copy.
            with refusing(folder):
                if _has_one(folder, now):
                    return None
            # A copy of what is damaged would in time take the place of the sound ones.
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                return MikroError(
                    "copy-damaged",
                    N_(
                        "The database is damaged, so no copy is kept of it. See what can be done: mikro doctor"
                    ),
                )
            copy_database(connection, os.path.join(folder, f"mikro-{week}.db"), now)
        except MikroError as error:
            with suppress(OSError):
                if _has_one(folder, now):
                    # Another command made one at the same time, and swept away what this one was preparing.
                    return None
            return _untold(connection, week, error)
        sweep_all(folder, "mikro-")
        ages = _ages(folder, now)
        for old in sorted(ages, key=lambda name: abs(ages[name]))[KEPT:]:
            os.unlink(os.path.join(folder, old))
    return None


def _untold(connection: sqlite3.Connection, week: str, why: MikroError) -> MikroError | None:
    """The fault to tell, where it was not told in this week; the data itself remembers that, as it can be written."""
    with connection:
        told = connection.execute(
            "INSERT INTO meta (key, value) VALUES ('copy-fault-told', ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            (week,),
        ).rowcount
    if not told:
        return None
    return MikroError(
        "no-weekly-copy",
        N_("Everything is stored, but this week's copy of it could not be made. {why}"),
        why=why,
    )


def _has_one(folder: str, now: datetime) -> bool:
    """Whether there is a copy that is not yet a week old."""
    return any(timedelta(0) <= age < _DUE for age in _ages(folder, now).values())


def _ages(folder: str, now: datetime) -> dict[str, timedelta]:
    """How old each of the weekly copies is, by its name."""
    ages = {}
    with suppress(FileNotFoundError):
        for name in filter(_is_weekly, os.listdir(folder)):
            made = os.stat(os.path.join(folder, name)).st_mtime
            ages[name] = timedelta(seconds=now.timestamp() - made)
    return ages


def _is_weekly(name: str) -> bool:
    return len(name) == len("mikro-2026-W48.db") and name.startswith("mikro-") and name[10:12] == "-W"
