"""Switching the daily reminder on and off: what the job should be, who runs it, and what was done."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mikrohandlinger.cli.commands.nudge.deliver import CARRIED
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.domain import schedule as scheduling
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reminding import Hours
from mikrohandlinger.domain.schedule import Call, Schedule, Step
from mikrohandlinger.system.schedulers import scheduler as schedulers
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import time

    from mikrohandlinger.system.schedulers.scheduler import Scheduler
    from mikrohandlinger.usecases.context import Context


def switch_on(context: Context, at: str | None, wanted: str | None, *, dry_run: bool) -> None:
    """Install or change the job, and say what was written and where."""
    from mikrohandlinger.storage.files import write_whole
    from mikrohandlinger.storage.toml import settings as settings_file

    chosen = _time(context, at)
    scheduler = _scheduler(context, wanted, dry_run=dry_run)
    schedule = desired(context, chosen)
    steps = scheduling.plan(scheduler.render(schedule), scheduler.installed())
    others = [other for other in candidates(context) if other.name != scheduler.name]
    old = [step for other in others for step in scheduling.plan(None, other.installed())]
    if dry_run:
        _print_exactly([*steps, *old])
        return
    # The old job of another scheduler goes only when the new one stands.
    schedulers.carry_out(steps, write_whole)
    schedulers.carry_out(old, write_whole)
    if at is not None:
        settings_file.store(context.paths.settings, "nudge_at", f"{chosen:%H:%M}")
    context.store.reminders.begin_anew()
    for line in _report(scheduler, schedule, [*steps, *old]):
        echo(line)


def switch_off(context: Context, *, dry_run: bool) -> None:
    """Take the job away from every scheduler that has it."""
    from mikrohandlinger.storage.files import write_whole
    from mikrohandlinger.system.notify import forget_registration

    steps = [step for one in candidates(context) for step in scheduling.plan(None, one.installed())]
    if dry_run:
        _print_exactly(steps)
        return
    schedulers.carry_out(steps, write_whole)
    forget_registration()
    if not steps:
        echo(_("There is no reminder to take away."))
        return
    for line in _done(steps):
        echo(line)
    echo(_("The reminder is off. An event that you imported into a calendar is deleted there."))


def candidates(context: Context, system: str = sys.platform) -> tuple[Scheduler, ...]:
    """Give the schedulers of this operating system."""
    return schedulers.candidates(context.paths.config, context.environ, system)


def desired(context: Context, at: time) -> Schedule:
    """Give the job as it should be now."""
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
            *_carried(context),
        ),
        description=_("mikro: today's micro-action"),
    )


def _python(executable: Path) -> str:
    """The interpreter that the job starts; on Windows the one that opens no console window."""
    windowless = executable.with_name("pythonw.exe")
    return str(windowless if sys.platform == "win32" and windowless.exists() else executable)


def _carried(context: Context) -> Iterable[str]:
    """The variables that decide where the files lie and which language is spoken, as ``--env`` options."""
    environ = dict(context.environ)
    if environ.get("MIKRO_HOME"):
        environ["MIKRO_HOME"] = str(context.paths.data)
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG")
    environ["LANG"] = locale if locale and context.settings.language == "auto" else ""
    for name in CARRIED:
        if environ.get(name):
            yield from ("--env", f"{name}={environ[name]}")


def _time(context: Context, at: str | None) -> time:
    """Read the time, and refuse one at which no reminder would ever come."""
    from mikrohandlinger.domain.settings import parse, read

    settings = context.settings
    chosen = settings.nudge_at
    if at is not None:
        chosen = read({"nudge_at": parse("nudge_at", at)}).nudge_at
    hours = Hours(settings.nudge_from, settings.nudge_to)
    if not hours.allow(chosen):
        raise MikroError(
            "nudge-quiet",
            N_(
                "{at} is outside the hours in which a reminder may come, {opens} to {closes}. "
                "Choose another time, or change them: mikro config set nudge_from 06:00."
            ),
            at=clock(chosen),
            opens=clock(hours.opens),
            closes=clock(hours.closes),
        )
    return chosen


def _scheduler(context: Context, wanted: str | None, *, dry_run: bool) -> Scheduler:
    """The scheduler asked for, or the first that answers.

    A dry run may show the job of a scheduler of another operating system.
    """
    here = candidates(context)
    if wanted is not None:
        systems = (sys.platform, "linux", "darwin", "win32") if dry_run else (sys.platform,)
        found = [one for system in systems for one in candidates(context, system) if one.name == wanted]
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


def _print_exactly(steps: Sequence[Step]) -> None:
    """Print every file and command as it would be, and nothing else."""
    if not steps:
        echo(_("Nothing would change."))
    for step in steps:
        if step.do == scheduling.WRITE:
            echo("# " + _("would write {path}").format(path=step.path))
            echo(_readable(step.content))
        elif step.do == scheduling.DELETE:
            echo("# " + _("would delete {path}").format(path=step.path))
        elif step.call is not None:
            echo("# " + _("would run"))
            echo(_command_line(step.call))


def _readable(content: bytes) -> str:
    return content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8").replace("\r\n", "\n")


def _command_line(call: Call) -> str:
    import shlex
    import subprocess

    line = subprocess.list2cmdline(call.argv) if call.argv[0] == "schtasks" else shlex.join(call.argv)
    return f"{line} <<'END'\n{call.stdin.decode(errors='replace')}END" if call.stdin else line


def _report(scheduler: Scheduler, schedule: Schedule, steps: Sequence[Step]) -> Iterable[str]:
    if not steps:
        yield _("The reminder was on already, and is as it was.")
    yield from _done(steps)
    yield _("The reminder is on: on your workdays at {at}, by {scheduler}.").format(
        at=clock(schedule.at), scheduler=scheduler.name
    )
    if scheduler.name == "launchd":
        yield _("macOS lists it under Login Items as “python”; that is mikro.")
    if scheduler.name == "cron":
        yield _(
            "Cron makes up for nothing: if the computer is off at that time, there is no reminder that day."
        )
    yield _("See one now: mikro nudge test")


def _done(steps: Sequence[Step]) -> Iterable[str]:
    """Say what was written, deleted and run."""
    for step in steps:
        if step.do == scheduling.WRITE:
            yield _("Written: {path}").format(path=step.path)
        elif step.do == scheduling.DELETE:
            yield _("Deleted: {path}").format(path=step.path)
        elif step.call is not None:
            yield _("Run: {command}").format(command=" ".join(step.call.argv))
