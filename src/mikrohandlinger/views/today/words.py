"""Plain lines, without Rich: for scripts, status bars and quick answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.today import in_one_line
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import days, relative_day

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.calendar import Holiday
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.today import DayOff, Today
    from mikrohandlinger.domain.weeks import WeekStand


def today_line(screen: Today) -> str:
    """``mikro today --short``."""
    if screen.proposal is None or screen.action is None:
        return day_off_sentence(screen)
    line = in_one_line(screen.action, screen.proposal.variation, language())
    return f"✓ {line}" if screen.done else line


def recorded_line(entry: Entry, title: str, week: WeekStand, today: date) -> str:
    """The answer of ``mikro log``: what was recorded, and how its week stands.

    Args:
        entry: The entry as it was stored.
        title: Of its action.
        week: How the week of the entry stands with it.
        today: The present day.
    """
    when = "" if entry.day == today else f", {relative_day(entry.day, today)}"
    recorded = _("Recorded as no. {number}: {title}{when}.").format(
        number=entry.number, title=title, when=when
    )
    return f"{recorded} {_stand(week, is_now=week.monday == monday_of(today))}"


def masked_line(count: int) -> str:
    """How many personal details were masked in a note, and how to keep them."""
    return ngettext(
        "{number} personal detail was masked. To keep it: “mikro undo”, then log again with --keep-personal.",
        "{number} personal details were masked. To keep them: “mikro undo”, then log again with --keep-personal.",
        count,
    ).format(number=count)


def _stand(week: WeekStand, *, is_now: bool) -> str:
    """How a week stands in which something was done; in a week off nobody expects anything."""
    goal = min(week.goal, week.available_days)
    if week.met and is_now:
        sentence = _("This week: {done}. You have met your goal.")
    elif week.met:
        sentence = _("That week: {done}. The goal is met.")
    elif goal:
        sentence = _("This week: {done} of {goal}.") if is_now else _("That week: {done} of {goal}.")
    else:
        sentence = _("This week: {done}.") if is_now else _("That week: {done}.")
    return sentence.format(done=days(week.done_days), goal=goal)


def day_off_sentence(screen: Today) -> str:
    """Which kind of day off it is, and when the next working day comes."""
    if screen.off is None:
        return ""
    sentence = _kind(screen.off, screen.day.isoweekday())
    following = screen.off.next_working_day
    further = ""
    if following is not None:
        further = _("The next working day is {day}.").format(day=relative_day(following, screen.day))
    elif screen.off.reason == "pause":
        further = _("“mikro resume” ends the pause when you are back.")
    return f"{sentence} {further}".rstrip()


def half_day_sentence(screen: Today) -> str:
    """What kind of half day it is, if it is one."""
    if screen.half_day is None:
        return ""
    return _("Today is {holiday}, a half day: it counts only if you record something.").format(
        holiday=_within_a_sentence(screen.half_day)
    )


def standing_sentence(screen: Today) -> str:
    """How the week stands: nothing on a day off in a week where nothing was done, and never a zero."""
    week = screen.week
    if week.done_days:
        return _stand(week, is_now=True)
    goal = min(week.goal, week.available_days)
    if screen.off is not None or not goal:
        return ""
    if screen.is_first_day:
        return _("A new week. Your goal is {goal}.").format(goal=days(goal))
    if screen.days_left >= goal:
        return _("Your goal this week is {goal}, and today can be the first.").format(goal=days(goal))
    return _("Today can be the first this week.")


def _kind(off: DayOff, weekday: int) -> str:
    if off.reason == "holiday" and off.holiday is not None:
        return _("Today is {holiday}: a day off.").format(holiday=_within_a_sentence(off.holiday))
    sentences = {
        "holiday": _("Today is a holiday: a day off."),
        "closed": _("Your workplace is closed today."),
        "pause": _("This is a pause, and no day in it counts against you."),
        "weekend": _("It is the weekend.") if weekday >= 6 else _("Today is your day off."),
    }
    return sentences[off.reason]


def _within_a_sentence(holiday: Holiday) -> str:
    """The name as it is written within a sentence: Danish has capitals only for Christ himself."""
    if language() != "da":
        return holiday.en
    return holiday.da if holiday.da.startswith("Kristi") else holiday.da[0].lower() + holiday.da[1:]
