"""The screen of a year as it is, byte by byte, and what holds on every terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.reports.year import YearDay
from mikrohandlinger.views.year.terminal import draw
from mikrohandlinger.views.year.words import legend, symbol

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.domain.reports.year import YearReport


def test_the_year_looks_like_this(
    busy_year: YearReport,
    drawn: Callable[..., str],
    language: str,
    terminal: tuple[int, str],
    snapshot: SnapshotAssertion,
) -> None:
    assert drawn(lambda console: draw(busy_year, console), *terminal) == snapshot


@pytest.mark.parametrize("width", [40, 50, 80])
def test_no_line_of_a_year_is_wider_than_the_screen_nor_ends_in_blanks(
    year: YearReport, drawn: Callable[..., str], language: str, width: int
) -> None:
    lines = drawn(lambda console: draw(year, console), width, "plain").splitlines()
    assert [line for line in lines if len(line) > width or line != line.rstrip()] == []


def test_the_signs_of_a_year_differ_where_there_are_no_letters_but_ascii(
    busy_year: YearReport, drawn: Callable[..., str], language: str
) -> None:
    screen = drawn(lambda console: draw(busy_year, console), 80, "ascii")
    assert "#" in screen
    assert "." in screen.split("\n\n")[1]


def test_what_was_done_is_the_strongest_sign_and_what_is_open_the_faintest(
    busy_year: YearReport, drawn: Callable[..., str], language: str
) -> None:
    rows = drawn(lambda console: draw(busy_year, console), 80, "colour").split("\n\n")[1]
    assert set(re.findall(r"\x1b\[32m(.*?)\x1b\[0m", rows)) == {"■"}
    assert "■" not in re.sub(r"\x1b\[32m.*?\x1b\[0m", "", rows)
    assert set(re.findall(r"\x1b\[2m(\W+?)\x1b\[0m", rows)) == {"·"}


def test_nothing_is_drawn_before_the_first_entry_nor_after_today_and_the_legend_is_complete(
    busy_year: YearReport, drawn: Callable[..., str], language: str
) -> None:
    cells = [cell for month in busy_year.months for cell in month.days]
    assert {symbol(cell) for cell in cells if cell.is_outside and not cell.entries} == {" "}
    signs = {symbol(cell) for cell in cells}
    assert signs == {sign or " " for sign, _means in legend()}
    shown = drawn(lambda console: draw(busy_year, console), 80, "plain")
    assert all(means in shown for _sign, means in legend())


def test_a_half_day_that_is_over_with_nothing_on_it_is_no_open_day() -> None:
    day = YearDay(date(2026, 6, 5), None, 0, is_outside=False, is_half=True)
    assert symbol(day) == " "
    assert symbol(day._replace(entries=1)) == "■"


def test_a_whole_year_fits_24_rows(
    drawn: Callable[..., str], language: str, year_states: dict[str, YearReport]
) -> None:
    for name, screen in year_states.items():
        assert len(drawn(partial(draw, screen), 80, "plain").splitlines()) <= 24, name
