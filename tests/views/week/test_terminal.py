"""The screen of a week as it is, byte by byte, and what holds on every terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.views.week.terminal import draw

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.domain.reports.week import WeekReport


def test_the_week_looks_like_this(
    everything: WeekReport,
    drawn: Callable[..., str],
    language: str,
    terminal: tuple[int, str],
    snapshot: SnapshotAssertion,
) -> None:
    assert drawn(lambda console: draw(everything, console), *terminal) == snapshot


def test_every_state_of_a_week_reads_like_this(
    week: WeekReport, drawn: Callable[..., str], language: str, snapshot: SnapshotAssertion
) -> None:
    assert drawn(lambda console: draw(week, console), 80, "plain") == snapshot


@pytest.mark.parametrize("width", [40, 50, 80])
def test_no_line_of_a_week_is_wider_than_the_screen_nor_ends_in_blanks(
    week: WeekReport, drawn: Callable[..., str], language: str, width: int
) -> None:
    lines = drawn(lambda console: draw(week, console), width, "plain").splitlines()
    assert [line for line in lines if len(line) > width or line != line.rstrip()] == []


def test_the_signs_of_a_week_differ_where_there_are_no_letters_but_ascii(
    everything: WeekReport, drawn: Callable[..., str], language: str
) -> None:
    screen = drawn(lambda console: draw(everything, console), 80, "ascii")
    assert {"*", ".", "-"} <= set(re.findall(r"(?<= )[*.o-](?= )", screen.split("\n\n")[1]))


@pytest.mark.parametrize("look", ["plain", "ascii"])
def test_the_columns_stay_straight_where_danish_letters_take_two(
    everything: WeekReport, drawn: Callable[..., str], language: str, look: str
) -> None:
    head, *rows = drawn(lambda console: draw(everything, console), 80, look).split("\n")[4:8]
    today = head.index("[") + 1
    assert [row[today] for row in rows] in (["○", "○", "●"], ["o", "o", "*"])
