"""Writing files so that they are whole or not there, and only for the user's own eyes."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENOSPC, EROFS
from typing import TYPE_CHECKING

from mikrohandlinger.domain.errors import N_, MikroError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def private_folder(folder: Path) -> Path:
    """Make sure that ``folder`` exists, readable by the user alone.

    Raises:
        MikroError: When it cannot be made.
    """
    with refusing(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def exists(path: Path) -> bool:
    """Whether there is anything at ``path``.

    Raises:
        MikroError: When that cannot be seen.
    """
    with refusing(path):
        return path.exists()


def read_ordinary(path: Path) -> bytes:
    """The contents of an ordinary file, or of one that a symbolic link leads to.

    Raises:
        MikroError: When it cannot be read, or is something that reading might never come back from.
    """
    with refusing(path):
        if not stat.S_ISREG(path.stat().st_mode):
            raise not_ordinary(path)
        return path.read_bytes()


def write_whole(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``, or leave it as it was; a symbolic link goes on leading there.

    Raises:
        MikroError: When it cannot be written.
    """
    private_folder(path.parent)
    with refusing(path):
        target = path.resolve()
        _replace(target, content)
        _settle(target.parent)


def write_if_possible(path: Path, content: bytes) -> None:
    """The same for a file that can be made again at any time: what cannot be written is left unwritten."""
    with suppress(OSError, MikroError):
        private_folder(path.parent)
        _replace(path, content)
        sweep(path)


def make_new(path: Path, content: bytes) -> None:
    """Put a file with ``content`` at ``path``, whole, unless there is one already: whoever is first wins.

    Raises:
        OSError: When it cannot be written.
    """
    temporary = beside(path)
    try:
        _write(temporary, content)
        _place(temporary, path)
        sweep(path)
    except FileNotFoundError:
        # Swept away by another process that has just put its own in the place.
        if not path.exists():
            raise
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def beside(path: Path) -> Path:
    """A name for what this process prepares for ``path``, in the same folder, so that a rename moves it whole."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def sweep(path: Path) -> None:
    """Remove what processes that were killed had prepared for ``path``.

    One that is still preparing the same file loses its own, and must be content with the file that is there now.
    """
    for left in path.parent.glob(f".{path.name}.*.tmp*"):
        with suppress(OSError):
            left.unlink()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let no other process of ours change ``path`` meanwhile; the lock has a file of its own beside it.

    Raises:
        MikroError: When that file cannot be made.
    """
    path = path.resolve()
    private_folder(path.parent)
    with refusing(path):
        descriptor = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        # Some network drives know no locks; one person at one keyboard is well served without.
        with suppress(OSError):
            _lock(descriptor)
        sweep(path)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn what the operating system says about ``path`` into a sentence.

    Raises:
        MikroError: For every OSError.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT, EFBIG):
            raise disk_full(path) from error
        if error.errno == EROFS or isinstance(error, PermissionError):
            raise read_only(path) from error
        raise MikroError(
            "file-unusable",
            N_("{path} cannot be used: {reason}."),
            path=path,
            reason=(error.strerror or str(error)).lower(),
        ) from error


def disk_full(path: Path) -> MikroError:
    """The refusal for a full disk."""
    return MikroError(
        "disk-full",
        N_("The disk is full, so nothing was changed in {path}. Make some room and try again."),
        path=path,
    )


def read_only(path: Path) -> MikroError:
    """The refusal for a file or folder that may not be written."""
    return MikroError(
        "read-only",
        N_(
            "{path} may not be written. Give yourself the right to write it, or set MIKRO_HOME to another folder."
        ),
        path=path,
    )


def not_ordinary(path: Path) -> MikroError:
    """The refusal for a folder, a link where none should be, a pipe or a device."""
    return MikroError(
        "not-a-file",
        N_(
            "{path} is not an ordinary file, so it is left alone. Move it away, or set MIKRO_HOME to another folder."
        ),
        path=path,
    )


def _replace(path: Path, content: bytes) -> None:
    temporary = beside(path)
    try:
        _write(temporary, content)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Let the new name of a file reach the disk too, where the system opens folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _place(temporary: Path, path: Path) -> None:
    """Give the file its name without ever replacing one that came first."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        pass
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        if not path.exists():
            temporary.rename(path)
