"""What people write for a day, of the past and still to come."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.when.day import parse_day

from .examples import DAYS, LATEST_MONDAY, NOW, TODAY, WINTER, YESTERDAY, code_of


def test_the_history_may_begin_on_a_day_of_last_year() -> None:
    assert parse_day("24/12", NOW) == date(2025, 12, 24)


@given(st.text(max_size=90))
def test_any_text_is_understood_or_refused_with_a_sentence(text: str) -> None:
    assert code_of(partial(parse_day, now=NOW), text) in {None, "when-unknown", "when-in-future"}
    assert code_of(partial(parse_day, now=NOW, future=True), text) in {None, "when-unknown"}


@given(st.dates(date(2010, 1, 1), date(2100, 1, 1)), st.dates(date(2005, 1, 1), date(2005, 12, 31)))
def test_a_date_without_a_year_is_the_nearest_one_on_the_right_side(today: date, other: date) -> None:
    now = datetime.combine(today, time(12), tzinfo=WINTER)
    text = f"{other.day}/{other.month}"
    past, coming = parse_day(text, now), parse_day(text, now, future=True)
    assert past <= today <= coming
    assert (past.day, past.month) == (coming.day, coming.month) == (other.day, other.month)
    assert coming.year - past.year == (0 if past == today else 1)


@pytest.mark.parametrize(("future", "leap"), [(False, 2024), (True, 2028)])
def test_29_february_is_never_taken_from_a_year_far_away(future: bool, leap: int) -> None:
    with pytest.raises(MikroError, match=f"29/2/{leap}"):
        parse_day("29/2", NOW, future=future)
    assert parse_day("29/2", datetime(2028, 2, 1, 12, tzinfo=WINTER), future=True) == date(2028, 2, 29)
    assert parse_day("29/2", datetime(2028, 3, 1, 12, tzinfo=WINTER)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text", ["20-11/2026", "20.11/2026", "20/11.2026", "2026-11/20", "20/11-26", "1-5/12"]
)
def test_two_different_separators_are_no_date(text: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_day(text, NOW)
    assert refusal.value.code == "when-unknown"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i morgen", date(2026, 11, 26)),
        ("imorgen", date(2026, 11, 26)),
        ("tomorrow", date(2026, 11, 26)),
        ("overmorgen", date(2026, 11, 27)),
        ("the day after tomorrow", date(2026, 11, 27)),
        ("på mandag", date(2026, 11, 30)),
        ("paa mandag", date(2026, 11, 30)),
        ("næste mandag", date(2026, 11, 30)),
        ("naeste mandag", date(2026, 11, 30)),
        ("next monday", date(2026, 11, 30)),
        ("mandag", date(2026, 11, 30)),
        ("onsdag", TODAY),
        ("på onsdag", date(2026, 12, 2)),
        ("20/12", date(2026, 12, 20)),
        ("20.12", date(2026, 12, 20)),
        ("20. december", date(2026, 12, 20)),
        ("25/11", TODAY),
        ("20/11", date(2027, 11, 20)),
        ("om 3 dage", date(2026, 11, 28)),
        ("in 3 days", date(2026, 11, 28)),
        ("om en uge", date(2026, 12, 2)),
        ("i dag", TODAY),
        ("i går", YESTERDAY),
        ("i mandags", LATEST_MONDAY),
        ("3 days ago", date(2026, 11, 22)),
        ("20.11.2026", date(2026, 11, 20)),
        ("2999-12-31", date(2999, 12, 31)),
    ],
)
def test_a_day_of_a_pause_may_still_come(text: str, day: date) -> None:
    assert parse_day(text, NOW, future=True) == day


def test_the_end_of_a_pause_is_the_first_such_day_from_its_beginning() -> None:
    first = parse_day("mandag", NOW, future=True)
    assert parse_day("fredag", NOW, future=True, since=first) == date(2026, 12, 4)
    assert parse_day("5/10", NOW, future=True, since=date(2026, 10, 1)) == date(2026, 10, 5)
    assert parse_day("2/1", NOW, future=True, since=date(2026, 12, 22)) == date(2027, 1, 2)
    assert parse_day("i morgen", NOW, future=True, since=first) == date(2026, 11, 26)


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_of_the_history_has_been(text: str, day: date) -> None:
    assert parse_day(text, NOW) == day


@pytest.mark.parametrize("text", ["i morgen", "på mandag", "om 3 dage", "26/11/2026"])
def test_the_history_has_no_days_to_come(text: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_day(text, NOW)
    assert refusal.value.code == "when-in-future"


@pytest.mark.parametrize("future", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "nu",
        "14:30",
        "i går 14:30",
        "i morges",
        "2026-11-20T14:30",
        "31/11",
        "1999-12-31",
        "9999 weeks ago",
    ],
)
def test_a_day_has_no_time_and_must_exist(text: str, *, future: bool) -> None:
    with pytest.raises(MikroError, match="3 days ago") as refusal:
        parse_day(text, NOW, future=future)
    assert refusal.value.code == "when-unknown"


@pytest.mark.parametrize("text", ["3000-01-01", "9999-12-31", "20/12/9999"])
def test_a_day_a_thousand_years_ahead_is_a_slip(text: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_day(text, NOW, future=True)
    assert refusal.value.code == "when-unknown"
