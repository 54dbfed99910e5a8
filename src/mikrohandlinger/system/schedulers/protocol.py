"""What every scheduler can be asked, and what all of their job files have in common."""

from __future__ import annotations

from typing import Protocol

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reasons import reason_of
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from mikrohandlinger.domain.schedule import Job, JobReading, Schedule, SchedulerName


class Scheduler(Protocol):
    """One of the operating system's own schedulers."""

    @property
    def name(self) -> SchedulerName:
        """Its name for the option ``--scheduler`` and on the screen."""

    def usable(self) -> bool:
        """Whether it is here and answers."""

    def render(self, schedule: Schedule) -> Job:
        """The files and calls of the job, exactly.

        Raises:
            MikroError: For what it cannot express.
        """

    def installed(self) -> Job | None:
        """The job that stands now, or None."""

    def reading(self) -> JobReading | None:
        """When the installed job fires and what it starts, or None where that cannot be told."""

    def next_run(self, now: datetime) -> datetime | None:
        """When the job fires next, as local wall clock; from the system itself where it says so."""


def refused(why: str) -> MikroError:
    """The refusal with the system's own words about why it would not, for programs and the log."""
    return MikroError(
        "nudge-refused",
        N_(
            "The system did not take the job. What it said is in: mikro nudge status. "
            "Your calendar or terminal can remind you instead: mikro nudge calendar, mikro nudge prompt."
        ),
        detail=why,
    )


def refused_by(error: OSError) -> MikroError:
    """The refusal where a file or program of the job could not be used."""
    return MikroError(
        "nudge-refused",
        N_(
            "The system did not take the job: {path} cannot be used ({why}). "
            "Your calendar or terminal can remind you instead: mikro nudge calendar, mikro nudge prompt."
        ),
        path=error.filename,
        why=reason_of(error),
    )


def read_files(paths: Sequence[Path]) -> tuple[tuple[str, bytes], ...]:
    """Path and content of those of ``paths`` that exist."""
    return tuple((str(path), path.read_bytes()) for path in paths if path.is_file())


def refuse_unreadable(schedule: Schedule) -> None:
    """Refuse a command that no job file can hold: with a line break, another control character, or half a letter.

    Raises:
        MikroError: ``nudge-path``.
    """
    for part in schedule.command:
        if any(ord(character) < 32 or "\ud800" <= character <= "\udfff" for character in part):
            raise MikroError(
                "nudge-path",
                N_(
                    "No scheduler can start {path}: it holds a line break or a byte that is no letter. "
                    "Put it in a folder with another name."
                ),
                path=repr(part),
            )
