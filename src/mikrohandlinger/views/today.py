"""What ``mikro today`` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.calendar import Holiday, OffReason
    from mikrohandlinger.domain.catalogue import Action
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.rotation import Nudge
    from mikrohandlinger.domain.weeks import WeekStand


class DayOff(NamedTuple):
    """Why the day is off.

    Attributes:
        reason: ``weekend``, ``holiday``, ``closed`` or ``pause``.
        holiday: Which public holiday it is, if it is one.
        next_working_day: None while it is not known (an open pause).
    """

    reason: OffReason
    holiday: Holiday | None
    next_working_day: date | None


class Today(NamedTuple):
    """The screen of a day.

    Attributes:
        day: The day.
        off: Why it is off, or None on a working day.
        nudge: The proposal; None on a day off unless asked for.
        action: The action of the proposal.
        plan: The user's if-then plan that holds today.
        anchor: The daily moment that the user ties the action to, or "".
        entries: What was logged today.
        week: How the week stands.
    """

    day: date
    off: DayOff | None
    nudge: Nudge | None
    action: Action | None
    plan: str | None
    anchor: str
    entries: tuple[Entry, ...]
    week: WeekStand

    @property
    def done(self) -> bool:
        """Whether anything was logged today."""
        return bool(self.entries)
