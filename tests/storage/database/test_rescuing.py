"""What can be read of a damaged database comes into a new one, and nothing that was not written."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.database import rescuing
from mikrohandlinger.storage.database.damage import is_readable
from mikrohandlinger.storage.database.opening import VERSION
from mikrohandlinger.storage.database.schema import is_damaged
from mikrohandlinger.storage.database.table import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Mikro

    from mikrohandlinger.storage.database.rescuing import Salvaged

    Rows = dict[str, set[tuple[Any, ...]]]
    Rescue = Callable[[bytes], tuple[Salvaged, Rows]]


def rows(path: Path) -> Rows:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        found = {each.name: set(connection.execute(f"SELECT * FROM {each.name}")) for each in TABLES}
        others = {name: set(connection.execute(f"SELECT * FROM {name}")) for name in ("changes", "journal")}
        assert not is_damaged(connection, VERSION)
        assert is_readable(connection)
    return {**found, **others}


@pytest.fixture
def sound(mikro: Mikro, home: Path) -> bytes:
    for words in (
        ("today", "--short", "--plan", "When I meet someone, then I ask"),
        ("log", "ask", "first", "--reach", "new", "--went", "hard"),
        ("log", "doubt", "long " + "x" * 3900),
        ("delete", "1"),
        ("week", "--json", "--answer", "hard=nothing", "--answer", "plan=When x, then y"),
        ("pause", "2026-12-21", "2026-12-31"),
        ("config", "set", "goal", "2"),
        *(("log", "ask", f"note {number} " + "y" * 20 * number) for number in range(20)),
    ):
        assert mikro(*words).code == 0, words
    return (home / "mikro.db").read_bytes()


@pytest.fixture
def rescue(tmp_path: Path) -> Rescue:
    database, aside = tmp_path / "damaged.db", tmp_path / "aside.db"

    def run(content: bytes) -> tuple[Salvaged, Rows]:
        database.write_bytes(content)
        aside.unlink(missing_ok=True)
        salvaged = rescuing.rescue(str(database), str(aside), lambda: None)
        assert aside.read_bytes() == content, "the damaged file is kept"
        return salvaged, rows(database)

    return run


def test_of_a_sound_file_all_is_read(sound: bytes, rescue: Rescue, home: Path) -> None:
    salvaged, found = rescue(sound)
    assert found == rows(home / "mikro.db")
    assert (salvaged.missing, salvaged.doubtful, salvaged.unread) == ((), (), 0)


def test_one_bit_costs_nothing_that_is_not_told(sound: bytes, rescue: Rescue, home: Path) -> None:
    expected = rows(home / "mikro.db")
    choice = random.Random(8)
    for place in choice.sample([place for place, byte in enumerate(sound) if byte], 40):
        flipped = bytearray(sound)
        flipped[place] ^= 1 << choice.randrange(8)
        salvaged, found = rescue(bytes(flipped))
        for table, there in expected.items():
            if found[table] != there:
                assert len(found[table]) == len(there), "each row is in its table or in its index"
                assert salvaged.doubtful or salvaged.unread, (place, table)


def test_of_a_file_that_was_cut_off_what_is_there_is_read(sound: bytes, rescue: Rescue, home: Path) -> None:
    expected = rows(home / "mikro.db")
    read = []
    for length in range(len(sound) // 2, len(sound), 4096 * 4):
        salvaged, found = rescue(sound[: length + 1000])
        assert {
            table: found[table] - there for table, there in expected.items() if found[table] - there
        } == {}
        numbers = {row[0] for row in found["entries"]}
        told = {number for first, last in salvaged.missing for number in range(first, last + 1)}
        assert numbers | told == set(range(1, max(numbers, default=0) + 1))
        read.append(len(numbers))
    assert read == sorted(read)
    assert read[-1] > 15


def test_without_its_head_a_file_is_read_too(sound: bytes, rescue: Rescue, home: Path) -> None:
    _salvaged, found = rescue(bytes(4096) + sound[4096:])
    assert found == rows(home / "mikro.db")


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_file_of_an_earlier_form_comes_in_the_present_one(
    version: int, rescue: Rescue, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier.db"
    script = Path(__file__).with_name("versions") / f"version-{version}.sql"
    with closing(sqlite3.connect(earlier, isolation_level=None)) as connection:
        connection.executescript(script.read_text("utf-8"))
        notes = connection.execute("SELECT id, day FROM entries").fetchall()
    _salvaged, found = rescue(earlier.read_bytes())
    assert sorted((row[1], row[3]) for row in found["entries"]) == sorted(notes)


def test_where_nothing_can_be_read_the_file_stays(rescue: Rescue, tmp_path: Path) -> None:
    with pytest.raises(MikroError) as refused:
        rescue(b"SQLite format 3\0" + bytes(8192))
    assert refused.value.code == "nothing-rescued"
    assert [path.name for path in tmp_path.glob("*.db")] == ["damaged.db"]
    assert not list(tmp_path.glob(".*"))
