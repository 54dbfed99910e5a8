"""The screens of looking back as they are, byte by byte: two languages, three widths, with and without colour."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from mikrohandlinger.cli.terminal import encoding
from mikrohandlinger.domain.reports.retrospective import Retrospective
from mikrohandlinger.views.history import terminal as history_screen
from mikrohandlinger.views.shared.terminal import console as common
from mikrohandlinger.views.week import terminal as week_screen
from mikrohandlinger.views.week.face import face as week_face
from mikrohandlinger.views.year import terminal as year_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.reports.year import YearReport
    from mikrohandlinger.views.shared.forms import Form

WIDTHS = (50, 80, 120)
LOOKS = ("colour", "plain", "ascii")


def drawn(draw: Callable[[Console], object], width: int, look: str) -> str:
    """What ``draw`` leaves on a terminal of this width and look."""
    encoding.prepare_streams()
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, "ascii" if look == "ascii" else "utf-8", encoding.HANDLER, newline="\n")
    console = Console(
        file=file,
        width=min(width, common.WIDEST),
        force_terminal=look == "colour",
        color_system="truecolor" if look == "colour" else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    draw(console)
    file.flush()
    return raw.getvalue().decode()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_week_looks_like_this(
    everything: WeekReport, language: str, width: int, look: str, snapshot: SnapshotAssertion
) -> None:
    assert drawn(lambda console: week_screen.draw(everything, console), width, look) == snapshot


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_year_looks_like_this(
    busy_year: YearReport, language: str, width: int, look: str, snapshot: SnapshotAssertion
) -> None:
    assert drawn(lambda console: year_screen.draw(busy_year, console), width, look) == snapshot


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_history_looks_like_this(
    everything: WeekReport, language: str, width: int, look: str, snapshot: SnapshotAssertion
) -> None:
    newest_first = everything.entries[::-1]

    def draw(console: Console) -> None:
        pieces = history_screen.entries(newest_first, everything.today, filtered=False, console=console)
        console.file.write("".join(pieces))

    assert drawn(draw, width, look) == snapshot


@pytest.mark.parametrize("width", WIDTHS)
def test_the_reflections_look_like_this(
    everything: WeekReport, language: str, width: int, snapshot: SnapshotAssertion
) -> None:
    found = [
        Retrospective(date(2026, 11, 23), everything.reflection, None),
        Retrospective(
            date(2026, 11, 16), {"hard": "Tavsheden\nefter spørgsmålet", "plan": "Når …, så …"}, "yes"
        ),
    ]

    def draw(console: Console) -> None:
        console.file.write("".join(history_screen.reflections(found, console)))

    assert drawn(draw, width, "plain") == snapshot


def test_every_state_of_a_week_reads_like_this(
    week: WeekReport, language: str, snapshot: SnapshotAssertion
) -> None:
    assert drawn(lambda console: week_screen.draw(week, console), 80, "plain") == snapshot


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_the_other_forms_read_like_this(
    everything: WeekReport, language: str, form: Form, snapshot: SnapshotAssertion
) -> None:
    assert week_face(everything, form) == snapshot


@pytest.mark.parametrize("width", [40, 50, 80])
def test_no_line_of_a_week_is_wider_than_the_screen_nor_ends_in_blanks(
    week: WeekReport, language: str, width: int
) -> None:
    check_lines(drawn(lambda console: week_screen.draw(week, console), width, "plain"), width)


@pytest.mark.parametrize("width", [40, 50, 80])
def test_no_line_of_a_year_is_wider_than_the_screen_nor_ends_in_blanks(
    year: YearReport, language: str, width: int
) -> None:
    check_lines(drawn(lambda console: year_screen.draw(year, console), width, "plain"), width)


def check_lines(text: str, width: int) -> None:
    assert [line for line in text.splitlines() if len(line) > width] == []
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_the_signs_differ_where_there_are_no_letters_but_ascii(
    everything: WeekReport, busy_year: YearReport, language: str
) -> None:
    week = drawn(lambda console: week_screen.draw(everything, console), 80, "ascii")
    assert {"*", ".", "-"} <= set(re.findall(r"(?<= )[*.o-](?= )", week.split("\n\n")[1]))
    year = drawn(lambda console: year_screen.draw(busy_year, console), 80, "ascii")
    assert {":", "+", "#", ".", "-"} <= set("".join(year.split("\n\n")[1].split()))


@pytest.mark.parametrize("look", ["plain", "ascii"])
def test_the_columns_stay_straight_where_danish_letters_take_two(
    everything: WeekReport, language: str, look: str
) -> None:
    head, *rows = drawn(lambda console: week_screen.draw(everything, console), 80, look).split("\n")[4:8]
    today = head.index("[") + 1
    assert [row[today] for row in rows] in (["○", "○", "●"], ["o", "o", "*"])
