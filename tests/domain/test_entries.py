"""Entries, and the marks that a week leaves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.domain.weeks import Marks

BITS = st.integers(0, 127)


@given(BITS, BITS, BITS, st.integers(0, 99))
def test_the_days_of_a_week_are_those_of_its_actions(
    ask: int, doubt: int, feedback: int, entries: int
) -> None:
    marks = Marks(ask, doubt, feedback, entries)
    assert [marks.of(action) for action in ACTIONS] == [ask, doubt, feedback]
    for day in range(7):
        logged = any(bits >> day & 1 for bits in (ask, doubt, feedback))
        assert bool(marks.days >> day & 1) is logged
