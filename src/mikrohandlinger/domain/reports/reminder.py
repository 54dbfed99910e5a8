"""What ``mikro nudge`` shows: what is installed, and what our own record says really came."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from mikrohandlinger.domain.schedule import JobReading


class LastReminder(NamedTuple):
    """The last reminder that came on a screen: when, and through which channel."""

    at: datetime
    channel: str


class ReminderStatus(NamedTuple):
    """How the reminder stands.

    Attributes:
        scheduler: Which scheduler has the job; None when it is off.
        reading: What the installed job says about itself.
        next_run: When the scheduler starts the job next, local wall clock.
        next_reminder: The first such moment at which a reminder may come: days off are skipped. None when there
            is none within a year, as in a pause without an end.
        last: The last reminder that really came on a screen.
        rhythm: ``daily`` or ``weekly``.
        problems: What is wrong with the job, in words.
        failures: The latest lines of the log.
    """

    scheduler: str | None
    reading: JobReading | None
    next_run: datetime | None
    next_reminder: datetime | None
    last: LastReminder | None
    rhythm: str
    problems: tuple[str, ...]
    failures: tuple[str, ...]
