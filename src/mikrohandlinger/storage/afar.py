"""Reading a file that may lie far away, on a drive that another machine serves.

Such a drive may be gone, or worse: it may not answer, and then whoever asks is held for minutes. So it is asked beside
the command, which waits for a moment and no longer, goes on with the copy that it made of what the file last said, and
leaves the drive in peace for an hour.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage import cache
from mikrohandlinger.storage.files import is_ordinary, remove
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Final

    from mikrohandlinger.domain.team import State

#: How long a command waits for an answer, in seconds, and one that was asked to look.
PATIENCE: Final = 0.5
LOOKING: Final = 5.0
#: How long a drive that did not answer is left in peace.
_PEACE: Final = timedelta(hours=1)
#: No file of ours comes near this, in bytes.
_LARGEST: Final = 2_000_000
_SILENT: Final = "team-silent.cache"


class Afar(NamedTuple):
    """What was found.

    Attributes:
        state: How the file stands.
        value: What was made of it, or of what it last said; None where there is neither.
        fault: What is wrong with it, where it was refused.
    """

    state: State
    value: Any | None = None
    fault: MikroError | None = None


class _Seen(NamedTuple):
    """The file as it was found beside the command; ``content`` is None where it is the one that is kept."""

    state: State
    stamp: list[Any]
    content: bytes | None = None


def read(
    path: str,
    kept_at: str,
    form: int,
    make: Callable[[bytes], Any],
    now: datetime,
    patience: float = PATIENCE,
) -> Afar:
    """What ``make`` makes of the file at ``path``, from its copy if it has not changed.

    Args:
        path: The file.
        kept_at: Where its copy is kept, in the cache folder.
        form: Grows when the form of what is kept changes.
        make: Reads the content; what it raises is the fault of a file that is not well formed.
        now: The present moment.
        patience: How long to wait, in seconds; more than usual also asks a drive that is left in peace.
    """
    origin = f"{form} {path}"
    stamp, value = cache.latest(kept_at) or (None, None)
    if stamp is None or stamp[0] != origin:
        stamp = value = None
    silent_at = os.path.join(os.path.dirname(kept_at), _SILENT)
    folder = os.path.dirname(path)
    was_silent = cache.recall(silent_at, [folder])
    if patience <= PATIENCE and _is_left_in_peace(was_silent, now):
        return Afar("silent", value)
    seen = _asked(lambda: _look(path, origin, stamp), patience)
    if seen is None:
        cache.remember(silent_at, [folder], now.isoformat())
        return Afar("silent", value)
    if was_silent:
        remove(silent_at)
    if seen.state != "read":
        # What the team took away is no longer said; what cannot be reached was.
        return Afar(seen.state, None if seen.state == "none" else value)
    if seen.content is None:
        return Afar("read", value)
    try:
        made = make(seen.content)
    except MikroError as fault:
        return Afar("broken", value, fault)
    return Afar("read", cache.remember(kept_at, seen.stamp, made))


def _look(path: str, origin: str, stamp: list[Any] | None) -> _Seen:
    """Look at the file, and read it where it is another one than what is kept."""
    try:
        status = os.stat(path)
        found = [origin, status.st_size, status.st_mtime_ns]
        if found == stamp:
            return _Seen("read", found)
        if is_ordinary(path) and status.st_size <= _LARGEST:
            with open(path, "rb") as file:
                return _Seen("read", found, file.read(_LARGEST))
        return _Seen("read", found, b"\0")
    except (FileNotFoundError, NotADirectoryError):
        return _Seen("none" if os.path.isdir(os.path.dirname(path)) else "gone", [])
    except (OSError, ValueError):  # no name of a file
        return _Seen("gone", [])


def _asked(look: Callable[[], _Seen], patience: float) -> _Seen | None:
    """What ``look`` finds, asked beside the command; None where it has not found it in time."""
    # What threading is made of: importing that costs as much as all that is done here. A thread that still waits when
    # the command ends holds nobody.
    import _thread

    found: list[_Seen] = []
    done = _thread.allocate_lock()
    done.acquire()

    def ask() -> None:
        try:
            found.append(look())
        finally:
            done.release()

    _thread.start_new_thread(ask, ())
    done.acquire(timeout=patience)
    return found[0] if found else None


def _is_left_in_peace(was_silent: str | None, now: datetime) -> bool:
    # A clock that was set back does not make the peace longer.
    return was_silent is not None and timedelta(0) <= now - datetime.fromisoformat(was_silent) < _PEACE


def forget(folder: str) -> None:
    """Forget in the cache ``folder`` that a drive was silent, as somebody asks anew."""
    remove(os.path.join(folder, _SILENT))
