"""The job that the operating system's scheduler runs: switching it on and off, and how it stands."""

from __future__ import annotations

import sys
from pathlib import Path

from mikrohandlinger.domain import schedule as scheduling
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reminding import Hours
from mikrohandlinger.domain.reports.reminder import ReminderStatus, next_reminder
from mikrohandlinger.domain.schedule import Schedule, SwitchedOn
from mikrohandlinger.storage import reminder_log
from mikrohandlinger.system.schedulers import choosing, running
from mikrohandlinger.texts.dates import clock
from mikrohandlinger.usecases import remind
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import time
    from typing import Final

    from mikrohandlinger.domain.reports.reminder import Problem
    from mikrohandlinger.domain.schedule import SchedulerName, Step
    from mikrohandlinger.system.schedulers.protocol import Scheduler
    from mikrohandlinger.usecases.context import Context

CARRIED: Final = (
    "MIKRO_HOME",
    "MIKRO_LANG",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "LANG",
)
"""What a job carries from the terminal where it was made; a scheduler starts it with other variables."""

_FAILURES_SHOWN: Final = 5


def switch_on(
    context: Context, at: str | None, wanted: SchedulerName | None, description: str, *, dry_run: bool
) -> SwitchedOn:
    """Install the job, or change it.

    Args:
        context: The run of the program.
        at: When it comes, as typed, and remembered as the setting; None for the time that is set.
        wanted: The scheduler to use instead of the one that fits best.
        description: What the job is for, for those who look into the system's list of jobs.
        dry_run: Only plan it. Then it may be the job of a scheduler of another operating system.

    Raises:
        MikroError: When no reminder would come at that time, no scheduler answers, or it does not take the job.
    """
    from mikrohandlinger.storage.files import write_whole
    from mikrohandlinger.storage.toml import settings as settings_file

    chosen = time_of(context, at)
    _refuse_quiet_time(context, chosen)
    scheduler = _scheduler(context, wanted, dry_run=dry_run)
    steps = scheduling.plan(scheduler.render(_desired(context, chosen, description)), scheduler.installed())
    others = [other for other in _candidates(context) if other.name != scheduler.name]
    old = tuple(step for other in others for step in scheduling.plan(None, other.installed()))
    if not dry_run:
        # The old job of another scheduler goes only when the new one stands.
        running.carry_out(steps, write_whole)
        running.carry_out(old, write_whole)
        if at is not None:
            settings_file.store(context.paths.settings, "nudge_at", f"{chosen:%H:%M}")
        context.store.reminders.begin_anew()
        context.store.mark("nudge on", context.clock.now)
    return SwitchedOn(scheduler.name, chosen, steps + old)


def switch_off(context: Context, *, dry_run: bool) -> tuple[Step, ...]:
    """Take the job away from every scheduler that has it; what was done for that, or would be.

    Raises:
        MikroError: When a scheduler does not let it go.
    """
    from mikrohandlinger.storage.files import write_whole
    from mikrohandlinger.system.notify import forget_registration

    steps = tuple(step for one in _candidates(context) for step in scheduling.plan(None, one.installed()))
    if not dry_run:
        running.carry_out(steps, write_whole)
        forget_registration()
        context.store.mark("nudge off", context.clock.now)
    return steps


def status(context: Context) -> ReminderStatus:
    """How the reminder stands: asked of the schedulers, and of our own record."""
    installed = next((one for one in _candidates(context) if one.installed() is not None), None)
    job = installed.reading() if installed is not None else None
    next_run = installed.next_run(context.clock.now) if installed is not None else None
    rhythm = remind.decide(context).rhythm
    coming = None
    if job is not None and next_run is not None:
        coming = next_reminder(job, next_run, rhythm, context.calendar().off_reason)
    return ReminderStatus(
        scheduler=installed.name if installed is not None else None,
        job=job,
        next_run=next_run,
        next_reminder=coming,
        last=context.store.reminders.last_shown(),
        rhythm=rhythm,
        problems=tuple(_problems(context, installed)) if installed is not None else (),
        failures=tuple(reminder_log.latest(context.paths.nudge_log, _FAILURES_SHOWN)),
    )


def time_of(context: Context, at: str | None) -> time:
    """The time of day that ``--at`` says; the one that is set, unless it says any.

    Raises:
        MikroError: When it is not understood.
    """
    from mikrohandlinger.domain.settings import parse, read

    chosen = context.settings.nudge_at
    if at is not None:
        chosen = read({"nudge_at": parse("nudge_at", at)}).nudge_at
    return chosen


def carried(variables: Iterable[str]) -> dict[str, str]:
    """The variables among ``NAME=value`` that a job may carry; see :data:`CARRIED`."""
    pairs = (variable.partition("=") for variable in variables)
    return {name: value for name, _equals, value in pairs if name in CARRIED}


def _candidates(context: Context, system: str = sys.platform) -> tuple[Scheduler, ...]:
    return choosing.candidates(Path(context.paths.config), context.environ, system)


def _desired(context: Context, at: time, description: str) -> Schedule:
    """The job as it should be now."""
    return Schedule(
        at=at,
        weekdays=tuple(sorted(context.settings.workdays)),
        command=(
            _python(Path(sys.executable)),
            "-P",
            "-m",
            "mikrohandlinger",
            "nudge",
            "deliver",
            *_options(context),
        ),
        description=description,
    )


def _python(executable: Path) -> str:
    """The interpreter that the job starts; on Windows the one that opens no console window."""
    windowless = executable.with_name("pythonw.exe")
    return str(windowless if sys.platform == "win32" and windowless.exists() else executable)


def _options(context: Context) -> Iterator[str]:
    """The variables that decide where the files lie and which language is spoken, as ``--env`` options."""
    environ = dict(context.environ)
    if environ.get("MIKRO_HOME"):
        environ["MIKRO_HOME"] = str(context.paths.data)
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG")
    environ["LANG"] = locale if locale and context.settings.language == "auto" else ""
    for name in CARRIED:
        if environ.get(name):
            yield from ("--env", f"{name}={environ[name]}")


def _refuse_quiet_time(context: Context, at: time) -> None:
    """Refuse a time at which no reminder would ever come."""
    hours = Hours(context.settings.nudge_from, context.settings.nudge_to)
    if not hours.allow(at):
        raise MikroError(
            "nudge-quiet",
            N_(
                "{at} is outside the hours in which a reminder may come, {opens} to {closes}. "
                "Choose another time, or change them: mikro config set nudge_from 06:00."
            ),
            at=clock(at),
            opens=clock(hours.opens),
            closes=clock(hours.closes),
        )


def _scheduler(context: Context, wanted: SchedulerName | None, *, dry_run: bool) -> Scheduler:
    """The scheduler asked for, or the first that answers.

    A dry run may show the job of a scheduler of another operating system.
    """
    here = _candidates(context)
    if wanted is not None:
        systems = (sys.platform, *choosing.SYSTEMS) if dry_run else (sys.platform,)
        found = [one for system in systems for one in _candidates(context, system) if one.name == wanted]
        if found and (dry_run or found[0].usable()):
            return found[0]
    else:
        usable = next((one for one in here if one.usable()), None)
        if usable is not None:
            return usable
        if dry_run:
            return here[0]
    raise MikroError(
        "nudge-no-scheduler",
        N_(
            "No scheduler answers here ({names}). "
            "Your calendar or terminal can remind you instead: mikro nudge calendar, mikro nudge prompt."
        ),
        names=wanted or ", ".join(one.name for one in here),
    )


def _problems(context: Context, scheduler: Scheduler) -> Iterator[Problem]:
    """Why the job may not do what the settings say."""
    job, reading = scheduler.installed(), scheduler.reading()
    if reading is None:
        yield "unreadable"
        return
    if not Path(reading.program).exists():
        yield "program-gone"
    if job is not None and not job.active:
        yield "not-taken-up"
    settings = context.settings
    if (reading.at, reading.weekdays) != (settings.nudge_at, tuple(sorted(settings.workdays))):
        yield "differs"
