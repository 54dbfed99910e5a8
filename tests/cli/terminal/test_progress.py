"""The bar for what takes over a second."""

from __future__ import annotations

import io
import sys
import time
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.cli.terminal.progress import waiting

if TYPE_CHECKING:
    from collections.abc import Callable

GONE = "\x1b[2K"


class Terminal(io.StringIO):
    """A stream with a person behind it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def sit_down(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Terminal]:
    """Put a person before both streams but ``piped``; pytest takes the streams back before each test begins."""

    def begin(piped: str = "") -> Terminal:
        screen = Terminal()
        monkeypatch.setattr(sys, "stdout", io.StringIO() if piped == "stdout" else Terminal())
        monkeypatch.setattr(sys, "stderr", io.StringIO() if piped == "stderr" else screen)
        return screen

    return begin


def wait_for(screen: Terminal, words: str) -> None:
    for _attempt in range(1000):
        if words in screen.getvalue():
            return
        time.sleep(0.01)
    pytest.fail(f"{words!r} never came")


def test_what_takes_long_shows_a_bar_that_leaves_no_trace(sit_down: Callable[..., Terminal]) -> None:
    screen = sit_down()
    with waiting("Reading", total=2, patience=0.0) as bar:
        wait_for(screen, "Reading")
        bar.advance()
    assert bar.done == 1
    assert screen.getvalue().endswith(GONE)


def test_what_is_quick_shows_nothing(sit_down: Callable[..., Terminal]) -> None:
    screen = sit_down()
    with waiting("Reading", patience=60.0) as bar:
        bar.advance()
    assert screen.getvalue() == ""


@pytest.mark.parametrize("piped", ["stdout", "stderr"])
def test_nothing_is_shown_where_a_stream_is_piped(sit_down: Callable[..., Terminal], piped: str) -> None:
    screen = sit_down(piped)
    with waiting("Reading", patience=0.0):
        time.sleep(0.05)
    assert screen.getvalue() == ""


def interrupted(screen: Terminal) -> None:
    with waiting("Reading", patience=0.0):
        wait_for(screen, "Reading")
        raise KeyboardInterrupt


def test_the_bar_goes_when_the_work_is_interrupted(sit_down: Callable[..., Terminal]) -> None:
    screen = sit_down()
    with pytest.raises(KeyboardInterrupt):
        interrupted(screen)
    assert screen.getvalue().endswith(GONE)
