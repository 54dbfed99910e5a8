"""Which of the lines are meant with an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.processes.choosing import chosen


@pytest.mark.parametrize("typed", ["", "j", "Ja", "y", "yes.", "alle"])
def test_yes_is_all_of_them(typed: str) -> None:
    assert chosen(typed, 3) == (1, 2, 3)


@pytest.mark.parametrize("typed", ["n", "Nej", "no", "ingen"])
def test_no_is_none_of_them(typed: str) -> None:
    assert chosen(typed, 3) == ()


@pytest.mark.parametrize("typed", ["1 3", "1,3", "3, 1", "1 og 3", "1 and 3", "1 1 3"])
def test_numbers_are_those(typed: str) -> None:
    assert chosen(typed, 3) == (1, 3)


@pytest.mark.parametrize("typed", ["0", "4", "måske", "1-3", "-1", "²"])
def test_anything_else_is_asked_again(typed: str) -> None:
    assert chosen(typed, 3) is None


@given(typed=st.text(max_size=12), count=st.integers(1, 9))
def test_no_line_is_meant_that_there_is_not(typed: str, count: int) -> None:
    assert set(chosen(typed, count) or ()) <= set(range(1, count + 1))
