"""A bit that fell over is found wherever it changes what is read, since every row is kept twice."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from mikrohandlinger.storage.database.damage import is_readable
from mikrohandlinger.storage.database.opening import VERSION
from mikrohandlinger.storage.database.schema import is_damaged, migrate
from mikrohandlinger.storage.database.table import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Mikro

FLIPS = 200


def content(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {
            table.name: sorted(map(repr, connection.execute(f"SELECT * FROM {table.name}")))
            for table in TABLES
        }


def is_found(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return is_damaged(connection, VERSION) or not is_readable(connection)
    except sqlite3.Error:
        return True


def test_every_table_has_an_index_of_all_its_columns() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, 0, VERSION)
        tables = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        for (name,) in tables:
            columns = connection.execute("SELECT name FROM pragma_table_info(?)", (name,)).fetchall()
            twin = connection.execute("SELECT name FROM pragma_index_info(?)", (f"{name}_twin",)).fetchall()
            # What is counted from the entries is counted again instead.
            assert twin == ([] if name == "week_marks" else columns), name


def test_a_bit_that_fell_over_is_found_or_changes_nothing_that_is_read(
    mikro: Mikro, home: Path, tmp_path: Path
) -> None:
    for words in (
        ("today", "--short", "--plan", "When I meet someone, then I ask"),
        ("log", "ask", "first", "--reach", "new", "--went", "hard"),
        ("log", "doubt", "second " + "x" * 3000),
        ("delete", "1"),
        ("week", "--json", "--answer", "hard=nothing", "--answer", "plan=When x, then y"),
        ("pause", "2026-12-21", "2026-12-31"),
    ):
        assert mikro(*words).code == 0, words
    sound = (home / "mikro.db").read_bytes()
    expected = content(home / "mikro.db")
    damaged = tmp_path / "damaged.db"
    choice = random.Random(20)
    used = [place for place, byte in enumerate(sound) if byte]
    found = 0
    for place in choice.sample(used, FLIPS):
        flipped = bytearray(sound)
        flipped[place] ^= 1 << choice.randrange(8)
        damaged.write_bytes(flipped)
        if is_found(damaged):
            found += 1
        else:
            assert content(damaged) == expected, place
    assert found > FLIPS / 2
