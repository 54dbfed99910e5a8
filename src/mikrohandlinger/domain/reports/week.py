"""What ``mikro week`` shows: one value, computed once, drawn by several renderers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK, OffReason, Pause, WorkCalendar, monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS, REACHES, SIGNS, Action, Variation
from mikrohandlinger.domain.entries import Entry, carried_out
from mikrohandlinger.domain.strength import NO_SCORES, Target, scores
from mikrohandlinger.domain.weeks import (
    EARLIER_WEEKS,
    NO_MARKS,
    NO_STREAKS,
    Marks,
    Streak,
    TermsOf,
    WeekStand,
    stand,
    streaks,
    weeks,
)
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final, Self

    from mikrohandlinger.domain.own_figures import WhatWorked
    from mikrohandlinger.domain.past import Past
    from mikrohandlinger.domain.rules.register import Listed

#: So long after the week in which an action was first done it is told how settled it is.
SETTLING: Final = 3 * ONE_WEEK


class DayCell(NamedTuple):
    """A day of the week.

    Attributes:
        day: The day.
        off: Why it is off, or None.
        entries: How many entries it has.
        is_half: Whether it is a half day, which counts only with an entry.
    """

    day: date
    off: OffReason | None
    entries: int
    is_half: bool = False


class ActionRow(NamedTuple):
    """An action over the week.

    Attributes:
        action: The action, with its titles.
        per_day: Entries on each day from Monday.
        streak: Weeks in a row with at least one.
        strength: How settled the habit is, 0–1.
        is_settling: Whether it has been done for long enough, from its fourth week on, to tell how settled it is.
    """

    action: Action
    per_day: tuple[int, ...]
    streak: Streak
    strength: float
    is_settling: bool = True

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
        asked: The questions that were answered, by key, where they were the user's own.
        questions: The user's own questions as they are now, by the key of the one whose place each takes.
        passed: Whether the week was looked through without an answer.
        loops_closed: How many loops were closed in the week: feedback that was received, used, and told back.
        loop: Feedback received a week ago or more of which nobody has said what became of it, to be reminded of once;
            only in the present week.
        pause: The first pause that lies over a part of the week.
        rules: The rules that were noticed or moved in the week.
        waiting: The rule that has waited longest for an answer; None where none waits.
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
    asked: Mapping[str, str] = {}
    questions: Mapping[str, str] = {}
    passed: bool = False
    loops_closed: int = 0
    loop: Entry | None = None
    pause: Pause | None = None
    rules: tuple[Listed, ...] = ()
    waiting: Listed | None = None

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
        """Whether to mention the five questions: once the working week is over, until it was looked back on."""
        looked_back = bool(self.reflection) or self.passed
        waits = self.today <= self.sunday or bool(self.entries)
        return self.is_over and waits and not looked_back

    @property
    def notes(self) -> tuple[Entry, ...]:
        """The entries with the user's own words, oldest first."""
        return tuple(entry for entry in self.entries if entry.words)

    def without_notes(self) -> Self:
        """The same week without any of the user's own words, those of own variations among them."""
        bare = tuple(entry.bare for entry in self.entries)
        return self._replace(
            entries=bare,
            reflection={},
            asked={},
            questions={},
            plan=None,
            practised={},
            rules=(),
            waiting=None,
            loop=None,
        )


class WeekRecord(NamedTuple):
    """What was recorded in a week and about it.

    Attributes:
        monday: First day of the week.
        today: The present day.
        actions: The three actions.
        calendar: Decides which days count.
        entries: The week's entries, oldest first.
        practised: The variations proposed in the week, by id.
        reflection: The week's answers.
        plan: The plan that holds in the week.
        show_streaks: Whether weeks in a row are shown.
        plan_used: Whether the week's plan was used, as answered.
        worked: What worked over the last twelve weeks.
        asked: The questions that were answered, where they were the user's own.
        questions: The user's own questions as they are now.
        passed: Whether the week was looked through without an answer.
        loops_closed: How many loops were closed in the week.
        loop: The one to be reminded of, if there is one.
        begun: The Monday of the first week with an entry of each action; None where that does not matter.
        rules: The rules that were noticed or moved in the week.
        waiting: The rule that has waited longest for an answer today.
    """

    monday: date
    today: date
    actions: Sequence[Action]
    calendar: WorkCalendar
    entries: Sequence[Entry]
    practised: Mapping[str, Variation]
    reflection: Mapping[str, str]
    plan: str | None
    show_streaks: bool
    plan_used: str | None = None
    worked: WhatWorked | None = None
    asked: Mapping[str, str] = {}
    questions: Mapping[str, str] = {}
    passed: bool = False
    loops_closed: int = 0
    loop: Entry | None = None
    begun: Mapping[str, date] | None = None
    rules: Sequence[Listed] = ()
    waiting: Listed | None = None


class LongRun(NamedTuple):
    """What the weeks up to one come to.

    Attributes:
        stand: How that week stands.
        earlier: The weeks before it, oldest first, no more than :data:`EARLIER_WEEKS`.
        streak: Weeks in a row in which the goal was met.
        of_actions: For each action the weeks in a row with at least one entry of it.
        strength: How settled each action is, 0–1.
        total: Entries in all.
    """

    stand: WeekStand
    earlier: tuple[WeekStand, ...]
    streak: Streak
    of_actions: Mapping[str, Streak]
    strength: Mapping[str, float]
    total: int


def long_run(
    monday: date,
    today: date,
    history: Mapping[date, Marks],
    terms: TermsOf,
    target: Target,
    past: Past | None = None,
) -> LongRun:
    """What the weeks up to that of ``monday`` come to.

    Args:
        monday: First day of the week.
        today: The present day.
        history: Marks by Monday; weeks after this one are not looked at, nor are those that are in ``past``.
        terms: What is asked of each week.
        target: How often each action is aimed at.
        past: How things stood when a week began that lies at least :data:`EARLIER_WEEKS` before this one; None to
            count from the first entry on.
    """
    first = past.monday if past else min((week for week in history if week <= monday), default=monday)
    # A week that is over is told as it stood the morning after, one that lies ahead as things stand today.
    as_of = min(today, monday + ONE_WEEK)
    counted = weeks(history, terms, first, min(monday, monday_of(today)))
    of_goal, of_actions = streaks(counted, as_of, past.streaks if past else NO_STREAKS)
    of_strength = scores(counted, as_of, target, past.scores if past else NO_SCORES)

    def standing(week: date) -> WeekStand:
        goal, calendar = terms(week)
        return stand(week, history.get(week, NO_MARKS), calendar, goal)

    before = (monday - count * ONE_WEEK for count in range(EARLIER_WEEKS, 0, -1))
    known = (marks.entries for week, marks in history.items() if first <= week <= monday)
    return LongRun(
        stand=standing(monday),
        earlier=tuple(standing(week) for week in before if week >= first),
        streak=of_goal,
        of_actions=of_actions,
        strength={action: score.value for action, score in of_strength.items()},
        total=(past.entries if past else 0) + sum(known),
    )


def report(record: WeekRecord, run: LongRun) -> WeekReport:
    """The report of a week, from what was recorded in it and from where it stands in the longer run."""
    counts = _counts(record.entries)
    return WeekReport(
        stand=run.stand,
        today=record.today,
        days=tuple(_cell(record, index, counts) for index in range(7)),
        actions=tuple(
            ActionRow(
                action,
                counts[action.id],
                run.of_actions[action.id],
                run.strength[action.id],
                is_settling=_is_settling(record, action.id),
            )
            for action in record.actions
        ),
        streak=run.streak,
        total=run.total,
        reach=_reach(record.entries),
        signs=_signs(record),
        entries=tuple(record.entries),
        reflection=record.reflection,
        plan=record.plan,
        show_streaks=record.show_streaks,
        earlier=run.earlier,
        last_working_day=record.calendar.last_working_day(record.monday),
        plan_used=record.plan_used,
        worked=record.worked,
        practised=record.practised,
        asked=record.asked,
        questions=record.questions,
        passed=record.passed,
        loops_closed=record.loops_closed,
        loop=record.loop,
        pause=_pause(record),
        rules=tuple(record.rules),
        waiting=record.waiting,
    )


def _counts(entries: Iterable[Entry]) -> dict[str, tuple[int, ...]]:
    """For each action how many entries each day has, from Monday."""
    counted = Counter((entry.action, entry.day.weekday()) for entry in entries)
    return {action: tuple(counted[action, index] for index in range(7)) for action in ACTIONS}


def _cell(record: WeekRecord, index: int, counts: Mapping[str, Sequence[int]]) -> DayCell:
    day = record.monday + index * ONE_DAY
    return DayCell(
        day,
        record.calendar.off_reason(day),
        sum(of_action[index] for of_action in counts.values()),
        record.calendar.is_half(day),
    )


def _is_settling(record: WeekRecord, action: str) -> bool:
    if record.begun is None:
        return True
    first = record.begun.get(action)
    return first is not None and record.monday - first >= SETTLING


def _pause(record: WeekRecord) -> Pause | None:
    sunday = record.monday + 6 * ONE_DAY
    over = (
        pause
        for pause in record.calendar.pauses
        if pause.first <= sunday and (pause.last is None or pause.last >= record.monday)
    )
    return next(over, None)


def _reach(entries: Iterable[Entry]) -> dict[str, int]:
    counted = Counter(entry.reach or "unset" for entry in entries)
    return {reach: counted[reach] for reach in (*REACHES, "unset")}


def _signs(record: WeekRecord) -> dict[str, int]:
    done = carried_out(record.entries, record.practised)
    counted = Counter(sign for _entry, variation in done for sign in variation.signs)
    return {sign: counted[sign] for sign in SIGNS}
