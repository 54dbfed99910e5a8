"""Opening the database: made whole, upgraded with a copy kept, and refused with a sentence when it is not ours.

The rollback journal is used rather than WAL: a copy of a WAL database's main file misses what was committed last,
and it cannot be read where nothing may be written.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, contextmanager, suppress

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import (
    beside,
    disk_full,
    folder_of,
    make_new,
    not_ordinary,
    private_folder,
    read_only,
    refusing,
    remove,
)
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Final


#: In the header of the file, so that another program's database is never taken for ours: "mikr".
APPLICATION_ID: Final = 0x6D696B72

#: The form that this program reads and writes: how many migrations lead to it. They are loaded only where needed.
VERSION = 4

#: How long a command waits for another one to finish writing, in seconds.
PATIENCE = 10.0

#: The bytes of a path that stand for themselves in a URI.
_PLAIN: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:")

#: For every connection: what is committed has reached the disk, and what is deleted is overwritten.
_CONNECTION: Final = (
    "synchronous = EXTRA",
    "secure_delete = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
)


def open_database(path: str, backups: str | None) -> sqlite3.Connection:
    """Open the database, making or upgrading it first where needed.

    Args:
        path: The file; its folder is made if it does not exist.
        backups: Where the copy goes that is kept before an upgrade; None for a copy, of which none is kept.

    Raises:
        MikroError: When it is not ours, damaged, newer than the program, or cannot be used.
    """
    private_folder(folder_of(path))
    with refusing(path):
        _refuse_odd_journal(f"{path}-journal")
        mode = mode_of(path)
        if mode is None:
            _create(path)
            mode = mode_of(path)
    connection = connect(path, writable=mode is None or bool(mode & 0o222))
    try:
        with translating(path):
            version = version_of_ours(connection, path)
            if version < VERSION:
                _upgrade(connection, path, backups)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def translating(path: str) -> Iterator[None]:
    """Turn what SQLite says into a sentence about ``path``.

    Raises:
        MikroError: For every error that has a sentence. Any other is a bug of ours, or damage that shows in an odd
            place, which :mod:`~mikrohandlinger.storage.database.damage` finds.
    """
    try:
        yield
    except sqlite3.Error as error:
        refusal = _refusal(path, error)
        if refusal is None:
            raise
        raise refusal from error
    except UnicodeDecodeError as error:  # in what SQLite wanted to say about a form that it cannot read
        raise damaged(path) from error


@contextmanager
def writing(connection: sqlite3.Connection, path: str) -> Iterator[None]:
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


def looked_up(path: str, is_there: Callable[[sqlite3.Connection], bool]) -> bool:
    """Whether ``is_there`` finds, in the file opened anew, what a commit did not confirm; no where it cannot be read."""
    try:
        with closing(sqlite3.connect(_address(path, writable=True), uri=True, timeout=PATIENCE)) as anew:
            return is_there(anew)
    except (sqlite3.Error, ValueError):
        return False


def mode_of(path: str) -> int | None:
    """The permission bits of an ordinary file; None when there is none.

    Raises:
        MikroError: When something else lies there, or an empty file.
    """
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise not_ordinary(path)
    if status.st_size == 0:
        raise MikroError(
            "data-empty",
            N_(
                "{path} is empty, which mikro never leaves it. Put a copy from {backups} in its place, or move it away to start afresh."
            ),
            path=path,
            backups=os.path.join(folder_of(path), "backups"),
        )
    return stat.S_IMODE(status.st_mode)


def _refuse_odd_journal(path: str) -> None:
    """Refuse a pipe, a device or a link where SQLite would open its journal, and might never come back."""
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return
    if not stat.S_ISREG(status.st_mode):
        raise not_ordinary(path)


def _create(path: str) -> None:
    """Make the database in memory and put it in its place whole; whoever is first wins."""
    from mikrohandlinger.storage.database.schema import migrate

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, 0, VERSION)
        connection.execute("INSERT INTO meta (key, value) VALUES ('seed', ?)", (os.urandom(8).hex(),))
        content = connection.serialize()
    make_new(path, content)


def connect(path: str, *, writable: bool) -> sqlite3.Connection:
    """Connect to a file that is there, whatever is in it, as every connection of ours is.

    Raises:
        MikroError: When it cannot be opened.
    """
    with translating(path):
        connection = sqlite3.connect(
            _address(path, writable=writable), uri=True, timeout=PATIENCE, isolation_level=None
        )
    try:
        with translating(path):
            for setting in _CONNECTION:
                connection.execute(f"PRAGMA {setting}")
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):  # a form that SQLite does not know
            raise damaged(path) from error
        raise
    return connection


def _address(path: str, *, writable: bool, system: str = os.name) -> str:
    """The URI of the absolute ``path``; SQLite takes no server in it, so that of a Windows share goes into the path."""
    if system == "nt":
        path = path.replace("\\", "/")
        path = path if path.startswith("/") else f"/{path}"
    quoted = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(path))
    return f"file://{quoted}?mode={'rw' if writable else 'ro'}"


def version_of_ours(connection: sqlite3.Connection, path: str) -> int:
    """The version of the form of a database of ours.

    Raises:
        MikroError: When it is another program's, or newer than this one.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise _foreign(path)
    version = _version(connection)
    if version > VERSION:
        raise MikroError(
            "data-newer",
            N_("{path} was written by a newer mikro. Upgrade this one, and the file can be read again."),
            path=path,
        )
    return version


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _upgrade(connection: sqlite3.Connection, path: str, backups: str | None) -> None:
    """Bring the file to the present form, in one transaction, with a copy kept of what it was."""
    from mikrohandlinger.storage.database.backup import copy_database
    from mikrohandlinger.storage.database.schema import is_damaged, migrate

    with writing(connection, path):
        # Another process may have done it while this one waited for its turn.
        version = _version(connection)
        if version == VERSION:
            return
        # SQLite says so too where a drive only failed to answer once, so it is looked at twice.
        if is_damaged(connection, version) and is_damaged(connection, version):
            raise damaged(path)
        if backups is not None:
            # By a reader of its own: SQLite copies nothing through a connection that is writing.
            with closing(connect(path, writable=False)) as reader:
                copy_database(reader, os.path.join(backups, f"mikro-before-version-{VERSION}.db"))
        try:
            migrate(connection, version, VERSION)
        except sqlite3.IntegrityError as error:  # a row that no version of the program has written
            raise damaged(path) from error
    # What the earlier form took up is given back; it can stay where there is no room to do so.
    with suppress(sqlite3.Error):
        connection.execute("VACUUM")


def _refusal(path: str, error: sqlite3.Error) -> MikroError | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_CORRUPT") and _is_sound(path):
        return _unread(path)
    for beginnings, refusal in _REFUSALS:
        if name.startswith(beginnings):
            return refusal(path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return disk_full(path) if _has_no_room(path) else _unreachable(path)
    return None


def _has_no_room(path: str) -> bool:
    """Whether no file can be made there any more: a disk can be full of files too."""
    with suppress(OSError, AttributeError):
        room = os.statvfs(folder_of(path))
        return room.f_bavail == 0 or (room.f_files > 0 and room.f_favail == 0)
    return False


def _is_sound(path: str) -> bool:
    """Look again before a file is called damaged: SQLite says so too where a drive only failed to answer once."""
    try:
        with closing(sqlite3.connect(_address(path, writable=False), uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _busy(path: str) -> MikroError:
    return MikroError(
        "data-busy", N_("Another mikro is writing to {path}. Wait a moment and try again."), path=path
    )


def _unreachable(path: str) -> MikroError:
    """SQLite does not say why a file cannot be made; making another one beside it does."""
    probe = beside(path)
    try:
        with refusing(path):
            os.close(os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    except MikroError as error:
        if error.code in ("disk-full", "read-only"):
            return error
    finally:
        remove(probe)
    return MikroError(
        "data-unreachable",
        N_("{path} cannot be opened. Check that the folder can be reached and is yours."),
        path=path,
    )


def _unread(path: str) -> MikroError:
    return MikroError(
        "data-unread",
        N_(
            "{path} could not be read just now: the disk or drive did not answer. It is left as it was; try again."
        ),
        path=path,
    )


def _unwritten(path: str) -> MikroError:
    if _has_no_room(path):
        return disk_full(path)
    return MikroError(
        "data-unwritten",
        N_(
            "{path} could not be written: the disk or drive did not take it. See “mikro history” and try again."
        ),
        path=path,
    )


def damaged(path: str) -> MikroError:
    """The refusal for a file that is not as it was written."""
    return MikroError(
        "data-damaged",
        N_("{path} is damaged and was left as it is. See what can be done: mikro doctor"),
        path=path,
    )


def _foreign(path: str) -> MikroError:
    return MikroError(
        "data-foreign",
        N_(
            "{path} is not a database of mikro, so it is left alone. Move it away, or put a copy from {backups} in its place."
        ),
        path=path,
        backups=os.path.join(folder_of(path), "backups"),
    )


_REFUSALS: Final = (
    (("SQLITE_FULL",), disk_full),
    (("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE"), _unwritten),
    (("SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS"), _unread),
    # Locks, and what SQLite asks of the folder: nothing is known to be wrong with the file.
    (("SQLITE_IOERR",), _unread),
    (("SQLITE_READONLY",), read_only),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), _busy),
    (("SQLITE_NOTADB",), _foreign),
    (("SQLITE_CORRUPT",), damaged),
)
