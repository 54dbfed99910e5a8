"""The proposal of the day: which action, and in which variation.

The rules (section 5 of the design): in any five consecutive proposed days all three actions occur and none more
than twice; within an action no variation returns before every eligible one has been shown; easy ones first, and
never two that take courage on two days in a row. A stable cue with fresh content counters habituation to prompts
(HeartSteps micro-randomised trial; Duolingo's recovering bandit, KDD 2020).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from .catalogue import ACTIONS, SETTINGS, Catalogue, Variation
from .errors import N_, MikroError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .entries import Experience

#: How many proposed days, today included, the balance of actions is looked at over.
WINDOW: Final = 5
#: No action more often than this within the window.
MOST: Final = 2
#: Entries before level 2 is proposed, and entries at level 2 before level 3 is.
RAMP: Final = 5


class Profile(NamedTuple):
    """For whom the proposal is made.

    Attributes:
        role: ``employee`` or ``leader``.
        settings: Where the user talks with people.
        level_cap: The highest level that the user wants (1–3).
    """

    role: str = "employee"
    settings: tuple[str, ...] = SETTINGS
    level_cap: int = 3


class Shown(NamedTuple):
    """A proposal that was shown: ``turn`` 0 is the day's first, 1 its first swap, and so on."""

    day: date
    turn: int
    action: str
    variation: str
    level: int


class Memory(NamedTuple):
    """What has been shown before.

    Attributes:
        last_shown: The latest (day, turn) of each variation ever shown, by id.
        recent: The final proposal of the latest proposed days before today, oldest first, with the highest level
            that was shown on the day; a dozen is plenty.
        today: What was already shown today, in order.
    """

    last_shown: Mapping[str, tuple[date, int]] = {}
    recent: Sequence[Shown] = ()
    today: Sequence[Shown] = ()


class Nudge(NamedTuple):
    """The proposal for a day.

    Attributes:
        day: The day.
        variation: The variation, as it was worded when it was first shown.
        swaps: How many times it was swapped today.
    """

    day: date
    variation: Variation
    swaps: int = 0


def unlocked_level(profile: Profile, entries: Experience) -> int:
    """The highest level that may be proposed now: 1 at first, later 2, and 3 after practice at 2."""
    if entries.entries < RAMP:
        reached = 1
    elif entries.level_two < RAMP:
        reached = 2
    else:
        reached = 3
    return min(reached, profile.level_cap)


def eligible(catalogue: Catalogue, profile: Profile, entries: Experience) -> list[Variation]:
    """The variations that may be proposed to this person now.

    Where an action has none at the levels unlocked so far, its easiest ones within the cap stand in.
    """
    highest = unlocked_level(profile, entries)
    suited = [
        variation for variation in catalogue.variations.values() if _suits(variation, catalogue, profile)
    ]
    chosen: list[Variation] = []
    for action in ACTIONS:
        of_action = [variation for variation in suited if variation.action == action]
        level = max(highest, min((variation.level for variation in of_action), default=highest))
        chosen += [variation for variation in of_action if variation.level <= level]
    return chosen


def choose(
    day: date,
    catalogue: Catalogue,
    profile: Profile,
    shown: Memory,
    entries: Experience,
    seed: str,
) -> Nudge:
    """The proposal for ``day``; with something already shown today, the swap for it.

    Same inputs, same answer. A swap stays with the day's action, so that the balance of the actions holds.

    Raises:
        MikroError: When the settings leave nothing to propose, or a swap finds nothing unseen today.
    """
    candidates = eligible(catalogue, profile, entries)
    if not candidates:
        raise MikroError(
            "nothing-eligible",
            N_(
                "No variation suits your settings. See «mikro config» (role, places, level_cap) and "
                "«mikro actions» for those you have hidden."
            ),
        )
    level_three_yesterday = bool(shown.recent) and shown.recent[-1].level == 3
    if shown.today:
        return _swap(day, candidates, shown, seed, level_three_yesterday)
    picks: dict[str, Variation] = {}
    for action in _allowed_actions(candidates, shown.recent):
        of_action = [variation for variation in candidates if variation.action == action]
        picks[action] = _freshest(day, of_action, shown, seed, level_three_yesterday)
    # A day of courage is not followed by another: another action today, if the balance leaves a choice.
    calm = [action for action in picks if not (level_three_yesterday and picks[action].level == 3)]
    action = _due_action(day, calm or list(picks), shown.recent, seed)
    if calm:
        return Nudge(day, picks[action])
    of_action = [variation for variation in candidates if variation.action == action]
    gentler = [variation for variation in of_action if variation.level < 3] or of_action
    return Nudge(day, _freshest(day, gentler, shown, seed, level_three_yesterday))


def _suits(variation: Variation, catalogue: Catalogue, profile: Profile) -> bool:
    return (
        not variation.retired
        and variation.id not in catalogue.hidden
        and variation.level <= profile.level_cap
        and variation.role in ("all", profile.role)
        and not set(profile.settings).isdisjoint(variation.settings)
    )


def _swap(
    day: date, candidates: Sequence[Variation], shown: Memory, seed: str, level_three_yesterday: bool
) -> Nudge:
    seen = {earlier.variation for earlier in shown.today}
    action = shown.today[-1].action
    left = [variation for variation in candidates if variation.action == action and variation.id not in seen]
    gentler = [variation for variation in left if variation.level < 3] if level_three_yesterday else left
    if not gentler:
        raise MikroError(
            "no-more-today",
            N_(
                "You have seen every variation of today's action. Pick the one that suits you best; «mikro log» counts them all."
            ),
        )
    return Nudge(day, _freshest(day, gentler, shown, seed, level_three_yesterday), swaps=len(shown.today))


def _allowed_actions(candidates: Iterable[Variation], recent: Sequence[Shown]) -> list[str]:
    """The actions that keep the balance; there is always one, unless an action has nothing eligible."""
    available = [action for action in ACTIONS if any(variation.action == action for variation in candidates)]
    before = [earlier.action for earlier in recent[-(WINDOW - 1) :]]
    room = [action for action in available if before.count(action) < MOST]
    if len(before) == WINDOW - 1:
        missing = [action for action in room if action not in before]
        if missing:
            return missing
    return room or available


def _due_action(day: date, allowed: Sequence[str], recent: Sequence[Shown], seed: str) -> str:
    """The allowed action proposed least often lately; among equals a draw that the seed decides."""
    lately = [earlier.action for earlier in recent[-12:]]
    yesterday = lately[-1] if lately else None
    return min(
        allowed,
        key=lambda action: (lately.count(action), action == yesterday, _draw(seed, day, action)),
    )


def _freshest(
    day: date, variations: Sequence[Variation], shown: Memory, seed: str, level_three_yesterday: bool
) -> Variation:
    """The variation not shown for the longest time; those never shown come first, in an order drawn by the seed."""

    def age(variation: Variation) -> tuple[date, int, bool, int]:
        last_day, turn = shown.last_shown.get(variation.id, (date.min, 0))
        too_bold = level_three_yesterday and variation.level == 3
        return (last_day, turn, too_bold, _draw(seed, day, variation.id))

    return min(variations, key=age)


def _draw(seed: str, day: date, name: str) -> int:
    return crc32(f"{seed}:{day.isoformat()}:{name}".encode())
