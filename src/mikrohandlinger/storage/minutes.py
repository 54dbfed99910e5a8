"""What a group writes down at a meeting, kept line by line until it has decided what becomes of it.

It is for the user's eyes alone, and on the disk before the next line is asked for: whatever ends the program, it is
found by the next start (:mod:`.leftovers`) and offered back.
"""

from __future__ import annotations

import os
from contextlib import suppress

from mikrohandlinger.storage.files import private_folder, read_ordinary, refusing, remove
from mikrohandlinger.storage.leftovers import KEPT, MEETING
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final


#: Where nobody can tell whether another process still runs, what it wrote is offered as well as what is kept.
_OF_OTHERS: Final = (KEPT + MEETING,) if os.name == "posix" else (KEPT + MEETING, MEETING)
#: The first line is none of theirs, as in every file in which own words are kept.
_HEAD: Final = "#\n"


class Kept(NamedTuple):
    """What is kept of meetings that were stopped: the files, and the lines in them."""

    paths: tuple[str, ...]
    lines: tuple[str, ...]


def path_of(folder: str) -> str:
    """Where this process writes."""
    return os.path.join(folder, f"{MEETING}{os.getpid()}.txt")


def write(folder: str, line: str) -> None:
    """Add a line, and let it reach the disk.

    Raises:
        MikroError: When it cannot be written.
    """
    path = path_of(private_folder(folder))
    with refusing(path):
        is_new = not os.path.exists(path)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb") as file:
            file.write(f"{_HEAD if is_new else ''}{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())


def kept(folder: str) -> Kept:
    """What was written down at meetings that were stopped, oldest first.

    Raises:
        MikroError: When it cannot be read.
    """
    found = []
    with suppress(OSError):
        found = [
            os.path.join(folder, name)
            for name in os.listdir(folder)
            if name.endswith(".txt")
            and name.startswith(_OF_OTHERS)
            and name != os.path.basename(path_of(folder))
        ]
    found.sort(key=_written)
    lines = [
        line
        for path in found
        for line in read_ordinary(path).decode("utf-8", "replace").splitlines()[1:]
        if line.strip()
    ]
    return Kept(tuple(found), tuple(lines))


def let_go(folder: str, paths: Iterable[str] = ()) -> None:
    """Take away what this process wrote, and the files of meetings that were stopped, once their words are decided on."""
    for path in (path_of(folder), *paths):
        remove(path)


def _written(path: str) -> float:
    with suppress(OSError):
        return os.stat(path).st_mtime
    return 0.0
