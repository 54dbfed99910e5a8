"""Minutes, how often and how many, as people write them."""

from __future__ import annotations

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.rules.model import Interval, Per, Times
from mikrohandlinger.domain.rules.reading import parse_cost, parse_minutes, parse_people, parse_times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-10", (5, 10)),
        ("10-5", (5, 10)),
        ("7", (7, 7)),
        ("5–10 minutter", (5, 10)),
        ("5 til 10", (5, 10)),
        ("0-2", (0, 2)),
        ("0", (0, 0)),
        ("90 min.", (90, 90)),
    ],
)
def test_minutes_are_always_an_interval(text: str, expected: tuple[int, int]) -> None:
    assert parse_minutes(text) == Interval(*expected)


@pytest.mark.parametrize("text", ["1,5", "1.5", "90-", "-5", "", "lidt", "5-10-15", "1441", "99999999"])
def test_what_are_no_whole_minutes_is_refused(text: str) -> None:
    with pytest.raises(MikroError):
        parse_minutes(text)


def test_a_rule_that_takes_no_time_costs_nothing_to_keep() -> None:
    with pytest.raises(MikroError):
        parse_cost("0")
    assert parse_cost("0-5") == Interval(0, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3/week", (3, "week")),
        ("3/uge", (3, "week")),
        ("2/måned", (2, "month")),
        ("2/maaned", (2, "month")),
        ("1/dag", (1, "day")),
        ("4/år", (4, "year")),
        ("3 gange om ugen", (3, "week")),
        ("2 times a month", (2, "month")),
        ("1 pr. dag", (1, "day")),
    ],
)
def test_how_often_is_understood_in_both_languages(text: str, expected: tuple[int, Per]) -> None:
    assert parse_times(text) == Times(*expected)


@pytest.mark.parametrize("text", ["0/week", "0/uge", "3", "week", "3/hour", "1,5/uge", "-1/uge", ""])
def test_what_does_not_say_how_often_is_refused(text: str) -> None:
    with pytest.raises(MikroError):
        parse_times(text)


@pytest.mark.parametrize(("text", "expected"), [("12", 12), ("12 personer", 12), ("1", 1)])
def test_people_are_counted_from_one_up(text: str, expected: int) -> None:
    assert parse_people(text) == expected


@pytest.mark.parametrize("text", ["0", "-3", "tolv", "1,5", ""])
def test_what_counts_nobody_is_refused(text: str) -> None:
    with pytest.raises(MikroError):
        parse_people(text)
