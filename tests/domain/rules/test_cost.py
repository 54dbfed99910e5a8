"""What a rule costs in a year."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.rules.cost import IN_A_YEAR, hours_a_year, saved, together
from mikrohandlinger.domain.rules.model import Rule

RULE = Rule("a", 1, "To underskrifter", date(2026, 11, 23), date(2026, 11, 23))


def rule(
    low: int | None,
    high: int | None,
    times: int | None = None,
    per: str | None = None,
    people: int | None = None,
) -> Rule:
    return RULE._replace(minutes_low=low, minutes_high=high, times=times, per=per, people=people)


def test_a_year_is_44_weeks_210_days_and_11_months() -> None:
    assert hours_a_year(rule(5, 10, 3, "week", 12)) == (132.0, 264.0)
    assert hours_a_year(rule(7, 7, 1, "day")) == (24.5, 24.5)
    assert hours_a_year(rule(60, 60, 2, "month")) == (22.0, 22.0)
    assert hours_a_year(rule(60, 120, 1, "year")) == (1.0, 2.0)


def test_nothing_is_worked_out_where_a_part_is_missing() -> None:
    assert hours_a_year(rule(5, 10)) is None
    assert hours_a_year(rule(None, None, 3, "week", 12)) is None
    assert together([RULE, rule(5, 10)]) is None


def test_what_a_change_saves_may_be_less_than_nothing() -> None:
    changed = rule(5, 10, 3, "week", 12)._replace(minutes_after_low=0, minutes_after_high=6)
    assert saved(changed) == (-26.4, 264.0)
    assert saved(RULE) is None


@given(
    low=st.integers(0, 200),
    more=st.integers(0, 200),
    times=st.integers(1, 50),
    per=st.sampled_from(sorted(IN_A_YEAR)),
    people=st.integers(1, 500),
)
def test_it_is_always_an_interval_that_grows_with_each_part(
    low: int, more: int, times: int, per: str, people: int
) -> None:
    found = hours_a_year(rule(low, low + more, times, per, people))
    assert found is not None
    assert 0 <= found.low <= found.high
    twice = hours_a_year(rule(low, low + more, times, per, people * 2))
    assert twice is not None
    assert abs(twice.high - 2 * found.high) <= 0.2
