"""Every earlier form of the database becomes the present one, and nothing of it is lost.

``versions/`` holds a database of each, written by the first release through its own commands: entries in plenty, with
edits, a deletion and changes taken back, plans, answers, pauses, proposals, and what each form had beside them.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from mikrohandlinger.domain.entries import Deed, Moment, NewEntry
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.weeks import Marks
from mikrohandlinger.storage.database.damage import is_readable
from mikrohandlinger.storage.database.opening import VERSION, open_database
from mikrohandlinger.storage.database.schema import is_damaged
from mikrohandlinger.storage.database.store import Store
from mikrohandlinger.storage.database.table import ENTRIES

from .test_store import paths_in, plan_on

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=1)))
EARLIER = range(1, VERSION)
#: What the tables of the earlier forms are called now.
RENAMED = {"nudges": "reminders"}
#: Own words of rows that were taken back, which the first release left in them.
LEFT_BEHIND = ("et svar, der blev fortrudt", "en plan, der blev fortrudt")

Rows = list[dict[str, Any]]


def rows(connection: sqlite3.Connection, table: str) -> Rows:
    cursor = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


@pytest.fixture(params=EARLIER, ids=lambda version: f"version {version}")
def earlier(request: pytest.FixtureRequest, home: Path) -> dict[str, Rows]:
    """What stands in a database of an earlier form, which now lies where the program looks for it."""
    home.mkdir()
    script = Path(__file__).with_name("versions") / f"version-{request.param}.sql"
    with closing(sqlite3.connect(home / "mikro.db", isolation_level=None)) as connection:
        connection.executescript(script.read_text("utf-8"))
        assert connection.execute("PRAGMA user_version").fetchone() == (request.param,)
        assert not is_damaged(connection, request.param)
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {name: rows(connection, name) for (name,) in tables}


@pytest.fixture
def upgraded(earlier: dict[str, Rows], home: Path) -> sqlite3.Connection:
    paths = paths_in(home)
    return open_database(paths.database, paths.backups)


def test_it_is_whole_in_the_present_form(upgraded: sqlite3.Connection) -> None:
    with closing(upgraded):
        assert upgraded.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert not is_damaged(upgraded, VERSION)
        assert is_readable(upgraded)
        assert upgraded.execute("PRAGMA foreign_key_check").fetchall() == []
        assert upgraded.execute("PRAGMA freelist_count").fetchone() == (0,), "no room is wasted"


@pytest.mark.parametrize("table", ["meta", "week_marks", "nudges"])
def test_what_is_not_of_the_journal_is_the_same(
    earlier: dict[str, Rows], upgraded: sqlite3.Connection, table: str
) -> None:
    with closing(upgraded):
        assert rows(upgraded, RENAMED.get(table, table)) == earlier.get(table, [])
    assert earlier["week_marks"]


@pytest.mark.parametrize("table", ["entries", "plans", "reflections", "pauses", "plan_uses"])
def test_every_row_of_the_user_keeps_its_values_and_its_time(
    earlier: dict[str, Rows], upgraded: sqlite3.Connection, table: str
) -> None:
    with closing(upgraded):
        found = rows(upgraded, table)
    before = earlier.get(table, [])
    assert len(found) == len(before)
    for old, new in zip(before, found, strict=True):
        assert datetime.fromisoformat(new.pop("changed")) == datetime.fromisoformat(old.pop("changed"))
        words = {"note", "text", "answer"} & set(old) if old["deleted"] else set()
        kept = {**old, **dict.fromkeys(words)}
        assert {name: new[name] for name in old} == kept
        added = {name: value for name, value in new.items() if name not in old}
        assert added.pop("device") == ""
        assert set(added.values()) <= {None}


def test_every_proposal_keeps_its_wording_and_counts_as_shown_on_its_day(
    earlier: dict[str, Rows], upgraded: sqlite3.Connection
) -> None:
    with closing(upgraded):
        found = rows(upgraded, "proposals")
    assert [{name: new[name] for name in old} for old, new in zip(earlier["proposals"], found, strict=True)] == earlier["proposals"]  # fmt: skip
    assert {new["shown"][:10] == new["day"] for new in found} == {True}
    assert {(new["asked"], new["deleted"], new["device"]) for new in found} == {(0, 0, "")}


def test_the_words_of_what_was_taken_back_have_left_the_disk(
    upgraded: sqlite3.Connection, home: Path
) -> None:
    upgraded.close()
    content = (home / "mikro.db").read_bytes()
    for words in LEFT_BEHIND:
        assert words.encode() not in content
    assert b"et hemmeligt ord" in content, "deleted, which undo can still bring back"


def test_the_journal_tells_the_same_changes_with_the_time_of_each(
    earlier: dict[str, Rows], upgraded: sqlite3.Connection
) -> None:
    with closing(upgraded):
        changes, steps = rows(upgraded, "changes"), rows(upgraded, "journal")
    assert [change["number"] for change in changes] == sorted({step["change"] for step in earlier["journal"]})
    for old, new in zip(earlier["journal"], steps, strict=True):
        assert (new["change"], new["target"], new["key"]) == (old["change"], old["target"], old["key"])
        assert json.loads(new["before"] or "0") == json.loads(old["before"] or "0")
    for change in changes:
        commands = {step["command"] for step in earlier["journal"] if step["change"] == change["number"]}
        assert commands == {change["what"]}
        assert change["undone"] == 0
        assert len(change["at"]) == 32
        assert change["day"] == change["at"][:10]
    logged = [change["at"] for change in changes if change["what"] == "log"]
    assert datetime.fromisoformat(logged[0]) == datetime.fromisoformat(earlier["entries"][0]["at"])
    made = [datetime.fromisoformat(change["at"]) for change in changes]
    assert datetime(2026, 5, 1, tzinfo=UTC) < min(made)
    assert max(made) < datetime(2026, 11, 18, tzinfo=UTC)


def test_every_change_from_before_can_be_taken_back(earlier: dict[str, Rows], home: Path) -> None:
    changes = {step["change"] for step in earlier["journal"]}
    with closing(Store(paths_in(home))) as store:
        assert [store.undo(NOW).left for _ in changes] == list(range(len(changes)))[::-1]
        with pytest.raises(MikroError):
            store.undo(NOW)
        assert store.entries.between(date.min, date.max) == []
        assert store.entries.marks(date.max) == {}
        assert store.pauses.every() == ()
        assert store.reflections.every() == {}
        assert plan_on(store, date(2026, 11, 2)) is None
        assert store.damage() is None


def test_every_change_from_before_is_told_by_the_entry_that_it_was_about(
    earlier: dict[str, Rows], home: Path
) -> None:
    with closing(Store(paths_in(home))) as store:
        numbers = {row["id"]: row["number"] for row in earlier["entries"]}
        for change in store.changes(1_000):
            targets = [step for step in earlier["journal"] if step["change"] == change.number]
            if change.what == "entry":
                assert change.entry is not None, change
                (identity,) = json.loads(targets[0]["key"])
                assert (change.entry.id, change.entry.number) == (identity, numbers[identity])
            else:
                assert any((change.words, *change.about)), change


def test_what_was_recorded_before_is_taken_back_by_its_name_and_words(
    earlier: dict[str, Rows], home: Path
) -> None:
    with closing(Store(paths_in(home))) as store:
        while (undone := store.undo(NOW)).command != "log":
            pass
        assert undone.entry is not None
        (row,) = [row for row in earlier["entries"] if row["id"] == undone.entry.id]
        assert undone.entry.number == row["number"]
        assert undone.entry.note == "et hemmeligt ord, der blev slettet"
        change = store.undone()
        assert change is not None
        assert change.entry == undone.entry
        store.redo(change, NOW)
        assert store.entries.find(undone.entry.id) == undone.entry


def test_what_was_deleted_before_comes_back_with_its_words(earlier: dict[str, Rows], home: Path) -> None:
    with closing(Store(paths_in(home))) as store:
        while (undone := store.undo(NOW)).command != "delete":
            pass
        assert undone.entry is not None
        assert undone.entry.note == "et hemmeligt ord, der blev slettet"
        assert store.journal.row(ENTRIES, (undone.entry.id,)) is not None


def test_life_goes_on(earlier: dict[str, Rows], home: Path) -> None:
    last = max(row["number"] for row in earlier["entries"])
    with closing(Store(paths_in(home))) as store:
        assert plan_on(store, date(2026, 11, 13)) == "Når fredag kommer, så siger jeg tak"
        assert [pause[1:] for pause in store.pauses.every()] == [
            (date(2026, 10, 12), date(2026, 10, 12)),
            (date(2026, 12, 24), None),
        ]
        entry = store.entries.add(NewEntry(Moment(NOW, NOW.date()), Deed("ask")), NOW)
        assert entry.number == last + 1
        assert store.entries.marks_of(NOW.date()) == Marks(ask=1, entries=1)
        store.undo(NOW)
        assert store.entries.add(NewEntry(Moment(NOW, NOW.date()), Deed("ask")), NOW).number == last + 2


def test_a_row_that_nobody_has_written_is_refused_and_the_file_left(
    earlier: dict[str, Rows], home: Path
) -> None:
    with closing(sqlite3.connect(home / "mikro.db")) as connection, connection:
        connection.execute("UPDATE entries SET changed = 'sometime' WHERE number = 1")
    before = (home / "mikro.db").read_bytes()
    with pytest.raises(MikroError) as refused:
        Store(paths_in(home))
    assert refused.value.code == "data-damaged"
    assert (home / "mikro.db").read_bytes() == before
