"""How the daily reminder stands: what is installed, and what our own record says really came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mikrohandlinger.cli import nudge_job
from mikrohandlinger.cli.deliver import decide
from mikrohandlinger.domain.nudging import DAILY, WEEKLY, first_of_week
from mikrohandlinger.domain.scheduling import next_due
from mikrohandlinger.storage.nudges import Shown, failures
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import clock, full_date

if TYPE_CHECKING:
    from mikrohandlinger.cli.session import Session
    from mikrohandlinger.domain.scheduling import Standing
    from mikrohandlinger.platform.scheduler import Scheduler

FAILURES_SHOWN = 5
A_YEAR = timedelta(days=366)


class NudgeStatus(NamedTuple):
    """How the reminder stands.

    Attributes:
        scheduler: Which scheduler has the job; None when it is off.
        standing: What the installed job says about itself.
        next_run: When the scheduler starts the job next, local wall clock.
        next_nudge: The first such moment at which a nudge may come: days off are skipped. None when there
            is none within a year, as in a pause without an end.
        last: The last nudge that really came on a screen.
        rhythm: ``daily`` or ``weekly``.
        problems: What is wrong with the job, in words.
        failures: The latest lines of the log.
    """

    scheduler: str | None
    standing: Standing | None
    next_run: datetime | None
    next_nudge: datetime | None
    last: Shown | None
    rhythm: str
    problems: tuple[str, ...]
    failures: tuple[str, ...]


def read(session: Session) -> NudgeStatus:
    """Ask the schedulers, and our own record."""
    installed = next((one for one in nudge_job.candidates(session) if one.installed() is not None), None)
    standing = installed.standing() if installed is not None else None
    next_run = installed.next_run(session.clock.now) if installed is not None else None
    rhythm = decide(session).rhythm
    return NudgeStatus(
        scheduler=installed.name if installed is not None else None,
        standing=standing,
        next_run=next_run,
        next_nudge=_next_nudge(session, standing, next_run, rhythm),
        last=session.store.nudges.last_shown(),
        rhythm=rhythm,
        problems=tuple(_problems(session, installed)) if installed is not None else (),
        failures=tuple(failures(session.paths.nudge_log, FAILURES_SHOWN)),
    )


def _next_nudge(
    session: Session, standing: Standing | None, next_run: datetime | None, rhythm: str
) -> datetime | None:
    """Skip the runs on which the decision would be silent because of the day."""
    off_reason = session.calendar().off_reason
    moment = next_run
    while moment is not None and standing is not None and moment.date() < session.today + A_YEAR:
        day = moment.date()
        if off_reason(day) is None and (rhythm == DAILY or first_of_week(day, off_reason)):
            return moment
        moment = next_due(standing.at, standing.weekdays, moment)
    return None


def _problems(session: Session, scheduler: Scheduler) -> Iterable[str]:
    """Find out why the job may not do what the settings say."""
    job, standing = scheduler.installed(), scheduler.standing()
    if standing is None:
        yield _("The job has been changed by somebody else and cannot be read.")
        return
    if not Path(standing.program).exists():
        yield _("The program that the job starts is gone: {path}").format(path=standing.program)
    if job is not None and not job.active:
        yield _("The scheduler has not taken the job up.")
    settings = session.settings
    if (standing.at, standing.weekdays) != (settings.values["nudge_at"], tuple(sorted(settings.workdays))):
        yield _("Your settings name another time or other workdays.")


def lines(status: NudgeStatus) -> Iterable[str]:
    """Tell it in words."""
    if status.scheduler is None:
        yield _("The reminder is off. Switch it on: mikro nudge on")
    else:
        at = clock(status.standing.at) if status.standing is not None else "?"
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
    standing, last = status.standing, status.last
    return {
        "schema": 1,
        "installed": status.scheduler is not None,
        "scheduler": status.scheduler,
        "at": f"{standing.at:%H:%M}" if standing is not None else None,
        "weekdays": list(standing.weekdays) if standing is not None else [],
        "next_run": status.next_run.isoformat() if status.next_run is not None else None,
        "next_nudge": status.next_nudge.isoformat() if status.next_nudge is not None else None,
        "last_shown": {"at": last.at.isoformat(), "channel": last.channel} if last is not None else None,
        "rhythm": status.rhythm,
        "problems": list(status.problems),
        "failures": list(status.failures),
    }


def _moment(moment: datetime) -> str:
    return _("{day} at {time}").format(day=full_date(moment.date()), time=clock(moment))
