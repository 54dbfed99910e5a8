"""The database as a whole: copied out, and put back from a copy."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, suppress

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.database import device
from mikrohandlinger.storage.database import shared_folders as shared
from mikrohandlinger.storage.database.backup import copy_database
from mikrohandlinger.storage.database.damage import is_readable
from mikrohandlinger.storage.database.holding import holding
from mikrohandlinger.storage.database.interruptible import interruptible
from mikrohandlinger.storage.database.journal import Journal
from mikrohandlinger.storage.database.opening import (
    VERSION,
    connect,
    mode_of,
    open_database,
    translating,
    version_of_ours,
)
from mikrohandlinger.storage.database.restoring import put_back, replace_rows
from mikrohandlinger.storage.database.schema import is_damaged
from mikrohandlinger.storage.database.table import TABLES
from mikrohandlinger.storage.files import folder_of, refusing, remove, replace, settle
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from mikrohandlinger.domain.care import Holding


def work_name(path: str, what: str) -> str:
    """Where a copy of the database lies while it is made: not among what is swept whenever a database is made."""
    return os.path.join(folder_of(path), f".mikro-{what}.{os.getpid()}.tmp")


@contextmanager
def snapshot(path: str, backups: str) -> Iterator[tuple[str, Holding]]:
    """A copy of the database as it is at one moment, gone when the block ends, and what it holds.

    Raises:
        MikroError: When it cannot be made.
    """
    copy = work_name(path, "copy")
    try:
        with closing(open_database(path, backups)) as connection, translating(path):
            copy_database(connection, copy)
            held = holding(connection)
        yield copy, held
    finally:
        remove(copy)


def copy_file(path: str, target: str) -> None:
    """Copy the database at ``path``, which need not be that of this machine, as it is at this moment.

    Raises:
        MikroError: When it cannot be read, or the copy cannot be written.
    """
    with closing(connect(path, writable=False)) as source, translating(path):
        copy_database(source, target)


def make_sound(path: str, named: str) -> tuple[Holding, int]:
    """Bring a copy to the present form and look at all of it; what it holds, and how many rows there are.

    Args:
        path: The copy, which is ours to change.
        named: What the user knows it by.

    Raises:
        MikroError: When it is damaged, newer than the program, or not ours.
    """
    try:
        with closing(connect(path, writable=True)) as connection, translating(named):
            version_of_ours(connection, named)
        connection = open_database(path, None)
        with closing(connection), translating(named), interruptible(connection):
            if is_damaged(connection, VERSION) or not is_readable(connection):
                raise _no_copy(named)
            rows = sum(
                connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] for table in TABLES
            )
            return holding(connection), rows
    except MikroError as error:
        if error.code in ("data-damaged", "data-foreign", "data-empty"):
            raise _no_copy(named) from error
        raise


def _no_copy(named: str) -> MikroError:
    return MikroError(
        "backup-damaged",
        N_("{path} is damaged and cannot be put back. What you have now stays as it is."),
        path=named,
    )


def is_usable(path: str) -> bool:
    """Whether the database can be opened and written as it is; one that is not there can be made.

    Raises:
        MikroError: When it cannot be seen what is there.
    """
    try:
        if mode_of(path) is None:
            return True
        with closing(connect(path, writable=True)) as connection, translating(path):
            version = version_of_ours(connection, path)
            return not is_damaged(connection, version)
    except MikroError as error:
        if error.code in ("data-damaged", "data-foreign", "data-empty", "data-newer"):
            return False
        raise


def restore(
    path: str,
    backups: str | None,
    source: str,
    now: datetime,
    keep: Callable[[sqlite3.Connection], None],
    advance: Callable[[int], None],
) -> None:
    """Put a sound copy of the present form in the place of the rows of the database, all of it or nothing.

    Args:
        path: The database; it is made where it is not there.
        backups: Where the copy goes that is kept before an upgrade.
        source: The copy.
        now: The present moment.
        keep: Keeps what is there, from an open database.
        advance: Hears of the rows that are done.

    Raises:
        MikroError: When it could not be done; then everything is as it was.
    """
    with (
        closing(open_database(path, backups)) as connection,
        closing(connect(source, writable=False)) as copy,
    ):
        new = device.another()

        def last() -> None:
            device.put(folder_of(path), new)

        replace_rows(path, connection, keep, lambda: put_back(connection, copy, new, now, last, advance))


def restore_instead(path: str, source: str, now: datetime, advance: Callable[[int], None]) -> None:
    """The same where what lies at ``path`` cannot be opened: a new file takes its place.

    Whoever calls has kept what lies there.

    Raises:
        MikroError: When it could not be done; then what lies there stays.
    """
    work = work_name(path, "new")
    try:
        restore(work, None, source, now, lambda _reader: None, advance)
        with refusing(path):
            put_in_place(work, path)
    finally:
        remove(work)


def put_in_place(work: str, path: str) -> None:
    """Give a finished database the place of the one at ``path``, whose half-made changes go first.

    Raises:
        OSError: When it cannot be done.
    """
    # SQLite would take the journal of the old file for one of the new.
    for ending in ("-journal", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.unlink(path + ending)
    replace(work, path)
    settle(folder_of(path))


def held(path: str) -> Holding | None:
    """What the database holds; None where there is none, or it is of another form.

    Raises:
        MikroError: When it cannot be read.
    """
    if mode_of(path) is None:
        return None
    with closing(connect(path, writable=False)) as connection, translating(path):
        return holding(connection) if version_of_ours(connection, path) == VERSION else None


def shared_folders(path: str) -> list[str]:
    """The folders that this machine ever shared with the user's others.

    Raises:
        MikroError: When that cannot be read.
    """
    if mode_of(path) is None:
        return []
    with closing(connect(path, writable=False)) as connection, translating(path):
        return shared.every(Journal(connection, path))


def present(path: str) -> bool:
    """Whether anything lies where the database belongs."""
    return os.path.lexists(path)
