"""``mikro process run``: a meeting that is held, what is told of its time, and what becomes of what was written down."""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mikrohandlinger import texts
from mikrohandlinger.cli.commands.process.holding import Held
from mikrohandlinger.cli.terminal.keys import Typed
from mikrohandlinger.storage.toml.processes import built_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

BEGAN = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
SCRIPTS = {script.id: script for script in built_in()}


class Host:
    """Somebody who strikes keys after so many seconds, on a watch of their own."""

    def __init__(self, *struck: tuple[float, str]) -> None:
        self.time = 0.0
        self._coming = [*struck]

    def passed(self) -> float:
        return self.time

    def now(self) -> datetime:
        return BEGAN + timedelta(seconds=self.time)

    def read(self, seconds: float) -> str | None:
        """Let time pass up to the next key, if it comes within so many seconds."""
        if not self._coming:
            return None
        after, key = self._coming[0]
        if after > seconds:
            self._coming[0] = (after - seconds, key)
            self.time += seconds
            return ""
        self.time += after
        del self._coming[0]
        return key


def held(
    capsys: pytest.CaptureFixture[str], name: str, *struck: tuple[float, str], step: int = 1
) -> list[str]:
    """The lines of a meeting in its shorter form."""
    host = Host(*struck)
    capsys.readouterr()
    ended = Held(SCRIPTS[name].shorter(), step, host, Typed(host.read, lambda _text: None)).go()
    assert ended is (struck[-1][1] in ("q\n", "\n"))
    return capsys.readouterr().out.splitlines()


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    texts.use(request.param)
    yield request.param
    texts.use("en")


@pytest.mark.parametrize("width", [50, 80, 120])
def test_a_meeting_reads_like_this(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    width: int,
    snapshot: SnapshotAssertion,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = held(
        capsys, "safety", (10, "\n"), (30, "\n"), (700, "b\n"), (20, "what\n"), (30, "\n"), (60, "q\n")
    )
    assert max(map(len, lines)) <= min(width, 60)
    assert "\n".join(lines) == snapshot


def test_a_week_is_held_day_by_day(capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion) -> None:
    assert "\n".join(held(capsys, "rule-week", (1_300, "\n"), step=5)) == snapshot
    lines = held(capsys, "rule-week", (5, "\n"), step=3)
    assert "Day 3 of 5. Who decided it?" in lines
    assert "  mikro process run rule-week --step 4" in lines


def test_the_whole_meeting_is_every_step_once_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    lines = held(capsys, "one-rule", *[(60, "\n")] * 7)
    assert [line[:11] for line in lines if line.startswith("Step ")] == [
        f"Step {n} of 7" for n in range(1, 8)
    ]
    assert lines[-1] == "That was the meeting. Thank you for holding it."


def test_a_slip_back_begins_the_step_anew_and_leaves_the_meetings_clock(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = held(capsys, "safety", *[(60, "\n")] * 3, (60, "b"), (60, "\n"), (0, "q\n"))
    steps = [index for index, line in enumerate(lines) if line.startswith("Step ")]
    times = [" ".join(lines[index + 1 : index + 4]) for index in steps]
    # Step 4 after three minutes; back to 3 after four, which has all of its ten minutes again; on to 4 after five.
    assert "6 minutes, until 10:09. The meeting: 3 of 30" in times[3]
    assert "10 minutes, until 10:14. The meeting: 4 of 30" in times[4]
    assert "6 minutes, until 10:11. The meeting: 5 of 30" in times[5]


def test_hours_later_one_line_says_so_and_the_step_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    class Shut(Host):
        def read(self, seconds: float) -> str | None:
            key = super().read(seconds)
            if self.time == 1:  # the lid is shut for five hours
                self.time += 5 * 3_600
            return key

    host = Shut((20, "q\n"))
    Held(SCRIPTS["safety"].shorter(), 1, host, Typed(host.read, lambda _text: None)).go()
    lines = capsys.readouterr().out.splitlines()
    assert lines.count("The time is up. Take the time you need.") == 1
    assert not any("left" in line for line in lines[lines.index("") :])
    assert sum(line.startswith("Step ") for line in lines) == 1


def test_a_window_that_is_closed_says_where_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    host = Host((5, "\n"))
    assert Held(SCRIPTS["safety"], 1, host, Typed(host.read, lambda _text: None)).go() is False
    assert "To go on from here: mikro process run safety --step 2" in capsys.readouterr().out


@pytest.fixture
def writing(terminal: Callable[..., Any]) -> Callable[..., Any]:
    """A meeting that was ended, and the lines that were written down in it."""

    def start(*lines: str) -> Any:
        child = terminal("process", "run", "safety", "--short", lines=60, echo=False)
        child.expect_exact("Step 1 of 6")
        child.send("q")
        child.expect_exact("Did you write anything down?")
        for line in lines:
            child.expect_exact("›")
            child.sendline(line)
        child.expect_exact("›")
        return child

    return start


def ends(child: Any) -> str:
    import pexpect

    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return str(child.before)


def interrupted(child: Any) -> str:
    """Press Ctrl-C, and once more where the first came between a prompt and the reading of what follows it."""
    import pexpect

    for _ in range(3):
        child.sendintr()
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5) == 0:
            break
    child.close()
    assert child.exitstatus == 130
    return str(child.before)


def titles(mikro: Any) -> list[str]:
    return [rule["title"] for rule in json.loads(mikro("rule", "list", "--json").out)["rules"]]


def kept_files(home: Path) -> list[Path]:
    return [path for path in home.iterdir() if "meeting-" in path.name]


def test_what_was_written_down_becomes_rules_after_a_look_and_nothing_else_is_kept(
    writing: Callable[..., Any], mikro: Any, home: Path
) -> None:
    child = writing("Ugeskemaet, spørg 010203-1234", "To underskrifter", "Tavlemødet")
    child.sendline("")
    child.expect_exact("1. Ugeskemaet, spørg [CPR]")
    child.expect_exact("Put them on the list?")
    assert titles(mikro) == []
    child.sendline("maybe")
    child.expect_exact("numbers from 1 to 3")
    child.sendline("1 3")
    assert "On your list as rules no. 1, 2." in ends(child)
    assert sorted(titles(mikro)) == ["Tavlemødet", "Ugeskemaet, spørg [CPR]"]
    assert kept_files(home) == []
    mikro("undo")
    assert titles(mikro) == []


def test_no_keeps_nothing(writing: Callable[..., Any], mikro: Any, home: Path) -> None:
    child = writing("Ugeskemaet")
    child.sendline("")
    child.expect_exact("Put them on the list?")
    child.sendline("nej")
    assert "nothing is kept" in ends(child)
    assert titles(mikro) == []
    assert kept_files(home) == []


def test_ctrl_c_at_a_step_ends_it_and_asks_nothing(terminal: Callable[..., Any]) -> None:
    child = terminal("process", "run", "one-rule", lines=60, echo=False)
    child.expect_exact("Step 1 of 7")
    child.send("\r")
    child.expect_exact("Step 2 of 7")
    assert "mikro process run one-rule --step 2" in interrupted(child)


@pytest.mark.parametrize("way", ["hangup", "interrupt", "kill"])
def test_whatever_ends_it_what_was_written_is_offered_back(
    writing: Callable[..., Any], terminal: Callable[..., Any], mikro: Any, home: Path, way: str
) -> None:
    child = writing("Ugeskemaet", "To underskrifter")
    if way == "interrupt":
        assert "What you wrote down is kept." in interrupted(child)
    else:
        child.kill(signal.SIGHUP if way == "hangup" else signal.SIGKILL)
        child.wait()
    (left,) = kept_files(home)
    assert left.stat().st_mode & 0o777 == 0o600
    told = mikro("rule", "list")
    assert "What you wrote down is kept" in told.err
    assert titles(mikro) == []
    (kept,) = kept_files(home)
    assert kept.stat().st_mode & 0o777 == 0o600
    child = terminal("process", "run", lines=60, echo=False)
    child.expect_exact("2. To underskrifter")
    child.expect_exact("Put them on the list?")
    child.sendline("")
    assert "On your list as rules no. 1, 2." in ends(child)
    assert sorted(titles(mikro)) == ["To underskrifter", "Ugeskemaet"]
    assert kept_files(home) == []


def test_stopped_and_taken_up_again_it_goes_on_where_it_was(terminal: Callable[..., Any]) -> None:
    child = terminal("process", "run", "safety", lines=60, echo=False)
    child.expect_exact("Step 1 of 6")
    os.kill(child.pid, signal.SIGSTOP)
    os.kill(child.pid, signal.SIGCONT)
    child.send("n")
    child.expect_exact("Step 2 of 6")
    child.send("t")
    child.expect_exact("Step 1 of 6")
    child.sendline("slut")
    child.expect_exact("Did you write anything down?")
    child.sendline("")
    ends(child)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_in_danish_it_is_danish(terminal: Callable[..., Any]) -> None:
    child = terminal("møde", "kør", "tryghed", lines=60, echo=False, env={"MIKRO_LANG": "da"})
    child.expect_exact("Trin 1 af 6. Spilleregler")
    child.sendline("slut")
    child.expect_exact("Skrev I noget ned?")
    child.sendline("")
    ends(child)
