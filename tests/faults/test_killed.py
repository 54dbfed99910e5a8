"""A kill at any moment: what was confirmed is there, what was there stays, and the next command works."""

from __future__ import annotations

import re
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.entries import Deed, Moment, NewEntry
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.storage.database.store import Store
from mikrohandlinger.storage.paths import under
from mikrohandlinger.storage.toml.settings import load
from mikrohandlinger.storage.toml.settings import store as store_setting

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import Popen

Start = Callable[..., "Popen[str]"]
Stored = Callable[[], list[str]]
Check = Callable[["Popen[str]", str, str], None]

#: Every call by which a process changes what lies on a disk.
CHANGING = "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,ftruncate,mkdir,mkdirat"
NEEDS_STRACE = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None,
    reason="strace stops a process at one system call; without it the random kills below must do",
)
NOW = datetime.fromisoformat("2026-11-23T08:30:00+01:00")
COMMAND = "sys.exit(mikro(*sys.argv[1:]))"


class Tracer:
    """Runs a command on the same home again and again, and lets fate strike at one changing call after the other."""

    def __init__(self, start: Start, home: Path, tmp_path: Path) -> None:
        self.start = start
        self.home = home
        self.before = tmp_path / "before"
        self.trace = tmp_path / "trace"

    def strike_everywhere(
        self,
        fate: str,
        command: tuple[str, ...],
        check: Check,
        spared: str = "",
        numbers: slice = slice(None, None, 4),
    ) -> int:
        """Strike ``command`` at these ``numbers`` of each kind of call that it makes; returns how many calls there are.

        ``bench/faults.py`` strikes at them all, by other means; ``spared`` is a kind that is left alone.
        """
        if self.home.exists():
            shutil.copytree(self.home, self.before)
        unharmed, _, _ = self._run(command)
        assert unharmed.returncode == 0
        calls = Counter(re.findall(r"^\d+ +(\w+)\(", self.trace.read_text("utf-8", "replace"), re.MULTILINE))
        calls.pop(spared, None)
        for call, times in calls.items():
            for number in range(1, times + 1)[numbers]:
                self._as_it_was()
                result = self._run(command, "-e", f"inject={call}:{fate}:when={number}")
                struck = self.trace.read_text("utf-8", "replace")
                has_landed = "INJECTED" in struck or "killed by SIGKILL" in struck
                assert has_landed, f"{call}, {number} of {times}"
                check(*result)
        return calls.total()

    def _run(self, command: tuple[str, ...], *injection: str) -> tuple[Popen[str], str, str]:
        # With this it stops at none but these calls; strace 6.1 never delivers a signal with it.
        quickly = [] if any("signal=" in word for word in injection) else ["--seccomp-bpf"]
        strace = [
            "strace",
            "-f",
            *quickly,
            "-o",
            str(self.trace),
            "-e",
            f"trace={CHANGING}",
            *injection,
        ]
        process = self.start(COMMAND, *command, before=strace)
        return (process, *process.communicate(timeout=60))

    def _as_it_was(self) -> None:
        shutil.rmtree(self.home)
        if self.before.exists():
            shutil.copytree(self.before, self.home)


@pytest.fixture
def tracer(start: Start, home: Path, tmp_path: Path) -> Tracer:
    return Tracer(start, home, tmp_path)


def check_next_log(home: Path, stored: Stored, earlier: list[str], *, confirmed: bool) -> None:
    """The notes of earlier are there, the new one if it was confirmed, and another can be added."""
    store = Store(under(home))
    store.entries.add(NewEntry(Moment(NOW, NOW.date()), Deed("ask"), Words("afterwards", 0)), NOW)
    store.close()
    found = stored()
    assert found[: len(earlier)] == earlier
    assert found[-1] == "afterwards"
    assert found[len(earlier) : -1] in ([["new"]] if confirmed else [[], ["new"]])


@NEEDS_STRACE
def test_a_log_killed_at_any_change_on_disk_loses_nothing(
    tracer: Tracer, start: Start, stored: Stored
) -> None:
    for note in ("one", "two"):
        start(COMMAND, "log", "ask", note).communicate(timeout=60)

    def check(process: Popen[str], output: str, complaint: str) -> None:
        assert process.returncode == -signal.SIGKILL, "the kill has landed"
        check_next_log(tracer.home, stored, ["one", "two"], confirmed="Recorded" in output)
        assert not list(tracer.home.glob("*-journal")), "the half-made change was rolled back"

    assert tracer.strike_everywhere("signal=SIGKILL", ("log", "ask", "new"), check) > 15


@NEEDS_STRACE
def test_a_first_start_killed_at_any_change_on_disk_can_start_again(
    tracer: Tracer, start: Start, stored: Stored
) -> None:
    def check(process: Popen[str], output: str, complaint: str) -> None:
        assert process.returncode == -signal.SIGKILL
        check_next_log(tracer.home, stored, [], confirmed="Recorded" in output)
        left = [path.name for path in tracer.home.iterdir() if path.name.startswith(".mikro.db")]
        assert len(left) <= 1, "no more than what the kill itself left"

    # The caches and the first copy are made too, so their changes are struck as well; how SQLite writes its pages
    # is struck in the test above.
    assert tracer.strike_everywhere("signal=SIGKILL", ("log", "new"), check, spared="pwrite64") > 20
    again = start(COMMAND, "log", "again")
    assert again.communicate(timeout=60)[1] == ""


@NEEDS_STRACE
def test_an_undo_killed_at_any_change_on_disk_is_done_or_not_done(
    tracer: Tracer, start: Start, stored: Stored
) -> None:
    for note in ("one", "two"):
        start(COMMAND, "log", "ask", note).communicate(timeout=60)

    def check(process: Popen[str], output: str, complaint: str) -> None:
        assert process.returncode == -signal.SIGKILL
        left = stored()
        assert left == ["one"] or (left == ["one", "two"] and "Taken back" not in output)

    assert tracer.strike_everywhere("signal=SIGKILL", ("undo",), check) > 15


@NEEDS_STRACE
def test_a_setting_killed_at_any_change_on_disk_is_set_or_not_set(
    tracer: Tracer, start: Start, home: Path
) -> None:
    start(COMMAND, "config", "set", "anchor", "kaffe").communicate(timeout=60)

    def check(process: Popen[str], output: str, complaint: str) -> None:
        assert process.returncode == -signal.SIGKILL
        given = load(home / "config.toml", home / "cache").given
        assert given in ({"anchor": "kaffe"}, {"anchor": "kaffe", "goal": 2})
        assert "goal" in given or "now 2" not in output
        store_setting(home / "config.toml", "level_cap", 2)
        assert not list(home.glob(".config.toml.*.tmp")), "what the kill left is swept away"

    assert tracer.strike_everywhere("signal=SIGKILL", ("config", "set", "goal", "2"), check) > 5


@NEEDS_STRACE
@pytest.mark.parametrize(("fault", "spared"), [("ENOSPC", ""), ("EIO", "pwrite64")])
def test_a_disk_that_fails_at_any_change_is_told_in_one_sentence(
    tracer: Tracer, start: Start, stored: Stored, fault: str, spared: str
) -> None:
    for note in ("one", "two"):
        start(COMMAND, "log", "ask", note).communicate(timeout=60)

    def check(process: Popen[str], output: str, complaint: str) -> None:
        assert process.returncode in (0, 1), complaint
        assert complaint.count("\n") <= 1, complaint
        is_stored = stored() == ["one", "two", "new"]
        # Where the answer itself could not be written that is a refusal of its own, which says that it is stored.
        assert is_stored == (process.returncode == 0 or "has to say" in complaint), complaint
        # What is stored is never said to be not, and what the disk did is said in its own words.
        assert ("is stored" in complaint) <= is_stored
        assert "disk is full" not in complaint or fault == "ENOSPC", complaint
        assert "damaged" not in complaint
        check_next_log(tracer.home, stored, ["one", "two"], confirmed=is_stored)

    assert tracer.strike_everywhere(f"error={fault}", ("log", "ask", "new"), check, spared) > 5


#: A systemd that takes everything and changes nothing on the disk itself, so that only our own calls are struck.
SYSTEMCTL = """#!/bin/sh
case " $* " in *" is-enabled "* | *" is-active "*) [ -f "$XDG_CONFIG_HOME/systemd/user/mikro-nudge.timer" ] ;; esac
"""


@NEEDS_STRACE
@pytest.mark.parametrize("fault", ["ENOSPC", "EIO"])
def test_a_change_of_the_reminder_struck_anywhere_is_made_or_not_made(
    tracer: Tracer, start: Start, home: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    # Within the folder that is put back before each strike.
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "xdg"))
    (bin_folder / "systemctl").write_text(SYSTEMCTL)
    (bin_folder / "crontab").write_text("#!/bin/sh\nexit 1\n")
    units = home / "xdg" / "systemd" / "user"
    start(COMMAND, "nudge", "on", "--at", "08:45").communicate(timeout=60)

    def state() -> list[tuple[str, str]]:
        # What could not be removed this time is hidden, and goes the next time.
        files = [*units.glob("[!.]*"), home / "config.toml"]
        return sorted((path.name, path.read_text("utf-8")) for path in files)

    old = state()

    def check(process: Popen[str], output: str, complaint: str) -> None:
        if process.returncode == 0 or "has to say" in complaint:
            settings, _service, (_name, timer) = state()
            assert ("09:30" in timer, "09:30" in settings[1]) == (True, True)
        else:
            assert state() == old, complaint
            assert process.returncode == 1
            assert complaint.count("\n") == 1, complaint

    # One fault at each fourth call, the other at those half-way between.
    numbers = slice(2 * (fault == "EIO"), None, 4)
    command = ("nudge", "on", "--at", "09:30")
    assert tracer.strike_everywhere(f"error={fault}", command, check, numbers=numbers) > 10


@pytest.mark.parametrize("length", [20, 3_500])
def test_kills_at_random_moments_lose_nothing_that_was_confirmed(
    start: Start, stored: Stored, length: int
) -> None:
    # Each answer is handed on before the next command begins, as it is where each is a process of its own.
    code = (
        'for n in range(1000):\n  mikro("log", "ask", f"{sys.argv[1]}-{n} ".ljust(int(sys.argv[2]), "x"))\n'
        "  sys.stdout.flush()"
    )
    for life in range(6):
        process = start(code, life, length)
        assert process.stdout is not None
        for number in range(life + 1):
            # What was stored is read back below the line that says so.
            assert any("Recorded" in line for line in process.stdout), number
        time.sleep(life * 0.0037)
        process.kill()
        rest, _ = process.communicate(timeout=60)
        assert process.returncode != 0, "the kill has landed"
        confirmed = life + 1 + rest.count("Recorded")
        assert confirmed < 1000
        of_this_life = [note.split()[0] for note in stored() if note.startswith(f"{life}-")]
        assert of_this_life[:confirmed] == [f"{life}-{n}" for n in range(confirmed)]
        assert len(of_this_life) <= confirmed + 1
