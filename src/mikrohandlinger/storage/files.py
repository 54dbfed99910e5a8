"""Writing files so that they are whole or not there, and only for the user's own eyes.

Plain paths as :mod:`os` takes them: importing :mod:`pathlib` costs half of a bare start of Python.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from errno import EBADF, EBUSY, EDQUOT, EFBIG, EINVAL, ENOSPC, EROFS

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Final

StrPath = str | os.PathLike[str]

#: How long a file is waited for that another program has open, which Windows then lets nobody replace: the virus
#: scanner and OneDrive look into a new one for a moment.
_ATTEMPTS: Final = 12
_BETWEEN_ATTEMPTS: Final = 0.1
#: What Windows says of a file that another program has open.
_OPEN_ELSEWHERE: Final = (5, 32, 33)
#: Characters of a path, where Windows has not been told to take longer ones.
_LONGEST_ON_WINDOWS: Final = 247
_LOCK_ATTEMPTS: Final = 1200
_BETWEEN_LOCKS: Final = 0.05
#: Names that Windows keeps for itself, whatever ending stands behind them.
_DEVICES: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³"}
)


def folder_of(path: StrPath) -> str:
    """The folder in which ``path`` lies."""
    return os.path.dirname(path) or os.curdir


def real(path: StrPath) -> str:
    """Where ``path`` really lies, behind all links; itself, made absolute, where the system does not say."""
    try:
        return os.path.realpath(path)
    except OSError:  # Windows, of some drives and of names that are no files
        return os.path.abspath(path)


def private_folder(folder: StrPath) -> str:
    """Make sure that ``folder`` exists, readable by the user alone.

    Raises:
        MikroError: When it cannot be made.
    """
    with refusing(folder):
        if not os.path.isdir(folder):
            os.makedirs(folder, mode=0o700, exist_ok=True)
    return os.fspath(folder)


def exists(path: StrPath) -> bool:
    """Whether there is anything at ``path``.

    Raises:
        MikroError: When that cannot be seen.
    """
    with refusing(path, reading=True):
        try:
            os.stat(path)
        except (FileNotFoundError, NotADirectoryError):
            return False
    return True


def modified(path: StrPath) -> datetime | None:
    """When a file was last written, as far as the system knows; None where there is none."""
    try:
        found = os.stat(path).st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(found, UTC)


def is_ordinary(path: StrPath) -> bool:
    """Whether ``path`` is a file, or a symbolic link to one: no folder, and no pipe or device, which may never end.

    Raises:
        OSError: When it cannot be looked at.
    """
    return stat.S_ISREG(os.stat(path).st_mode)


def read_ordinary(path: StrPath) -> bytes:
    """The contents of an ordinary file, or of one that a symbolic link leads to.

    Raises:
        MikroError: When it cannot be read, or is something that reading might never come back from.
    """
    with refusing(path, reading=True):
        if not is_ordinary(path):
            raise not_ordinary(path)
        with open(path, "rb") as file:
            return file.read()


def write_whole(path: StrPath, content: bytes) -> None:
    """Replace ``path`` by ``content``, or leave it as it was; a symbolic link goes on leading there.

    Raises:
        MikroError: When it cannot be written.
    """
    write_pieces(path, (content,))


def write_pieces(path: StrPath, pieces: Iterable[bytes]) -> None:
    """The same for a file that is written as its pieces come; what they raise leaves it as it was.

    Raises:
        MikroError: When it cannot be written.
    """
    refuse_name(path)
    private_folder(folder_of(path))
    with refusing(path):
        target = real(path)
        _replace(target, pieces)
        settle(folder_of(target))


def write_if_possible(path: StrPath, content: bytes) -> None:
    """The same for a file that can be made again at any time: what cannot be written is left unwritten."""
    with suppress(OSError, MikroError):
        private_folder(folder_of(path))
        _replace(path, (content,))
        sweep(path)


def make_new(path: StrPath, content: bytes) -> None:
    """Put a file with ``content`` at ``path``, whole, unless there is one already: whoever is first wins.

    Raises:
        OSError: When it cannot be written.
    """
    temporary = beside(path)
    try:
        _write(temporary, (content,))
        _place(temporary, path)
        sweep(path)
    except FileNotFoundError:
        # Swept away by another process that has just put its own in the place.
        if not os.path.exists(path):
            raise
    finally:
        remove(temporary)


def replace(prepared: StrPath, path: StrPath) -> None:
    """Give ``prepared`` the name ``path``, in place of what is there.

    On Windows that cannot be done while another program has the file open; most let go of it at once.

    Raises:
        InUseError: When one does not.
        OSError: When it cannot be done otherwise.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            os.replace(prepared, path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _OPEN_ELSEWHERE:
                raise
            if attempt == _ATTEMPTS:
                raise InUseError(EBUSY, error.strerror, os.fspath(path)) from error
            import time

            time.sleep(_BETWEEN_ATTEMPTS)
        else:
            return


class InUseError(OSError):
    """Another program has the file open, and does not let it be replaced."""


def second_name(path: StrPath, other: StrPath) -> bool:
    """Let the file at ``path`` be found under another name too; False where the place or the system knows no such names.

    Raises:
        FileExistsError: When there is one with that name.
        FileNotFoundError: When there is none at ``path``.
    """
    try:
        os.link(path, other)
    except (FileExistsError, FileNotFoundError):
        raise
    except (OSError, NotImplementedError, AttributeError):
        return False
    return True


def remove(path: StrPath) -> None:
    """Remove a file that nobody needs; one that is not there, or cannot be removed, stops nobody."""
    with suppress(OSError):
        os.unlink(path)


def beside(path: StrPath) -> str:
    """A name for what this process prepares for ``path``, in the same folder, so that a rename moves it whole."""
    return hidden(path, f"{os.getpid()}.tmp")


def sweep(path: StrPath) -> None:
    """Remove what processes that were killed had prepared for ``path``.

    One that is still preparing the same file loses its own, and must be content with the file that is there now.
    """
    sweep_all(folder_of(path), f"{os.path.basename(path)}.")


def sweep_all(folder: StrPath, beginning: str) -> None:
    """The same for all files of ``folder`` whose names have this ``beginning``."""
    beginning = f".{beginning}"
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(beginning) and ".tmp" in name[len(beginning) :]:
                remove(os.path.join(folder, name))


def leftovers(folder: StrPath) -> list[str]:
    """What processes of ours that are gone have left in ``folder``: prepared files, and what an editor was given."""
    found = []
    with suppress(OSError):
        for name in os.listdir(folder):
            process = process_of(name)
            if process and not _is_running(process):
                found.append(os.path.join(folder, name))
    return found


def process_of(name: str) -> int:
    """The number of the process that the passing file ``name`` belongs to; 0 for any other file."""
    begin, _dot, ending = name.rpartition(".")
    if ending in ("tmp", "tmp-journal") and name.startswith("."):
        number = begin.rpartition(".")[2]
    elif ending == "txt" and name.startswith(("answer-", "meeting-", "writing-")):
        number = begin.rpartition("-")[2]
    else:
        return 0
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else 0


def _is_running(process: int) -> bool:
    """Whether there is such a process; where that cannot be asked without ending it, it counts as running."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    return True


def hidden(path: StrPath, ending: str) -> str:
    """The name of what belongs to ``path`` for as long as a command runs, beside it."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{ending}")


@contextmanager
def locked(path: StrPath) -> Iterator[None]:
    """Let no other process of ours change ``path`` meanwhile; the lock has a file of its own beside it.

    Raises:
        MikroError: When that file cannot be made.
    """
    path = real(path)
    private_folder(folder_of(path))
    with refusing(path):
        descriptor = os.open(hidden(path, "lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        # Some drives and systems know no locks; one person at one keyboard is well served without.
        with suppress(OSError, ImportError, NotImplementedError):
            _lock(descriptor)
        sweep(path)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt
        import time

        # What it does by itself is to try once a second, ten times.
        for _attempt in range(_LOCK_ATTEMPTS):
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError as error:
                if error.errno in (EBADF, EINVAL):  # no lock can be had; for a taken one wine has no number
                    raise
            else:
                return
            time.sleep(_BETWEEN_LOCKS)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)


@contextmanager
def refusing(path: StrPath, *, reading: bool = False) -> Iterator[None]:
    """Turn what the operating system says about ``path`` into a sentence.

    Args:
        path: The file or folder.
        reading: Whether it is only read.

    Raises:
        MikroError: For every OSError.
    """
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT, EFBIG):
            raise disk_full(path) from error
        if reading and isinstance(error, PermissionError):
            raise _unreadable(path) from error
        if error.errno == EROFS or isinstance(error, PermissionError):
            raise read_only(path) from error
        if isinstance(error, InUseError):
            raise _in_use(path) from error
        if _is_too_long(path, error):
            raise _too_long(path) from error
        from mikrohandlinger.domain.reasons import reason_of

        raise MikroError(
            "file-unusable",
            N_("{path} cannot be read: {reason}.") if reading else N_("{path} cannot be used: {reason}."),
            path=path,
            reason=reason_of(error),
        ) from error


def disk_full(path: StrPath) -> MikroError:
    """The refusal for a full disk."""
    return MikroError(
        "disk-full",
        N_("The disk is full, so nothing was changed in {path}. Make some room and try again."),
        path=path,
    )


def read_only(path: StrPath) -> MikroError:
    """The refusal for a file or folder that may not be written."""
    return MikroError(
        "read-only",
        N_(
            "{path} may not be written. Give yourself the right to write it, or set MIKRO_HOME to another folder."
        ),
        path=path,
    )


def _unreadable(path: StrPath) -> MikroError:
    """The refusal for a file or folder that may not be read."""
    return MikroError(
        "not-readable",
        N_(
            "{path} may not be read. Give yourself the right to read it, or set MIKRO_HOME to another folder."
        ),
        path=path,
    )


def _in_use(path: StrPath) -> MikroError:
    """The refusal for a file that another program has open."""
    return MikroError(
        "file-in-use",
        N_("{path} is open in another program, so nothing was changed in it. Close it there, and try again."),
        path=path,
    )


def _is_too_long(path: StrPath, error: OSError, system: str = os.name) -> bool:
    """Whether Windows, which then says that it is not there, only found the path too long."""
    return (
        system == "nt"
        and isinstance(error, FileNotFoundError)
        and len(os.path.abspath(path)) > _LONGEST_ON_WINDOWS
    )


def _too_long(path: StrPath) -> MikroError:
    return MikroError(
        "path-too-long",
        N_(
            "{path} is longer than this Windows takes: {number} characters. Take a folder nearer to the beginning of the drive."
        ),
        path=path,
        number=len(os.path.abspath(path)),
    )


def refuse_name(path: StrPath, system: str = os.name) -> None:
    """Refuse a name that leads to no file on Windows: to a device, which swallows it, or to a hidden part of another file.

    Args:
        path: Where a file shall be.
        system: As ``os.name`` has it.

    Raises:
        MikroError: When the name is such a one.
    """
    if system != "nt":
        return
    import ntpath

    # The system itself makes the path of a device of con.html where it takes it for the console.
    name = os.fspath(path).removeprefix("\\\\.\\")
    name = ntpath.basename(name)
    if ":" in name or name.partition(".")[0].rstrip(" ").upper() in _DEVICES:
        raise MikroError(
            "name-of-windows",
            N_("Windows takes “{name}” for something else than a file. Choose another name."),
            name=name,
        )


def not_ordinary(path: StrPath) -> MikroError:
    """The refusal for a folder, a link where none should be, a pipe or a device."""
    return MikroError(
        "not-a-file",
        N_(
            "{path} is not an ordinary file, so it is left alone. Move it away, or set MIKRO_HOME to another folder."
        ),
        path=path,
    )


def _replace(path: StrPath, pieces: Iterable[bytes]) -> None:
    temporary = beside(path)
    try:
        _write(temporary, pieces)
        replace(temporary, path)
    except BaseException:
        remove(temporary)
        raise


def settle(folder: str) -> None:
    """Let the new name of a file reach the disk too, where the system opens folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write(path: str, pieces: Iterable[bytes]) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _place(temporary: str, path: StrPath) -> None:
    """Give the file its name without ever replacing one that came first."""
    with suppress(FileExistsError):
        if not second_name(temporary, path) and not os.path.exists(path):
            os.rename(temporary, path)
