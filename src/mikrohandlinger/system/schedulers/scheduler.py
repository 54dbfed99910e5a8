"""The protocol that every scheduler keeps, and the one place that carries out a plan."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mikrohandlinger.domain import schedule as scheduling
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.schedule import Call, Job, JobReading, Schedule, Step

if TYPE_CHECKING:
    from datetime import datetime

BETWEEN_ATTEMPTS = 0.5
"""Seconds."""


class Answer(NamedTuple):
    """What a program answered. ``code`` is 127 where it is missing, 124 where it took too long."""

    code: int
    out: str
    err: str


Runner = Callable[[Call], Answer]
Writer = Callable[[Path, bytes], None]


class Scheduler(Protocol):
    """One of the operating system's own schedulers."""

    @property
    def name(self) -> str:
        """Its name for the option ``--scheduler`` and on the screen."""

    def usable(self) -> bool:
        """Tell whether it is here and answers."""

    def render(self, schedule: Schedule) -> Job:
        """Give the files and calls of the job, exactly. Raises ``MikroError`` for what it cannot express."""

    def installed(self) -> Job | None:
        """Read the job that stands now, or None."""

    def reading(self) -> JobReading | None:
        """Read when the installed job fires and what it starts, or None where that cannot be told."""

    def next_run(self, now: datetime) -> datetime | None:
        """Tell when the job fires next, as local wall clock; from the system itself where it says so."""


def run(call: Call) -> Answer:
    """Run a program without a console window and with an end.

    What it prints keeps every byte (``surrogateescape``), because a table of cron is written back.
    """
    import subprocess

    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours, and no shell reads them
            call.argv,
            input=call.stdin,
            capture_output=True,
            timeout=call.timeout,
            check=False,
            creationflags=no_window,
        )
    except FileNotFoundError:
        return Answer(127, "", f"{call.argv[0]}: not found")
    except subprocess.TimeoutExpired:
        return Answer(124, "", f"{call.argv[0]}: no answer within {call.timeout:.0f} seconds")
    except OSError as error:
        return Answer(126, "", f"{call.argv[0]}: {error.strerror}")
    # The programs of Windows speak the code page of its console: “Adgang nægtet”.
    encoding = "oem" if sys.platform == "win32" else "utf-8"
    return Answer(
        done.returncode,
        done.stdout.decode(encoding, "surrogateescape"),
        done.stderr.decode(encoding, "replace"),
    )


def carry_out(steps: Sequence[Step], write: Writer, runner: Runner = run) -> None:
    """Carry out a plan. Where the system refuses, what this plan wrote is taken away again.

    Args:
        steps: From :func:`mikrohandlinger.domain.schedule.plan`.
        write: Replaces a file whole or not at all.
        runner: Runs the calls.

    Raises:
        MikroError: ``nudge-refused`` with the system's own words.
    """
    written: list[Path] = []
    try:
        for step in steps:
            if step.do == scheduling.WRITE:
                written.append(Path(step.path))
                write(Path(step.path), step.content)
            elif step.do == scheduling.DELETE:
                Path(step.path).unlink(missing_ok=True)
            elif step.call is not None:
                _insist(step.call, runner)
    except (MikroError, OSError) as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, MikroError):
            raise
        raise refused(f"{error.filename}: {error.strerror}") from error


def _insist(call: Call, runner: Runner) -> None:
    answer = runner(call)
    for _attempt in range(1, call.attempts):
        if answer.code == 0:
            break
        time.sleep(BETWEEN_ATTEMPTS)
        answer = runner(call)
    if answer.code != 0 and not call.may_fail:
        said = (answer.err.strip() or answer.out.strip()).splitlines()
        raise refused(said[-1] if said else f"{call.argv[0]}: exit {answer.code}")


def refused(why: str) -> MikroError:
    """Make the error that carries the system's own words about why it would not."""
    return MikroError(
        "nudge-refused",
        N_(
            "The system did not take the job: {why}. "
            "Your calendar or terminal can remind you instead: mikro nudge calendar, mikro nudge prompt."
        ),
        why=why.rstrip("."),
    )


def read_files(paths: Sequence[Path]) -> tuple[tuple[str, bytes], ...]:
    """Read those of ``paths`` that exist."""
    return tuple((str(path), path.read_bytes()) for path in paths if path.is_file())


def refuse_line_breaks(schedule: Schedule) -> None:
    """Refuse a command that no line-based job file can hold.

    Raises:
        MikroError: ``nudge-path``.
    """
    for part in schedule.command:
        if any(character in part for character in "\n\r\0"):
            raise MikroError(
                "nudge-path",
                N_("No scheduler can start {path}: it holds a line break. Install mikro elsewhere."),
                path=repr(part),
            )


def candidates(
    folder: Path, environment: Mapping[str, str], system: str = sys.platform, runner: Runner = run
) -> tuple[Scheduler, ...]:
    """Give the schedulers that this operating system may have, the one to prefer first.

    Args:
        folder: Our own configuration folder, for job files that the system does not keep itself.
        environment: For the home folder and the user's name.
        system: As ``sys.platform`` names it.
        runner: Runs what has to be asked or told.
    """
    if system == "darwin":
        from mikrohandlinger.system.schedulers.launchd import Launchd

        return (Launchd(Path(environment.get("HOME", "~")).expanduser(), _user_id(), runner),)
    if system == "win32":
        from mikrohandlinger.system.schedulers.task_scheduler import TaskScheduler

        return (TaskScheduler(folder, environment.get("USERNAME", ""), runner),)
    from mikrohandlinger.system.schedulers.cron import Cron
    from mikrohandlinger.system.schedulers.systemd import Systemd

    home = Path(environment.get("HOME", "~")).expanduser()
    units = Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "systemd" / "user"
    stamps = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "systemd" / "timers"
    return Systemd(units, stamps, runner), Cron(_user_id(), runner)


def _user_id() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
