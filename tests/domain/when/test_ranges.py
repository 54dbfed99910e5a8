"""What people write for a range of days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.when.ranges import HALF_A_YEAR, Range, parse_range

from .examples import NOW, TODAY, WINTER, YESTERDAY, code_of

TOMORROW = date(2026, 11, 26)
CHRISTMAS = Range(date(2026, 12, 20), date(2027, 1, 2))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("i dag", Range(TODAY, None)),
        ("fra i dag", Range(TODAY, None)),
        ("om 3 dage", Range(date(2026, 11, 28), None)),
        ("i går i dag", Range(YESTERDAY, TODAY)),
        ("i dag i dag", Range(TODAY, TODAY)),
        ("tomorrow until next friday", Range(TOMORROW, date(2026, 11, 27))),
        ("20/12 2/1", CHRISTMAS),
        ("20/12 - 2/1", CHRISTMAS),
        ("20. december 2. januar", CHRISTMAS),
        ("fra 20. december til 2. januar", CHRISTMAS),
        ("from 2026-12-20 to 2027-01-02", CHRISTMAS),
        ("16/11 18/11", Range(date(2026, 11, 16), date(2026, 11, 18))),
    ],
)
def test_a_range_is_understood_however_the_shell_has_cut_it(words: str, days: Range) -> None:
    assert parse_range([words], NOW) == days
    assert parse_range(words.split(), NOW) == days


def test_two_days_in_quotation_marks_are_its_beginning_and_its_end() -> None:
    assert parse_range(["20. december", "2. januar"], NOW) == CHRISTMAS
    assert parse_range(["i går", "i går"], NOW) == Range(YESTERDAY, YESTERDAY)


def test_a_day_without_a_year_is_the_nearest_one_before_or_after() -> None:
    for back in range(-181, 184):
        day = TODAY + timedelta(days=back)
        assert parse_range([f"{day.day}/{day.month}"], NOW) == Range(day, None)


@pytest.mark.parametrize("words", [["20/12", "18/12"], ["20/12 18/12"], ["2026-12-20", "2026-12-18"]])
def test_a_range_that_runs_backwards_is_named_with_both_its_days(words: list[str]) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_range(words, NOW)
    assert refusal.value.code == "pause-backwards"
    assert refusal.value.values == {"first": date(2026, 12, 20), "last": date(2026, 12, 18)}


@pytest.mark.parametrize("words", ["", "engang", "i dag engang", "1/2 3/4 5/6", "fra", "til", "fra til"])
def test_what_is_no_range_is_refused(words: str) -> None:
    with pytest.raises(MikroError) as refusal:
        parse_range(words.split(), NOW)
    assert refusal.value.code == "when-unknown"


@given(st.lists(st.text(max_size=20), max_size=4))
def test_any_words_are_understood_or_refused_with_a_sentence(words: list[str]) -> None:
    assert code_of(lambda _: parse_range(words, NOW), "") in {None, "when-unknown", "pause-backwards"}


@given(st.dates(date(2010, 1, 1), date(2100, 1, 1)), st.integers(0, 182))
def test_a_range_over_the_new_year_is_read_back_without_years(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    if (2, 29) in {(first.month, first.day), (last.month, last.day)}:
        return
    now = datetime.combine(first, time(12), tzinfo=WINTER)
    read = partial(parse_range, now=now)
    assert read([f"{first.day}/{first.month}", f"{last.day}/{last.month}"]) == Range(first, last)
    assert last - first <= HALF_A_YEAR
