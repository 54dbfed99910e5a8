"""What is remembered of long ago: read back to the last bit, and gone as soon as it is no longer so."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.domain.entries import Deed, EntryChange
from mikrohandlinger.domain.past import Past
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.strength import Score
from mikrohandlinger.domain.weeks import Streak, Streaks
from mikrohandlinger.storage.database.memo import Kept
from mikrohandlinger.storage.database.store import Store

from .test_store import new, paths_in, quick

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=1)))
MONDAY = date(2024, 11, 25)
BEFORE, AFTER = MONDAY - timedelta(1), MONDAY
KEPT = Kept(
    Past(
        MONDAY,
        1234,
        Streaks(Streak(3, 17), dict(zip(ACTIONS, (Streak(1, 2), Streak(0, 9), Streak(5, 5)), strict=True))),
        dict(zip(ACTIONS, (Score(1 / 3, 0b1011), Score(0.1 + 0.2, 2**61), Score()), strict=True)),
    ),
    "terms",
)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    opened = quick(Store(paths_in(home)))
    for day in (BEFORE, AFTER):
        opened.entries.add(new(day), NOW)
    opened.memo.keep(KEPT, opened.memo.changes())
    yield opened
    opened.close()


def test_it_is_read_back_to_the_last_bit(store: Store) -> None:
    assert store.memo.recall() == KEPT
    assert store.damage() is None


def test_there_is_one(store: Store) -> None:
    later = KEPT._replace(past=KEPT.past._replace(monday=MONDAY + timedelta(7)), terms="other")
    store.memo.keep(later, store.memo.changes())
    assert store.memo.recall() == later


def test_what_happens_afterwards_leaves_it(store: Store) -> None:
    entry = store.entries.add(new(AFTER), NOW)
    store.entries.change(entry, EntryChange(Words("x", 0), Deed("doubt")), NOW)
    store.entries.delete(entry, NOW)
    store.undo(NOW)
    store.entries.add_many([new(AFTER)] * 3, NOW)
    assert store.memo.recall() == KEPT


def test_an_entry_before_it_takes_it_away(store: Store) -> None:
    store.entries.add(new(BEFORE), NOW)
    assert store.memo.recall() is None


def test_many_entries_before_it_take_it_away(store: Store) -> None:
    store.entries.add_many([new(AFTER), new(BEFORE - timedelta(700))], NOW)
    assert store.memo.recall() is None


@pytest.mark.parametrize(
    "change", [EntryChange(deed=Deed("doubt")), EntryChange(moment=new(AFTER).moment)], ids=["action", "day"]
)
def test_a_change_of_what_was_counted_takes_it_away(store: Store, change: EntryChange) -> None:
    store.entries.change(store.entries.find("1"), change, NOW)
    assert store.memo.recall() is None


def test_a_day_moved_to_before_it_takes_it_away(store: Store) -> None:
    store.entries.change(store.entries.find("2"), EntryChange(moment=new(BEFORE).moment), NOW)
    assert store.memo.recall() is None


def test_another_note_leaves_it(store: Store) -> None:
    store.entries.change(store.entries.find("1"), EntryChange(Words("et ord", 0)), NOW)
    assert store.memo.recall() == KEPT


def test_taking_away_and_bringing_back_an_old_entry_each_take_it_away(store: Store) -> None:
    store.entries.delete(store.entries.find("1"), NOW)
    assert store.memo.recall() is None
    store.memo.keep(KEPT, store.memo.changes())
    store.undo(NOW)
    assert store.memo.recall() is None


def test_what_was_counted_before_another_process_changed_something_is_not_kept(
    store: Store, home: Path
) -> None:
    since = store.memo.changes()
    other = Store(paths_in(home))
    other.entries.add(new(BEFORE), NOW)
    other.close()
    store.memo.keep(KEPT, since)
    assert store.memo.recall() is None


def test_what_nobody_has_written_is_found(store: Store) -> None:
    store.journal.query("UPDATE memo SET past = replace(past, '[', '{')")
    assert store.damage() is not None
