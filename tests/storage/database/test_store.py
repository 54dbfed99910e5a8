"""The user's data: what is written is read back, counted and taken back, whatever the order."""

from __future__ import annotations

import re
import shutil
import tempfile
import tomllib
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mikrohandlinger.domain.calendar import Pause, monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS, Variation, Wording
from mikrohandlinger.domain.entries import (
    Deed,
    Entry,
    EntryChange,
    Experience,
    Filter,
    Moment,
    NewEntry,
)
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.plans import holding_on
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.proposal import Proposal, Shown
from mikrohandlinger.domain.weeks import Marks
from mikrohandlinger.storage.database import entries
from mikrohandlinger.storage.database.journal import UNDOABLE
from mikrohandlinger.storage.database.store import Store
from mikrohandlinger.storage.paths import Paths, under

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
MONDAY = TODAY
FIRST = date(2000, 1, 1)
LAST = date(2099, 12, 31)


def paths_in(folder: Path) -> Paths:
    return under(folder)


def quick(store: Store) -> Store:
    """The same store without waiting for the disk; what a kill leaves is tested elsewhere."""
    store.journal.connection.execute("PRAGMA synchronous = OFF")
    return store


def plan_on(store: Store, day: date) -> str | None:
    """The plan of the day, in a life without days off."""
    monday = monday_of(day)
    here, earlier = store.plans.latest(monday, day), store.plans.latest(date.min, monday - timedelta(1))
    return holding_on(day, here, earlier, store.plans.decided_before(monday), lambda _week: 0b1111111)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    opened = quick(Store(paths_in(home)))
    yield opened
    opened.close()


def new(
    day: date = TODAY,
    action: str = "ask",
    note: str | None = None,
    level: int | None = None,
    **more: Any,
) -> NewEntry:
    moment = Moment(datetime.combine(day, NOW.timetz()), day)
    return NewEntry(moment, Deed(action, level=level), None if note is None else Words(note, 0), **more)


def in_words(answers: dict[str, str]) -> dict[str, Words]:
    return {key: Words(text, 0) for key, text in answers.items()}


def proposal(
    day: date, identity: str = "ask-1", action: str = "ask", level: int = 1, swaps: int = 0
) -> Proposal:
    words = Wording("Spørg.", "Når …", "Sig «hej».", "")
    chosen = Variation(
        identity, action, level, 5, "all", "sender", ("meeting",), ("known",), ("wonder",), False, (), words, words
    )  # fmt: skip
    return Proposal(day, chosen, swaps)


def recount(entries: list[Entry]) -> dict[date, Marks]:
    """The marks of every week, counted from the entries one by one."""
    found: dict[date, Marks] = {}
    for entry in entries:
        marks = found.get(monday_of(entry.day), Marks())
        bits = marks.of(entry.action) | 1 << entry.day.weekday()
        found[monday_of(entry.day)] = marks._replace(**{entry.action: bits}, entries=marks.entries + 1)
    return found


class Diary(RuleBasedStateMachine):
    """Any order of commands, held against a list in memory and a recount of every week."""

    DAYS: ClassVar = st.dates(date(2026, 12, 14), date(2027, 1, 17))

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = quick(Store(paths_in(self.folder)))
        self.model: dict[str, Entry] = {}
        self.plans: dict[date, str] = {}
        self.answers: dict[str, str] = {}
        self.pauses: dict[str, Pause] = {}
        self.settings: dict[str, int] = {}
        self.hidden: list[str] = []
        self.swaps: dict[date, list[str]] = {}
        self.before: list[tuple[Any, ...]] = []
        self.again: list[tuple[Any, ...]] = []
        self.now = NOW

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def change(self) -> datetime:
        self.before.append(self.state())
        self.again.clear()
        self.now += timedelta(seconds=1)
        return self.now

    def state(self) -> tuple[Any, ...]:
        every = (self.model, self.plans, self.answers, self.pauses, self.settings, self.hidden, self.swaps)
        return deepcopy(every)

    def become(self, state: tuple[Any, ...]) -> None:
        self.model, self.plans, self.answers, self.pauses, self.settings, self.hidden, self.swaps = state

    @rule(day=DAYS, action=st.sampled_from(ACTIONS), note=st.none() | st.text(st.characters(exclude_categories=["Cs"])), level=st.sampled_from([None, 1, 2]))  # fmt: skip
    def log(self, day: date, action: str, note: str | None, level: int | None) -> None:
        entry = self.store.entries.add(new(day, action, note=note, level=level), self.change())
        assert entry[3:7] == (day, action, None, note)
        self.model[entry.id] = entry

    @precondition(lambda self: self.model)
    @rule(data=st.data(), day=DAYS, action=st.sampled_from(ACTIONS))
    def edit(self, data: st.DataObject, day: date, action: str) -> None:
        entry = self.model[data.draw(st.sampled_from(sorted(self.model)))]
        moment = new(day).moment
        change = EntryChange(Words("ny", 0), Deed(action), moment)
        self.model[entry.id] = self.store.entries.change(entry, change, self.change())
        assert self.model[entry.id] == entry._replace(
            day=day, at=moment.at, action=action, level=None, note="ny"
        )

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        entry = self.model[data.draw(st.sampled_from(sorted(self.model)))]
        now = self.change()
        del self.model[entry.id]
        self.store.entries.delete(entry, now)
        for attempt in (
            lambda: self.store.entries.find(str(entry.number)),
            lambda: self.store.entries.delete(entry, now),
            lambda: self.store.entries.change(entry, EntryChange(Words("x", 0)), now),
        ):
            with pytest.raises(MikroError, match="no entry"):
                attempt()

    @rule(day=DAYS, text=st.sampled_from(["Når a, så b", "Når c, så d"]))
    def plan(self, day: date, text: str) -> None:
        self.store.plans.set(day, Words(text, 0), self.change())
        self.plans[day] = text

    @rule(answers=st.dictionaries(st.sampled_from(["hard", "plan"]), st.sampled_from(["x", "y"]), min_size=1))
    def reflect(self, answers: dict[str, str]) -> None:
        self.store.reflections.answer(MONDAY, in_words(answers), self.change())
        self.answers |= answers

    @rule(first=DAYS, days=st.none() | st.integers(0, 9))
    def pause(self, first: date, days: int | None) -> None:
        last = None if days is None else first + timedelta(days)
        pause = self.store.pauses.add(first, last, self.change())
        self.pauses[pause.id] = pause

    @rule(day=DAYS)
    def resume(self, day: date) -> None:
        covering = [pause for pause in self.pauses.values() if pause.covers(day)]
        now = self.change() if covering else self.now
        shorter = [pause._replace(last=day - timedelta(1)) for pause in covering if pause.first < day]
        self.store.pauses.save(
            "resume", now, *shorter, gone=[pause for pause in covering if pause.first >= day]
        )
        for pause in covering:
            del self.pauses[pause.id]
        self.pauses |= {pause.id: pause for pause in shorter}

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.now += timedelta(seconds=1)
            if not self.before:
                with pytest.raises(MikroError) as refused:
                    self.store.undo(self.now)
                assert refused.value.code == "nothing-to-undo"
                return
            undone = self.store.undo(self.now)
            self.again.append(self.state())
            self.become(self.before.pop())
            assert undone.left == len(self.before)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.now += timedelta(seconds=1)
            change = self.store.undone()
            assert (change is None) == (not self.again)
            if change is None:
                return
            self.before.append(self.state())
            self.become(self.again.pop())
            assert self.store.redo(change, self.now).left == len(self.before)

    @rule(key=st.sampled_from(["goal", "level_cap"]), value=st.integers(1, 3))
    def set(self, key: str, value: int) -> None:
        now = self.now if self.settings.get(key) == value else self.change()
        with self.store.filed.settings("config", now) as (file, _change):
            file.put(key, value)
        self.settings[key] = value

    @rule(key=st.sampled_from(["goal", "level_cap"]))
    def reset(self, key: str) -> None:
        now = self.change() if key in self.settings else self.now
        with self.store.filed.settings("config", now) as (file, _change):
            file.remove(key)
        self.settings.pop(key, None)

    @rule(identity=st.sampled_from(["ask-1", "ask-2"]), day=st.none() | DAYS)
    def hide(self, identity: str, day: date | None) -> None:
        """Alone, or together with a swap."""
        turn = day and len(self.swaps.get(day, []))
        if identity in self.hidden and not turn:
            return
        with self.store.filed.actions("hide", self.change()) as (file, change):
            if identity not in self.hidden:
                self.hidden.append(identity)
                file.put("hide", self.hidden)
            if day is not None and turn:
                self.store.proposals.save_swap(change, proposal(day, identity, swaps=turn), asked=False)
                self.swaps[day].append(identity)

    @rule(day=DAYS)
    def look(self, day: date) -> None:
        """To show a proposal is no change."""
        self.store.proposals.keep(proposal(day), self.now)
        if not self.swaps.get(day):
            for state in [self.swaps, *(state[-1] for state in [*self.before, *self.again])]:
                state[day] = ["ask-1"]

    @precondition(lambda self: self.swaps)
    @rule(data=st.data(), identity=st.sampled_from(["ask-2", "ask-3"]))
    def swap(self, data: st.DataObject, identity: str) -> None:
        day = data.draw(st.sampled_from(sorted(self.swaps)))
        turn = len(self.swaps[day])
        self.store.proposals.swap(proposal(day, identity, swaps=turn), self.change())
        self.swaps[day].append(identity)

    @rule()
    def come_back_later(self) -> None:
        self.store.close()
        self.store = quick(Store(paths_in(self.folder)))

    @invariant()
    def everything_is_as_remembered(self) -> None:
        found = self.store.entries.between(FIRST, LAST)
        assert {entry.id: entry for entry in found} == self.model
        assert [entry.day for entry in found] == sorted(entry.day for entry in found)
        assert list(self.store.entries.search()) == found[::-1]
        assert set(self.store.pauses.every()) == set(self.pauses.values())
        assert self.store.reflections.of(MONDAY) == self.answers
        assert self.store.journal.query("SELECT count(*) FROM changes").fetchone()[0] == len(
            self.before
        ) + len(self.again)
        files = [self.folder / "config.toml", self.folder / "actions.toml"]
        settings, actions = (tomllib.loads(file.read_text()) if file.exists() else {} for file in files)
        assert settings == self.settings
        assert sorted(actions.get("hide", [])) == sorted(self.hidden)
        for day, shown in self.swaps.items():
            assert self.store.proposals.of(day) == proposal(day, shown[-1], swaps=len(shown) - 1)
        assert self.store.entries.first_day() == min((entry.day for entry in found), default=None)
        level_two = sum(entry.level == 2 for entry in found)
        assert self.store.entries.experience() == Experience(min(len(found), 5), min(level_two, 5))

    @invariant()
    def the_marks_of_every_week_equal_a_recount(self) -> None:
        marks = self.store.entries.marks(LAST)
        assert marks == recount(list(self.model.values()))
        for monday, of_week in marks.items():
            assert self.store.entries.marks_of(monday) == of_week

    @invariant()
    def the_plan_is_the_latest_of_the_week(self) -> None:
        for day in (date(2026, 12, 31), date(2027, 1, 3), date(2027, 1, 4)):
            of_week = [plan for plan in self.plans if monday_of(day) <= plan <= day]
            assert plan_on(self.store, day) == (self.plans[max(of_week)] if of_week else None)


TestDiary = Diary.TestCase
TestDiary.settings = settings(stateful_step_count=30)


def test_an_entry_is_read_back_as_it_was_written(store: Store) -> None:
    note = "«æøå» 🙂\n2. linje"
    written = NewEntry(Moment(NOW, TODAY), Deed("doubt", "doubt-1", 2), Words(note, 3), "up", "hard")
    entry = store.entries.add(written, NOW)
    assert entry == Entry(entry.id, 1, NOW, TODAY, "doubt", "doubt-1", note, "up", "hard", 3, 2)
    assert entry.at.isoformat() == "2026-11-23T08:30:00+01:00", "with its own offset"
    assert store.entries.find("1") == store.entries.find("#1") == store.entries.find(entry.id[:6]) == entry


def test_a_change_leaves_what_it_does_not_name_and_empties_what_it_names_empty(store: Store) -> None:
    entry = store.entries.add(new(note="a", reach="up", went="hard"), NOW)
    assert EntryChange().is_nothing
    changed = store.entries.change(entry, EntryChange(went="easy"), NOW)
    assert changed == entry._replace(went="easy")
    emptied = store.entries.change(changed, EntryChange(words=Words(None, 0), reach=""), NOW)
    assert emptied == changed._replace(note=None, reach=None)


@pytest.mark.parametrize("wanted", ["", "0", "-1", "99", "abcdef", "1 OR 1", "%", "9" * 40, "²", "1'"])
def test_an_entry_that_does_not_exist_is_refused_by_what_was_asked_for(store: Store, wanted: str) -> None:
    store.entries.add(new(), NOW)
    with pytest.raises(MikroError) as refused:
        store.entries.find(wanted)
    assert refused.value.code == "entry-unknown"
    assert refused.value.values["wanted"] == wanted


def test_two_entries_in_the_same_minute_are_two_entries(store: Store) -> None:
    one, other = store.entries.add(new(note="a"), NOW), store.entries.add(new(note="a"), NOW)
    assert one.id != other.id
    assert (one.number, other.number) == (1, 2)


def test_a_number_is_never_given_twice(store: Store) -> None:
    store.entries.add(new(), NOW)
    store.undo(NOW)
    assert store.entries.add(new(), NOW).number == 2


def test_many_entries_at_once_are_counted_like_one_at_a_time(store: Store) -> None:
    many = [new(TODAY - timedelta(n), ACTIONS[n % 3], note=str(n)) for n in range(100)]
    assert store.entries.add_many(many, NOW) == 100
    found = store.entries.between(FIRST, LAST)
    assert [entry.note for entry in found] == [str(n) for n in range(99, -1, -1)]
    assert store.entries.marks(LAST) == recount(found)


def test_every_change_has_a_later_stamp_even_when_the_clock_goes_back(store: Store) -> None:
    def stamp() -> datetime:
        return datetime.fromisoformat(store.journal.query("SELECT changed FROM entries").fetchone()[0])

    entry = store.entries.add(new(), NOW)
    first = stamp()
    store.entries.change(entry, EntryChange(Words("x", 0)), NOW - timedelta(days=1))
    second = stamp()
    store.undo(NOW - timedelta(days=2))
    assert first == NOW
    assert first < second < stamp()
    assert stamp().tzinfo == UTC


def test_stamps_in_bulk_have_the_same_form(store: Store) -> None:
    store.entries.add(new(), NOW)
    store.entries.add_many([new()], NOW)
    one, other = (row[0] for row in store.journal.query("SELECT changed FROM entries"))
    assert one == other == "2026-11-23T07:30:00.000000+00:00"


def test_the_last_hundred_changes_can_be_taken_back(store: Store) -> None:
    for _ in range(UNDOABLE + 20):
        store.entries.add(new(), NOW)
    lefts = [store.undo(NOW).left for _ in range(UNDOABLE)]
    assert lefts == list(range(UNDOABLE - 1, -1, -1))
    with pytest.raises(MikroError):
        store.undo(NOW)
    assert store.entries.marks_of(MONDAY).entries == 20


def test_what_was_taken_back_leaves_no_words_behind(store: Store, home: Path) -> None:
    store.entries.add(new(note="hemmeligt ord"), NOW)
    store.undo(NOW)
    # Until another change it can be done again.
    assert b"hemmeligt ord" in (home / "mikro.db").read_bytes()
    store.entries.add(new(), NOW)
    store.close()
    assert b"hemmeligt ord" not in (home / "mikro.db").read_bytes()


def test_answers_given_together_are_taken_back_together(store: Store) -> None:
    store.reflections.answer(MONDAY, in_words({"hard": "a", "learned": "b"}), NOW)
    store.reflections.answer(MONDAY, in_words({"hard": "c", "plan": "d"}), NOW)
    store.undo(NOW)
    assert store.reflections.of(MONDAY) == {"hard": "a", "learned": "b"}
    assert store.reflections.every()[MONDAY].said == {"hard": "a", "learned": "b"}


def test_a_plan_of_the_reflection_holds_all_the_next_week_and_no_longer(store: Store) -> None:
    store.reflections.answer(MONDAY, in_words({"plan": "Når …, så …"}), NOW)
    week = [MONDAY + timedelta(n) for n in range(21)]
    assert [plan_on(store, day) for day in week] == [None] * 7 + ["Når …, så …"] * 7 + [None] * 7
    store.plans.set(MONDAY + timedelta(9), Words("en ny", 0), NOW)
    assert plan_on(store, MONDAY + timedelta(8)) == "Når …, så …"
    assert plan_on(store, MONDAY + timedelta(13)) == "en ny"


def test_a_search_finds_words_in_notes_whatever_the_case(store: Store) -> None:
    for note in ("Om MØDET i går", "100 % sikker", None, "Straße"):
        store.entries.add(new(note=note), NOW)
    assert [entry.note for entry in store.entries.search(Filter(words="mødet"))] == ["Om MØDET i går"]
    assert [entry.note for entry in store.entries.search(Filter(words="%"))] == ["100 % sikker"]
    assert [entry.note for entry in store.entries.search(Filter(words="STRASSE"))] == ["Straße"]
    assert [entry.note for entry in store.entries.search(Filter(words="går mødet"))] == ["Om MØDET i går"]
    assert list(store.entries.search(Filter(words="mødet strasse"))) == []
    assert list(store.entries.search(Filter(words="'; DROP TABLE entries"))) == []


def test_a_search_gives_each_entry_once_in_order_however_many_there_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "PORTION", 3)
    days = [TODAY - timedelta(back // 4) for back in range(20)]
    store.entries.add_many([new(day, ACTIONS[n % 3], note=str(n)) for n, day in enumerate(days)], NOW)
    every = store.entries.between(FIRST, LAST)[::-1]
    assert list(store.entries.search()) == every
    for limit in (0, 1, 3, 4, 7, 20, 21, 100):
        assert list(store.entries.search(limit=limit)) == every[:limit]
    asks = [entry for entry in every if entry.action == "ask"]
    assert list(store.entries.search(Filter(action="ask"))) == asks
    assert (
        list(store.entries.search(Filter(action="ask", words="1"), limit=4))
        == [entry for entry in asks if "1" in str(entry.note)][:4]
    )


def test_no_more_is_read_than_is_asked_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "PORTION", 2)
    store.entries.add_many([new(TODAY - timedelta(back)) for back in range(7)], NOW)
    asked: list[str] = []
    store.journal.connection.set_trace_callback(asked.append)
    reading = store.entries.search()
    assert asked == []
    for n, portions in enumerate((1, 1, 2, 2, 3)):
        next(reading)
        assert len(asked) == portions, n


def test_who_reads_slowly_keeps_nobody_from_writing(
    store: Store, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "PORTION", 2)
    store.entries.add_many([new(TODAY - timedelta(back), note=str(back)) for back in range(7)], NOW)
    reading = store.entries.search()
    found = [next(reading), next(reading), next(reading)]
    other = quick(Store(paths_in(home)))
    other.journal.connection.execute("PRAGMA busy_timeout = 0")
    other.entries.add(new(TODAY, note="new"), NOW)
    other.entries.delete(other.entries.find("6"), NOW)
    other.close()
    assert [entry.note for entry in (*found, *reading)] == ["0", "1", "2", "3", "4", "6"]


def test_a_search_is_narrowed_by_days_action_and_number(store: Store) -> None:
    for back in range(10):
        store.entries.add(new(TODAY - timedelta(back), ACTIONS[back % 3]), NOW)
    found = list(store.entries.search(Filter(TODAY - timedelta(6), TODAY - timedelta(1), "ask"), limit=1))
    assert [entry.day for entry in found] == [TODAY - timedelta(3)]


def test_a_proposal_is_kept_as_it_was_worded_and_the_first_one_wins(store: Store) -> None:
    assert store.proposals.of(TODAY) is None
    first = proposal(TODAY)
    assert store.proposals.keep(first, NOW) == first
    assert store.proposals.keep(proposal(TODAY, "ask-2"), NOW) == first
    swapped = proposal(TODAY, "ask-2", swaps=1)
    assert store.proposals.keep(swapped, NOW) == swapped
    assert store.proposals.of(TODAY) == swapped
    assert set(store.proposals.between(TODAY, TODAY)) == {"ask-1", "ask-2"}


def test_the_memory_holds_the_final_proposal_of_each_day_with_its_highest_level(store: Store) -> None:
    for back in range(20, 0, -1):
        store.proposals.keep(proposal(TODAY - timedelta(back), "ask-1"), NOW)
    store.proposals.keep(proposal(TODAY - timedelta(1), "ask-3", level=3, swaps=1), NOW)
    store.proposals.keep(proposal(TODAY - timedelta(1), "ask-2", level=2, swaps=2), NOW)
    store.proposals.keep(proposal(TODAY, "ask-4", level=2), NOW)
    store.proposals.keep(proposal(TODAY + timedelta(1), "ask-5"), NOW)
    memory = store.proposals.memory(TODAY)
    yesterday = TODAY - timedelta(1)
    assert memory.recent[-1] == Shown(yesterday, 2, "ask", "ask-2", 3)
    assert [shown.day for shown in memory.recent] == [TODAY - timedelta(n) for n in range(20, 0, -1)]
    assert memory.today == [Shown(TODAY, 0, "ask", "ask-4", 2)]
    assert memory.last_shown == {
        "ask-1": (yesterday, 0), "ask-3": (yesterday, 1), "ask-2": (yesterday, 2), "ask-4": (TODAY, 0),
        "ask-5": (TODAY + timedelta(1), 0),
    }  # fmt: skip
    assert memory.later == [Shown(TODAY + timedelta(1), 0, "ask", "ask-5", 1)]


def test_everyone_has_their_own_seed(store: Store, tmp_path: Path) -> None:
    other = Store(paths_in(tmp_path / "other"))
    assert re.fullmatch(r"[0-9a-f]{16}", store.seed())
    assert store.seed() != other.seed()
    other.close()


def test_no_daily_question_reads_or_sorts_all_there_is(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = store.entries.add(new(note="a", level=2), NOW)
    store.proposals.keep(proposal(TODAY), NOW)
    monkeypatch.setattr(entries, "PORTION", 1)
    asked: list[str] = []
    store.journal.connection.set_trace_callback(asked.append)
    store.entries.between(TODAY, TODAY)
    list(store.entries.search(limit=20))
    store.entries.find("1")
    store.entries.find(entry.id[:8])
    store.entries.first_day()
    store.entries.marks_of(MONDAY)
    store.entries.marks(TODAY, MONDAY - timedelta(700))
    store.memo.recall()
    store.entries.experience()
    store.entries.open_loops(TODAY, TODAY)
    store.entries.loops_closed(MONDAY, TODAY)
    store.entries.latest_day(TODAY)
    store.rules.calling(TODAY)
    store.rules.lively(MONDAY, TODAY)
    store.proposals.latest_day(TODAY)
    store.proposals.last_shown(TODAY)
    store.proposals.settled_between(MONDAY, TODAY)
    store.proposals.of(TODAY)
    store.proposals.between(MONDAY, TODAY)
    plan_on(store, TODAY)
    store.reflections.of(MONDAY)
    store.seed()
    store.entries.add(new(), NOW)
    store.entries.change(entry, EntryChange(Words("b", 0)), NOW)
    store.undo(NOW)
    store.proposals.memory(TODAY)
    store.journal.connection.set_trace_callback(None)
    reading = [
        statement for statement in asked if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))
    ]
    assert len(reading) > 30
    for statement in reading:
        plan = [row[3] for row in store.journal.query(f"EXPLAIN QUERY PLAN {statement}")]
        wasteful = [
            step
            for step in plan
            if "TEMP B-TREE" in step or re.match(r"SCAN (?!journal|changes|memo|rules)\w+$", step)
        ]
        assert not wasteful, f"{statement}: {plan}"
        # A span that is open at its beginning is as good as everything, unless its first row is all that is asked for.
        open_spans = [step for step in plan if step.endswith("entries_by_day (day<?)")]
        assert not open_spans or "max(day)" in statement, f"{statement}: {plan}"
