"""What was asked of each week goes on holding for it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import ONE_WEEK
from mikrohandlinger.domain.settings import read
from mikrohandlinger.domain.terms import BEGINNING, Agreement, Since, held, of_week

MONDAYS = [date(2026, 11, 2) + number * ONE_WEEK for number in range(8)]
USUAL = read({}).agreement
AGREEMENTS = st.builds(
    lambda goal, days: USUAL._replace(goal=goal, workdays=frozenset(days)),
    st.integers(1, 7),
    st.sampled_from([(1, 2, 3, 4, 5), (1, 2), (1, 2, 3, 4, 5, 6, 7)]),
)


@given(st.lists(st.tuples(st.sampled_from(MONDAYS), AGREEMENTS), min_size=1, max_size=10))
def test_each_week_keeps_what_held_at_its_end(changes: list[tuple[date, Agreement]]) -> None:
    kept: tuple[Since, ...] = ()
    at_the_end: dict[date, Agreement] = {}
    for monday, agreement in sorted(changes, key=lambda change: change[0]):
        kept = held(kept, agreement, monday)
        at_the_end[monday] = agreement
    first, last = min(at_the_end), max(at_the_end)
    holding = next(agreement for monday, agreement in changes if monday == first)
    for monday in [week for week in MONDAYS if week <= last]:
        holding = at_the_end.get(monday, holding)
        if monday >= first:
            assert of_week(kept, monday) == holding


def test_weeks_before_the_first_change_take_the_first_value() -> None:
    kept = held(held((), USUAL, MONDAYS[3]), USUAL._replace(goal=5), MONDAYS[3])
    assert kept == (Since(BEGINNING, USUAL), Since(MONDAYS[3], USUAL._replace(goal=5)))
    assert of_week(kept, MONDAYS[0]).goal == of_week(kept, MONDAYS[2]).goal == 3
    assert of_week(kept, MONDAYS[3]).goal == of_week(kept, MONDAYS[7]).goal == 5


def test_what_a_clock_that_was_ahead_has_kept_does_not_hold_yet() -> None:
    kept = (Since(BEGINNING, USUAL), Since(date(2031, 1, 6), USUAL._replace(goal=5)))
    assert of_week(held(kept, USUAL._replace(goal=5), MONDAYS[1]), MONDAYS[1]).goal == 5
    assert of_week(held(kept, USUAL, MONDAYS[1]), MONDAYS[1]).goal == 3
