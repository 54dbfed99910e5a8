"""What a scheduler should have, what it has, and the steps from one to the other."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.reminding import Hours

SchedulerName = Literal["systemd", "cron", "launchd", "task-scheduler"]


class Schedule(NamedTuple):
    """When the operating system runs what.

    Attributes:
        at: Local time of day, whole minutes.
        weekdays: ISO weekdays, 1 (Monday) to 7, rising.
        command: The program and its arguments, each as it is; every scheduler quotes in its own way.
        description: One line, for those who look into the system's list of jobs.
    """

    at: time
    weekdays: tuple[int, ...]
    command: tuple[str, ...]
    description: str = "mikro"


class JobReading(NamedTuple):
    """What an installed job says about itself, read back: when it fires, and what it starts."""

    at: time
    weekdays: tuple[int, ...]
    program: str
    arguments: tuple[str, ...] = ()


class Call(NamedTuple):
    """A program to run.

    Attributes:
        argv: The program and its arguments; no shell reads them.
        stdin: What it reads on standard input.
        may_fail: Whether the plan goes on when it refuses.
        timeout: Seconds that it may take: enough for a busy service manager, too short to look hung.
        attempts: How often it is tried, half a second apart, where a refusal may pass by itself.
    """

    argv: tuple[str, ...]
    stdin: bytes = b""
    may_fail: bool = False
    timeout: float = 20.0
    attempts: int = 1


class Job(NamedTuple):
    """A scheduled job as it stands, or should stand, on a machine.

    Attributes:
        files: Path and content of each file that makes up the job.
        start: Calls that make the scheduler take it up.
        stop: Calls that make the scheduler forget it, while its files are still there.
        settle: Calls for when its files are gone.
        leftovers: Files that the scheduler made itself and does not take away with the job.
        replaces: Whether its start takes the place of the job that stands, all at once.
        active: Whether the scheduler has really taken it up. A job that should stand is always meant active.
    """

    files: tuple[tuple[str, bytes], ...]
    start: tuple[Call, ...]
    stop: tuple[Call, ...]
    settle: tuple[Call, ...] = ()
    leftovers: tuple[str, ...] = ()
    replaces: bool = False
    active: bool = True


#: The file that the Task Scheduler was given, in our own folder of settings.
TASK_FILE: Final = "mikro-nudge.xml"
WRITE: Final = "write"
DELETE: Final = "delete"
RUN: Final = "run"


class Step(NamedTuple):
    """One thing to do: write ``content`` to ``path``, delete ``path``, or run ``call``."""

    do: Literal["write", "delete", "run"]
    path: str = ""
    content: bytes = b""
    call: Call | None = None


class SwitchedOn(NamedTuple):
    """What was done, or would be, for a job to stand.

    Attributes:
        scheduler: Which scheduler has it.
        at: When it fires.
        steps: What it took; none where it stood already.
        hours: The hours in which one may come, where they had to be widened.
    """

    scheduler: SchedulerName
    at: time
    steps: tuple[Step, ...]
    hours: Hours | None = None


def plan(desired: Job | None, installed: Job | None) -> tuple[Step, ...]:
    """The way from the installed job to the desired one; no step when they are the same already.

    The old job is stopped before its files change, so that no scheduler keeps a second copy of it; unless the start of
    the new one takes its place anyway.
    """
    if desired is None and installed is None:
        return ()
    if desired is not None and installed is not None and installed.active and _same(desired, installed):
        return ()
    steps: list[Step] = []
    kept = dict(desired.files) if desired is not None else {}
    present = dict(installed.files) if installed is not None else {}
    if installed is not None and not (desired is not None and desired.replaces):
        # What the scheduler has not taken up cannot be stopped; what it has must be, before we say that it is.
        steps += [Step(RUN, call=call._replace(may_fail=not installed.active)) for call in installed.stop]
        steps += [Step(DELETE, path) for path in installed.leftovers]
    steps += [Step(DELETE, path) for path in present if path not in kept]
    steps += [Step(WRITE, path, content) for path, content in kept.items() if present.get(path) != content]
    after = desired.start if desired is not None else installed.settle if installed is not None else ()
    return (*steps, *(Step(RUN, call=call) for call in after))


def way_back(desired: Job | None, installed: Job | None) -> tuple[Call, ...]:
    """The calls that bring the scheduler back to the installed job, once its files are as they were."""
    calls: list[Call] = []
    if desired is not None and not desired.replaces:
        calls += desired.stop
    if installed is not None and installed.active:
        calls += installed.start
    elif desired is not None:
        calls += desired.stop if desired.replaces else desired.settle
    return tuple(dict.fromkeys(calls))


def _same(desired: Job, installed: Job) -> bool:
    # A call may carry the whole job on standard input, as cron's does, so the starts count too.
    return dict(desired.files) == dict(installed.files) and desired.start == installed.start


def next_due(at: time, weekdays: tuple[int, ...], now: datetime) -> datetime | None:
    """The first local wall-clock moment after ``now`` at which such a schedule fires, without a zone."""
    wall = now.replace(tzinfo=None)
    for ahead in range(8):
        moment = datetime.combine(wall.date() + timedelta(days=ahead), at)
        if moment.isoweekday() in weekdays and moment > wall:
            return moment
    return None
