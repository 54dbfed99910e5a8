"""Habit strength, held against a slow reading of the design and the published figures of Loop."""

from __future__ import annotations

from datetime import date, timedelta
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import ONE_DAY, Pause, WorkCalendar, monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.domain.strength import EVERY_FIVE_DAYS, Target, scores
from mikrohandlinger.domain.weeks import Marks, always, weeks

from .properties import DEAR

TODAY = date(2026, 11, 25)  # a Wednesday
EVERY_DAY = WorkCalendar(workdays=frozenset(range(1, 8)))
DAILY = Target(1, 1)

Done = dict[date, set[str]]


def history_of(done: Done) -> dict[date, Marks]:
    """The marks that these entries leave."""
    found: dict[date, Marks] = {}
    for day, actions in done.items():
        marks = found.get(monday_of(day), Marks())
        bits = {action: marks.of(action) | 1 << day.weekday() for action in actions}
        found[monday_of(day)] = marks._replace(**bits, entries=marks.entries + len(actions))
    return found


def strengths(
    history: dict[date, Marks], calendar: WorkCalendar, today: date, target: Target = EVERY_FIVE_DAYS
) -> dict[str, float]:
    """The strength of each action on ``today``, every week counted from the first."""
    first = min([*history, monday_of(today)])
    counted = weeks(history, always(3, calendar), first, today)
    return {action: score.value for action, score in scores(counted, today, target).items()}


def reference(done: Done, calendar: WorkCalendar, today: date, target: Target, action: str) -> float:
    """Section 5 of the design, read aloud, from the first entry on."""
    num, den = target
    keep = 0.5 ** (sqrt(num / den) / 13)
    if num / den < 1:
        num, den = 2 * num, 2 * den
    day = min(done, default=today)
    working: list[date] = []
    score = 0.0
    while day <= today:
        logged = bool(done.get(day))
        half = calendar.agreed.get((day.month, day.day)) == "half"
        is_workday = day.isoweekday() in calendar.workdays
        available = is_workday and (logged or (calendar.off_reason(day) is None and not half))
        counts = available or action in done.get(day, set())
        if counts and (day < today or logged):
            working.append(day)
            times = sum(action in done.get(each, set()) for each in working[-den:])
            after = score * keep + min(1.0, times / num) * (1 - keep)
            score = max(score, after) if day == today else after
        day += ONE_DAY
    return score


DAYS = st.integers(0, 400).map(lambda back: TODAY - timedelta(back))
DONE = st.dictionaries(DAYS, st.sets(st.sampled_from(ACTIONS), min_size=1), max_size=120)
TARGETS = st.tuples(st.integers(1, 31), st.integers(1, 31)).filter(lambda pair: pair[0] <= pair[1])
CALENDARS = st.builds(
    WorkCalendar,
    workdays=st.sampled_from([frozenset({1, 2, 3, 4, 5}), frozenset({2, 4}), frozenset(range(1, 8))]),
    agreed=st.just({(5, 1): "half", (6, 5): "half", (12, 24): "off", (11, 25): "half"}),
    closed=st.frozensets(DAYS, max_size=8),
    pauses=st.lists(
        st.builds(lambda first, days: Pause("p", first, first + timedelta(days)), DAYS, st.integers(0, 60)),
        max_size=2,
    ).map(tuple),
)


@DEAR
@given(DONE, CALENDARS, TARGETS)
def test_the_strength_is_that_of_the_slow_reading(
    done: Done, calendar: WorkCalendar, target: tuple[int, int]
) -> None:
    found = strengths(history_of(done), calendar, TODAY, Target(*target))
    for action in ACTIONS:
        assert found[action] == pytest.approx(
            reference(done, calendar, TODAY, Target(*target), action), abs=1e-8
        )


def test_twenty_days_in_a_row_give_the_published_figure() -> None:
    done = {TODAY - n * ONE_DAY: {"ask"} for n in range(20)}
    assert strengths(history_of(done), EVERY_DAY, TODAY, DAILY)["ask"] == pytest.approx(0.655747, abs=1e-6)


def test_the_published_figure_is_reached_on_working_days_too() -> None:
    working = [TODAY - n * ONE_DAY for n in range(60) if WorkCalendar().is_working(TODAY - n * ONE_DAY)]
    done = {day: {"ask"} for day in working[:20]}
    assert strengths(history_of(done), WorkCalendar(), TODAY, DAILY)["ask"] == pytest.approx(
        0.655747, abs=1e-6
    )


def test_one_time_in_five_working_days_settles_at_a_full_score() -> None:
    calendar = WorkCalendar()
    done = {monday_of(TODAY) - timedelta(7 * n): {"doubt"} for n in range(400)}
    found = strengths(history_of(done), calendar, TODAY)
    assert found["doubt"] > 0.999
    assert found["ask"] == 0


def test_nothing_yet_is_no_strength() -> None:
    assert strengths({}, WorkCalendar(), TODAY) == dict.fromkeys(ACTIONS, 0.0)


@DEAR
@given(DONE, CALENDARS, TARGETS)
def test_a_strength_lies_between_nothing_and_all(
    done: Done, calendar: WorkCalendar, target: tuple[int, int]
) -> None:
    for value in strengths(history_of(done), calendar, TODAY, Target(*target)).values():
        assert 0 <= value <= 1


@DEAR
@given(DONE, CALENDARS, TARGETS, st.sampled_from(ACTIONS))
def test_the_present_day_never_lowers_a_strength(
    done: Done, calendar: WorkCalendar, target: tuple[int, int], action: str
) -> None:
    until_yesterday = {day: actions for day, actions in done.items() if day < TODAY}
    yesterday = strengths(history_of(until_yesterday), calendar, TODAY - ONE_DAY, Target(*target))
    over = strengths(history_of(until_yesterday), calendar, TODAY, Target(*target))
    with_today = strengths(history_of({**until_yesterday, TODAY: {action}}), calendar, TODAY, Target(*target))
    for each in ACTIONS:
        assert with_today[each] >= over[each]
    assert reference(until_yesterday, calendar, TODAY - ONE_DAY, Target(*target), action) == pytest.approx(
        yesterday[action], abs=1e-8
    )


@DEAR
@given(DONE, CALENDARS, TARGETS, DAYS, st.sampled_from(ACTIONS))
def test_one_more_entry_of_an_action_never_lowers_its_strength_on_a_working_day(
    done: Done, calendar: WorkCalendar, target: tuple[int, int], day: date, action: str
) -> None:
    if not calendar.is_available(day, logged=False):
        return  # such a day counts from its first entry on, and so may ask for more
    before = strengths(history_of(done), calendar, TODAY, Target(*target))
    more = {**done, day: done.get(day, set()) | {action}}
    after = strengths(history_of(more), calendar, TODAY, Target(*target))
    assert after[action] >= before[action] - 1e-12


@DEAR
@given(DONE, CALENDARS)
def test_days_off_leave_a_strength_as_it_is(done: Done, calendar: WorkCalendar) -> None:
    at_work = strengths(history_of(done), calendar, TODAY - ONE_DAY)
    away = calendar._replace(pauses=(*calendar.pauses, Pause("away", TODAY, None)))
    known = {day: actions for day, actions in done.items() if day < TODAY}
    a_month_later = TODAY + timedelta(31)
    yesterday_is_over = strengths(history_of(known), away, a_month_later)
    for action in ACTIONS:
        slow = reference(known, away, a_month_later, Target(), action)
        assert yesterday_is_over[action] == pytest.approx(slow, abs=1e-8)
    if known == done and calendar.is_available(TODAY - ONE_DAY, (TODAY - ONE_DAY) in done):
        assert (TODAY - ONE_DAY not in done) or at_work == pytest.approx(
            strengths(history_of(done), away, TODAY), abs=0.2
        )


def test_a_half_day_without_an_entry_changes_nothing() -> None:
    done = {date(2026, 4, 30): {"ask"}}
    half = WorkCalendar(agreed={(5, 1): "half"})
    monday = date(2026, 5, 4)
    assert strengths(history_of(done), half, monday) == strengths(history_of(done), half, date(2026, 5, 1))
    assert (
        strengths(history_of(done), WorkCalendar(), monday)["ask"]
        != strengths(history_of(done), half, monday)["ask"]
    )
