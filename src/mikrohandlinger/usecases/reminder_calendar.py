"""The reminder as a file for the user's calendar, where no scheduler can be used."""

from __future__ import annotations

from datetime import timedelta

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import time
    from typing import Final

    from mikrohandlinger.usecases.context import Context

_WEEKS: Final = 52


def content(context: Context, at: time, summary: str, description: str) -> bytes:
    """The calendar file for the coming year.

    Args:
        context: The run of the program.
        at: When it comes, Danish time.
        summary: The line in the calendar; other people may see it.
        description: What stands below it.

    Raises:
        MikroError: When there is no working day to remind of.
    """
    from mikrohandlinger.system.calendar_file import Appointment, render

    today = context.today
    last = today + timedelta(weeks=_WEEKS)
    appointment = Appointment(
        first=today,
        last=last,
        at=at,
        weekdays=tuple(sorted(context.settings.workdays)),
        summary=summary,
        description=description,
        made=context.clock.now,
        person=context.store.seed(),
    )
    rendered = render(appointment, context.calendar().is_working)
    if rendered is None:
        raise MikroError(
            "calendar-empty",
            N_(
                "There is no working day in the coming year. "
                "See your workdays in “mikro config”, and “mikro pause --list”."
            ),
        )
    return rendered


def save(path: str, content: bytes) -> str:
    """Put the file where the user wants it; where that really is.

    Raises:
        MikroError: When it cannot be written.
    """
    from mikrohandlinger.storage.files import real, write_whole

    write_whole(path, content)
    return real(path)
