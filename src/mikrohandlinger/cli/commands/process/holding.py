"""A meeting while it is held: step after step, with what is told of the time in between."""

from __future__ import annotations

from datetime import timedelta

from mikrohandlinger.cli.terminal import keys
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.domain.processes import meeting as time
from mikrohandlinger.domain.reports.process import AtStep
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.process import run_words as words
from mikrohandlinger.views.process import terminal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Final, Protocol

    from mikrohandlinger.domain.processes.meeting import Meeting
    from mikrohandlinger.domain.processes.model import Script

    class Watch(Protocol):
        """How much time has passed."""

        def passed(self) -> float:
            """How many seconds have passed since it was started; never fewer than before."""

        def now(self) -> datetime:
            """What time of day it is."""


#: How often the watch is looked at, in seconds: a lid that was shut is noticed as soon as it is opened.
_LOOK: Final = 1.0


def hold(script: Script, number: int, watch: Watch) -> bool:
    """Hold a meeting from step ``number`` (from 1) on; whether it was ended, and not broken off."""
    with keys.struck() as read:
        typed = keys.Typed(read, _show)
        return Held(script, number, watch, typed).go()


class Held:
    """A meeting that is held."""

    def __init__(self, script: Script, number: int, watch: Watch, typed: keys.Typed) -> None:
        """Begin at a step.

        Args:
            script: What is held.
            number: The step, from 1.
            watch: Tells the time that has passed.
            typed: Tells what the host asks for.
        """
        steps = script.held_with(number)
        self._first = script.steps.index(steps[0])
        self._script, self._watch, self._typed = script, watch, typed
        self._meeting: Meeting = time.begin(steps)._replace(at=number - 1 - self._first)

    def go(self) -> bool:
        """Hold it to its end; whether it was ended, and not broken off."""
        self._say(words.begun(self._script, _width()))
        try:
            self._show_step()
            while not self._meeting.is_over:
                self._tell()
                if self._next_move() == "end":
                    break
        except (EOFError, KeyboardInterrupt):
            self._say(["", *words.ended(self._script, self._meeting, self._first, _width())])
            return False
        self._say(["", *words.ended(self._script, self._meeting, self._first, _width())])
        return True

    def _next_move(self) -> str | None:
        """Do what the host asks for within a second; what it was."""
        ahead = self._meeting.until_next(self._watch.passed())
        move = self._typed.move(_LOOK if ahead is None else min(_LOOK, ahead))
        now = self._watch.passed()
        match move:
            case "next":
                self._meeting = self._meeting.forward(now)
            case "back":
                if self._meeting.at == 0:
                    self._say(words.no_earlier(_width()))
                self._meeting = self._meeting.back(now)
            case "end" | None:
                return move
            case _:
                self._say(words.not_understood(move, _width()))
                return move
        if not self._meeting.is_over:
            self._show_step()
        return move

    def _tell(self) -> None:
        """Say what there is to be said of the time."""
        before = self._meeting
        self._meeting, notice = before.tell(self._watch.passed())
        if notice is not None:
            lines = words.notice(before, notice, _width())
            self._say(["", *lines] if self._typed.is_in_the_middle else lines)

    def _show_step(self) -> None:
        at = AtStep(self._meeting, self._script, self._watch.now(), self._watch.passed())
        echo("")
        terminal.heading(words.step_heading(at))
        self._say(words.step(at, timedelta(minutes=self._meeting.step.minutes), _width()))

    def _say(self, lines: Iterable[str]) -> None:
        for line in lines:
            echo(line)
        _flush()


def _show(text: str) -> None:
    echo(text, end="")
    _flush()


def _flush() -> None:
    import sys

    sys.stdout.flush()


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns
