"""Whether what is the user's is still for the user alone: looked at on every start, not only when it is made."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import folder_of, remove


def look(*paths: str) -> MikroError | None:
    """Tighten what others could read, and refuse what is another's.

    Args:
        paths: Files and folders, of which some may not exist.

    Returns:
        What is to be said once, where something was tightened.

    Raises:
        MikroError: When one of them belongs to another user.
    """
    if os.name != "posix":
        return None
    tightened = None
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        is_folder = stat.S_ISDIR(status.st_mode)
        if not (is_folder or stat.S_ISREG(status.st_mode)):
            continue
        if status.st_uid != os.geteuid():
            if not is_folder and not _is_owner_of_all(path, status.st_uid):
                raise MikroError(
                    "not-yours",
                    N_(
                        "{path} belongs to another user, so it is left alone. Set MIKRO_HOME to a folder of yours."
                    ),
                    path=path,
                )
            continue
        # A folder that is shared on purpose, such as /tmp, stays so.
        if status.st_mode & 0o077 and not (is_folder and status.st_mode & stat.S_ISVTX):
            with suppress(OSError):
                os.chmod(path, stat.S_IMODE(status.st_mode) & 0o700)
                # Some file systems give every file the same bits, whatever they are told: that is not said each time.
                if not os.stat(path).st_mode & 0o077:
                    tightened = path
    if tightened is None:
        return None
    return MikroError(
        "tightened", N_("Others could read {path}; now only you can, as it should be."), path=tightened
    )


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
