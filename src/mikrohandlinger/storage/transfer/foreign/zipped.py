"""A zip from elsewhere: looked at without unpacking anything, and no further than a history of somebody's goes."""

from __future__ import annotations

import io

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import refusing
from mikrohandlinger.storage.transfer import sources
from mikrohandlinger.storage.transfer.sources import Source
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO, Final

#: How many files a zip may hold, and how many bytes one of them, and all of them, may come to.
MOST_FILES: Final = 4000
LARGEST_FILE: Final = 20_000_000
LARGEST: Final = 100_000_000
BACKUP: Final = "mikro.db"


def files_of(path: str, name: str) -> dict[str, Source]:
    """The files of a zip, by their place in it.

    Raises:
        MikroError: When it is damaged, locked, larger than it should be, or holds a path that leads out of it.
    """
    import zipfile

    try:
        with refusing(path), zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _broken(name) from None
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > LARGEST:
        raise sources.too_large(name)
    for info in infos:
        parts = info.filename.replace("\\", "/").split("/")
        if ".." in parts or info.filename.startswith(("/", "\\")) or ":" in parts[0]:
            raise MikroError(
                "zip-climbs",
                N_("{file} holds a path that leads out of it, so nothing of it is read."),
                file=name,
            )
        if info.flag_bits & 1:
            raise MikroError(
                "zip-locked", N_("{file} has a password. Unpack it, and give the folder."), file=name
            )
        if info.file_size > LARGEST_FILE:
            raise sources.too_large(f"{name}/{info.filename}")
    return {
        info.filename.replace("\\", "/"): _source(path, name, info.filename)
        for info in infos
        if not info.is_dir()
    }


def _source(path: str, name: str, inside: str) -> Source:
    def opened() -> BinaryIO:
        import zipfile
        import zlib

        try:
            with refusing(path), zipfile.ZipFile(path) as archive, archive.open(inside) as file:
                content = file.read(LARGEST_FILE + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            KeyError,
            ValueError,
        ):
            raise _broken(name) from None
        if len(content) > LARGEST_FILE:
            raise sources.too_large(f"{name}/{inside}")
        return io.BytesIO(content)

    return Source(f"{name}/{inside}", opened)


def _broken(name: str) -> MikroError:
    return MikroError("zip-broken", N_("{file} is a damaged zip."), file=name)
