"""The reminder for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.reminder.words import problems, too_early_or_late
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from mikrohandlinger.domain.reports.reminder import ReminderStatus


def document(status: ReminderStatus) -> dict[str, Any]:
    """``mikro nudge status --json``."""
    job, last = status.job, status.last
    return envelope.document(
        installed=status.scheduler is not None,
        scheduler=status.scheduler,
        at=f"{job.at:%H:%M}" if job is not None else None,
        weekdays=list(job.weekdays) if job is not None else [],
        next_run=_iso(status.next_run),
        next_nudge=_iso(status.next_reminder),
        last_shown={"at": last.at.isoformat(), "channel": last.channel} if last is not None else None,
        rhythm=status.rhythm,
        problems=[*([too_early_or_late(status.clash)] if status.clash else []), *problems(status)],
        shows_plan=status.shows_plan,
        failures=list(status.failures),
    )


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
