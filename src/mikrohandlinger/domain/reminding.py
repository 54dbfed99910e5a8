"""Whether a reminder may be shown now. The scheduler only knocks; the decision is ours, and it is made here.

A reminder that keeps coming when nobody answers is noise, and teaches people to wave everything away. So the
rules are biased towards silence: at most one a working day, never when it is done already, never late, and
after five without an answer once a week, until the user asks for more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, time, timedelta

from mikrohandlinger.domain.calendar import MIDNIGHT, ONE_DAY, local_day
from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.catalogue.model import Action, Variation

Rhythm = Literal["daily", "weekly"]
Silence = Literal["day-off", "logged", "already", "early", "late", "quiet-hours", "weekly"]
Shell = Literal["bash", "zsh", "fish", "powershell"]

DAILY: Final = "daily"
WEEKLY: Final = "weekly"

UNANSWERED_BEFORE_WEEKLY: Final = 5
DAYS_AWAY_FOR_A_WELCOME: Final = 5
LATEST: Final = timedelta(hours=4)
EARLIEST: Final = timedelta(minutes=30)

ORDINARY_DAY_OFF: Final = "weekend"
_LONGEST_ABSENCE: Final = 400

#: As the end of the hours it is the end of the day: no later one can be written.
END_OF_DAY: Final = time(23, 59)


class Hours(NamedTuple):
    """The part of the day in which a reminder may come: from ``opens`` up to, and not including, ``closes``."""

    opens: time = time(8)
    closes: time = time(17)

    def allow(self, moment: time) -> bool:
        """Whether ``moment`` lies inside. Hours that end before they begin run past midnight."""
        is_before_end = moment < self.closes or self.closes == END_OF_DAY
        if self.opens <= self.closes:
            return self.opens <= moment and is_before_end
        return moment >= self.opens or is_before_end


class Delivery(NamedTuple):
    """One reminder that was really shown, or was left for the prompt.

    Attributes:
        day: The working day it was for.
        rhythm: The rhythm that held when it came.
        seen: False when no notification could be shown and only the prompt line was left. Such a reminder still
            uses up the day, but nobody can be said to have left it unanswered.
    """

    day: date
    rhythm: Rhythm = DAILY
    seen: bool = True


class Situation(NamedTuple):
    """Everything the decision rests on.

    Attributes:
        now: The local wall clock.
        at: The time of day that the user chose.
        hours: When a reminder may come at all.
        off_reason: Why today is no working day, or None.
        logged: Whether anything was logged today.
        deliveries: Since the user last ran ``nudge on``, oldest first.
        entry_days: The days with an entry; days before the first delivery do not matter.
        days_away: From :func:`days_away`.
        first_of_week: Whether today is the first working day of its ISO week.
        day_starts: When a day begins.
    """

    now: datetime
    at: time
    hours: Hours
    off_reason: str | None
    logged: bool
    deliveries: Sequence[Delivery] = ()
    entry_days: Collection[date] = frozenset()
    days_away: int = 0
    first_of_week: bool = True
    day_starts: time = MIDNIGHT


class Decision(NamedTuple):
    """Show a reminder, or stay silent, and why.

    Attributes:
        silence: Why none is shown; None when it is time for one.
        rhythm: The rhythm that holds from now on.
        welcome: The first working day after an absence: greet, and count nothing.
        tells_weekly: The first reminder in the weekly rhythm, which says so. Only that one does.
    """

    silence: Silence | None = None
    rhythm: Rhythm = DAILY
    welcome: bool = False
    tells_weekly: bool = False


class Notice(NamedTuple):
    """What a notification is worded from.

    Attributes:
        action: The action that is proposed today.
        variation: In which variation.
        decision: Whether it is a welcome, and whether the rhythm has to be told.
        days: Days of this week with an entry.
        plan: The user's own plan, only where the user lets it be shown.
        reflect: The Monday of the week that waits to be looked back on; None where none does.
        day: The day that it comes on.
    """

    action: Action
    variation: Variation
    decision: Decision = Decision()
    days: int = 0
    plan: str | None = None
    reflect: date | None = None
    day: date = date.min


class Message(NamedTuple):
    """A notification: plain text, and no button, because a button dies with the process that made it."""

    title: str
    body: str


class Outcome(NamedTuple):
    """What became of a notification.

    Attributes:
        channel: The channel that took it, or None.
        refusals: The channels tried in vain before, each with its reason.
    """

    channel: str | None
    refusals: tuple[tuple[str, str], ...] = ()


class Delivered(NamedTuple):
    """What came of a knock of the scheduler.

    Attributes:
        silence: Why nothing was to be shown, or None.
        channel: The channel that took the notification, or None.
        left_for_prompt: Whether the prompt has lines to show, for where no channel took the notification.
    """

    silence: Silence | None = None
    channel: str | None = None
    left_for_prompt: bool = False

    @property
    def in_vain(self) -> bool:
        """Whether the user should have seen something and could not."""
        return self.silence is None and self.channel is None and not self.left_for_prompt


def decide(situation: Situation) -> Decision:
    """Whether to show a reminder now.

    The weekly rhythm is never left by itself: logging again does not bring the daily ones back, because a
    person who wants them can say so with ``mikro nudge on``, and a person who does not should not have to.
    """
    rhythm = _rhythm(situation.deliveries, situation.entry_days)
    silence = _silence(situation, rhythm)
    if silence is not None:
        return Decision(silence, rhythm)
    told_before = any(delivery.rhythm == WEEKLY for delivery in situation.deliveries)
    return Decision(
        rhythm=rhythm,
        welcome=situation.days_away >= DAYS_AWAY_FOR_A_WELCOME,
        tells_weekly=rhythm == WEEKLY and not told_before,
    )


def _silence(situation: Situation, rhythm: Rhythm) -> Silence | None:
    """The first reason to show nothing that holds, the one that the user cares most about first."""
    now = situation.now.replace(tzinfo=None)
    day = local_day(now, situation.day_starts)
    # A time before the day starts is in the night after it.
    due = datetime.combine(day + ONE_DAY if situation.at < situation.day_starts else day, situation.at)
    reasons: dict[Silence, bool] = {
        "day-off": situation.off_reason is not None,
        "logged": situation.logged,
        "already": any(delivery.day == day for delivery in situation.deliveries),
        "quiet-hours": not situation.hours.allow(now.time()),
        # A scheduler that catches up after a restart may knock hours before the time that was asked for.
        "early": now < due - EARLIEST,
        "late": now > due + LATEST,
        "weekly": rhythm == WEEKLY and not situation.first_of_week,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _rhythm(deliveries: Sequence[Delivery], entry_days: Collection[date]) -> Rhythm:
    if any(delivery.rhythm == WEEKLY for delivery in deliveries):
        return WEEKLY
    return WEEKLY if unanswered(deliveries, entry_days) >= UNANSWERED_BEFORE_WEEKLY else DAILY


def unanswered(deliveries: Sequence[Delivery], entry_days: Collection[date]) -> int:
    """How many of the latest reminders in a row no entry followed.

    An entry answers a reminder when it stands on its day or on a later day before the next one.
    """
    seen = [delivery.day for delivery in deliveries if delivery.seen]
    count = 0
    until = date.max
    for day in reversed(seen):
        if any(day <= entry < until for entry in entry_days):
            break
        count += 1
        until = day
    return count


def days_away(day: date, off_reason: Callable[[date], str | None]) -> int:
    """How many days off end on the day before ``day``.

    Ordinary days off of the week alone are no absence, so that someone who works two days a week is not
    welcomed back every week: without a holiday, a closed day or a pause among them the answer is 0.
    """
    count = 0
    extraordinary = False
    for back in range(1, _LONGEST_ABSENCE):
        reason = off_reason(day - timedelta(days=back))
        if reason is None:
            break
        extraordinary = extraordinary or reason != ORDINARY_DAY_OFF
        count += 1
    return count if extraordinary else 0


def first_of_week(day: date, off_reason: Callable[[date], str | None]) -> bool:
    """Whether no earlier day of the ISO week of ``day`` is a working day; mostly that is Monday."""
    return all(off_reason(day - timedelta(days=back)) is not None for back in range(1, day.isoweekday()))
