"""The long run of the weeks: the same figures whether they are counted from the first entry or from what is remembered."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mikrohandlinger.domain.calendar import ONE_WEEK, monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.domain.entries import Deed, Entry, EntryChange, Moment, NewEntry
from mikrohandlinger.domain.past import past as count
from mikrohandlinger.domain.reports.week import LongRun
from mikrohandlinger.domain.reports.week import long_run as counted_anew
from mikrohandlinger.storage.database.entries import Entries
from mikrohandlinger.usecases import long_run, review
from mikrohandlinger.usecases.context import Context

from .files import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=1)))
MONDAY = date(2026, 11, 23)


def entry_on(day: date, action: str = "ask") -> NewEntry:
    return NewEntry(Moment(datetime.combine(day, NOW.timetz()), day), Deed(action))


def from_the_beginning(context: Context, monday: date) -> LongRun:
    """The same without anything remembered."""
    terms = context.terms(first_week(context, monday), monday + timedelta(6))
    history = context.store.entries.marks(monday)
    return counted_anew(monday, context.today, history, terms, context.settings.target)


def first_week(context: Context, monday: date) -> date:
    begun = context.store.entries.first_day()
    return monday if begun is None else min(monday, monday_of(begun))


def read(context: Context, monday: date) -> LongRun:
    first = first_week(context, monday)
    return long_run.read(context, monday, first)


@pytest.fixture
def life(context: Context) -> Context:
    """Six years with an entry on most working days."""
    days = [MONDAY - timedelta(back) for back in range(6 * 365)]
    context.store.entries.add_many(
        [entry_on(day, ACTIONS[day.toordinal() % 3]) for day in days if day.isoweekday() < 5], NOW
    )
    return context


@pytest.fixture
def weeks_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many weeks each question for marks has read."""
    found: list[int] = []
    marks = Entries.marks

    def counting(*args: Any) -> Any:
        answer = marks(*args)
        found.append(len(answer))
        return answer

    monkeypatch.setattr(Entries, "marks", counting)
    return found


def kept(context: Context) -> date | None:
    """The Monday up to which something is remembered."""
    found = context.store.memo.recall()
    return found.past.monday if found else None


def test_a_week_reads_two_years_however_long_the_life_is(life: Context, weeks_read: list[int]) -> None:
    first = read(life, MONDAY)
    assert max(weeks_read) > 200, "counted once from the beginning"
    weeks_read.clear()
    assert read(life, MONDAY) == first
    assert sum(weeks_read) <= 116
    assert first == from_the_beginning(life, MONDAY)
    assert first.streak.best > 200


def test_what_is_remembered_moves_on_with_the_weeks(life: Context, weeks_read: list[int]) -> None:
    read(life, MONDAY)
    for week in range(1, 40):
        monday = MONDAY + week * ONE_WEEK
        weeks_read.clear()
        assert read(life, monday) == from_the_beginning(life, monday)
        assert sum(weeks_read[:-1]) <= 116 + 13
    moved = kept(life)
    assert moved is not None
    assert moved > MONDAY - 104 * ONE_WEEK


def test_a_life_of_two_years_has_nothing_to_remember(context: Context) -> None:
    context.store.entries.add(entry_on(MONDAY - 110 * ONE_WEEK), NOW)
    assert read(context, MONDAY) == from_the_beginning(context, MONDAY)
    assert kept(context) is None


def test_an_older_week_is_told_as_ever_and_leaves_what_is_remembered(life: Context) -> None:
    read(life, MONDAY)
    remembered = kept(life)
    for back in (1, 30, 60, 100, 101, 104, 110, 150, 250, 312, 400):
        monday = MONDAY - back * ONE_WEEK
        assert read(life, monday) == from_the_beginning(life, monday)
    assert kept(life) == remembered


def test_a_week_that_is_looked_at_first_is_no_hindrance_for_the_present_one(
    life: Context, weeks_read: list[int]
) -> None:
    read(life, MONDAY - 150 * ONE_WEEK)
    assert read(life, MONDAY) == from_the_beginning(life, MONDAY)
    weeks_read.clear()
    read(life, MONDAY)
    assert sum(weeks_read) <= 116


@pytest.mark.parametrize("back", [105, 200, 400])
def test_what_is_logged_long_ago_counts_at_once(life: Context, back: int) -> None:
    before = read(life, MONDAY)
    entry = life.store.entries.add(entry_on(MONDAY - back * ONE_WEEK + timedelta(5)), NOW)
    after = read(life, MONDAY)
    assert after.total == before.total + 1
    assert after == from_the_beginning(life, MONDAY)
    life.store.entries.change(entry, EntryChange(deed=Deed("doubt")), NOW)
    assert read(life, MONDAY) == from_the_beginning(life, MONDAY)
    life.store.entries.delete(entry, NOW)
    assert read(life, MONDAY) == before
    life.store.undo(NOW)
    assert read(life, MONDAY) == from_the_beginning(life, MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "goal = 5",
        'workdays = ["mon", "tue"]',
        "strength_days = 7",
        'christmas_eve = "work"',
        "closed_days = [2022-11-24]",
    ],
)
def test_other_terms_are_counted_by_at_once(life: Context, text: str) -> None:
    read(life, MONDAY)
    write_settings(life, text)
    life.forget("settings")
    assert read(life, MONDAY) == from_the_beginning(life, MONDAY)


def test_a_pause_long_ago_counts_at_once(life: Context) -> None:
    read(life, MONDAY)
    life.store.pauses.add(date(2022, 7, 4), date(2022, 7, 31), NOW)
    life.forget("pauses")
    assert read(life, MONDAY) == from_the_beginning(life, MONDAY)


def test_what_another_process_changes_meanwhile_is_not_remembered_wrong(
    life: Context, at: Callable[[], Context], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = at()

    def interrupted(*args: Any) -> Any:
        other.store.entries.add(entry_on(MONDAY - 200 * ONE_WEEK + timedelta(5)), NOW)
        return count(*args)

    monkeypatch.setattr(long_run, "past", interrupted)
    read(life, MONDAY)
    assert kept(life) is None, "it was overtaken"
    monkeypatch.undo()
    assert read(life, MONDAY) == from_the_beginning(life, MONDAY)
    assert kept(life) is not None


def test_nobody_waits_for_it(life: Context) -> None:
    life.calendar()  # settings that were changed by hand are noticed, which is worth waiting for
    with closing(sqlite3.connect(life.paths.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert read(life, MONDAY) == from_the_beginning(life, MONDAY)
        other.execute("ROLLBACK")
    assert kept(life) is None
    assert life.store.journal.query("PRAGMA busy_timeout").fetchone() == (10_000,)


def test_where_nothing_can_be_written_the_week_is_told_all_the_same(life: Context, at: Callable[[], Context]) -> None:  # fmt: skip
    life.close()
    Path(life.paths.database).chmod(0o400)
    reader = at()
    assert read(reader, MONDAY) == from_the_beginning(reader, MONDAY)


def test_the_report_of_the_week_goes_by_it(life: Context) -> None:
    first = review.week(life, MONDAY)
    assert kept(life) is not None
    assert review.week(life, MONDAY) == first
    assert first.total == len(list(life.store.entries.search()))


class Years(RuleBasedStateMachine):
    """Any order of commands and looks at any week, with little remembered and much of it changed."""

    FIRST: ClassVar = date(2026, 1, 5)
    DAYS: ClassVar = st.dates(FIRST, MONDAY)

    @initialize()
    def open(self) -> None:
        self.distances = long_run.BACK, long_run.LEEWAY
        long_run.BACK, long_run.LEEWAY = 6 * ONE_WEEK, 2 * ONE_WEEK  # type: ignore[misc]
        self.home = tempfile.mkdtemp()
        self.context = Context({"MIKRO_HOME": self.home, "MIKRO_NOW": NOW.isoformat()})
        self.context.store.journal.connection.execute("PRAGMA synchronous = OFF")
        self.entries: list[Entry] = []
        self.log(self.FIRST, "ask")

    def teardown(self) -> None:
        if hasattr(self, "context"):
            long_run.BACK, long_run.LEEWAY = self.distances  # type: ignore[misc]
            self.context.close()
            shutil.rmtree(self.home)

    @rule(day=DAYS, action=st.sampled_from(ACTIONS))
    def log(self, day: date, action: str) -> None:
        self.entries.append(self.context.store.entries.add(entry_on(day, action), NOW))

    @rule(first=DAYS, more=st.integers(1, 60))
    def log_often(self, first: date, more: int) -> None:
        days = [first + timedelta(n) for n in range(more) if first + timedelta(n) <= MONDAY]
        self.context.store.entries.add_many([entry_on(day, "doubt") for day in days], NOW)

    @precondition(lambda self: self.entries)
    @rule(data=st.data(), day=DAYS, action=st.sampled_from(ACTIONS))
    def edit(self, data: st.DataObject, day: date, action: str) -> None:
        entry = data.draw(st.sampled_from(self.entries))
        change = EntryChange(deed=Deed(action), moment=entry_on(day).moment)
        self.context.store.entries.change(entry, change, NOW)

    @precondition(lambda self: len(self.entries) > 1)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        entry = self.entries.pop(data.draw(st.integers(1, len(self.entries) - 1)))
        self.context.store.entries.delete(entry, NOW)

    @precondition(lambda self: len(self.entries) > 1)
    @rule()
    def undo(self) -> None:
        self.context.store.undo(NOW)
        found = {entry.id for entry in self.context.store.entries.search()}
        self.entries = [entry for entry in self.entries if entry.id in found]
        self.context.forget("pauses")

    @rule(first=DAYS, days=st.integers(0, 40))
    def pause(self, first: date, days: int) -> None:
        self.context.store.pauses.add(first, first + timedelta(days), NOW)
        self.context.forget("pauses")

    @rule(goal=st.integers(1, 5), days=st.integers(2, 9))
    def set(self, goal: int, days: int) -> None:
        write_settings(self.context, f"goal = {goal}\nstrength_days = {days}\n")
        self.context.forget("settings")

    @invariant()
    def every_week_says_what_counting_from_the_beginning_says(self) -> None:
        for back in (0, 3, 7, 12, 25):
            monday = MONDAY - back * ONE_WEEK
            assert read(self.context, monday) == from_the_beginning(self.context, monday)

    @invariant()
    def what_is_remembered_is_right_as_long_as_it_holds(self) -> None:
        assert self.context.store.damage() is None


TestYears = Years.TestCase
TestYears.settings = settings(stateful_step_count=12, max_examples=20)
