"""Whether damage to a database is found, and what can be read of it: every page cut, and bits turned over.

``python bench/damage.py`` fills a home, cuts its database off after every page, and turns over 1,000 bits. Each time
``doctor`` must find it, or everything must read as it did; then ``doctor --rescue`` reads what it can, and every row it
reads must be one that was written. It prints a table in Markdown, and exits 1 where anything was wrong in silence.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.database import examining, rescuing
from mikrohandlinger.storage.database.table import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

DIARY = (
    ("today", "--short", "--plan", "Når jeg henter kaffe, så spørger jeg"),
    ("log", "ask", "first", "--reach", "new", "--went", "hard"),
    ("log", "doubt", "long " + "x" * 3900),
    ("delete", "1"),
    ("week", "--json", "--answer", "hard=nothing", "--answer", "plan=Når x, så y"),
    ("pause", "2026-12-21", "2026-12-31"),
    ("config", "set", "goal", "2"),
    *(("log", ("ask", "doubt", "feedback")[number % 3], f"note {number}") for number in range(60)),
)

Rows = dict[str, set[tuple[object, ...]]]


def rows(path: Path) -> Rows:
    """Every row of the user."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {each.name: set(connection.execute(f"SELECT * FROM {each.name}")) for each in TABLES}


def damaged(sound: bytes, bits: int) -> Iterator[tuple[str, bytes]]:
    """The file as it may come back from a bad disk."""
    for end in range(4096, len(sound), 4096):
        yield "cut off after a page", sound[:end]
    choice = random.Random(20261123)
    for place in (choice.randrange(len(sound)) for _ in range(bits)):
        flipped = bytearray(sound)
        flipped[place] ^= 1 << choice.randrange(8)
        yield "a bit turned over", bytes(flipped)


def judged(path: Path, content: bytes, expected: Rows) -> Iterator[str]:
    """What came of it."""
    path.write_bytes(content)
    try:
        found = examining.examine(str(path))
        is_told = found is None or found.is_damaged or found.counts_differ or found.changes_astray
    except MikroError:
        is_told = True
    if not is_told:
        yield "reads as it did" if rows(path) == expected else "WRONG IN SILENCE"
        return
    yield "found"
    aside = path.with_name("aside.db")
    aside.unlink(missing_ok=True)
    try:
        told = rescuing.rescue(str(path), str(aside), lambda: None)
    except MikroError:
        yield "nothing to be read"
        return
    read = rows(path)
    others = sum(len(read[table] - there) for table, there in expected.items())
    lost = sum(len(there - read[table]) for table, there in expected.items())
    yield "all of it rescued" if not others and not lost else "part of it rescued"
    if others and not (told.doubtful or told.unread):
        yield "RESCUED WRONG IN SILENCE"


def main() -> int:
    """Damage, look, rescue, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bits", type=int, default=1000, help="how many bits are turned over")
    bits = parser.parse_args().bits
    counts: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory(prefix="mikro-damage-") as name:
        os.environ.update(MIKRO_HOME=name, MIKRO_NOW="2026-11-23T08:30:00+01:00", MIKRO_LANG="en")
        from mikrohandlinger.cli.boundary import run

        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            for words in DIARY:
                assert run(words) == 0, words
        database = Path(name, "mikro.db")
        sound, expected = database.read_bytes(), rows(database)
        for kind, content in damaged(sound, bits):
            counts.setdefault(kind, Counter()).update(["tried", *judged(database, content, expected)])
    columns = ("tried", "found", "reads as it did", "all of it rescued", "part of it rescued", "nothing to be read",
               "WRONG IN SILENCE", "RESCUED WRONG IN SILENCE")  # fmt: skip
    print("| | " + " | ".join(columns).lower() + " |")
    print("|---|" + "--:|" * len(columns))
    for kind, found in counts.items():
        print(f"| {kind} | " + " | ".join(str(found[each]) for each in columns) + " |")
    return int(any(found[each] for found in counts.values() for each in columns[-2:]))


if __name__ == "__main__":
    sys.exit(main())
