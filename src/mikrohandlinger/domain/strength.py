"""Habit strength: the published score of Loop Habit Tracker, on working days instead of calendar days.

Source: uhabits-core, ``models/Score.kt`` and ``ScoreList.kt``. Repetition in a steady context is what settles a
habit, and one missed opportunity does not materially matter (Lally et al. 2010), which is how the score behaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import sqrt

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.weeks import Week


class Target(NamedTuple):
    """How often an action is aimed at: ``num`` times per ``den`` working days."""

    num: int = 1
    den: int = 5


class Score(NamedTuple):
    """How settled an action is, and what the next working day needs to know.

    Attributes:
        value: The strength, 0–1.
        recent: Whether the action was logged on each of the latest working days, as bits; bit 0 is the last.
    """

    value: float = 0.0
    recent: int = 0


EVERY_FIVE_DAYS: Final = Target()
_BITS: Final = (1, 2, 4, 8, 16, 32, 64)
NO_SCORES: Final[Mapping[str, Score]] = dict.fromkeys(ACTIONS, Score())


def scores(
    counted: Sequence[Week],
    today: date,
    target: Target = EVERY_FIVE_DAYS,
    before: Mapping[str, Score] = NO_SCORES,
) -> dict[str, Score]:
    """The score of each action on ``today``.

    Args:
        counted: The weeks one after the other. The days counted for an action are their available days and the
            days on which it was logged; all others leave the score as it is.
        today: Counts only if something was logged on it, and then it may raise a score but never lowers it: a day
            that is not over is never a miss.
        target: How often each action is aimed at.
        before: How the scores stood when the first of these weeks began.
    """
    is_open = bool(counted) and counted[-1].monday == monday_of(today)
    present = 1 << today.weekday() if is_open else 0
    found = {}
    for index, action in enumerate(ACTIONS):
        done: list[bool] = []
        counting = 0
        for week in counted:
            logged = week.marks[index]
            counting = week.available | logged
            if present and week is counted[-1]:
                counting &= present - 1 | present & week.marks.days
            done += [logged & bit != 0 for bit in _BITS if counting & bit]
        found[action] = _after(before[action], done, target, is_open=counting & present != 0)
    return found


def _after(score: Score, done: Iterable[bool], target: Target, *, is_open: bool) -> Score:
    """The score after these working days, oldest first; ``is_open`` says that the last one is still going on."""
    num, den = target
    if num < den:
        num, den = num * 2, den * 2
    keep = float(0.5 ** (sqrt(target.num / target.den) / 13))
    gains = [min(1.0, times / num) * (1 - keep) for times in range(den + 1)]
    value, recent = score
    before, window = value, (1 << den) - 1
    for is_done in done:
        before = value
        recent = (recent << 1 | is_done) & window
        value = value * keep + gains[recent.bit_count()]
    return Score(max(before, value) if is_open else value, recent)
