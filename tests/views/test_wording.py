"""Promise 2: no state of a week or a year is told with guilt, in either language and in any form."""

from __future__ import annotations

import html
import io
import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from mikrohandlinger.views.week import terminal as week_screen
from mikrohandlinger.views.week.face import face as week_face
from mikrohandlinger.views.year import terminal as year_screen
from mikrohandlinger.views.year.face import face as year_face

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.reports.year import YearReport
    from mikrohandlinger.views.shared.forms import Form

FORMS = ("terminal", "markdown", "html", "svg")
FORBIDDEN = re.compile(
    r"tabt|\bmiste|brudt|\bfejl|desværre|forsømt|glemt|for lidt|burde|kun \d|advarsel|slap af|skuffe"
    r"|\blost\b|\blose|broken|\bbroke\b|\bfail|unfortunately|\bmiss(ed|ing)?\b|should|only \d|warning|forgot|!",
    re.IGNORECASE,
)
A_LONE_ZERO = re.compile(r"(?<![\d.,:#&/-])0(?![\d.,:])")
RED_ON_A_TERMINAL = re.compile(r"\x1b\[[\d;]*(?<!\d)(?:31|41|91|101)(?!\d)")


def shown(page: str, form: Form) -> str:
    """What a reader sees of it."""
    if form == "html":
        page = re.sub(r"<(style|title)\b.*?</\1>", "", page, flags=re.DOTALL)
        page = html.unescape(re.sub(r"<[^>]*>", " ", page))
    if form == "svg":
        page = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
        page = html.unescape(re.sub(r"<[^>]*>", "", page)).replace("\xa0", " ")
    return page


def is_red(colour: str) -> bool:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return red > 110 and green < red * 0.6 and blue < red * 0.6


@pytest.mark.parametrize("form", FORMS)
def test_a_week_never_blames(week: WeekReport, language: str, form: Form, hostile_words: str) -> None:
    words = shown(week_face(week, form), form)
    assert not FORBIDDEN.search(words)
    assert not A_LONE_ZERO.search(words)


@pytest.mark.parametrize("form", FORMS)
def test_a_year_never_blames(year: YearReport, language: str, form: Form) -> None:
    words = shown(year_face(year, (), form), form)
    assert not FORBIDDEN.search(words)
    assert not A_LONE_ZERO.search(words)


def test_no_week_and_no_year_is_red_on_a_terminal(week: WeekReport, year: YearReport, language: str) -> None:
    draws: tuple[Callable[[Console], None], ...] = (
        partial(week_screen.draw, week),
        partial(year_screen.draw, year),
    )
    for draw in draws:
        file = io.StringIO()
        draw(
            Console(file=file, force_terminal=True, color_system="truecolor", width=80, legacy_windows=False)
        )
        assert "\x1b[" in file.getvalue()
        assert not RED_ON_A_TERMINAL.search(file.getvalue())


@pytest.mark.parametrize("form", ["html", "svg"])
def test_no_picture_and_no_page_is_red(everything: WeekReport, busy_year: YearReport, form: Form) -> None:
    for page in (week_face(everything, form), year_face(busy_year, (), form)):
        colours = re.findall(r"#([0-9a-fA-F]{6})\b", page)
        assert colours
        assert not [colour for colour in colours if is_red(colour)]


def test_the_checks_themselves_see_what_they_look_for() -> None:
    assert FORBIDDEN.search("Du har desværre mistet din række")
    assert FORBIDDEN.search("Your streak is broken")
    assert A_LONE_ZERO.search("0 dage")
    assert not A_LONE_ZERO.search("10 dage, kl. 10.05")
    assert RED_ON_A_TERMINAL.search("\x1b[1;31mx")
    assert is_red("cc0000")
    assert not is_red("14664a")
