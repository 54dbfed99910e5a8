"""How the daily reminder stands: what is installed, and what our own record says really came."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mikrohandlinger.cli.commands.nudge import job as nudge_job
from mikrohandlinger.cli.commands.nudge.deliver import decide
from mikrohandlinger.domain.reminding import DAILY, first_of_week
from mikrohandlinger.domain.reports.reminder import ReminderStatus
from mikrohandlinger.domain.schedule import next_due
from mikrohandlinger.storage.database.reminders import failures
from mikrohandlinger.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mikrohandlinger.domain.schedule import JobReading
    from mikrohandlinger.system.schedulers.scheduler import Scheduler
    from mikrohandlinger.usecases.context import Context

FAILURES_SHOWN = 5
A_YEAR = timedelta(days=366)


def read(context: Context) -> ReminderStatus:
    """Ask the schedulers, and our own record."""
    installed = next((one for one in nudge_job.candidates(context) if one.installed() is not None), None)
    reading = installed.reading() if installed is not None else None
    next_run = installed.next_run(context.clock.now) if installed is not None else None
    rhythm = decide(context).rhythm
    return ReminderStatus(
        scheduler=installed.name if installed is not None else None,
        reading=reading,
        next_run=next_run,
        next_reminder=_next_reminder(context, reading, next_run, rhythm),
        last=context.store.reminders.last_shown(),
        rhythm=rhythm,
        problems=tuple(_problems(context, installed)) if installed is not None else (),
        failures=tuple(failures(context.paths.nudge_log, FAILURES_SHOWN)),
    )


def _next_reminder(
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
