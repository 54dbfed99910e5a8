"""What was tried over the last twelve weeks, in plain counts of the user's own data.

Repetition in a steady context settles a habit (Lally et al. 2010): it is worth knowing which places and occasions
led to something. Counts only, of what was proposed often enough: nothing here claims a cause, and a single variation,
which does not return for months, is never counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from mikrohandlinger.domain.calendar import ONE_WEEK
from mikrohandlinger.domain.catalogue.model import PLACES, Variation
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.entries import Entry

#: How far it looks back.
WEEKS: Final = 12
#: What was proposed less often tells nothing.
FEWEST_PROPOSALS: Final = 5
#: No more entries than this are looked at, however many there are.
MOST_ENTRIES: Final = 500
#: Whether the user decides when, or something else must come first.
CUES: Final = ("mine", "comes")


class Worked(NamedTuple):
    """Something that was proposed, and what came of it.

    Attributes:
        what: A place (``meeting`` …) or a cue (``mine``, ``comes``).
        proposed: Days on which it was proposed.
        done: Of these, days on which the proposal was carried out.
        easy: Of these, days on which it went easily.
    """

    what: str
    proposed: int
    done: int
    easy: int


class WhatWorked(NamedTuple):
    """What was tried, most often done first.

    Attributes:
        entries: Entries in the period.
        places: By place.
        cues: By cue.
        plans: Weeks for which the user has told whether the plan was used.
        plans_used: Of these, weeks in which it was, wholly or partly.
    """

    entries: int
    places: tuple[Worked, ...]
    cues: tuple[Worked, ...]
    plans: int
    plans_used: int


def period(monday: date) -> tuple[date, date]:
    """The first and last Monday to look at in the week of ``monday``."""
    return monday - (WEEKS - 1) * ONE_WEEK, monday


def what_worked(
    entries: Collection[Entry], proposals: Mapping[date, Variation], plan_uses: Collection[str]
) -> WhatWorked | None:
    """Count what was done of what was proposed.

    Args:
        entries: The entries of the period.
        proposals: The proposal that stood at the end of each day of the period.
        plan_uses: ``yes``, ``partly`` or ``no`` of each week of the period in which it was answered.

    Returns:
        None while no place and no cue was proposed :data:`FEWEST_PROPOSALS` times.
    """
    done = {(entry.day, entry.variation) for entry in entries}
    easy = {(entry.day, entry.variation) for entry in entries if entry.went == "easy"}
    counts = {kind: Counter[str]() for kind in ("proposed", "done", "easy")}
    for day, variation in proposals.items():
        names = (*variation.places, variation.cue)
        counts["proposed"].update(names)
        if (day, variation.id) in done:
            counts["done"].update(names)
        if (day, variation.id) in easy:
            counts["easy"].update(names)
    places, cues = _ordered(PLACES, counts), _ordered(CUES, counts)
    if not places and not cues:
        return None
    used = sum(use != "no" for use in plan_uses)
    return WhatWorked(len(entries), places, cues, len(plan_uses), used)


def _ordered(names: Iterable[str], counts: Mapping[str, Counter[str]]) -> tuple[Worked, ...]:
    """Those that were proposed often enough, most often done first; ties in the order given."""
    found = (
        Worked(name, counts["proposed"][name], counts["done"][name], counts["easy"][name]) for name in names
    )
    enough = (worked for worked in found if worked.proposed >= FEWEST_PROPOSALS)
    return tuple(sorted(enough, key=lambda worked: (-worked.done, -worked.easy)))
