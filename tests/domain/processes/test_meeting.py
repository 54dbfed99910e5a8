"""The time of a meeting: what is told and when, whatever the clock and the host do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from mikrohandlinger.domain.processes.meeting import Meeting, Notice, begin, schedule
from mikrohandlinger.domain.processes.model import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def step(*parts: int) -> Step:
    return Step(sum(parts), parts, 0, {})


STEPS = st.lists(
    st.lists(st.integers(1, 20), min_size=1, max_size=4).map(lambda parts: step(*parts)),
    min_size=1,
    max_size=6,
).map(tuple)
#: How many seconds pass at a time: a key struck, a look at the watch, a lid that was shut.
PASSING = st.lists(st.floats(0, 20_000), max_size=20)


def told(meeting: Meeting, moments: Iterable[float]) -> Iterator[Notice]:
    for now in moments:
        meeting, notice = meeting.tell(now)
        if notice is not None:
            yield notice


def test_half_time_one_minute_and_the_end_are_told_of_a_step_each_once() -> None:
    notices = list(told(begin((step(12),)), range(2_000)))
    assert [(notice.kind, notice.left) for notice in notices] == [("half", 360), ("minute", 60), ("end", 0)]


def test_what_the_group_does_next_is_told_when_a_part_begins() -> None:
    notices = list(told(begin((step(1, 2, 4, 5),)), range(800)))
    assert [(notice.kind, notice.left / 60, notice.part) for notice in notices] == [
        ("part", 11, 1), ("part", 9, 2), ("half", 6, 2), ("part", 5, 3), ("minute", 1, 3), ("end", 0, 3),
    ]  # fmt: skip


def test_of_a_minute_only_its_end_is_told_and_of_two_the_last_minute() -> None:
    assert [due.kind for due in schedule(step(1))] == ["end"]
    assert [due.kind for due in schedule(step(2))] == ["minute", "end"]


def test_a_lid_shut_for_ninety_seconds_takes_ninety_seconds_and_is_told_in_one_line() -> None:
    meeting, notice = begin((step(4),)).tell(80)
    assert notice is None
    # Half time and the last minute fell due meanwhile.
    meeting, notice = meeting.tell(80 + 115)
    assert notice == Notice("minute", 45, 0)
    assert meeting.tell(80 + 116)[1] is None


def test_five_hours_later_it_is_over_time_at_the_same_step_and_that_is_told_once() -> None:
    meeting, notice = begin((step(3), step(5))).tell(5 * 3_600)
    assert (meeting.at, notice) == (0, Notice("end", 0, 0))
    assert meeting.until_next(5 * 3_600) is None
    assert list(told(meeting, range(18_000, 18_100))) == []


def test_back_begins_the_time_of_the_step_anew_and_leaves_the_meetings_alone() -> None:
    meeting = begin((step(3), step(4), step(5), step(6)))
    for now in (100, 200, 300):
        meeting = meeting.forward(now)
    back = meeting.back(350)
    assert (back.at, back.left(360)) == (2, 5 * 60 - 10)
    again = back.forward(400)
    # The seconds of the meeting are the argument itself: no move changes them.
    assert (again.at, again.left(400)) == (3, 6 * 60)


def test_there_is_nothing_before_the_first_step() -> None:
    assert begin((step(3), step(4))).back(50) == Meeting((step(3), step(4)), 0, 50)


@given(steps=STEPS, passing=PASSING)
def test_no_time_is_ever_negative_and_no_notice_comes_twice(
    steps: tuple[Step, ...], passing: list[float]
) -> None:
    meeting, now, seen = begin(steps), 0.0, []
    for seconds in passing:
        now += seconds
        meeting, notice = meeting.tell(now)
        ahead = meeting.until_next(now)
        assert meeting.left(now) >= 0
        assert ahead is None or ahead > 0
        if notice is not None:
            seen.append((notice.kind, notice.part))
            assert notice.left == meeting.left(now)
    assert len(seen) == len(set(seen))


@given(steps=STEPS, moves=st.lists(st.tuples(st.booleans(), st.floats(0, 1_000)), max_size=20))
def test_every_move_begins_a_step_with_all_of_its_time(
    steps: tuple[Step, ...], moves: list[tuple[bool, float]]
) -> None:
    meeting, now = begin(steps), 0.0
    for goes_on, seconds in moves:
        now += seconds
        after = meeting.forward(now) if goes_on else meeting.back(now)
        assert after.at == (meeting.at + 1 if goes_on else max(0, meeting.at - 1))
        if after.is_over:
            assert after.at == len(steps)
            return
        meeting = after
        assert meeting.left(now) == meeting.step.minutes * 60
        assert meeting.minutes_to_come == sum(each.minutes for each in steps[meeting.at :])


@settings(max_examples=30)
@given(parts=st.lists(st.integers(1, 8), min_size=1, max_size=4))
def test_looked_at_every_second_a_step_tells_all_that_it_has_to_tell(parts: list[int]) -> None:
    one = step(*parts)
    seen = [(notice.kind, notice.part) for notice in told(begin((one,)), range(one.minutes * 60 + 2))]
    assert seen == [(due.kind, due.part) for due in schedule(one)]
    assert seen[-1][0] == "end"
    assert {number for kind, number in seen if kind == "part"} <= set(range(1, len(parts)))
