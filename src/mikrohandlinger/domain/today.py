"""What ``mikro today`` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.calendar import Holiday, OffReason
    from mikrohandlinger.domain.catalogue.model import Action
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.domain.weeks import WeekStand


class DayOff(NamedTuple):
    """Why the day is off.

    Attributes:
        reason: ``weekend``, ``holiday``, ``closed`` or ``pause``.
        holiday: Which public holiday or agreed day it is, if it is one.
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
        half_day: Which half day it is, if it is one.
        proposal: The proposal; None on a day off unless asked for.
        action: The action of the proposal.
        plan: The user's if-then plan that holds today.
        anchor: The daily moment that the user ties the action to, or "".
        entries: What was logged today.
        week: How the week stands.
        is_first_day: Whether no working day of the week lies before today.
        days_left: Working days from today to the end of the week.
    """

    day: date
    off: DayOff | None
    half_day: Holiday | None
    proposal: Proposal | None
    action: Action | None
    plan: str | None
    anchor: str
    entries: tuple[Entry, ...]
    week: WeekStand
    is_first_day: bool
    days_left: int

    @property
    def done(self) -> bool:
        """Whether anything was logged today."""
        return bool(self.entries)

    @property
    def proposal_done(self) -> bool:
        """Whether the action that is proposed was logged today."""
        return self.proposal is not None and any(
            entry.action == self.proposal.variation.action for entry in self.entries
        )
