"""How the variations of a round are dealt: evenly, so that none of a kind is long missing, or all there is for long.

The kinds are those about local rules, those of the receiver, those for leaders, and the three levels. What has not
been shown yet is drawn by how long its kinds have been waited for, measured against the share that they have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mikrohandlinger.domain.catalogue.model import LEVELS, Variation
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

#: Over how many proposals the kinds are looked at.
TEN: Final = 10
#: Of each kind, at least how many in ten.
LEAST: Final[Mapping[str, int]] = {"rules": 1, "receiver": 1, "leader": 2}
#: No more of the same level in a row.
MOST_IN_A_ROW: Final = 5
#: Proposals before the latest day on which a kind may come at which it is drawn before others: on that very day
#: the action that is due, or a day of courage behind, may leave none of it.
_EARLY: Final = 5
_LEVEL_KINDS: Final = tuple(f"level {level}" for level in LEVELS)


class Spread(NamedTuple):
    """What the latest proposals make wanted today.

    Attributes:
        weights: For each kind how much one of it is wanted; below nought it had better wait.
        wanted: The kinds that would soon be missing in ten.
        tired: The level of which there were nearly, or already, too many in a row.
        in_a_row: How many there were.
    """

    weights: Mapping[str, float]
    wanted: frozenset[str]
    tired: int | None
    in_a_row: int

    def cost(self, variation: Variation) -> float:
        """The lower, the sooner it is drawn."""
        wants = sum(self.weights[kind] for kind in kinds_of(variation))
        return 100 * self.lacking(variation) - wants

    def lacking(self, variation: Variation) -> int:
        """How much of what is wanted by now it does not give."""
        missing = len(self.wanted - kinds_of(variation)) if self.wanted else 0
        return missing + (variation.level == self.tired) * (1 + (self.in_a_row >= MOST_IN_A_ROW))


def kinds_of(variation: Variation) -> frozenset[str]:
    """The kinds that it is of."""
    kinds = {_LEVEL_KINDS[variation.level - 1]}
    if variation.rules:
        kinds.add("rules")
    if variation.part == "receiver":
        kinds.add("receiver")
    if variation.role == "leader":
        kinds.add("leader")
    return frozenset(kinds)


def spread(recent: Sequence[Variation | None], left: Sequence[Variation]) -> Spread:
    """What the latest proposals make wanted today.

    Args:
        recent: What was proposed, oldest first; None for what the catalogue no longer has.
        left: What has not been shown in this round.
    """
    of_left = [kinds_of(one) for one in left]
    of_recent = [frozenset[str]() if one is None else kinds_of(one) for one in recent][::-1]
    weights: dict[str, float] = {}
    wanted: set[str] = set()
    for kind in (*LEAST, *_LEVEL_KINDS):
        share = sum(kind in kinds for kinds in of_left) / (len(of_left) or 1)
        waited = _waited(kind, of_recent)
        weights[kind] = min(3.0, share * (waited + 1) - 1) if share else 0.0
        least = LEAST.get(kind)
        if least and share * TEN >= least and _is_soon_missing(kind, least, of_recent):
            wanted.add(kind)
    level, in_a_row = _row(recent)
    is_long = in_a_row >= MOST_IN_A_ROW - 2 and any(one.level != level for one in left)
    return Spread(weights, frozenset(wanted), level if is_long else None, in_a_row)


def _waited(kind: str, latest_first: Sequence[frozenset[str]]) -> int:
    for number, kinds in enumerate(latest_first):
        if kind in kinds:
            return number
    return len(latest_first)


def _is_soon_missing(kind: str, least: int, latest_first: Sequence[frozenset[str]]) -> bool:
    """Whether a few more proposals without the kind would leave fewer than ``least`` of it in ten."""
    window = latest_first[: TEN - _EARLY]
    return len(window) == TEN - _EARLY and sum(kind in kinds for kinds in window) < least


def _row(recent: Sequence[Variation | None]) -> tuple[int | None, int]:
    latest = recent[-1].level if recent and recent[-1] is not None else None
    count = 0
    for one in reversed(recent):
        if latest is None or one is None or one.level != latest:
            break
        count += 1
    return latest, count
