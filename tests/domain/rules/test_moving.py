"""How a rule moves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.rules import moving
from mikrohandlinger.domain.rules.model import ANSWERS, ENDINGS, Interval, Rule, Said, Times

TODAY = date(2026, 11, 26)
RULE = Rule("a", 1, "Skemaet", TODAY - timedelta(30), TODAY - timedelta(30))
NOTHING = Words(None, 0)


def test_what_is_not_told_stays_and_what_is_emptied_goes() -> None:
    told = moving.told(
        RULE,
        Said(
            protects=Words("overblik", 1),
            origin="state",
            minutes=Interval(5, 10),
            times=Times(3, "week"),
            people=4,
        ),
    )
    assert (told.protects, told.origin, told.minutes, told.times, told.people, told.masked) == (
        "overblik", "state", (5, 10), 3, 4, 1,
    )  # fmt: skip
    emptied = moving.told(told, Said(protects=NOTHING, origin="", minutes=(), times=(), people=0))
    assert emptied == RULE._replace(masked=1)


def test_what_it_protects_cannot_be_taken_away_while_it_is_wished_away() -> None:
    wished = moving.told(RULE, Said(ask="remove", protects=Words("overblik", 0)))
    with pytest.raises(MikroError):
        moving.told(wished, Said(protects=NOTHING))
    with pytest.raises(MikroError):
        moving.told(RULE, Said(title=NOTHING))


def test_raising_it_again_begins_the_clock_anew_and_keeps_the_earlier_answer() -> None:
    answered = moving.answered(
        moving.raised(RULE, TODAY, None, None), TODAY, Words("senere", 0), "passed-on", None
    )
    again = moving.raised(answered, TODAY + timedelta(1), Words("direktionen", 0), None)
    assert (again.is_waiting, again.raised, again.answer, again.door) == (
        True, TODAY + timedelta(1), "senere", "direktionen",
    )  # fmt: skip


def test_an_answer_says_something() -> None:
    with pytest.raises(MikroError):
        moving.answered(RULE, TODAY, NOTHING, None, None)
    with pytest.raises(MikroError):
        moving.closed(RULE, TODAY, None, None, None)


@given(
    steps=st.lists(
        st.sampled_from([*(f"answer {to}" for to in ANSWERS), *(f"close {to}" for to in ENDINGS), "raise"])
    ),
    days=st.integers(0, 9),
)
def test_it_waits_exactly_while_it_was_raised_last(steps: list[str], days: int) -> None:
    rule = RULE
    for number, step in enumerate(steps):
        day = TODAY + timedelta(number * days)
        what, _, to = step.partition(" ")
        if what == "raise":
            rule = moving.raised(rule, day, None, None)
        elif what == "answer":
            rule = moving.answered(rule, day, NOTHING, to, None)
        else:
            rule = moving.closed(rule, day, to, None, None)
        assert rule.is_waiting == (what == "raise")
        assert rule.is_closed == (rule.status in ENDINGS)
        assert (rule.review_on is None) or rule.review_on >= day or rule.status == "raised"
    assert rule.status == (steps[-1].split()[-1].replace("raise", "raised") if steps else "noticed")


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(day: date, months: int, expected: date) -> None:
    assert moving.months_on(day, months) == expected


def test_what_waits_longest_stands_first_and_what_has_ended_last() -> None:
    def rule(number: int, status: str, raised: int | None = None) -> Rule:
        day = None if raised is None else TODAY - timedelta(raised)
        return RULE._replace(number=number, status=status, raised=day)

    found = moving.in_order(
        [
            rule(1, "kept"),
            rule(2, "noticed"),
            rule(3, "raised", 2),
            rule(4, "raised", 9),
            rule(5, "trying"),
            rule(6, "noticed"),
        ]
    )
    assert [each.number for each in found] == [4, 3, 5, 6, 2, 1]
