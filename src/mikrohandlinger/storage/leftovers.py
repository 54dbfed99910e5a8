"""What processes left behind that were killed: swept at the next start, but own words among it are offered back.

Loaded only where :func:`mikrohandlinger.storage.files.leftovers` has found something.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import is_ordinary, private_folder, process_of, remove, replace
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mikrohandlinger.storage.files import StrPath

#: How the name of a file begins that says where a page is being written, in a folder that is not ours.
WRITING = "writing-"
#: How the name of a file begins in which somebody writes in an editor.
ANSWER = "answer-"
#: How the name of a file begins that holds what a group wrote down at a meeting.
MEETING = "meeting-"
#: What stands before such a name once the file is kept, because its process is gone.
KEPT = "kept-"


def clear(found: Iterable[str], folder: str) -> list[MikroError]:
    """Clear away what was found.

    Args:
        found: The paths.
        folder: Where own words are kept that somebody was writing.

    Returns:
        What is to be said: where those words are now.
    """
    said = []
    for path in found:
        name = os.path.basename(path)
        if name.startswith(MEETING):
            if _kept(path, folder) is not None:
                said.append(
                    MikroError(
                        "meeting-kept",
                        N_(
                            "A meeting was stopped before it ended. What you wrote down is kept: “mikro process run” shows it and asks."
                        ),
                    )
                )
            continue
        if name.startswith(ANSWER):
            kept = _kept(path, folder)
            if kept is not None:
                said.append(
                    MikroError(
                        "words-kept",
                        N_(
                            "mikro was stopped while you were writing. Your words are in {path}; delete it when you have what you need."
                        ),
                        path=kept,
                    )
                )
            continue
        if name.startswith(WRITING):
            _clear_page(path)
        remove(path)
    return said


@contextmanager
def noted(cache: str, temporary: str) -> Iterator[None]:
    """Note in the cache folder that ``temporary`` is being written, so that it is found where this process is killed."""
    note = os.path.join(cache, f"{WRITING}{os.getpid()}.txt")
    with suppress(OSError, MikroError):
        private_folder(cache)
        with open(note, "wb") as file:
            file.write(os.fsencode(temporary))
    try:
        yield
    finally:
        remove(note)


def _clear_page(note: StrPath) -> None:
    """Remove the page that a note tells of: only one that is named as ours are."""
    with suppress(OSError, ValueError):
        with open(note, "rb") as file:
            path = os.fsdecode(file.read(10_000))
        if process_of(os.path.basename(path)) == process_of(os.path.basename(note)):
            remove(path)


def _kept(path: str, folder: str) -> str | None:
    """Move what somebody was writing to where it stays; None where nothing stands there but the question."""
    with suppress(OSError):
        if not is_ordinary(path):
            return None
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
        if not any(line.strip() for line in lines[1:]):
            remove(path)
            return None
        kept = os.path.join(folder, f"{KEPT}{os.path.basename(path)}")
        replace(path, kept)
        return kept
    return None
