"""How the daily reminder stands: what is installed, and what our own record says really came."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mikrohandlinger.cli.commands.nudge import job as nudge_job
from mikrohandlinger.cli.commands.nudge.deliver import decide
from mikrohandlinger.domain.reminding import DAILY, WEEKLY, first_of_week
from mikrohandlinger.domain.schedule import next_due
from mikrohandlinger.storage.database.reminders import Shown, failures
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import clock, full_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mikrohandlinger.domain.schedule import JobReading
    from mikrohandlinger.system.schedulers.scheduler import Scheduler
    from mikrohandlinger.usecases.context import Context

FAILURES_SHOWN = 5
A_YEAR = timedelta(days=366)


class NudgeStatus(NamedTuple):
    """How the reminder stands.

    Attributes:
        scheduler: Which scheduler has the job; None when it is off.
        reading: What the installed job says about itself.
        next_run: When the scheduler starts the job next, local wall clock.
        next_nudge: The first such moment at which a nudge may come: days off are skipped. None when there
            is none within a year, as in a pause without an end.
        last: The last nudge that really came on a screen.
        rhythm: ``daily`` or ``weekly``.
        problems: What is wrong with the job, in words.
        failures: The latest lines of the log.
    """

    scheduler: str | None
    reading: JobReading | None
    next_run: datetime | None
    next_nudge: datetime | None
    last: Shown | None
    rhythm: str
    problems: tuple[str, ...]
    failures: tuple[str, ...]


def read(context: Context) -> NudgeStatus:
    """Ask the schedulers, and our own record."""
    installed = next((one for one in nudge_job.candidates(context) if one.installed() is not None), None)
    reading = installed.reading() if installed is not None else None
    next_run = installed.next_run(context.clock.now) if installed is not None else None
    rhythm = decide(context).rhythm
    return NudgeStatus(
        scheduler=installed.name if installed is not None else None,
        reading=reading,
        next_run=next_run,
        next_nudge=_next_nudge(context, reading, next_run, rhythm),
        last=context.store.reminders.last_shown(),
        rhythm=rhythm,
        problems=tuple(_problems(context, installed)) if installed is not None else (),
        failures=tuple(failures(context.paths.nudge_log, FAILURES_SHOWN)),
    )


def _next_nudge(
    context: Context, reading: JobReading | None, next_run: datetime | None, rhythm: str
) -> datetime | None:
    """Skip the runs on which the decision would be silent because of the day."""
    off_reason = context.calendar().off_reason
    moment = next_run
    while moment is not None and reading is not None and moment.date() < context.today + A_YEAR:
        day = moment.date()
        if off_reason(day) is None and (rhythm == DAILY or first_of_week(day, off_reason)):
            return moment
        moment = next_due(reading.at, reading.weekdays, moment)
    return None


def _problems(context: Context, scheduler: Scheduler) -> Iterable[str]:
    """Find out why the job may not do what the settings say."""
    job, reading = scheduler.installed(), scheduler.reading()
    if reading is None:
        yield _("The job has been changed by somebody else and cannot be read.")
        return
    if not Path(reading.program).exists():
        yield _("The program that the job starts is gone: {path}").format(path=reading.program)
    if job is not None and not job.active:
        yield _("The scheduler has not taken the job up.")
    settings = context.settings
    if (reading.at, reading.weekdays) != (settings.nudge_at, tuple(sorted(settings.workdays))):
        yield _("Your settings name another time or other workdays.")


def lines(status: NudgeStatus) -> Iterable[str]:
    """Tell it in words."""
    if status.scheduler is None:
        yield _("The reminder is off. Switch it on: mikro nudge on")
    else:
        at = clock(status.reading.at) if status.reading is not None else "?"
        yield _("The reminder is on: at {at}, by {scheduler}.").format(at=at, scheduler=status.scheduler)
    if status.next_nudge is not None:
        yield _("Next time: {moment}").format(moment=_moment(status.next_nudge))
    elif status.next_run is not None:
        yield _("No reminder comes while your pause lasts. When you are back: mikro resume")
    if status.rhythm == WEEKLY:
        yield _("It comes once a week, on the first working day. Every day again: mikro nudge on")
    if status.last is None:
        yield _("No reminder has been shown yet. See one now: mikro nudge test")
    else:
        yield _("Last shown: {moment}, through {channel}").format(
            moment=_moment(status.last.at), channel=status.last.channel
        )
    for problem in status.problems:
        yield problem + " " + _("Mend it: mikro nudge on")
    if status.failures:
        yield _("From the log:")
        yield from (f"  {line}" for line in status.failures)


def document(status: NudgeStatus) -> dict[str, Any]:
    """Tell it to programs."""
    reading, last = status.reading, status.last
    return {
        "schema": 1,
        "installed": status.scheduler is not None,
        "scheduler": status.scheduler,
        "at": f"{reading.at:%H:%M}" if reading is not None else None,
        "weekdays": list(reading.weekdays) if reading is not None else [],
        "next_run": status.next_run.isoformat() if status.next_run is not None else None,
        "next_nudge": status.next_nudge.isoformat() if status.next_nudge is not None else None,
        "last_shown": {"at": last.at.isoformat(), "channel": last.channel} if last is not None else None,
        "rhythm": status.rhythm,
        "problems": list(status.problems),
        "failures": list(status.failures),
    }


def _moment(moment: datetime) -> str:
    return _("{day} at {time}").format(day=full_date(moment.date()), time=clock(moment))
