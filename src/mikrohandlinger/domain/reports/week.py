"""What ``mikro week`` shows: one value, computed once, drawn by several renderers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK, OffReason, WorkCalendar
from mikrohandlinger.domain.catalogue.model import ACTIONS, REACHES, SIGNS, Action, Variation
from mikrohandlinger.domain.strength import Target, strengths
from mikrohandlinger.domain.weeks import NO_MARKS, Streak, WeekStand, stand, streaks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from mikrohandlinger.domain.entries import Entry, Marks
    from mikrohandlinger.domain.looking_back import WhatWorked

#: How many weeks before are told beside this one.
EARLIER_WEEKS: Final = 4


class DayCell(NamedTuple):
    """A day of the week.

    Attributes:
        day: The day.
        off: Why it is off, or None.
        entries: How many entries it has.
    """

    day: date
    off: OffReason | None
    entries: int


class ActionRow(NamedTuple):
    """An action over the week.

    Attributes:
        action: The action, with its titles.
        per_day: Entries on each day from Monday.
        streak: Weeks in a row with at least one.
        strength: How settled the habit is, 0–1.
    """

    action: Action
    per_day: tuple[int, ...]
    streak: Streak
    strength: float

    @property
    def in_all(self) -> int:
        """Entries in the week."""
        return sum(self.per_day)


class WeekReport(NamedTuple):
    """A week and where it stands in the longer run.

    Attributes:
        stand: Days done, goal and available days.
        today: The present day, which may lie outside the week.
        days: Monday to Sunday.
        actions: The three, in order.
        streak: Weeks in a row in which the goal was met, up to this week.
        total: Entries so far, up to this week.
        reach: Entries by reach, ``unset`` included.
        signs: How often each of the eight signs was practised.
        entries: The week's entries, oldest first.
        reflection: Answers by key; empty if there are none.
        plan: The if-then plan that holds in the week.
        show_streaks: Whether the user wants to see weeks in a row.
        earlier: The four weeks before, oldest first; those before the first entry are not there.
        last_working_day: The day to look back on the week; None in a week off.
        plan_used: Whether the week's plan was used (``yes``, ``partly``, ``no``), or None while not told.
        worked: What worked over the last twelve weeks; None until there is something to tell.
        practised: The variations proposed in the week, by id.
    """

    stand: WeekStand
    today: date
    days: tuple[DayCell, ...]
    actions: tuple[ActionRow, ...]
    streak: Streak
    total: int
    reach: Mapping[str, int]
    signs: Mapping[str, int]
    entries: tuple[Entry, ...]
    reflection: Mapping[str, str]
    plan: str | None
    show_streaks: bool
    earlier: tuple[WeekStand, ...] = ()
    last_working_day: date | None = None
    plan_used: str | None = None
    worked: WhatWorked | None = None
    practised: Mapping[str, Variation] = {}

    @property
    def monday(self) -> date:
        """The first day of the week."""
        return self.stand.monday

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + 6 * ONE_DAY

    @property
    def is_over(self) -> bool:
        """Whether the working week has come to its last day, or is past it."""
        return self.today > self.sunday or (
            self.last_working_day is not None and self.today >= self.last_working_day
        )

    @property
    def asks_for_plan(self) -> bool:
        """Whether it is time to ask if the week's plan was used."""
        begun = bool(self.entries) or self.is_over
        return self.plan is not None and self.plan_used is None and begun and self.monday <= self.today

    @property
    def invites_reflection(self) -> bool:
        """Whether to mention the five questions: at the end of the present week, until one is answered."""
        return self.is_over and self.today <= self.sunday and not self.reflection

    @property
    def notes(self) -> tuple[Entry, ...]:
        """The entries with the user's own words, oldest first."""
        return tuple(entry for entry in self.entries if entry.note)

    def without_notes(self) -> WeekReport:
        """The same week without any of the user's own words, those of own variations among them."""
        bare = tuple(entry._replace(note=None) for entry in self.entries)
        worked = self.worked and self.worked._replace(variations=(), wordings={})
        return self._replace(entries=bare, reflection={}, plan=None, worked=worked, practised={})


def report(
    monday: date,
    today: date,
    *,
    actions: Sequence[Action],
    history: Mapping[date, Marks],
    entries: Sequence[Entry],
    practised: Mapping[str, Variation],
    calendar: WorkCalendar,
    goal: int,
    target: Target,
    reflection: Mapping[str, str],
    plan: str | None,
    show_streaks: bool,
    plan_used: str | None = None,
    worked: WhatWorked | None = None,
) -> WeekReport:
    """Compute the report of the week of ``monday``.

    Args:
        monday: First day of the week.
        today: The present day.
        actions: The three actions.
        history: Marks by Monday, up to this week; later ones are not looked at.
        entries: The week's entries, oldest first.
        practised: The variations proposed in the week, by id.
        calendar: Decides which days count.
        goal: Days a week.
        target: How often each action is aimed at.
        reflection: The week's answers.
        plan: The plan that holds in the week.
        show_streaks: Whether weeks in a row are shown.
        plan_used: Whether the week's plan was used, as answered.
        worked: What worked over the last twelve weeks.
    """
    known = {week: marks for week, marks in history.items() if week <= monday}
    # A week that is over is told as it stood the morning after.
    as_of = min(today, monday + ONE_WEEK)
    of_goal, of_actions = streaks(known, calendar, goal, as_of)
    strength = strengths(known, calendar, as_of, target)
    per_day = {action: [0] * 7 for action in ACTIONS}
    for entry in entries:
        per_day[entry.action][entry.day.weekday()] += 1
    return WeekReport(
        stand=stand(monday, known.get(monday, NO_MARKS), calendar, goal),
        today=today,
        days=tuple(_cell(monday, index, per_day, calendar) for index in range(7)),
        actions=tuple(
            ActionRow(action, tuple(per_day[action.id]), of_actions[action.id], strength[action.id])
            for action in actions
        ),
        streak=of_goal,
        total=sum(marks.entries for marks in known.values()),
        reach=_reach(entries),
        signs=_signs(entries, practised),
        entries=tuple(entries),
        reflection=reflection,
        plan=plan,
        show_streaks=show_streaks,
        earlier=_earlier(monday, known, calendar, goal),
        last_working_day=calendar.last_working_day(monday),
        plan_used=plan_used,
        worked=worked,
        practised=practised,
    )


def _earlier(
    monday: date, history: Mapping[date, Marks], calendar: WorkCalendar, goal: int
) -> tuple[WeekStand, ...]:
    first = min(history, default=monday)
    weeks = (monday - count * ONE_WEEK for count in range(EARLIER_WEEKS, 0, -1))
    return tuple(stand(week, history.get(week, NO_MARKS), calendar, goal) for week in weeks if week >= first)


def _cell(monday: date, index: int, per_day: Mapping[str, Sequence[int]], calendar: WorkCalendar) -> DayCell:
    day = monday + index * ONE_DAY
    return DayCell(day, calendar.off_reason(day), sum(counts[index] for counts in per_day.values()))


def _reach(entries: Iterable[Entry]) -> dict[str, int]:
    counted = Counter(entry.reach or "unset" for entry in entries)
    return {reach: counted[reach] for reach in (*REACHES, "unset")}


def _signs(entries: Iterable[Entry], practised: Mapping[str, Variation]) -> dict[str, int]:
    counted = Counter(
        sign
        for entry in entries
        if entry.variation in practised
        for sign in practised[entry.variation].signs  # type: ignore[index]
    )
    return {sign: counted[sign] for sign in SIGNS}
