"""The screen of a year as it is, byte by byte, and what holds on every terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.views.year.terminal import draw

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
    assert {":", "+", "#", ".", "-"} <= set("".join(screen.split("\n\n")[1].split()))
