"""How things stood on a Monday long past: going on from there gives what counting from the beginning gives."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK, Holiday, Pause, WorkCalendar
from mikrohandlinger.domain.past import Past, past, terms_before
from mikrohandlinger.domain.reports.week import long_run
from mikrohandlinger.domain.settings import read
from mikrohandlinger.domain.strength import Target, scores
from mikrohandlinger.domain.terms import BEGINNING, Since
from mikrohandlinger.domain.weeks import EARLIER_WEEKS, Marks, Terms, always, streaks, weeks

from .properties import DEAR

if TYPE_CHECKING:
    from mikrohandlinger.domain.weeks import TermsOf

FIRST = date(2026, 9, 28)
MONDAYS = [FIRST + count * ONE_WEEK for count in range(26)]
LAST = MONDAYS[-1] + 6 * ONE_DAY

BITS = st.integers(0, 127) | st.sampled_from([0, 0, 31, 3])
MARKS = st.builds(
    lambda ask, doubt, feedback: Marks(
        ask, doubt, feedback, ask.bit_count() + doubt.bit_count() + feedback.bit_count()
    ),
    BITS,
    BITS,
    BITS,
)
HISTORIES = st.dictionaries(st.sampled_from(MONDAYS), MARKS)
SPAN = st.dates(FIRST, LAST)
CALENDARS = st.builds(
    WorkCalendar,
    workdays=st.sampled_from([frozenset({1, 2, 3, 4, 5}), frozenset({1, 2}), frozenset(range(1, 8))]),
    agreed=st.just({(12, 24): "off", (12, 31): "half", (10, 5): "half"}),
    closed=st.frozensets(SPAN, max_size=6),
    pauses=st.lists(
        st.builds(lambda first, days: Pause("p", first, first + timedelta(days)), SPAN, st.integers(0, 60)),
        max_size=2,
    ).map(tuple),
)
#: The terms may change from one week to the next.
TERMS = st.lists(st.builds(Terms, st.integers(1, 7), CALENDARS), min_size=1, max_size=4)
TARGETS = st.sampled_from([Target(), Target(1, 3), Target(2, 7), Target(3, 3), Target(1, 31)])


def lookup(terms: list[Terms]) -> TermsOf:
    """Another one of the terms every third week."""
    return lambda monday: terms[(monday - FIRST).days // 21 % len(terms)]


@DEAR
@given(HISTORIES, TERMS, TARGETS, st.lists(st.sampled_from(MONDAYS[1:]), max_size=3), SPAN)
def test_going_on_from_any_monday_gives_what_counting_from_the_first_entry_gives(
    history: dict[date, Marks], terms: list[Terms], target: Target, stops: list[date], today: date
) -> None:
    terms_of = lookup(terms)
    everything = weeks(history, terms_of, FIRST, today)
    kept: Past | None = None
    monday = FIRST
    for stop in sorted({stop for stop in stops if stop <= today}):
        kept = past(weeks(history, terms_of, monday, stop - ONE_DAY), target, kept)
        monday = stop
    since = weeks(history, terms_of, monday, today)
    if kept is not None:
        assert kept.monday == monday
        assert streaks(since, today, kept.streaks) == streaks(everything, today)
        assert scores(since, today, target, kept.scores) == scores(everything, today, target)
        assert kept.entries == sum(marks.entries for week, marks in history.items() if week < kept.monday)


@DEAR
@given(HISTORIES, TERMS, TARGETS, st.integers(1, 20), st.integers(0, 30))
def test_a_week_says_the_same_whether_its_past_is_kept_or_counted_anew(
    history: dict[date, Marks], terms: list[Terms], target: Target, stop: int, days_ago: int
) -> None:
    monday, terms_of = MONDAYS[min(stop + EARLIER_WEEKS, 25)], lookup(terms)
    today = monday + timedelta(days_ago)
    kept = past(weeks(history, terms_of, FIRST, MONDAYS[stop] - ONE_DAY), target)
    since = {week: marks for week, marks in history.items() if week >= kept.monday}
    anew = long_run(monday, today, {FIRST: Marks(), **history}, terms_of, target)
    assert long_run(monday, today, since, terms_of, target, kept) == anew


def test_what_is_kept_of_two_years_tells_their_rows_and_no_unfinished_week() -> None:
    history = {monday: Marks(ask=0b111, entries=3) for monday in MONDAYS[:5]}
    counted = weeks(history, always(3, WorkCalendar()), FIRST, MONDAYS[6] + 6 * ONE_DAY)
    kept = past(counted, Target())
    assert kept.monday == MONDAYS[7]
    assert kept.entries == 15
    assert kept.streaks.of_goal == (0, 5), "both weeks after them are over, without an entry"
    assert kept.streaks.of_actions == {"ask": (0, 5), "doubt": (0, 0), "feedback": (0, 0)}
    assert 0 < kept.scores["ask"].value < 1
    assert kept.scores["doubt"].value == 0


STOP = MONDAYS[10]
AT_WORK = WorkCalendar()
USUAL = read({}).agreement
ALWAYS = Since(BEGINNING, USUAL)


@pytest.mark.parametrize(
    ("agreements", "calendar", "target"),
    [
        ((Since(BEGINNING, USUAL._replace(goal=4)),), AT_WORK, Target()),
        ((ALWAYS, Since(STOP - ONE_WEEK, USUAL._replace(goal=4))), AT_WORK, Target()),
        ((ALWAYS,), AT_WORK, Target(1, 3)),
        ((Since(BEGINNING, USUAL._replace(workdays=frozenset({1, 2}))),), AT_WORK, Target()),
        ((Since(BEGINNING, USUAL._replace(first_of_may="off")),), AT_WORK, Target()),
        ((ALWAYS,), AT_WORK._replace(holidays={STOP - ONE_DAY: Holiday("a", "b")}), Target()),
        ((ALWAYS,), AT_WORK._replace(closed=frozenset({STOP - ONE_DAY})), Target()),
        ((ALWAYS,), AT_WORK._replace(pauses=(Pause("a", STOP - ONE_DAY, None),)), Target()),
    ],
)
def test_what_was_counted_on_other_terms_is_known_by_them(
    agreements: tuple[Since, ...], calendar: WorkCalendar, target: Target
) -> None:
    assert terms_before(STOP, agreements, calendar, target) != terms_before(
        STOP, (ALWAYS,), AT_WORK, Target()
    )


def test_terms_that_hold_from_it_on_leave_what_was_counted_as_it_is() -> None:
    later = Since(STOP, USUAL._replace(goal=5))
    assert terms_before(STOP, (ALWAYS, later), AT_WORK, Target()) == terms_before(
        STOP, (ALWAYS,), AT_WORK, Target()
    )


@given(CALENDARS, st.sampled_from(MONDAYS), st.dates(LAST, date(2028, 1, 1)))
def test_days_off_after_it_leave_what_was_counted_as_it_is(
    calendar: WorkCalendar, monday: date, later: date
) -> None:
    more = calendar._replace(
        closed=calendar.closed | {later},
        holidays={**calendar.holidays, later: Holiday("a", "b")},
        pauses=(Pause("b", later, None), *calendar.pauses),
    )
    assert terms_before(monday, (ALWAYS,), more, Target()) == terms_before(
        monday, (ALWAYS,), calendar, Target()
    )


def test_a_pause_that_ends_later_than_was_thought_counts_up_to_the_monday() -> None:
    def until(last: date | None) -> str:
        return terms_before(STOP, (ALWAYS,), WorkCalendar(pauses=(Pause("a", MONDAYS[8], last),)), Target())

    assert until(None) == until(STOP) == until(STOP + ONE_WEEK)
    assert until(STOP - ONE_DAY) != until(STOP - 2 * ONE_DAY)
