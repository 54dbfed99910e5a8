"""Everything that is the user's, portion by portion: no row is left out, none comes twice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.storage.database import everything, undoing
from mikrohandlinger.storage.database.store import Store
from mikrohandlinger.storage.database.table import ENTRIES, FILED, PAUSES, REFLECTIONS, TABLES

from .test_store import NOW, paths_in, quick

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAYS = 7


@pytest.fixture
def store(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(everything, "PORTION", 3)
    monkeypatch.setattr(undoing, "_PORTION", 3)
    opened = quick(Store(paths_in(home)))
    with opened.journal.change("import", NOW) as change:
        for number in range(DAYS):
            day = (NOW.date() - timedelta(number)).isoformat()
            at = f"{day}T08:00:00+01:00"
            row = {"id": f"{number:016x}", "at": at, "day": day, "action": "ask", "deleted": int(number == 2)}
            change.save(ENTRIES, row)
            change.save(PAUSES, {"id": f"{number:08x}", "first": day, "last": None if number == 3 else day})
            for key in ("hard", "learned"):
                change.save(REFLECTIONS, {"monday": day, "key": key, "answer": f"{key} {number}"})
    yield opened
    opened.close()


def test_every_row_leaves_once_those_that_were_taken_away_among_them(store: Store) -> None:
    entries = list(everything.rows(store.journal, ENTRIES))
    assert [row["number"] for row in entries] == list(range(1, DAYS + 1))
    assert [row["deleted"] for row in entries] == [0, 0, 1, 0, 0, 0, 0]
    answers = [(row["monday"], row["key"]) for row in everything.rows(store.journal, REFLECTIONS)]
    assert answers == sorted(answers)
    assert len(set(answers)) == 2 * DAYS
    assert list(everything.rows(store.journal, FILED)) == []


def test_a_diary_begins_with_the_oldest_day_and_has_only_what_stands(store: Store) -> None:
    days = [row["day"] for row in everything.by_day(store.journal, ENTRIES)]
    assert days == sorted(days)
    assert len(days) == DAYS - 1


def test_a_period_has_what_touches_one_of_its_days(store: Store) -> None:
    first = last = NOW.date() - timedelta(1)
    assert [row["id"] for row in everything.rows(store.journal, ENTRIES, first, last)] == [f"{1:016x}"]
    # The one that is open begins before, and has not ended.
    assert [int(row["id"], 16) for row in everything.rows(store.journal, PAUSES, first, last)] == [1, 3]
    assert list(everything.rows(store.journal, FILED, first, None)) == []
    assert {kind: number for kind, number, _words in everything.count(store.journal, first, last)} == {
        "entry": 1, "reflection": 2, "pause": 2,
    }  # fmt: skip


def test_a_change_of_many_steps_is_taken_back_and_done_again_whole(store: Store) -> None:
    (change,) = store.changes()
    before = list(everything.by_day(store.journal, ENTRIES))
    assert change.what == "import"
    store.undo(NOW)
    for table in (ENTRIES, PAUSES, REFLECTIONS):
        assert list(everything.by_day(store.journal, table)) == []
    again = store.undone()
    assert again is not None
    store.redo(again, NOW)
    assert [row["id"] for row in everything.by_day(store.journal, ENTRIES)] == [row["id"] for row in before]


def test_every_table_of_the_user_leaves_and_knows_its_days() -> None:
    assert tuple(table for table in TABLES if table.kinds) == everything.TRAVELLING
    for table in everything.TRAVELLING:
        assert table is FILED or (table.days and set(table.days) <= set(table.columns))
    assert date.min.isoformat() == "0001-01-01"
