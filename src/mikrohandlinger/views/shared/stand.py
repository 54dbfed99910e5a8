"""How a week stands, in one sentence."""

from __future__ import annotations

from mikrohandlinger.domain.weeks import SHORTEST_STREAK
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import days, weeks
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.domain.weeks import WeekStand


def stand_sentence(week: WeekStand, *, is_now: bool, in_a_row: int = 0) -> str:
    """How a week stands in which something was done; in a week off nobody expects anything.

    Args:
        week: The week.
        is_now: Whether it is the present one.
        in_a_row: Weeks in a row with the goal reached, this one among them.
    """
    goal = min(week.goal, week.available_days)
    if week.met and is_now and in_a_row >= SHORTEST_STREAK:
        sentence = _("This week: {done}. You have reached your goal, {weeks} in a row.")
    elif week.met and is_now:
        sentence = _("This week: {done}. You have reached your goal.")
    elif week.met:
        sentence = _("That week: {done}. The goal is met.")
    elif goal:
        sentence = _("This week: {done} of {goal}.") if is_now else _("That week: {done} of {goal}.")
    else:
        sentence = _("This week: {done}.") if is_now else _("That week: {done}.")
    return sentence.format(done=days(week.done_days), goal=goal, weeks=weeks(in_a_row))
