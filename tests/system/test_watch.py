"""Time that passes: real minutes, whatever is done to the clock or the lid."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.system.clock import Clock, Watch

if TYPE_CHECKING:
    import pytest


class Clocks:
    """The clock of the day and the counter of a machine, set by hand."""

    def __init__(self, day: float = 1_000_000.0) -> None:
        self.day, self.counter = day, 500.0

    def watch(self, now: str = "2026-11-23T10:00:00+01:00") -> Watch:
        return Watch(Clock(datetime.fromisoformat(now), given=True), lambda: self.day, lambda: self.counter)

    def pass_(self, day: float, counter: float) -> None:
        self.day += day
        self.counter += counter


def test_the_time_that_a_lid_is_shut_has_passed() -> None:
    clocks = Clocks()
    watch = clocks.watch()
    clocks.pass_(60, 60)
    assert watch.passed() == 60
    clocks.pass_(90, 1)  # the counter stands still meanwhile
    assert watch.passed() == 150


def test_five_hours_later_five_hours_have_passed() -> None:
    clocks = Clocks()
    watch = clocks.watch()
    clocks.pass_(5 * 3_600, 0)
    assert watch.passed() == 5 * 3_600


def test_a_clock_that_is_set_back_takes_nothing_away_and_the_time_goes_on() -> None:
    clocks = Clocks()
    watch = clocks.watch()
    clocks.pass_(120, 120)
    assert watch.passed() == 120
    clocks.pass_(-3_600, 0)
    assert watch.passed() == 120
    clocks.pass_(30, 30)
    assert watch.passed() == 150


def test_the_clock_of_the_day_shows_what_the_meeting_began_with_and_what_has_passed() -> None:
    clocks = Clocks()
    watch = clocks.watch()
    clocks.pass_(600, 600)
    assert watch.now().isoformat() == "2026-11-23T10:10:00+01:00"


def test_over_the_end_of_summer_time_real_minutes_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MIKRO_NOW")
    # 2026-10-25T02:50+02:00; ten minutes later the clocks go back an hour.
    clocks = Clocks(day=datetime.fromisoformat("2026-10-25T02:50:00+02:00").timestamp())
    began = Clock(datetime.fromisoformat("2026-10-25T02:50:00+02:00"), given=False)
    watch = Watch(began, lambda: clocks.day, lambda: clocks.counter)
    clocks.pass_(20 * 60, 20 * 60)
    assert watch.passed() == 20 * 60
    assert watch.now().isoformat() == "2026-10-25T02:10:00+01:00"


@given(steps=st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(0, 1e6)), max_size=20))
def test_time_never_runs_back_and_none_that_the_machine_counted_is_missed(
    steps: list[tuple[float, float]],
) -> None:
    clocks = Clocks()
    watch = clocks.watch()
    before, counted = 0.0, 0.0
    for day, counter in steps:
        clocks.pass_(day, counter)
        counted += counter
        now = watch.passed()
        assert now >= before
        assert now >= counted - 1e-3
        before = now
