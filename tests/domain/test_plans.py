"""Which plan holds on a day, held against section 5 of the design read aloud."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import ONE_WEEK, monday_of
from mikrohandlinger.domain.plans import Made, holding_on

FIRST = date(2026, 11, 2)
DAYS = st.integers(0, 41).map(lambda number: FIRST + timedelta(number))
MONDAYS = [FIRST + number * ONE_WEEK for number in range(6)]
PLANS = st.dictionaries(DAYS, st.sampled_from(["set one", "set two", None]), max_size=4)
DECIDED = st.dictionaries(
    st.sampled_from(MONDAYS), st.sampled_from(["decided one", "decided two"]), max_size=4
)
AVAILABLE = st.fixed_dictionaries(
    {monday: st.sampled_from([0, 0, 0b11, 0b10000, 0b11111]) for monday in MONDAYS}
)


def found(
    day: date, plans: dict[date, str | None], decided: dict[date, str], available: dict[date, int]
) -> str | None:
    """The plan of the day, asked for as a use case does."""
    monday = monday_of(day)
    here = max((made for made in plans if monday <= made <= day), default=None)
    earlier = max((made for made in plans if made < monday), default=None)
    looked_back = max((week for week in decided if week < monday), default=None)
    return holding_on(
        day,
        Made(here, plans[here]) if here else None,
        Made(earlier, plans[earlier]) if earlier else None,
        Made(looked_back, decided[looked_back]) if looked_back else None,
        lambda week: available.get(week, 0b11111),
    )


def reference(
    day: date, plans: dict[date, str | None], decided: dict[date, str], available: dict[date, int]
) -> str | None:
    """Every plan in turn, and the weeks that it holds in."""

    def next_week(monday: date) -> date:
        monday += ONE_WEEK
        while not available.get(monday, 0b11111):
            monday += ONE_WEEK
        return monday

    monday = monday_of(day)
    of_week = [made for made in sorted(plans) if monday <= made <= day]
    if of_week:
        return plans[of_week[-1]]
    carried = None
    for made in sorted(plans):
        week = monday_of(made)
        is_last = not any(made < other and monday_of(other) == week for other in plans)
        left = any(available[week] & 1 << index for index in range(made.weekday(), 7))
        if is_last and not left and week < monday and next_week(week) == monday:
            carried = plans[made]
    if carried is not None and max(made for made in plans if made < monday) in [
        made for made in plans if plans[made] == carried
    ]:
        return carried
    holding = [text for week, text in sorted(decided.items()) if week < monday and next_week(week) == monday]
    return holding[-1] if holding else None


@given(DAYS, PLANS, DECIDED, AVAILABLE)
def test_the_plan_is_that_of_the_slow_reading(
    day: date, plans: dict[date, str | None], decided: dict[date, str], available: dict[date, int]
) -> None:
    assert found(day, plans, decided, available) == reference(day, plans, decided, available)


def test_a_plan_decided_before_the_holidays_waits_until_the_first_week_back() -> None:
    available = {FIRST + ONE_WEEK: 0, FIRST + 2 * ONE_WEEK: 0}
    decided = {FIRST: "When I am back, I ask"}
    assert found(FIRST + ONE_WEEK, {}, decided, available) is None
    assert found(FIRST + 2 * ONE_WEEK, {}, decided, available) is None
    assert found(FIRST + 3 * ONE_WEEK, {}, decided, available) == "When I am back, I ask"
    assert found(FIRST + 4 * ONE_WEEK, {}, decided, available) is None


def test_a_plan_set_on_a_free_day_goes_before_that_of_the_retrospective() -> None:
    saturday = FIRST + timedelta(5)
    decided = {FIRST: "from the retrospective"}
    assert found(saturday, {saturday: "set on Saturday"}, decided, {}) == "set on Saturday"
    assert (
        found(FIRST + ONE_WEEK, {saturday: "set on Saturday"}, decided, {FIRST: 0b11111}) == "set on Saturday"
    )


def test_no_plan_today_is_none_of_the_retrospective_either() -> None:
    tuesday = FIRST + timedelta(8)
    decided = {FIRST: "from the retrospective"}
    assert found(tuesday - timedelta(1), {tuesday: None}, decided, {}) == "from the retrospective"
    assert found(tuesday, {tuesday: None}, decided, {}) is None
    assert found(FIRST + 2 * ONE_WEEK, {tuesday: None}, {**decided, FIRST + ONE_WEEK: "next"}, {}) == "next"
