"""What ``mikro today`` shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mikrohandlinger.domain.calendar import ONE_DAY, Holiday, OffReason, WorkCalendar, monday_of
from mikrohandlinger.domain.notices import Notices
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.catalogue.model import Action, Variation
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.domain.weeks import WeekStand

NO_NOTICES: Final = Notices()


class DayOff(NamedTuple):
    """Why the day is off.

    Attributes:
        reason: ``weekend``, ``holiday``, ``closed`` or ``pause``.
        holiday: Which public holiday or agreed day it is, if it is one.
        next_working_day: None while it is not known (an open pause).
        in_pause: Whether a pause of the user's covers it, whatever else the day is.
    """

    reason: OffReason
    holiday: Holiday | None
    next_working_day: date | None
    in_pause: bool = False


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
        days_left: Working days from today to the end of the week.
        without_holidays: The country, if nobody here knows its public holidays.
        notices: What leads on to the other moments; one line of it is said at most.
        otherwise: What can be done if the occasion of the proposal does not come; the one that a swap would bring.
        weeks_in_a_row: Weeks in a row in which the goal was met, this one among them; 0 where that is not shown.
        actions: Those that ``entries`` can be of, with their titles.
        hidden: The variation that was just hidden, if one was.
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
    days_left: int
    without_holidays: str | None = None
    notices: Notices = NO_NOTICES
    otherwise: Variation | None = None
    weeks_in_a_row: int = 0
    actions: tuple[Action, ...] = ()
    hidden: str | None = None

    @property
    def done(self) -> bool:
        """Whether anything was logged today."""
        return bool(self.entries)

    @property
    def is_one_more(self) -> bool:
        """Whether the proposal is one that was asked for beside what was done."""
        return bool(self.done and self.proposal and self.proposal.swaps and not self.proposal_done)

    @property
    def proposal_done(self) -> bool:
        """Whether what is proposed was done today: its variation was logged."""
        return self.proposal is not None and any(
            entry.variation == self.proposal.variation.id for entry in self.entries
        )


def report(
    day: date,
    calendar: WorkCalendar,
    week: WeekStand,
    *,
    proposal: Proposal | None,
    action: Action | None,
    plan: str | None,
    anchor: str,
    entries: Sequence[Entry],
    without_holidays: str | None = None,
) -> Today:
    """The screen of ``day``; see :class:`Today` for what it is made of."""
    off = day_off(day, calendar)
    monday = monday_of(day)
    return Today(
        day=day,
        off=off,
        half_day=calendar.holiday_on(day) if off is None and calendar.is_half(day) else None,
        proposal=proposal,
        action=action,
        plan=plan,
        anchor=anchor,
        entries=tuple(entries),
        week=week,
        days_left=calendar.working_days(day, monday + 6 * ONE_DAY),
        without_holidays=without_holidays,
    )


def day_off(day: date, calendar: WorkCalendar) -> DayOff | None:
    """Why ``day`` is off; None on a working day."""
    reason = calendar.off_reason(day)
    if reason is None:
        return None
    in_pause = any(pause.covers(day) for pause in calendar.pauses)
    return DayOff(reason, calendar.holiday_on(day), calendar.next_working_day(day), in_pause)


def in_one_line(action: Action, variation: Variation, language: str) -> str:
    """The proposal in one plain line: the title of the action, and what to do."""
    return f"{action.title(language).title}: {variation.wording(language).text}"
