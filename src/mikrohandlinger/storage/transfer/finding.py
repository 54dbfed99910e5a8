"""What a file or folder is: our own form, or the history of another program, or neither, and then what it is instead."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import refusing
from mikrohandlinger.storage.transfer import jsonl, sources
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.transfer import Fault, Tick
    from mikrohandlinger.storage.transfer.sources import Source

#: Which program wrote it; the ids of foreign entries are made from it, so it never changes.
JSONL: Final = "jsonl"
_LONGEST: Final = 1 << 40
_START: Final = 2048


class Found(NamedTuple):
    """What there is to read.

    Attributes:
        kind: Which program wrote it.
        name: What it is called in messages.
        source: The lines of our own form.
        ticks: What another program's history says, up to a day.
        is_tagged: Whether an action is named by a tag and not by the name of a habit.
        left_out: Habits that can be no actions.
    """

    kind: str
    name: str
    source: Source | None = None
    ticks: Callable[[date], Iterator[Tick | Fault]] | None = None
    is_tagged: bool = False
    left_out: tuple[str, ...] = ()


def look(path: str, name: str) -> Found:
    """See what lies at ``path``.

    Args:
        path: Absolute.
        name: As it was typed.

    Raises:
        MikroError: When it is nothing that can be read; the sentence says what it is instead, where that is known.
    """
    if os.path.isdir(path):
        return _in_folder(path, name)
    source = sources.of_file(path, name, _LONGEST)
    with source.open() as file:
        start = file.read(_START)
    if not start.strip():
        raise MikroError("import-empty", N_("{file} is empty."), file=name)
    if start.startswith(b"SQLite format 3\0"):
        raise MikroError(
            "import-database",
            N_(
                "{file} is a database, not an export. A copy of mikro comes back with “mikro restore”; "
                "Loop Habit Tracker has “Export as CSV” in its menu."
            ),
            file=name,
        )
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(path, name)
    if _is_ours(source):
        return Found(JSONL, name, source)
    return _as_text(sources.of_file(path, name))


def _is_ours(source: Source) -> bool:
    with source.open() as file:
        first = next(jsonl.lines(file), None)
    if first is None or first.record is None or not jsonl.is_header(first.record):
        return False
    jsonl.check_header(first.record, source.name)
    return True


def _in_folder(path: str, name: str) -> Found:
    from mikrohandlinger.storage.transfer.foreign import loop

    with refusing(path):
        files = loop.in_tree(loop.of_folder(path, name))
    if files is None:
        raise MikroError(
            "import-folder",
            N_("{file} is a folder without a history of Loop Habit Tracker. Give the file itself."),
            file=name,
        )
    return _of_loop(files, name)


def _in_zip(path: str, name: str) -> Found:
    from mikrohandlinger.storage.transfer.foreign import loop, zipped

    files = zipped.files_of(path, name)
    if zipped.BACKUP in files:
        raise MikroError(
            "import-backup",
            N_("{file} is a copy made by mikro. It comes back with “mikro restore”."),
            file=name,
        )
    tree = loop.in_tree(files)
    if tree is None:
        raise MikroError("import-zip", N_("{file} holds no export of Loop Habit Tracker."), file=name)
    return _of_loop(tree, name)


def _of_loop(tree: Mapping[str, Source], name: str) -> Found:
    from mikrohandlinger.storage.transfer.foreign import loop

    if not any("/" in place and place.endswith("Checkmarks.csv") for place in tree):
        raise MikroError(
            "loop-alone",
            N_(
                "{file} has the list of habits alone. Give all of the export: the zip, or the folder it was unpacked to."
            ),
            file=name,
        )
    return Found("loop", name, ticks=lambda today: loop.read(tree, today), left_out=tuple(loop.limits(tree)))


def _as_text(source: Source) -> Found:
    from mikrohandlinger.storage.transfer.foreign import jrnl, logs, plain_csv

    name = source.name
    start = sources.first_lines(source)
    plain = [line for line in start if not line.startswith("#")]
    first = start[0].strip() if start else ""
    if first[:1] == "[" and first[1:5].isdecimal():
        raise MikroError(
            "jrnl-text", N_("{file} is a journal itself. Write it with: jrnl --format json"), file=name
        )
    if first[:1] in ("{", "[") and first:
        entries = jrnl.entries_of(jrnl.loaded(source))
        if entries is None:
            raise MikroError(
                "json-unknown", N_("{file} is JSON, but neither of mikro nor of jrnl."), file=name
            )
        return Found("jrnl", name, ticks=lambda today: jrnl.read(source, entries, today), is_tagged=True)
    if any(logs.HARSH.match(line) for line in plain):
        return Found("harsh", name, ticks=lambda today: logs.harsh(source, today))
    if any(logs.HABITCTL.match(line) for line in plain):
        return Found("habitctl", name, ticks=lambda today: logs.habitctl(source, today))
    if plain and all(map(logs.is_list, plain)):
        raise MikroError(
            "import-list",
            N_("{file} is the list of habits. The history is the file “log” beside it."),
            file=name,
        )
    if first in ("Date,Value,Notes", "Date,Score") or "HabitName,HabitDescription" in first:
        raise MikroError(
            "import-part",
            N_("{file} is a part of another program's export. Give all of it: the zip, or the folder."),
            file=name,
        )
    return Found("csv", name, ticks=lambda today: plain_csv.read(source, today))
