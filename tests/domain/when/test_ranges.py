"""What people write for a range of days: for days off, and for what the history is to show."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.when.ranges import (
    A_QUARTER,
    HALF_A_YEAR,
    Range,
    parse_bounds,
    parse_pause,
    parse_return,
)

from .examples import NOW, TODAY, WINTER, YESTERDAY, code_of

CHRISTMAS = Range(date(2026, 12, 20), date(2027, 1, 2))
SUMMER = Range(date(2027, 7, 19), date(2027, 8, 8))


def one(day: date) -> Range:
    return Range(day, day)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("i dag", one(TODAY)),
        ("fra i dag", one(TODAY)),
        ("12/12", one(date(2026, 12, 12))),
        ("onsdag", one(TODAY)),
        ("mandag", one(date(2026, 11, 30))),
        ("om 3 dage", one(date(2026, 11, 28))),
        ("i går i dag", Range(YESTERDAY, TODAY)),
        ("i dag i dag", one(TODAY)),
        ("tomorrow until next friday", Range(date(2026, 11, 26), date(2026, 11, 27))),
        ("20/12 2/1", CHRISTMAS),
        ("20/12 - 2/1", CHRISTMAS),
        ("20/12-2/1", CHRISTMAS),
        ("20-12 2-1", CHRISTMAS),
        ("20. december 2. januar", CHRISTMAS),
        ("fra 20. december til og med 2. januar", CHRISTMAS),
        ("from 2026-12-20 to 2027-01-02", CHRISTMAS),
        ("16/11 18/11", Range(date(2026, 11, 16), date(2026, 11, 18))),
        ("1-5/12", Range(date(2026, 12, 1), date(2026, 12, 5))),
        ("1.-5. december", Range(date(2026, 12, 1), date(2026, 12, 5))),
        ("1. til 5. december", Range(date(2026, 12, 1), date(2026, 12, 5))),
        ("1-5/12-2026", Range(date(2026, 12, 1), date(2026, 12, 5))),
        ("uge 29-31", SUMMER),
        ("uge 29–31", SUMMER),
        ("uge 29 til 31", SUMMER),
        ("weeks 29 to 31", SUMMER),
        ("uge 29-31 2027", SUMMER),
        ("fra uge 29 til uge 31", SUMMER),
        ("2027-W29 2027-W31", SUMMER),
        ("uge 7", Range(date(2027, 2, 15), date(2027, 2, 21))),
        ("uge 51-2", Range(date(2026, 12, 14), date(2027, 1, 17))),
        ("næste uge", Range(date(2026, 11, 30), date(2026, 12, 6))),
        ("next week", Range(date(2026, 11, 30), date(2026, 12, 6))),
        ("hele næste uge", Range(date(2026, 11, 30), date(2026, 12, 6))),
        ("sidste uge", Range(date(2026, 11, 16), date(2026, 11, 22))),
        ("denne uge", Range(date(2026, 11, 23), date(2026, 11, 29))),
        ("resten af ugen", Range(TODAY, date(2026, 11, 29))),
        ("weekenden", Range(date(2026, 11, 28), date(2026, 11, 29))),
        ("november", Range(date(2026, 11, 1), date(2026, 11, 30))),
        ("oktober", Range(date(2026, 10, 1), date(2026, 10, 31))),
        ("juli", Range(date(2027, 7, 1), date(2027, 7, 31))),
        ("februar 2028", Range(date(2028, 2, 1), date(2028, 2, 29))),
        ("juli til august", Range(date(2027, 7, 1), date(2027, 8, 31))),
        ("næste måned", Range(date(2026, 12, 1), date(2026, 12, 31))),
        ("last month", Range(date(2026, 10, 1), date(2026, 10, 31))),
        ("1 dag", one(TODAY)),
        ("5 uger", Range(TODAY, date(2026, 12, 29))),
        ("two weeks", Range(TODAY, date(2026, 12, 8))),
        ("14 dage", Range(TODAY, date(2026, 12, 8))),
        ("en måned", Range(TODAY, date(2026, 12, 24))),
        ("5 uger fra 12/1", Range(date(2027, 1, 12), date(2027, 2, 15))),
        ("fra mandag i 3 dage", Range(date(2026, 11, 30), date(2026, 12, 2))),
        ("12/1 i går", Range(date(2026, 1, 12), YESTERDAY)),
        ("1/6 2026-08-01", Range(date(2026, 6, 1), date(2026, 8, 1))),
        ("1/1 30/9", Range(date(2027, 1, 1), date(2027, 9, 30))),
        ("3000", None),
        ("uge 29", Range(date(2027, 7, 19), date(2027, 7, 25))),
        ("uge 53", Range(date(2026, 12, 28), date(2027, 1, 3))),
    ],
)
def test_days_off_are_understood_however_the_shell_has_cut_them(words: str, days: Range | None) -> None:
    if days is None:
        assert code_of(lambda text: parse_pause([text], NOW), words) == "when-unknown"
        return
    assert parse_pause([words], NOW) == days
    assert parse_pause(words.split(), NOW) == days
    assert parse_pause([words.upper()], NOW) == days
    assert parse_pause([words.replace("æ", "ae").replace("å", "aa")], NOW) == days


def test_two_days_in_quotation_marks_are_its_beginning_and_its_end() -> None:
    assert parse_pause(["20. december", "2. januar"], NOW) == CHRISTMAS
    assert parse_pause(["i går", "i går"], NOW) == one(YESTERDAY)
    assert parse_pause(["12/1", "5 uger"], NOW) == Range(date(2027, 1, 12), date(2027, 2, 15))


def test_a_day_without_a_year_is_the_next_one_or_one_of_the_last_quarter() -> None:
    for back in range(-A_QUARTER.days, HALF_A_YEAR.days):
        day = TODAY + timedelta(days=back)
        assert parse_pause([f"{day.day}/{day.month}"], NOW) == one(day)


def test_a_summer_that_is_planned_in_november_is_the_next_one() -> None:
    assert parse_pause(["20/7"], NOW) == one(date(2027, 7, 20))


@pytest.mark.parametrize("words", [["20/12", "18/12"], ["20/12 18/12"], ["2026-12-20", "2026-12-18"]])
def test_a_range_that_runs_backwards_is_named_with_both_its_days(words: list[str]) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_pause(words, NOW)
    assert refusal.value.code == "pause-backwards"
    assert refusal.value.values == {"first": date(2026, 12, 20), "last": date(2026, 12, 18)}


@pytest.mark.parametrize(
    "words",
    [
        "", "engang", "i dag engang", "1/2 3/4 5/6", "fra", "til", "fra til", "uge", "uge 54", "3-1/12", "5-5/12",
        "20-11/2026", "20/11-26", "29/2", "sommerferie", "0 dage", "999 måneder siden", "mange uger", "uge 30 9999",
    ],
)  # fmt: skip
def test_what_is_no_range_is_refused(words: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_pause(words.split(), NOW)
    assert refusal.value.code == "when-unknown"


@given(st.lists(st.text(max_size=20), max_size=4))
def test_any_words_are_understood_or_refused_with_a_sentence(words: list[str]) -> None:
    assert code_of(lambda _: parse_pause(words, NOW), "") in {None, "when-unknown", "pause-backwards"}


_VOCABULARY = (
    "fra til og med uge uger week 29 29-31 1-5/12 20/12 2/1 - i dag går mandag friday last næste november 2027 "
    "2026-11-20 5 en måned resten af ugen sidste 53 hele 20. december 9999"
)
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(_WORDS, max_size=6))
def test_what_is_understood_of_a_pause_runs_forwards(words: list[str]) -> None:
    try:
        days = parse_pause(words, NOW)
    except MikroError:
        return
    assert days.last is not None
    assert date(2000, 1, 1) <= days.first <= days.last < date(3000, 1, 1)


@given(st.one_of(st.none(), _WORDS), st.one_of(st.none(), _WORDS))
def test_what_is_understood_of_a_history_runs_forwards(first: str | None, last: str | None) -> None:
    if code_of(lambda _: parse_bounds(first, last, NOW), "") in {"when-unknown", "range-backwards"}:
        return
    begin, end = parse_bounds(first, last, NOW)
    assert (begin is None) == (first is None)
    assert begin is None or end is None or begin <= end


@given(st.dates(date(2010, 1, 1), date(2100, 1, 1)), st.integers(0, 182))
def test_a_range_over_the_new_year_is_read_back_without_years(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    if (2, 29) in {(first.month, first.day), (last.month, last.day)}:
        return
    now = datetime.combine(first, time(12), tzinfo=WINTER)
    begin, end = f"{first.day}/{first.month}", f"{last.day}/{last.month}"
    assert parse_pause([begin, end], now) == Range(first, last)
    assert parse_bounds(begin, end, now) == (first, last)


@given(st.dates(date(2010, 1, 4), date(2100, 1, 1)), st.integers(1, 20))
def test_whole_weeks_are_read_back(day: date, count: int) -> None:
    monday = day - timedelta(days=day.weekday())
    last = monday + timedelta(weeks=count)
    first_week, last_week = monday.isocalendar().week, last.isocalendar().week
    now = datetime.combine(monday, time(12), tzinfo=WINTER)
    if 53 in (first_week, last_week):
        return
    expected = Range(monday, last + timedelta(days=6))
    assert parse_pause([f"uge {first_week}-{last_week}"], now) == expected


FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=WINTER)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("1/11", "30/11", (date(2026, 11, 1), date(2026, 11, 30))),
        ("mandag", "søndag", (date(2026, 11, 23), date(2026, 11, 29))),
        ("2026-11-01", "2026-12-31", (date(2026, 11, 1), date(2026, 12, 31))),
        ("1/1", "31/12", (date(2026, 1, 1), date(2026, 12, 31))),
        ("1/3", "30/11", (date(2026, 3, 1), date(2026, 11, 30))),
        ("1/12", "31/12", (date(2025, 12, 1), date(2025, 12, 31))),
        ("sidste uge", None, (date(2026, 11, 16), None)),
        ("sidste uge", "sidste uge", (date(2026, 11, 16), date(2026, 11, 22))),
        ("november", None, (date(2026, 11, 1), None)),
        ("november", "november", (date(2026, 11, 1), date(2026, 11, 30))),
        ("juli", "august", (date(2026, 7, 1), date(2026, 8, 31))),
        ("uge 29-31", None, (date(2026, 7, 13), date(2026, 8, 2))),
        ("uge 45", "uge 47", (date(2026, 11, 2), date(2026, 11, 22))),
        ("fra 1/11 til 15/11", None, (date(2026, 11, 1), date(2026, 11, 15))),
        ("2025", None, (date(2025, 1, 1), None)),
        ("i går", "i morgen", (date(2026, 11, 26), date(2026, 11, 28))),
        (None, "30/11", (None, date(2026, 11, 30))),
        (None, "sidste uge", (None, date(2026, 11, 22))),
        (None, "mandag", (None, date(2026, 11, 23))),
        (None, None, (None, None)),
    ],
)
def test_a_history_reads_its_end_from_its_beginning_and_may_lie_ahead(
    first: str | None, last: str | None, days: tuple[date | None, date | None]
) -> None:
    assert parse_bounds(first, last, FRIDAY) == days


@pytest.mark.parametrize(
    ("first", "last"),
    [("23/11", "20/11"), ("2026-11-05", "2026-11-01"), ("i går", "i forgårs"), ("i går", "2025-01-01"), ("1/11", "30/10")],
)  # fmt: skip
def test_a_history_that_runs_backwards_is_named(first: str, last: str) -> None:
    with pytest.raises(MikroError, match="lies before the beginning") as refusal:
        parse_bounds(first, last, FRIDAY)
    assert refusal.value.code == "range-backwards"


def test_a_history_from_something_unknown_is_refused_with_what_works() -> None:
    for first, last in (("banana", None), (None, "banana"), ("banana", "20/11"), ("20/11", "banana")):
        with pytest.raises(MikroError, match="week 47") as refusal:
            parse_bounds(first, last, FRIDAY)
        assert "banana" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22/2", date(2027, 2, 22)),
        ("mandag", date(2027, 3, 1)),
        ("på mandag", date(2027, 3, 8)),
        ("i går", date(2027, 3, 1)),
        ("8/3", date(2027, 3, 8)),
        ("12/1", date(2027, 1, 12)),
        ("2/1", date(2027, 1, 2)),  # before the pause: refused by whoever asks
        ("lørdag", date(2027, 2, 27)),
    ],
)
def test_the_day_of_a_return_is_the_last_such_day_in_the_pause_or_the_nearest(text: str, day: date) -> None:
    now = datetime(2027, 3, 2, 9, 0, tzinfo=WINTER)
    assert parse_return(text, date(2027, 1, 12), now) == day


def test_a_return_may_lie_in_the_next_year_or_on_the_next_such_weekday() -> None:
    now = datetime(2026, 12, 28, 9, 0, tzinfo=WINTER)  # a Monday
    assert parse_return("2/1", date(2026, 12, 20), now) == date(2027, 1, 2)
    assert parse_return("søndag", date(2026, 12, 28), now) == date(2027, 1, 3)
