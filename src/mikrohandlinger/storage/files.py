"""Writing files so that they are whole or not there, and only for the user's own eyes."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC, EROFS
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


def write_whole(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``, or leave it as it was.

    Raises:
        MikroError: When it cannot be written.
    """
    private_folder(path.parent)
    with refusing(path):
        _replace(path, content)


def write_if_possible(path: Path, content: bytes) -> None:
    """The same for a file that can be made again at any time: what cannot be written is left unwritten."""
    with suppress(OSError, MikroError):
        private_folder(path.parent)
        _replace(path, content)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn what the operating system says about ``path`` into a sentence.

    Raises:
        MikroError: For every OSError.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
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


def _replace(path: Path, content: bytes) -> None:
    # Beside the target, so that the rename stays within one file system.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
