"""How the reminder stands: what is installed, and what our own record says really came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from mikrohandlinger.domain.reminding import DAILY, Rhythm, first_of_week
from mikrohandlinger.domain.schedule import JobReading, SchedulerName, next_due
from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.reminder_time import Clash

Problem = Literal["unreadable", "program-gone", "another-copy", "not-taken-up", "differs"]

_A_YEAR: Final = timedelta(days=366)


class LastReminder(NamedTuple):
    """The last reminder that came on a screen."""

    at: datetime
    channel: str


class ReminderStatus(NamedTuple):
    """How the reminder stands.

    Attributes:
        scheduler: Which scheduler has the job; None when it is off.
        job: What the installed job says about itself; None where it cannot be read.
        next_run: When the scheduler starts the job next, local wall clock.
        next_reminder: The first such moment at which a reminder may come; see :func:`next_reminder`.
        last: The last reminder that really came on a screen.
        rhythm: The rhythm that holds.
        problems: What is wrong with the job.
        failures: The latest lines of the log, oldest first.
        today: The present day.
        at: The time that is set.
        shows_plan: Whether it may show the user's own plan.
        clash: What keeps a reminder at that time away; None where nothing does.
    """

    scheduler: SchedulerName | None
    job: JobReading | None
    next_run: datetime | None
    next_reminder: datetime | None
    last: LastReminder | None
    rhythm: Rhythm
    problems: tuple[Problem, ...]
    failures: tuple[str, ...]
    today: date
    at: time
    shows_plan: bool = False
    clash: Clash | None = None


def next_reminder(
    job: JobReading, next_run: datetime, rhythm: Rhythm, off_reason: Callable[[date], str | None]
) -> datetime | None:
    """The first run of the job from ``next_run`` on at which a reminder may come.

    Runs on which :func:`decide` would be silent because of the day are skipped. None when there is no other
    within a year, as in a pause without an end.
    """
    moment: datetime | None = next_run
    while moment is not None and moment - next_run < _A_YEAR:
        day = moment.date()
        if off_reason(day) is None and (rhythm == DAILY or first_of_week(day, off_reason)):
            return moment
        moment = next_due(job.at, job.weekdays, moment)
    return None
