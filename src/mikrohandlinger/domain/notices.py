"""What leads from one moment to the next: the retrospective, a welcome after a silence, what waits for an answer.

Of all of them ``mikro today`` says one at most, in one line; whoever wants them all reads its JSON.
"""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.calendar import ONE_DAY, WorkCalendar, monday_of
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.entries import Entry

#: So many silent working days in a row are met with a welcome.
SILENT_DAYS: Final = 10
#: Feedback that was received so many days ago may have been used by now.
LOOP_AFTER: Final = 7 * ONE_DAY
#: A rule that has waited so many working days is spoken of, or one whose answer is overdue.
PATIENCE: Final = 5
#: No working day lies further back than this that matters here.
_LONGEST_ABSENCE: Final = 366


class Away(NamedTuple):
    """The first and last of the silent working days."""

    first: date
    last: date


class RuleCall(NamedTuple):
    """The rule that there is most reason to speak of today.

    Attributes:
        number: Its number on this machine.
        why: ``waiting`` for an answer, a ``trying`` that has come to its end, or what was ``kept`` long enough ago.
        days: The working days that it has waited.
    """

    number: int
    why: str
    days: int = 0


class Waiting(NamedTuple):
    """The rules that were raised and not answered yet, and the working days that the longest of them has waited.

    Attributes:
        rules: How many they are.
        longest_days: How long the longest of them has waited.
        call: The one rule that there is reason to speak of today, waiting or not.
    """

    rules: int = 0
    longest_days: int = 0
    call: RuleCall | None = None


class Notices(NamedTuple):
    """What there is to lead on to.

    Attributes:
        reflect: The Monday of the week that waits to be looked back on.
        away: The working days without a sign behind the user.
        loops: Feedback received a week ago or more, of which nobody has said what became of it.
        waiting: The rules that wait for an answer.
        is_new: Whether there is no sign of the user before today, and no settings of theirs.
    """

    reflect: date | None = None
    away: Away | None = None
    loops: tuple[Entry, ...] = ()
    waiting: Waiting = Waiting()
    is_new: bool = False

    @property
    def loop(self) -> Entry | None:
        """The open loop that has the one seat of the screen: the oldest, where nothing comes before it."""
        is_taken = self.away is not None or self.reflect is not None
        return None if is_taken or not self.loops else self.loops[0]


def weeks_to_look_back_on(day: date, calendar: WorkCalendar) -> tuple[date, ...]:
    """The weeks, by Monday, that ``day`` is for looking back on.

    Its own on its last working day, and on the first working day after a week that one.
    """
    if not calendar.is_working(day):
        return ()
    monday = monday_of(day)
    own = (monday,) if calendar.last_working_day(monday) == day else ()
    before = _working_day_before(day, calendar)
    last = monday_of(before) if before is not None else monday
    return (*own, last) if last < monday else own


def away(today: date, last_sign: date | None, calendar: WorkCalendar) -> Away | None:
    """The silent working days up to yesterday, where there are :data:`SILENT_DAYS` or more.

    Args:
        today: The present day.
        last_sign: The latest day before it with an entry or a proposal that was shown; None for somebody new.
        calendar: Days off, those of pauses among them, are no silent days.
    """
    if last_sign is None or (today - last_sign).days <= SILENT_DAYS:
        return None
    days = (last_sign + count * ONE_DAY for count in range(1, (today - last_sign).days))
    silent = [day for day in days if calendar.is_working(day)]
    return Away(silent[0], silent[-1]) if len(silent) >= SILENT_DAYS else None


def waiting_days(raised: date, today: date, calendar: WorkCalendar) -> int:
    """The working days of those who should answer, after the day of ``raised``, ``today`` included.

    Mondays to Fridays that are neither public holidays nor 24 or 31 December, whatever days the user works.
    """
    days = (raised + count * ONE_DAY for count in range(1, (today - raised).days + 1))
    return sum(
        day.weekday() < 5
        and day not in calendar.holidays
        and (day.month, day.day) not in ((12, 24), (12, 31))
        for day in days
    )


def _working_day_before(day: date, calendar: WorkCalendar) -> date | None:
    days = (day - count * ONE_DAY for count in range(1, _LONGEST_ABSENCE))
    return next((each for each in days if calendar.is_working(each)), None)
