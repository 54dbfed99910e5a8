"""Which files on this machine are the program's own, whatever state they are in."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from mikrohandlinger.storage.archive import TEXTS, text_path
from mikrohandlinger.storage.database.device import NAME as DEVICE
from mikrohandlinger.storage.files import process_of, real
from mikrohandlinger.storage.leftovers import ANSWER, KEPT, MEETING
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mikrohandlinger.storage.paths import Paths

#: What SQLite puts beside a database.
_BESIDE = ("", "-journal", "-wal", "-shm")


def copies(paths: Paths) -> list[str]:
    """The copies of the data, of every kind."""
    return [path for path in _in(paths.backups) if os.path.basename(path).startswith("mikro-")]


def logs(paths: Paths) -> list[str]:
    """The log files."""
    found = (paths.error_log, paths.nudge_log, f"{paths.nudge_log}.1")
    return [path for path in found if os.path.lexists(path)]


def _prepared(folder: str) -> Iterator[str]:
    """What commands that run, or were killed, have prepared in a folder."""
    yield from (path for path in _in(folder) if process_of(os.path.basename(path)))


def own(paths: Paths) -> Iterator[str]:
    """Every file of ours that there is, the database first; folders are left out."""
    for ending in _BESIDE:
        yield from _if_there(paths.database + ending)
    yield from _if_there(os.path.join(paths.data, DEVICE))
    for name in TEXTS:
        yield from _if_there(text_path(paths, name))
    yield from logs(paths)
    yield from copies(paths)
    for folder in _folders(paths):
        yield from _prepared(folder)
        yield from (path for path in _in(folder) if _is_ours(os.path.basename(path)))
    yield from _all_in(paths.cache)


def _is_ours(name: str) -> bool:
    """Whether it is a lock, or what somebody was writing when a command was killed."""
    return (name.startswith(".") and name.endswith(".lock")) or name.startswith(
        (f"{KEPT}{ANSWER}", f"{KEPT}{MEETING}")
    )


def _folders(paths: Paths) -> tuple[str, ...]:
    return tuple(dict.fromkeys((paths.data, paths.config, paths.cache, paths.backups)))


def _if_there(path: str) -> Iterator[str]:
    if os.path.lexists(path):
        yield path


def _in(folder: str) -> list[str]:
    with suppress(OSError):
        return sorted(os.path.join(folder, name) for name in os.listdir(folder))
    return []


def _all_in(folder: str) -> Iterator[str]:
    """What is in the cache, all of which is ours, deepest first; nothing that a symbolic link leads to."""
    if os.path.islink(folder):
        return
    for path in _in(folder):
        with suppress(OSError):
            if stat.S_ISDIR(os.lstat(path).st_mode):
                yield from _all_in(path)
        yield path


def erase(paths: Paths) -> tuple[list[str], list[str]]:
    """Remove every file of ours and the folders that are empty then; what stays there, and what could not be removed.

    A symbolic link goes, and what it leads to stays: it is told among what stays.
    """
    beyond, stuck = [], []
    for path in dict.fromkeys(own(paths)):
        if os.path.islink(path):
            beyond.append(real(path))
        try:
            if stat.S_ISDIR(os.lstat(path).st_mode):
                os.rmdir(path)
            else:
                os.unlink(path)
        except FileNotFoundError:
            continue
        except OSError:
            stuck.append(path)
    for folder in (paths.cache, paths.backups, paths.config, paths.data):
        if os.path.islink(folder):
            beyond.append(real(folder))
            continue
        with suppress(OSError):
            os.rmdir(folder)
    for folder in _folders(paths):
        beyond += (path for path in _in(folder) if path not in stuck and path not in _folders(paths))
    return beyond, stuck
