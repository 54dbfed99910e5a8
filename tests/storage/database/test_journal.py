"""What is journaled with a change, what is taken back with it, and when its words leave the disk."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mikrohandlinger.domain.entries import EntryChange
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.storage.database.journal import UNDOABLE
from mikrohandlinger.storage.database.store import Store
from mikrohandlinger.storage.database.table import ENTRIES, PLANS, PROPOSALS, REFLECTIONS

from .test_store import MONDAY, NOW, TODAY, new, paths_in, plan_on, proposal, quick

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    opened = quick(Store(paths_in(home)))
    yield opened
    opened.close()


def steps(store: Store) -> list[tuple[int, int, str, Any, Any]]:
    return [
        (change, step, target, before and json.loads(before), after and json.loads(after))
        for change, step, target, before, after in store.journal.query(
            "SELECT change, step, target, before, after FROM journal ORDER BY change, step"
        )
    ]


def test_a_deleted_entry_loses_its_note_at_once_and_undo_brings_it_back(store: Store) -> None:
    entry = store.entries.add(new(note="hemmeligt ord"), NOW)
    store.entries.delete(entry, NOW)
    row = store.journal.row(ENTRIES, (entry.id,))
    assert row is not None
    assert (row["deleted"], row["note"]) == (1, None)
    assert store.undo(NOW).entry == entry
    assert store.entries.find("1") == entry


def test_the_words_of_a_deleted_entry_leave_the_disk_with_the_change_that_could_bring_them_back(
    store: Store, home: Path
) -> None:
    store.entries.delete(store.entries.add(new(note="hemmeligt ord"), NOW), NOW)
    for _ in range(UNDOABLE - 1):
        store.entries.add(new(), NOW)
    assert b"hemmeligt ord" in (home / "mikro.db").read_bytes()
    store.entries.add(new(), NOW)
    assert b"hemmeligt ord" not in (home / "mikro.db").read_bytes()


def test_what_is_added_to_an_entry_is_taken_back_with_it(store: Store) -> None:
    entry = store.entries.add(new(), NOW)
    for change in (EntryChange(Words("et ord", 0)), EntryChange(reach="new"), EntryChange(went="ok")):
        entry = store.entries.amend(entry, change, NOW)
    assert (entry.note, entry.reach, entry.went) == ("et ord", "new", "ok")
    other = store.entries.add(new(), NOW)
    assert store.undo(NOW)[:3] == ("log", other, 1)
    assert store.undo(NOW)[:3] == ("log", entry, 0)
    assert list(store.entries.search()) == []


def test_an_answer_belongs_to_its_own_entry_whatever_was_recorded_meanwhile(store: Store) -> None:
    bare = store.entries.add(new(), NOW)
    store.entries.add(new(), NOW)
    asked = store.entries.amend(bare, EntryChange(Words("et ord", 0)), NOW)
    assert store.undo(NOW).left == 1
    assert list(store.entries.search()) == [asked]
    assert store.undo(NOW)[:3] == ("log", asked, 0)


def test_what_was_taken_back_meanwhile_takes_no_answer(store: Store) -> None:
    entry = store.entries.add(new(), NOW)
    store.undo(NOW)
    with pytest.raises(MikroError) as refused:
        store.entries.amend(entry, EntryChange(Words("et ord", 0)), NOW)
    assert refused.value.code == "entry-unknown"
    with pytest.raises(MikroError, match="nothing to take back"):
        store.undo(NOW)


def test_what_changes_nothing_is_no_change(store: Store) -> None:
    entry = store.entries.add(new(), NOW)
    store.reflections.answer(MONDAY, {}, NOW)
    store.pauses.save("resume", NOW)
    assert store.undo(NOW)[:3] == ("log", entry, 0)


def test_a_change_that_fails_leaves_nothing_of_itself(store: Store) -> None:
    def two_rows() -> None:
        with store.journal.change("test", NOW) as change:
            change.save(PLANS, {"day": "2026-11-23", "text": "a"})
            change.save(PLANS, {"day": "2026-11-24", "text": b"no text"})

    with pytest.raises(sqlite3.IntegrityError):
        two_rows()
    assert steps(store) == []
    assert plan_on(store, TODAY) is None
    assert not store.journal.has_changed


def test_each_step_tells_the_row_before_and_after(store: Store) -> None:
    store.plans.set(TODAY, Words("en", 0), NOW)
    store.plans.set(TODAY, Words("to", 0), NOW)
    (*first, nothing, one), (*second, before, two) = steps(store)
    assert first == [1, 0, "plans"]
    assert second == [2, 0, "plans"]
    assert nothing is None
    assert before == one
    assert two == store.journal.row(PLANS, ("2026-11-23",))
    assert (one["text"], two["text"]) == ("en", "to")


def test_each_change_tells_its_command_its_time_and_the_local_day(store: Store) -> None:
    late = NOW.replace(hour=0, minute=30)
    store.entries.add(new(), late)
    store.reflections.answer(MONDAY, {"hard": Words("x", 0)}, late)
    assert store.journal.query("SELECT number, at, day, what, undone FROM changes").fetchall() == [
        (1, "2026-11-22T23:30:00.000000+00:00", "2026-11-23", "log", 0),
        (2, "2026-11-22T23:30:00.000000+00:00", "2026-11-23", "reflect", 0),
    ]


def test_a_plan_without_text_says_that_none_holds_from_then_on(store: Store) -> None:
    store.reflections.answer(MONDAY - timedelta(7), {"plan": Words("Når …, så …", 0)}, NOW)
    store.plans.set(TODAY + timedelta(1), Words(None, 0), NOW)
    assert plan_on(store, TODAY) == "Når …, så …"
    assert plan_on(store, TODAY + timedelta(1)) is None
    store.undo(NOW)
    assert plan_on(store, TODAY + timedelta(1)) == "Når …, så …"


def test_a_week_that_was_passed_over_has_no_answer(store: Store) -> None:
    with store.journal.change("reflect", NOW) as change:
        change.save(REFLECTIONS, {"monday": MONDAY.isoformat(), "key": "passed"})
    assert store.reflections.of(MONDAY) == {}
    assert store.reflections.every() == {}
    assert store.damage() is None


def test_a_proposal_that_was_taken_back_is_not_known_and_its_place_is_free(store: Store) -> None:
    store.proposals.keep(proposal(TODAY, "ask-1"), NOW)
    with store.journal.change("swap", NOW) as change:
        swapped = change.save(PROPOSALS, {**row_of("ask-2"), "turn": 1})
    assert swapped["wording"] is not None
    assert store.proposals.of(TODAY) == proposal(TODAY, "ask-2", swaps=1)
    store.undo(NOW)
    assert store.proposals.of(TODAY) == proposal(TODAY, "ask-1")
    assert set(store.proposals.between(TODAY, TODAY)) == {"ask-1"}
    assert set(store.proposals.settled_between(TODAY, TODAY)) == {TODAY}
    memory = store.proposals.memory(TODAY)
    assert set(memory.last_shown) == {"ask-1"}
    assert [shown.variation for shown in memory.today] == ["ask-1"]
    assert [shown.variation for shown in store.proposals.memory(TODAY + timedelta(1)).recent] == ["ask-1"]
    third = proposal(TODAY, "ask-3", swaps=1)
    assert store.proposals.keep(third, NOW) == third


def row_of(identity: str) -> dict[str, Any]:
    from mikrohandlinger.storage.database.proposals import _row

    return _row(proposal(date(2026, 11, 23), identity))
