"""The screen of a week as it is, byte by byte, and what holds on every terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.views.week.terminal import draw, draw_whole

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.rules.register import Listed


def test_the_week_looks_like_this(
    everything: WeekReport,
    drawn: Callable[..., str],
    language: str,
    terminal: tuple[int, str],
    snapshot: SnapshotAssertion,
) -> None:
    assert drawn(lambda console: draw(everything, console), *terminal) == snapshot


def test_all_of_the_week_looks_like_this(
    everything: WeekReport,
    drawn: Callable[..., str],
    language: str,
    terminal: tuple[int, str],
    snapshot: SnapshotAssertion,
) -> None:
    assert drawn(lambda console: draw_whole(everything, console), *terminal) == snapshot


def test_a_week_leaves_a_row_for_the_prompt_on_a_screen_of_24(
    week: WeekReport, register: list[Listed], drawn: Callable[..., str], language: str
) -> None:
    """Also with the longest plan and answers, every question open, a rule that waits, and more entries than fit."""
    words = "Når jeg sender noget videre, så skriver jeg, hvad jeg er i tvivl om. " * 6
    full = week._replace(
        plan=words,
        plan_used=None,
        reflection=dict.fromkeys(("learned", "friction", "plan"), words),
        entries=week.entries * 12,
        rules=tuple(register),
        waiting=register[0],
    )
    for screen in (week, full, full._replace(reflection={})):
        assert (
            len(drawn(lambda console, screen=screen: draw(screen, console), 80, "plain").splitlines()) <= 23
        )


def test_own_words_come_before_proposals_where_there_is_not_room_for_all(
    everything: WeekReport, drawn: Callable[..., str], language: str
) -> None:
    entries = [everything.entries[1]] * 9 + [everything.entries[2]]
    screen = drawn(lambda console: draw(everything._replace(entries=tuple(entries)), console), 80, "plain")
    assert "Sagde højt" in screen
    assert "mikro week --all" in screen.split("Sagde højt")[1].split("\n")[1]


def test_the_screen_shows_no_bars_no_percentages_and_no_totals(
    everything: WeekReport, drawn: Callable[..., str], language: str
) -> None:
    screen = drawn(lambda console: draw(everything, console), 80, "plain")
    assert not set("━█%") & set(screen)


def test_a_week_ahead_tells_no_strength(
    week_states: dict[str, WeekReport], drawn: Callable[..., str], language: str
) -> None:
    ahead = week_states["a perfect year"]
    ahead = ahead._replace(stand=ahead.stand._replace(monday=ahead.monday + timedelta(weeks=1)))
    assert "%" not in drawn(lambda console: draw_whole(ahead, console), 80, "plain")


def test_before_the_fourth_week_it_is_too_early_to_tell_how_settled_an_action_is(
    everything: WeekReport, drawn: Callable[..., str]
) -> None:
    rows = tuple(row._replace(is_settling=False) for row in everything.actions)
    screen = drawn(lambda console: draw_whole(everything._replace(actions=rows), console), 80, "plain")
    assert "too early to say" in screen
    assert "%" not in screen


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
    assert set(re.findall(r"(?<= )[x.o-](?= )", screen.split("\n\n")[1] + " ")) == {"x", "."}


@pytest.mark.parametrize("look", ["plain", "ascii"])
def test_the_columns_stay_straight_where_danish_letters_take_two(
    everything: WeekReport, drawn: Callable[..., str], language: str, look: str
) -> None:
    head, *rows = drawn(lambda console: draw(everything, console), 80, look).split("\n")[3:7]
    today = head.index("[") + 1
    assert [row[today] for row in rows] in (["·", "·", "●"], [".", ".", "x"])
