"""What people write for a week."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.when.week import parse_week

from .examples import TODAY, code_of


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        (None, date(2026, 11, 23)),
        ("this", date(2026, 11, 23)),
        ("denne", date(2026, 11, 23)),
        ("Denne uge", date(2026, 11, 23)),
        ("last", date(2026, 11, 16)),
        ("last week", date(2026, 11, 16)),
        ("sidste", date(2026, 11, 16)),
        ("sidste uge", date(2026, 11, 16)),
        ("next", date(2026, 11, 30)),
        ("næste", date(2026, 11, 30)),
        ("naeste uge", date(2026, 11, 30)),
        ("47", date(2026, 11, 16)),
        ("uge 47", date(2026, 11, 16)),
        ("Uge47", date(2026, 11, 16)),
        ("week 47", date(2026, 11, 16)),
        ("W47", date(2026, 11, 16)),
        ("1", date(2025, 12, 29)),
        ("01", date(2025, 12, 29)),
        ("53", date(2026, 12, 28)),
        ("2026-W47", date(2026, 11, 16)),
        ("2026-w47", date(2026, 11, 16)),
        ("2026W47", date(2026, 11, 16)),
        ("2026-47", date(2026, 11, 16)),
        ("2020-W53", date(2020, 12, 28)),
        ("2027-W01", date(2027, 1, 4)),
        ("uge 47 2026", date(2026, 11, 16)),
        ("uge 2, 2027", date(2027, 1, 11)),
        ("48", date(2026, 11, 23)),
        ("49", date(2025, 12, 1)),
    ],
)
def test_a_week_is_understood(text: str | None, monday: date) -> None:
    assert parse_week(text, TODAY) == monday


@pytest.mark.parametrize(
    ("today", "text", "monday"),
    [
        (date(2027, 1, 1), None, date(2026, 12, 28)),  # Friday of week 53 of 2026
        (date(2027, 1, 1), "1", date(2025, 12, 29)),  # still the ISO year 2026
        (date(2027, 1, 1), "next", date(2027, 1, 4)),
        (date(2027, 1, 4), "52", date(2026, 12, 21)),
        (date(2026, 1, 5), "52", date(2025, 12, 22)),
        (date(2025, 12, 30), "52", date(2025, 12, 22)),
        (date(2027, 1, 4), "53", date(2026, 12, 28)),  # 2027 has 52 weeks, 2026 had 53
        (date(2027, 1, 4), "last", date(2026, 12, 28)),
        (date(2025, 12, 29), "52", date(2025, 12, 22)),  # already the ISO year 2026
    ],
)
def test_years_turn_in_weeks(today: date, text: str | None, monday: date) -> None:
    assert parse_week(text, today) == monday


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "54",
        "99",
        "100",
        "-1",
        "uge",
        "uge 0",
        "2025-W53",
        "202647",
        "2026 47",
        "2026-W54",
        "2026-W00",
        "1999-W47",
        "9999-W52",
        "2026-7",
        "2026-W",
        "26-W47",
        "2026-11-20",
        "i går",
        "47 48",
        "uge 47 måske",
    ],
)
def test_no_week_is_refused_with_the_forms_that_work(text: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_week(text, TODAY)
    assert refusal.value.code == "week-unknown"
    assert "47, 2026-W47" in str(refusal.value)


def test_week_53_is_refused_where_neither_this_year_nor_the_last_has_it() -> None:
    with pytest.raises(MikroError, match="2025 has no week 53"):
        parse_week("53", date(2025, 6, 1))


@given(st.dates(date(2000, 1, 3), date(2999, 12, 20)))
def test_every_week_is_read_back(day: date) -> None:
    iso = day.isocalendar()
    monday = day - timedelta(days=iso.weekday - 1)
    for text in (f"{iso.year}-W{iso.week:02}", f"{iso.year}W{iso.week:02}", f"{iso.year}-{iso.week:02}"):
        assert parse_week(text, TODAY) == monday
    assert parse_week(str(iso.week), day) == parse_week(None, day) == monday


@given(st.dates(date(2001, 1, 1), date(2999, 12, 20)), st.integers(1, 52))
def test_a_bare_number_is_the_latest_such_week_that_has_begun(today: date, number: int) -> None:
    monday = parse_week(str(number), today)
    assert monday.isocalendar()[1:] == (number, 1)
    assert monday <= today
    assert (today - monday).days < 53 * 7


@given(st.text(max_size=90))
def test_any_text_is_understood_or_refused_with_a_sentence(text: str) -> None:
    assert code_of(partial(parse_week, today=TODAY), text) in {None, "week-unknown"}
