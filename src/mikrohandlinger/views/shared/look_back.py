"""The line that leads to the retrospective of the week, wherever it stands."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import ONE_WEEK, monday_of, week_label
from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def reflect_line(week: date, today: date) -> str:
    """The offer to look back.

    Args:
        week: The Monday of the week that waits.
        today: The present day.
    """
    present = monday_of(today)
    if week == present:
        return _("The last working day of the week. Five minutes to look back: mikro week --reflect")
    which = "last" if week == present - ONE_WEEK else week_label(week)
    return _("Week {number} can still be looked back on, if you like: mikro week {which} --reflect").format(
        number=week.isocalendar().week, which=which
    )
