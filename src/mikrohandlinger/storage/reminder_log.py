"""The log of what went wrong with the daily reminder: nobody watches the screen of a scheduler."""

from __future__ import annotations

import os
from contextlib import suppress

from mikrohandlinger.storage.files import folder_of, replace
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Final

    from mikrohandlinger.storage.files import StrPath

_MOST_BYTES: Final = 20_000


def note(log: StrPath, at: datetime, what: str) -> None:
    """Add a line; past 20 kB the log moves aside, so that at most 40 kB are kept.

    What cannot be written stops nobody.

    Args:
        log: The file.
        at: When it happened.
        what: What went wrong, on one line or several.
    """
    with suppress(OSError):
        os.makedirs(folder_of(log), mode=0o700, exist_ok=True)
        if os.path.exists(log) and not os.path.isfile(log):  # a pipe or a device, which may never take it
            return
        if os.path.exists(log) and os.stat(log).st_size > _MOST_BYTES:
            replace(log, f"{os.fspath(log)}.1")
        line = f"{at.isoformat(timespec='seconds')} {' '.join(what.split())}\n"
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(line.encode(errors="backslashreplace"))


def latest(log: StrPath, count: int) -> list[str]:
    """The latest lines, oldest first."""
    lines: list[str] = []
    for path in (f"{os.fspath(log)}.1", log):
        if not os.path.isfile(path):
            continue
        with suppress(OSError), open(path, encoding="utf-8", errors="replace") as file:
            lines += file.read().splitlines()
    return lines[-count:]
