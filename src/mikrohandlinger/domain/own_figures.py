"""What worked over the last twelve weeks, in plain counts of the user's own data.

Repetition in a steady context settles a habit (Lally et al. 2010), and variety helps most at the beginning
(Etkin & Ratner 2012): after a quarter it is worth knowing which places, cues and variations led to something.
Counts only, of few things: nothing here claims a cause.
"""

# No annotations as text here: each field of a value would be compiled once more at every start.

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from mikrohandlinger.domain.calendar import ONE_WEEK
from mikrohandlinger.domain.catalogue.model import PLACES, Variation
from mikrohandlinger.domain.entries import Entry

#: How far it looks back, and how long the user must have been at it.
WEEKS: Final = 12
#: Fewer entries than this tell nothing.
FEWEST_ENTRIES: Final = 10
#: No more entries than this are looked at, however many there are.
MOST_ENTRIES: Final = 500
#: How many variations are named.
NAMED: Final = 3


class Worked(NamedTuple):
    """Something that was proposed, and what came of it.

    Attributes:
        what: A place (``meeting`` …) or the id of a variation.
        proposed: Days on which it was proposed.
        done: Of these, days on which the proposed action was recorded.
        easy: Of these, days on which it went easily.
    """

    what: str
    proposed: int
    done: int
    easy: int


class WhatWorked(NamedTuple):
    """What was followed by an entry, most often first.

    Attributes:
        entries: Entries in the period.
        places: By place.
        variations: The variations that were done, no more than :data:`NAMED`.
        wordings: These variations as they were shown; their ``when`` is the cue.
        plans: Weeks for which the user has told whether the plan was used.
        plans_used: Of these, weeks in which it was, wholly or partly.
    """

    entries: int
    places: tuple[Worked, ...]
    variations: tuple[Worked, ...]
    wordings: Mapping[str, Variation]
    plans: int
    plans_used: int


def period(monday: date, first_week: date | None) -> tuple[date, date] | None:
    """The first and last Monday to look at in the week of ``monday``; None before the twelfth week."""
    first = monday - (WEEKS - 1) * ONE_WEEK
    if first_week is None or first_week > first:
        return None
    return first, monday


def what_worked(
    entries: Sequence[Entry], proposals: Mapping[date, Variation], plan_uses: Collection[str]
) -> WhatWorked | None:
    """Count what was followed by an entry.

    Args:
        entries: The entries of the period.
        proposals: The proposal that stood at the end of each day of the period.
        plan_uses: ``yes``, ``partly`` or ``no`` of each week of the period in which it was answered.

    Returns:
        None when there are fewer than :data:`FEWEST_ENTRIES` entries.
    """
    if len(entries) < FEWEST_ENTRIES:
        return None
    done = {(entry.day, entry.variation) for entry in entries}
    easy = {(entry.day, entry.variation) for entry in entries if entry.went == "easy"}
    counts = {kind: Counter[str]() for kind in ("proposed", "done", "easy")}
    for day, variation in proposals.items():
        names = (*variation.places, variation.id)
        counts["proposed"].update(names)
        if (day, variation.id) in done:
            counts["done"].update(names)
        if (day, variation.id) in easy:
            counts["easy"].update(names)
    shown = {variation.id: variation for variation in proposals.values()}
    variations = _ordered(shown, counts)[:NAMED]
    return WhatWorked(
        entries=len(entries),
        places=_ordered(PLACES, counts),
        variations=variations,
        wordings={worked.what: shown[worked.what] for worked in variations},
        plans=len(plan_uses),
        plans_used=sum(used != "no" for used in plan_uses),
    )


def _ordered(names: Collection[str], counts: Mapping[str, Counter[str]]) -> tuple[Worked, ...]:
    """Those that were done, easiest and most often first; ties in the order given."""
    found = (
        Worked(name, counts["proposed"][name], counts["done"][name], counts["easy"][name]) for name in names
    )
    return tuple(
        sorted((worked for worked in found if worked.done), key=lambda worked: (-worked.done, -worked.easy))
    )
