"""Opening the database: made whole, upgraded with a copy kept, and refused with a sentence when it is not ours.

The rollback journal is used rather than WAL: a copy of a WAL database's main file misses what was committed last,
and it cannot be read where nothing may be written.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from mikrohandlinger.domain.errors import N_, MikroError

from .files import disk_full, private_folder, read_only, refusing
from .schema import APPLICATION_ID, MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: How long a command waits for another one to finish writing, in seconds.
PATIENCE = 10.0


def open_database(path: Path, backups: Path) -> sqlite3.Connection:
    """Open the database, making or upgrading it first where needed.

    Args:
        path: The file; its folder is made if it does not exist.
        backups: Where the copy goes that is kept before an upgrade.

    Raises:
        MikroError: When it is not ours, damaged, newer than the program, or cannot be used.
    """
    private_folder(path.parent)
    with refusing(path):
        mode = _mode_of(path)
        if mode is None:
            _create(path)
            mode = _mode_of(path)
    writable = mode is None or bool(mode & 0o222)
    connection = _connect(path, writable)
    try:
        with translating(path):
            _check_ours(connection, path)
            _upgrade(connection, path, backups, MIGRATIONS)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def translating(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a sentence about ``path``.

    Raises:
        MikroError: For every error that is not a bug of ours.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _refusal(path, error) from error


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One transaction: all of it is stored when the block ends, or nothing.

    Raises:
        MikroError: When it could not be stored.
    """
    with translating(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise


def _mode_of(path: Path) -> int | None:
    """The permission bits of an ordinary file; None when there is none."""
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise MikroError(
            "data-not-a-file",
            N_(
                "{path} is not an ordinary file, so it is left alone. Move it away, or set MIKRO_HOME to another folder."
            ),
            path=path,
        )
    if status.st_size == 0:
        raise MikroError(
            "data-empty",
            N_(
                "{path} is empty, which mikro never leaves it. Put a copy from {backups} in its place, or move it away to start afresh."
            ),
            path=path,
            backups=path.parent / "backups",
        )
    return stat.S_IMODE(status.st_mode)


def _create(path: Path) -> None:
    """Make the database beside its place and move it there whole; whoever is first wins."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        connection = _connect(temporary, writable=True)
        with translating(path):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate(connection, temporary, 0, MIGRATIONS)
            connection.execute("INSERT INTO meta (key, value) VALUES ('seed', ?)", (os.urandom(8).hex(),))
            connection.close()
        with suppress(FileExistsError):
            _place(temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _place(temporary: Path, path: Path) -> None:
    """Give the file its name without ever replacing one that came first."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError from None
        temporary.rename(path)


def _connect(path: Path, writable: bool) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={'rw' if writable else 'ro'}"
    with translating(path):
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise _foreign(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise MikroError(
            "data-newer",
            N_("{path} was written by a newer mikro. Upgrade this one, and the file can be read again."),
            path=path,
        )


def _upgrade(connection: sqlite3.Connection, path: Path, backups: Path, migrations: tuple[str, ...]) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version >= len(migrations):
        return
    from .backup import copy_database

    copy_database(connection, backups / f"mikro-before-version-{len(migrations)}.db")
    _migrate(connection, path, version, migrations)


def _migrate(connection: sqlite3.Connection, path: Path, version: int, migrations: tuple[str, ...]) -> None:
    with writing(connection, path):
        # Another process may have done it while this one waited for its turn.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for migration in migrations[version:]:
            for statement in _statements(migration):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction around them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _refusal(path: Path, error: sqlite3.Error) -> MikroError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL") or name == "SQLITE_IOERR_WRITE":
        return disk_full(path)
    if name.startswith("SQLITE_READONLY"):
        return read_only(path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return MikroError(
            "data-busy", N_("Another mikro is writing in {path}. Wait a moment and try again."), path=path
        )
    if name.startswith("SQLITE_NOTADB"):
        return _foreign(path)
    if name.startswith("SQLITE_CORRUPT"):
        return MikroError(
            "data-damaged",
            N_("{path} is damaged and was left as it is. Put a copy from {backups} in its place."),
            path=path,
            backups=path.parent / "backups",
        )
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR", "SQLITE_AUTH")):
        return MikroError(
            "data-unreachable",
            N_("{path} cannot be opened: {reason}. Check that the folder can be reached and is yours."),
            path=path,
            reason=str(error),
        )
    raise error


def _foreign(path: Path) -> MikroError:
    return MikroError(
        "data-foreign",
        N_(
            "{path} is not a database of mikro, so it is left alone. Move it away, or put a copy from {backups} in its place."
        ),
        path=path,
        backups=path.parent / "backups",
    )
