"""The screens of the rules as they are, byte by byte."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from mikrohandlinger.views.rule import terminal as screens

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console
    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.domain.rules.register import Listed


def test_the_list_looks_like_this(
    rules: list[Listed],
    today: date,
    drawn: Callable[..., str],
    language: str,
    terminal: tuple[int, str],
    snapshot: SnapshotAssertion,
) -> None:
    def draw(console: Console) -> None:
        console.file.write(screens.listed(rules, today, console))

    assert drawn(draw, *terminal) == snapshot


def test_each_rule_looks_like_this(
    rules: list[Listed],
    today: date,
    drawn: Callable[..., str],
    language: str,
    terminal: tuple[int, str],
    snapshot: SnapshotAssertion,
) -> None:
    def draw(console: Console, each: Listed) -> None:
        is_told = each.rule.number in (1, 3)
        console.file.write(screens.one(each, today, for_leader=is_told, console=console))

    pages = [drawn(partial(draw, each=each), *terminal) for each in rules]
    assert "\n".join(pages) == snapshot
    assert max(len(page.splitlines()) for page in pages) <= 24 or terminal[0] < 80


def test_an_empty_list_says_how_to_begin(drawn: Callable[..., str], today: date, language: str) -> None:
    def draw(console: Console) -> None:
        console.file.write(screens.listed([], today, console))

    assert "mikro rule add" in drawn(draw, 80, "plain")


def test_one_figure_stands_out(
    rules: list[Listed], today: date, drawn: Callable[..., str], language: Any
) -> None:
    def draw(console: Console) -> None:
        console.file.write(screens.listed([rules[0]._replace(waiting_days=31), *rules], today, console))

    shown = drawn(draw, 80, "colour")
    assert shown.count("\x1b[1m") == 1
    assert "\x1b[1m31 " in shown


def test_on_the_day_it_was_raised_nothing_has_waited(
    rules: list[Listed], today: date, drawn: Callable[..., str], language: str
) -> None:
    fresh = rules[0]._replace(waiting_days=0)

    def draw(console: Console) -> None:
        console.file.write(
            screens.listed([fresh], today, console) + screens.one(fresh, today, console=console)
        )

    shown = drawn(draw, 80, "plain")
    assert "0 arbejdsdage" not in shown
    assert "0 working days" not in shown
    assert ("venter på svar" in shown) or ("waits for an answer" in shown)
