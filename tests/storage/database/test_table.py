"""The list of tables: whatever goes through it reaches all that the user has."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

import pytest

from mikrohandlinger.domain.calendar import Treatment
from mikrohandlinger.domain.catalogue.model import ACTIONS, REACHES, WENT
from mikrohandlinger.domain.reflecting import QUESTIONS
from mikrohandlinger.domain.reminding import DAILY, WEEKLY
from mikrohandlinger.storage.database.store import Store
from mikrohandlinger.storage.database.table import BY_NAME, INTERNAL, TABLES, Table
from mikrohandlinger.storage.database.undoing import undo
from mikrohandlinger.values import get_args

from .test_store import paths_in, quick

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=1)))
STORED_AS: Final = {"number": "INTEGER", "flag": "INTEGER"}
OF_THE_USER: Final = [table for table in TABLES if table.kinds]
WITH_WORDS: Final = [table for table in TABLES if table.words]

#: A row of each table, as far as its columns have no value of their own.
ROWS: Final[dict[str, dict[str, Any]]] = {
    "entries": {
        "id": "a", "at": "2026-11-23T08:00:00+01:00", "day": "2026-11-23", "action": "ask", "note": "hemmeligt",
        "parts": '{"text": "hemmeligt"}',
    },
    "proposals": {
        "day": "2026-11-23", "turn": 1, "action": "ask", "variation": "own", "level": 1,
        "wording": '{"id": "own", "action": "ask", "level": 1, "minutes": 5, "role": "all", "part": "sender",'
        ' "settings": [], "reach": [], "signs": [], "rules": false, "source": "",'
        ' "da": {"text": "hemmeligt", "when": "", "say": "", "why": ""},'
        ' "en": {"text": "hemmeligt", "when": "", "say": "", "why": ""}}',
    },
    "plans": {"day": "2026-11-23", "text": "hemmeligt"},
    "plan_uses": {"monday": "2026-11-23", "used": "yes"},
    "reflections": {"monday": "2026-11-23", "key": "hard", "answer": "hemmeligt", "question": "hemmeligt"},
    "pauses": {"id": "a", "first": "2026-11-23"},
    "terms": {
        "since": "2026-11-23", "goal": 3, "workdays": "12345", "public_holidays": "off", "first_of_may": "half",
        "constitution_day": "half", "christmas_eve": "off", "new_years_eve": "off", "country": "DK",
    },
    "rules": {
        "id": "a", "title": "hemmeligt", "kind": "rule", "origin": "unknown", "gets_in_the_way": "hemmeligt",
        "protects": "hemmeligt", "until": "hemmeligt", "door": "hemmeligt", "answer": "hemmeligt",
        "status": "noticed", "moved": "2026-11-23", "noticed": "2026-11-23",
    },
    "filed": {"kind": "variation", "id": "own", "value": '{"text": "hemmeligt"}'},
    "reminders": {"day": "2026-11-23", "at": "2026-11-23T08:00:00+01:00", "rhythm": "daily"},
    "conflicts": {
        "number": 1, "target": "entries", "key": '["a"]', "field": "note", "words": "hemmeligt",
        "changed": "2026-11-23T08:00:00.000000+00:00", "device": "b", "lost": "2026-11-23T08:00:00.000000+00:00",
    },
    "seen": {"what": "loop a", "day": "2026-11-23"},
}  # fmt: skip


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    opened = quick(Store(paths_in(home)))
    yield opened
    opened.close()


def named(table: Table) -> str:
    return table.name


def key_of(table: Table) -> list[Any]:
    return [ROWS[table.name][column] for column in table.key]


def save(store: Store, table: Table, **more: Any) -> dict[str, Any]:
    with store.journal.change("test", NOW) as change:
        return change.save(table, {**ROWS[table.name], **more})


def found(store: Store, table: Table) -> dict[str, Any]:
    row = store.journal.row(table, key_of(table))
    assert row is not None
    return row


def put(store: Store, table: Table) -> None:
    """The row of a table, whoever's it is."""
    row = ROWS[table.name]
    if table.kinds:
        row = {**row, "changed": "2026-11-23T07:00:00.000000+00:00"}
    places = ", ".join("?" * len(row))
    store.journal.query(f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({places})", [*row.values()])


def test_every_table_of_the_database_is_in_the_list_or_says_why_not(store: Store) -> None:
    names = {name for (name,) in store.journal.query("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert names - {"sqlite_sequence"} == set(BY_NAME) | set(INTERNAL)
    assert not set(BY_NAME) & set(INTERNAL)
    assert all(len(reason) > 20 for reason in INTERNAL.values())


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_the_list_names_the_columns_as_the_database_has_them(store: Store, table: Table) -> None:
    columns = store.journal.query(f"SELECT name, type FROM pragma_table_info('{table.name}')").fetchall()
    assert columns == [(name, STORED_AS.get(holds, "TEXT")) for name, holds in table.columns.items()]
    assert {*table.key, *table.words} <= set(table.columns)


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_no_two_rows_have_the_same_key(store: Store, table: Table) -> None:
    unique = [
        tuple(column for (column,) in store.journal.query(f"SELECT name FROM pragma_index_info('{index}')"))
        for (index,) in store.journal.query(
            f"SELECT name FROM pragma_index_list('{table.name}') WHERE \"unique\""
        )
    ]
    primary = store.journal.query(
        f"SELECT name FROM pragma_table_info('{table.name}') WHERE pk > 0 ORDER BY pk"
    ).fetchall()
    assert table.key in [*unique, tuple(column for (column,) in primary)]


@pytest.mark.parametrize("table", OF_THE_USER, ids=named)
def test_a_row_of_the_user_tells_when_and_where_it_was_changed_and_whether_it_was_taken_away(
    store: Store, table: Table
) -> None:
    assert list(table.columns)[-3:] == ["changed", "device", "deleted"]
    first = save(store, table)
    assert first["changed"] == "2026-11-23T07:30:00.000000+00:00"
    assert first["device"] == store.journal.device
    assert save(store, table)["changed"] == "2026-11-23T07:30:00.000001+00:00", "later than what it replaces"


@pytest.mark.parametrize("table", OF_THE_USER, ids=named)
def test_a_change_of_any_table_can_be_taken_back(store: Store, table: Table) -> None:
    values = {name: value for name, value in save(store, table).items() if name != "changed"}
    save(store, table, deleted=1)
    assert found(store, table)["deleted"] == 1
    assert undo(store.journal, NOW).command == "test"
    assert {name: found(store, table)[name] for name in values} == values
    assert undo(store.journal, NOW).left == 0
    assert found(store, table)["deleted"] == 1
    assert all(found(store, table)[column] is None for column in table.words)


@pytest.mark.parametrize("table", WITH_WORDS, ids=named)
def test_a_row_that_was_taken_away_keeps_no_words(store: Store, home: Path, table: Table) -> None:
    save(store, table)
    save(store, table, deleted=1)
    assert not [value for value in found(store, table).values() if "hemmeligt" in str(value)]
    for _ in range(2):
        undo(store.journal, NOW)
    # Until another change both can be done again.
    store.pauses.add(NOW.date(), NOW.date(), NOW)
    store.close()
    assert b"hemmeligt" not in (home / "mikro.db").read_bytes()


@pytest.mark.parametrize("table", WITH_WORDS, ids=named)
def test_the_database_itself_takes_no_words_of_what_was_taken_away(store: Store, table: Table) -> None:
    save(store, table)
    for column in table.words:
        with pytest.raises(Exception, match="CHECK constraint"):
            store.journal.query(f"UPDATE {table.name} SET deleted = 1 WHERE {table.matching} RETURNING {column}", key_of(table))  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_what_was_never_written_is_found_in_any_column(store: Store, table: Table) -> None:
    put(store, table)
    assert store.damage() is None
    garbage = {"day": "2026-11-3x", "instant": "2026-11-23T08:00:00.0000x0+00:00", "json": "{", "flag": 2}
    for column, holds in table.columns.items():
        if holds in garbage:
            store.journal.query("PRAGMA ignore_check_constraints = ON")
            store.journal.query("SAVEPOINT before")
            store.journal.query(f"UPDATE {table.name} SET {column} = ?", (garbage[holds],))
            assert store.damage() is not None, column
            store.journal.query("ROLLBACK TO before")
            store.journal.query("RELEASE before")


def lists_of(store: Store, table: str, column: str) -> tuple[str, ...]:
    """The values that the database takes in a column."""
    (form,) = store.journal.query("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    match = re.search(rf"CHECK \({column} IN \(([^)]*)\)", form)
    assert match is not None
    return tuple(value.strip("'") for value in match[1].split(", "))


def test_the_database_takes_the_values_that_the_program_knows(store: Store) -> None:
    for table in ("entries", "proposals"):
        assert lists_of(store, table, "action") == ACTIONS
    assert lists_of(store, "entries", "reach") == REACHES
    assert lists_of(store, "entries", "went") == WENT
    assert lists_of(store, "reminders", "rhythm") == (DAILY, WEEKLY)
    assert lists_of(store, "reflections", "key") == (*(question.key for question in QUESTIONS), "passed")
    for day in ("first_of_may", "constitution_day", "christmas_eve", "new_years_eve"):
        assert lists_of(store, "terms", day) == get_args(Treatment)
    assert lists_of(store, "filed", "kind") == BY_NAME["filed"].kinds


def test_nothing_of_one_machine_travels(store: Store) -> None:
    with closing(store):
        assert {table.name for table in TABLES if not table.kinds} == {"reminders", "conflicts", "seen"}
    kinds = [kind for table in TABLES for kind in table.kinds]
    told = "entry hidden pause plan plan_use proposal reflection rule setting terms variation"
    assert sorted(kinds) == told.split()
