"""One file with everything that is the user's: the database, the settings, own variations and own scripts.

It is a zip, so that anybody can look into it. What comes out of one is bounded, and only what we put in is looked at.
"""

from __future__ import annotations

import os
import zipfile
from contextlib import contextmanager, suppress
from zlib import error as ZlibError  # noqa: N812 - an error goes by the name of one

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.database.whole import copy_file, work_name
from mikrohandlinger.storage.files import (
    beside,
    folder_of,
    is_ordinary,
    not_ordinary,
    private_folder,
    refuse_name,
    refusing,
    remove,
    replace,
    settle,
)
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from typing import Final

    from mikrohandlinger.storage.paths import Paths

DATABASE: Final = "mikro.db"
#: The user's own text files, beside each other in the folder of the settings.
TEXTS: Final = ("config.toml", "actions.toml", "processes.toml")
#: No settings file of ours is longer, in bytes.
_LONGEST_TEXT: Final = 4_000_000
#: A working life is a tenth of this.
_LARGEST_DATABASE: Final = 8_000_000_000
_PIECE: Final = 1 << 20
_ZIP: Final = b"PK\x03\x04"
_SQLITE: Final = b"SQLite format 3\x00"
_MIKR: Final = b"mikr"


class Contents(NamedTuple):
    """What came out of a file.

    Attributes:
        database: Where a copy of its database lies.
        texts: The user's text files by name; None where the file is a bare database and says nothing of them.
    """

    database: str
    texts: Mapping[str, bytes] | None


def text_path(paths: Paths, name: str) -> str:
    """Where one of :data:`TEXTS` lies."""
    return os.path.join(paths.config, name)


def texts_of(paths: Paths) -> dict[str, bytes]:
    """The user's text files as they stand, by name.

    Raises:
        MikroError: When one cannot be read.
    """
    from mikrohandlinger.storage.files import exists, read_ordinary

    found = {name: text_path(paths, name) for name in TEXTS}
    return {name: read_ordinary(path) for name, path in found.items() if exists(path)}


def is_ours(path: str) -> bool:
    """Whether there is a backup of ours at ``path``."""
    try:
        with zipfile.ZipFile(path) as archive:
            return DATABASE in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def write(
    target: str, database: str, texts: Mapping[str, bytes], now: datetime, advance: Callable[[int], None]
) -> None:
    """Write the file, whole or not at all, for the user alone.

    Args:
        target: Where to.
        database: A database that nobody writes to meanwhile.
        texts: The user's text files by name.
        now: The time that its parts bear.
        advance: Hears of the bytes that are done.

    Raises:
        MikroError: When it cannot be written.
    """
    refuse_name(target)
    private_folder(folder_of(target))
    temporary = beside(target)
    with refusing(target):
        try:
            with os.fdopen(os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                    part = archive.open(_part(DATABASE, now), "w", force_zip64=True)
                    with open(database, "rb") as source, part:
                        while piece := source.read(_PIECE):
                            part.write(piece)
                            advance(len(piece))
                    for name, content in texts.items():
                        archive.writestr(_part(name, now), content)
                file.flush()
                os.fsync(file.fileno())
            replace(temporary, target)
            settle(folder_of(target))
        finally:
            remove(temporary)


def _part(name: str, now: datetime) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, now.timetuple()[:6])
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o600 << 16
    return part


@contextmanager
def opened(path: str, paths: Paths, advance: Callable[[int], None]) -> Iterator[Contents]:
    """What is in a backup, or in a bare database; the copies of it are gone when the block ends.

    Args:
        path: The file.
        paths: Beside whose database the copy is made.
        advance: Hears of the bytes that are done.

    Raises:
        MikroError: When it is neither, or cannot be read.
    """
    private_folder(paths.data)
    work = work_name(paths.database, "restore")
    try:
        with refusing(path):
            if not is_ordinary(path):
                raise not_ordinary(path)
            with open(path, "rb") as file:
                beginning = file.read(100)
        if beginning.startswith(_ZIP):
            yield _from_zip(path, work, advance)
        elif beginning.startswith(_SQLITE) and beginning[68:72] == _MIKR:
            yield _from_database(path, work)
        else:
            raise _unknown(path, beginning)
    finally:
        for ending in ("", "-journal"):
            remove(work + ending)


def _from_zip(path: str, work: str, advance: Callable[[int], None]) -> Contents:
    # A zip reads as broken too where a drive only failed to answer once, so it is looked at twice.
    try:
        return _unzipped(path, work, advance)
    except MikroError as error:
        if error.code != "backup-damaged":
            raise
    return _unzipped(path, work, lambda _bytes: None)


def _unzipped(path: str, work: str, advance: Callable[[int], None]) -> Contents:
    try:
        with refusing(path), zipfile.ZipFile(path) as archive:
            parts = {part.filename: part for part in archive.infolist()}
            if DATABASE not in parts:
                raise _unknown(path, b"")
            texts: dict[str, bytes] = {name: _text(archive, parts[name]) for name in TEXTS if name in parts}
            _unpack(archive, parts[DATABASE], work, advance)
    except (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _broken(path) from error
    return Contents(work, texts)


def _text(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with archive.open(part) as file:
        content = file.read(_LONGEST_TEXT + 1)
    if len(content) > _LONGEST_TEXT:
        raise ValueError(part.filename)
    return content


def _unpack(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, work: str, advance: Callable[[int], None]
) -> None:
    if part.file_size > _LARGEST_DATABASE:
        raise ValueError(part.filename)
    with refusing(work), archive.open(part) as source:
        piece = source.read(_PIECE)
        # Before anything is written, so that what only looks small fills no disk.
        if not (piece.startswith(_SQLITE) and piece[68:72] == _MIKR):
            raise zipfile.BadZipFile(part.filename)
        with os.fdopen(os.open(work, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
            while piece:
                target.write(piece)
                advance(len(piece))
                piece = source.read(_PIECE)


def _from_database(path: str, work: str) -> Contents:
    copy_file(path, work)
    return Contents(work, None)


def _broken(path: str) -> MikroError:
    return MikroError(
        "backup-damaged",
        N_("{path} is damaged and cannot be put back. What you have now stays as it is."),
        path=path,
    )


def _unknown(path: str, beginning: bytes) -> MikroError:
    with suppress(UnicodeDecodeError):
        if beginning and beginning.decode().lstrip("\ufeff \r\n")[:1] in ("{", "["):
            return MikroError(
                "backup-export",
                N_("{path} is no backup. What was exported comes back with: mikro import {path}"),
                path=path,
            )
    return MikroError(
        "backup-unknown",
        N_("{path} is no backup of mikro. “mikro restore” takes what “mikro backup” wrote, or a mikro.db."),
        path=path,
    )
