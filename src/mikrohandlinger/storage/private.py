"""Whether what is the user's is still for the user alone: looked at on every start, not only when it is made."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import folder_of, remove
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def tighten(paths: Iterable[str], folders: Iterable[str] = ()) -> MikroError | None:
    """Close what others could read.

    Args:
        paths: Files and folders, of which some may not exist.
        folders: Those in which nothing but the program's own lies; where one was open, all that is in it is closed too.

    Returns:
        What is to be said once, where something was tightened.
    """
    if os.name != "posix":
        return None
    tightened = None
    for path in paths:
        if _close(path):
            tightened = tightened or path
    for folder in folders:
        if _close(folder):
            tightened = tightened or folder
            with suppress(OSError):
                for name in os.listdir(folder):
                    _close(os.path.join(folder, name))
    if tightened is None:
        return None
    return MikroError(
        "tightened", N_("Others could read {path}; now only you can, as it should be."), path=tightened
    )


def refuse_foreign(*files: str) -> None:
    """Refuse what is another user's.

    Raises:
        MikroError: ``not-yours``.
    """
    if os.name != "posix":
        return
    for path in files:
        try:
            status = os.stat(path)
        except OSError:
            continue
        if (
            stat.S_ISREG(status.st_mode)
            and status.st_uid != os.geteuid()
            and not _is_owner_of_all(path, status.st_uid)
        ):
            raise MikroError(
                "not-yours",
                N_(
                    "{path} belongs to another user, so it is left alone. Set MIKRO_HOME to a folder of yours."
                ),
                path=path,
            )


def _close(path: str) -> bool:
    """Take away what others may do with a file or folder of the user's; whether there was something."""
    try:
        status = os.stat(path)
    except OSError:
        return False
    is_folder = stat.S_ISDIR(status.st_mode)
    # A folder that is shared on purpose, such as /tmp, stays so.
    if (
        not status.st_mode & 0o077
        or not (is_folder or stat.S_ISREG(status.st_mode))
        or status.st_uid != os.geteuid()
        or (is_folder and status.st_mode & stat.S_ISVTX)
    ):
        return False
    with suppress(OSError):
        os.chmod(path, stat.S_IMODE(status.st_mode) & 0o700)
        # Some file systems give every file the same bits, whatever they are told: that is not said each time.
        return not os.stat(path).st_mode & 0o077
    return False


def _is_owner_of_all(path: str, owner: int) -> bool:
    """Whether the file system gives this owner to every file, as some network drives and shared folders do."""
    probe = os.path.join(folder_of(path), f".mikro.{os.getpid()}.tmp")
    try:
        descriptor = os.open(probe, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return False
    try:
        return os.fstat(descriptor).st_uid == owner
    finally:
        os.close(descriptor)
        remove(probe)
