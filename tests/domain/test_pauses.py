"""What becomes of pauses when others are added, and what is recorded within them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import Pause, WorkCalendar
from mikrohandlinger.domain.pauses import begins_again, covering, has_a_week_off, joined, overlapping
from mikrohandlinger.domain.when.ranges import Range

MONDAY = date(2026, 11, 23)
DAYS = st.integers(0, 40).map(lambda count: MONDAY + timedelta(days=count))
LENGTHS = st.none() | st.integers(0, 12)


def pause_of(first: date, length: int | None) -> Pause:
    return Pause("", first, None if length is None else first + timedelta(days=length))


RANGES = st.builds(pause_of, DAYS, LENGTHS).map(lambda pause: Range(pause.first, pause.last))
PAUSES = st.lists(st.builds(pause_of, DAYS, LENGTHS), max_size=5)


def covered(*pauses: Pause) -> set[date]:
    days = [MONDAY + timedelta(days=count) for count in range(-5, 80)]
    return {day for day in days if any(pause.covers(day) for pause in pauses)}


@given(PAUSES, RANGES)
def test_pauses_that_become_one_lie_over_the_same_days_as_before(pauses: list[Pause], days: Range) -> None:
    others = overlapping(pauses, days)
    new = Pause("", *days)
    assert {id(pause) for pause in others} == {id(pause) for pause in pauses if covered(pause) & covered(new)}
    if others:
        assert covered(joined(days, others)) == covered(new, *others)
        assert joined(days, others).id == others[0].id


@given(PAUSES, RANGES)
def test_days_are_known_already_where_one_pause_lies_over_all_of_them(
    pauses: list[Pause], days: Range
) -> None:
    over_all = [
        pause
        for pause in pauses
        if covered(Pause("", *days)) <= covered(pause) and (pause.last is None or days.last is not None)
    ]
    assert covering(pauses, days) == (over_all[0] if over_all else None)


def test_work_begins_again_with_the_latest_run_of_days_that_were_recorded() -> None:
    def ago(*days: int) -> list[date]:
        return [MONDAY - timedelta(days=count) for count in days]

    assert begins_again(MONDAY, []) == MONDAY
    assert begins_again(MONDAY, ago(0, 1, 4, 40)) == MONDAY - timedelta(days=4)
    assert begins_again(MONDAY, ago(0, 7, 14, 22)) == MONDAY - timedelta(days=14)


def test_a_plan_waits_only_where_a_whole_week_is_off() -> None:
    def has(first: date, last: date) -> bool:
        pause = Pause("", first, last)
        return has_a_week_off(WorkCalendar(pauses=(pause,)), pause, last + timedelta(days=3))

    assert not has(MONDAY, MONDAY)
    assert not has(MONDAY + timedelta(days=3), MONDAY + timedelta(days=8))
    assert has(MONDAY, MONDAY + timedelta(days=4))
    assert has(MONDAY + timedelta(days=3), MONDAY + timedelta(days=13))
