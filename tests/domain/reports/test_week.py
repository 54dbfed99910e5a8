"""The week as a value: what was recorded in it, counted once."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import WorkCalendar
from mikrohandlinger.domain.catalogue.model import ACTIONS, REACHES, Action, Title, Variation, Wording
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.reports.week import LongRun, WeekRecord, WeekReport, report
from mikrohandlinger.domain.weeks import Streak, WeekStand

MONDAY = date(2026, 11, 23)
NOTHING = Wording("", "", "", "")
RUN = LongRun(
    stand=WeekStand(MONDAY, 0, 3, 5),
    earlier=(),
    streak=Streak(2, 5),
    of_actions={action: Streak(number, number) for number, action in enumerate(ACTIONS)},
    strength={action: number / 10 for number, action in enumerate(ACTIONS)},
    total=57,
)


def variation(identity: str, *signs: str) -> Variation:
    return Variation(
        identity, "ask", 1, 5, "all", "sender", (), (), signs, rules=False, sources=(), da=NOTHING, en=NOTHING
    )


def entry(weekday: int, action: str = "ask", **more: str | None) -> Entry:
    day = MONDAY + timedelta(days=weekday)
    return Entry("id", 1, datetime.fromisoformat(f"{day}T10:00:00+01:00"), day, action, **more)  # type: ignore[arg-type]


def week_of(*entries: Entry, **more: object) -> WeekReport:
    actions = [
        Action(action, number, (), Title("", ""), Title("", "")) for number, action in enumerate(ACTIONS)
    ]
    record = WeekRecord(MONDAY, MONDAY, actions, WorkCalendar(), entries, {}, {}, None, show_streaks=True)
    return report(record._replace(**more), RUN)  # type: ignore[arg-type]


@given(
    done=st.lists(
        st.tuples(st.integers(0, 6), st.sampled_from(ACTIONS), st.sampled_from([*REACHES, None])), max_size=20
    )
)
def test_every_entry_is_counted_once_by_day_by_action_and_by_reach(
    done: list[tuple[int, str, str | None]],
) -> None:
    found = week_of(*(entry(weekday, action, reach=reach) for weekday, action, reach in done))
    assert [cell.entries for cell in found.days] == [
        sum(weekday == index for weekday, _action, _reach in done) for index in range(7)
    ]
    assert [row.in_all for row in found.actions] == [
        sum(action == name for _day, action, _reach in done) for name in ACTIONS
    ]
    assert Counter(found.reach) == Counter(reach or "unset" for _day, _action, reach in done)


def test_a_sign_is_practised_by_each_entry_that_did_what_was_proposed() -> None:
    practised = {"ask-a": variation("ask-a", "wonder", "ask-help"), "ask-b": variation("ask-b", "wonder")}
    done = (
        entry(0, variation="ask-a"),
        entry(0, variation="ask-a"),
        entry(1, variation="ask-b"),
        entry(2),
        entry(3, variation="ask-gone"),
    )
    assert {sign: count for sign, count in week_of(*done, practised=practised).signs.items() if count} == {
        "wonder": 3,
        "ask-help": 2,
    }


def test_the_longer_run_is_told_as_it_was_counted() -> None:
    found = week_of()
    assert (found.streak, found.total, found.stand) == (RUN.streak, RUN.total, RUN.stand)
    assert [row.streak.now for row in found.actions] == [0, 1, 2]
    assert [row.strength for row in found.actions] == [0.0, 0.1, 0.2]


@pytest.mark.parametrize(
    ("days", "plan_used", "done", "asks"),
    [(0, None, False, False), (0, None, True, True), (4, None, False, True), (4, "no", True, False)],
)
def test_a_plan_is_asked_about_once_the_week_is_under_way(
    days: int, plan_used: str | None, done: bool, asks: bool
) -> None:
    entries = [entry(0)] if done else []
    today = MONDAY + timedelta(days=days)
    assert week_of(*entries, today=today, plan="Når …, så …", plan_used=plan_used).asks_for_plan is asks
    assert not week_of(*entries, today=today).asks_for_plan
