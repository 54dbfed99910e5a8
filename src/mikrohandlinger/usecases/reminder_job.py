"""The job that the operating system's scheduler runs: switching it on and off, and how it stands."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path

from mikrohandlinger.domain import reminder_time
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reports.reminder import ReminderStatus, next_reminder
from mikrohandlinger.domain.schedule import Schedule, SwitchedOn
from mikrohandlinger.domain.setting_kinds import WEEKDAYS
from mikrohandlinger.domain.words import Listed
from mikrohandlinger.storage import reminder_log
from mikrohandlinger.storage.files import sweep, write_whole
from mikrohandlinger.storage.toml import settings as settings_file
from mikrohandlinger.system.schedulers import choosing, running
from mikrohandlinger.system.schedulers.running import move
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import remind
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import time
    from typing import Final

    from mikrohandlinger.domain.reports.reminder import Problem
    from mikrohandlinger.domain.schedule import JobReading, SchedulerName, Step
    from mikrohandlinger.domain.settings import Settings
    from mikrohandlinger.system.schedulers.protocol import Scheduler
    from mikrohandlinger.system.schedulers.running import Move
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

#: Those among them that say where the files lie.
_FOLDERS: Final = ("MIKRO_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")

_FAILURES_SHOWN: Final = 5


def switch_on(context: Context, at: str | None, wanted: SchedulerName | None, *, dry_run: bool) -> SwitchedOn:
    """Install the job, or change it: with the settings one change, of which all is done or nothing.

    Args:
        context: The run of the program.
        at: When it comes, as typed, and remembered as the setting; None for the time that is set. The hours in which
            a reminder may come are widened where it lies outside.
        wanted: The scheduler to use instead of the one that fits best.
        dry_run: Only plan it. Then it may be the job of a scheduler of another operating system.

    Raises:
        MikroError: When no reminder would come at the time that is set, no scheduler answers, or it does not take the
            job; then everything is as it was.
    """
    chosen, hours = time_of(context, at), reminder_time.hours_of(context.settings)
    outside = reminder_time.clash(chosen, hours)
    if outside is not None and at is None:
        raise reminder_time.too_early_or_late(outside)
    wider = reminder_time.widened(chosen, hours)
    scheduler = _scheduler(context, wanted, dry_run=dry_run)
    here = [other for other in _candidates(context) if other.name != scheduler.name]
    # The old job of another scheduler goes only when the new one stands.
    moves = [
        move(scheduler, scheduler.render(_desired(context, chosen))),
        *(move(other, None) for other in here),
    ]
    done = SwitchedOn(
        scheduler.name,
        chosen,
        tuple(step for each in moves for step in each.steps),
        wider if wider != hours else None,
    )
    if not dry_run:
        values = {"nudge_at": chosen} if at is not None else {}
        if done.hours is not None:
            values |= {"nudge_from": wider.opens, "nudge_to": wider.closes}
        _as_one_change(context, moves, {key: f"{value:%H:%M}" for key, value in values.items()})
    return done


def switch_off(context: Context, *, dry_run: bool) -> tuple[Step, ...]:
    """Take the job away from every scheduler that has it; what was done for that, or would be.

    Raises:
        MikroError: When a scheduler does not let it go.
    """
    steps = _take_away(context, _candidates(context), dry_run=dry_run)
    # Where there is no data there is no change before it either, and none is made for this.
    if steps and not dry_run and os.path.exists(context.paths.database):
        try:
            context.store.mark("nudge off", context.clock.now)
        except MikroError as error:  # it is off, whatever undo can be told of it
            context.say(error)
    return steps


def erase(context: Context) -> None:
    """Take the job away that brings what lies in these folders, and one that nobody can read.

    Raises:
        MikroError: When a scheduler does not let it go.
    """
    found = []
    for one in _candidates(context):
        reading = one.reading() if one.installed() is not None else None
        if reading is None or _is_of_these_files(context, reading):
            found.append(one)
    _take_away(context, found, dry_run=False)


def _take_away(context: Context, schedulers: Iterable[Scheduler], *, dry_run: bool) -> tuple[Step, ...]:
    from mikrohandlinger.system.notify import forget_registration

    moves = [move(one, None) for one in schedulers]
    steps = tuple(step for each in moves for step in each.steps)
    if not dry_run:
        with _telling_what_stands(context):
            running.carry_out(moves, _write)
        forget_registration()
    return steps


@contextmanager
def carrying_along(context: Context) -> Iterator[Callable[[Settings], None]]:
    """Change settings without silencing the reminder.

    What it gives is to be called with the new settings before they are stored: they are refused where no reminder
    could come any more, and else the job moves to where they say. Where anything in the block fails, the job is put back.

    Raises:
        MikroError: When the scheduler does not take it; then the job is as it was.
    """
    before = context.settings
    moved = None
    with ExitStack() as done:

        def along(settings: Settings) -> None:
            nonlocal moved
            reminder_time.refuse_silence(before, settings)
            found = _following(context, settings)
            if found is not None:
                done.enter_context(_telling_what_stands(context))
                done.enter_context(running.carrying_out([found], _write))
                moved = settings

        yield along
    if moved is not None:
        context.say(_follows(moved))


def _follows(settings: Settings) -> MikroError:
    days = Listed("weekday", tuple(WEEKDAYS[day - 1] for day in sorted(settings.workdays)))
    return MikroError(
        "reminder-moved", N_("Your reminder follows: {days} at {at}."), days=days, at=settings.nudge_at
    )


def _of_these_files(context: Context) -> tuple[Scheduler, JobReading] | None:
    """The job that brings what lies in these folders; one of other folders has settings of its own."""
    installed = next((one for one in _candidates(context) if one.installed() is not None), None)
    reading = installed.reading() if installed is not None else None
    if installed is None or reading is None or not _is_of_these_files(context, reading):
        return None
    return installed, reading


def _following(context: Context, settings: Settings) -> Move | None:
    """The move of the job to where the settings say; None where it is there, or there is none."""
    found = _of_these_files(context)
    if found is None:
        return None
    scheduler, reading = found
    weekdays = tuple(sorted(settings.workdays))
    if (reading.at, reading.weekdays) == (settings.nudge_at, weekdays):
        return None
    desired = _desired(context, settings.nudge_at)._replace(weekdays=weekdays)
    if Path(reading.program).exists():
        # What it starts is what the user switched on, and not what happens to be set in this terminal.
        desired = desired._replace(command=(reading.program, *reading.arguments))
    return move(scheduler, scheduler.render(desired))


def status(context: Context) -> ReminderStatus:
    """How the reminder stands: asked of the schedulers, and of our own record."""
    settings = context.settings
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
        today=context.today,
        at=settings.nudge_at,
        shows_plan=settings.nudge_shows_plan,
        clash=reminder_time.clash(settings.nudge_at, reminder_time.hours_of(settings)),
    )


def problems(context: Context) -> tuple[Problem, ...] | None:
    """Why the job that stands may not do what the settings say; None where none stands.

    Raises:
        MikroError: When the settings cannot be read.
    """
    installed = next((one for one in _candidates(context) if one.installed() is not None), None)
    return None if installed is None else tuple(_problems(context, installed))


def stands(context: Context) -> bool:
    """Whether any scheduler has the job that brings what lies in these folders."""
    return _of_these_files(context) is not None


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


def _desired(context: Context, at: time) -> Schedule:
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
        description=_("mikro: today's micro-action"),
    )


def _python(executable: Path, system: str = sys.platform) -> str:
    """The interpreter that the job starts; on Windows the one that opens no console window."""
    windowless = executable.with_name("pythonw.exe")
    return str(windowless if system == "win32" and windowless.exists() else executable)


def _is_this_copy(program: str) -> bool:
    """Whether the job starts a Python of this folder: its names differ, and a new version may lie in another one."""
    here, there = (os.path.normcase(os.path.dirname(path)) for path in (sys.executable, program))
    return here == there


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


def _as_one_change(context: Context, moves: Sequence[Move], values: dict[str, str]) -> None:
    """Set some settings and carry out some moves; where anything fails, the settings and the job are as they were."""
    # Opened before anything changes: what is refused here leaves nothing behind.
    reminders = context.store.reminders
    with _telling_what_stands(context), settings_file.put_back_unless_done(context.paths.settings):
        if values:
            settings_file.store_all(context.paths.settings, values)
        with running.carrying_out(moves, _write):
            reminders.begin_anew()
            context.store.mark("nudge on", context.clock.now)
    context.forget("settings")


@contextmanager
def _telling_what_stands(context: Context) -> Iterator[None]:
    """Let a refusal say, behind what was in the way, that the reminder is as it was."""
    try:
        yield
    except MikroError as error:
        if error.detail:
            reminder_log.note(context.paths.nudge_log, context.clock.now, error.detail)
        if error.code == "nudge-half":
            raise
        job = next((one for one in _candidates(context) if one.installed() is not None), None)
        reading = job.reading() if job is not None else None
        if reading is None:
            raise MikroError(error.code, N_("{fault} The reminder is still off."), fault=error) from error
        raise MikroError(
            error.code, N_("{fault} Your reminder at {at} stands."), fault=error, at=reading.at
        ) from error


def _write(path: Path, content: bytes) -> None:
    """Replace a file of the job, and take away what a process left there that was killed."""
    sweep(path)
    write_whole(path, content)


def _is_of_these_files(context: Context, reading: JobReading) -> bool:
    """Whether the job brings what lies in these folders."""
    options = reading.arguments
    given = [value for name, value in pairwise(options) if name == "--env"]
    ours = [value for name, value in pairwise(_options(context)) if name == "--env"]
    carries, wants = carried(given), carried(ours)
    return all(carries.get(name) == wants.get(name) for name in _FOLDERS)


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
    if sys.platform == "win32":
        raise MikroError(
            "nudge-no-scheduler",
            N_(
                "The Task Scheduler of Windows does not answer; perhaps your workplace has closed it. "
                "Your calendar can remind you instead: mikro nudge calendar -o mikro.ics"
            ),
        )
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
    elif not _is_this_copy(reading.program):
        yield "another-copy"
    if job is not None and not job.active:
        yield "not-taken-up"
    settings = context.settings
    if (reading.at, reading.weekdays) != (settings.nudge_at, tuple(sorted(settings.workdays))):
        yield "differs"
