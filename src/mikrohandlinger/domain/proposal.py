"""The proposal of the day: which action, and in which variation.

The rules (section 5 of the design): in any five consecutive proposed days all three actions occur and none more
than twice; within an action no variation returns before every eligible one has been shown; easy ones first, and
never two that take courage on two days in a row. A stable cue with fresh content counters habituation to prompts
(HeartSteps micro-randomised trial; Duolingo's recovering bandit, KDD 2020).
"""

# No annotations as text here: each field of a value would be compiled once more at every start.

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple
from zlib import crc32

from mikrohandlinger.domain.catalogue.model import ACTIONS, PLACES, Catalogue, Variation
from mikrohandlinger.domain.entries import Experience
from mikrohandlinger.domain.errors import N_, MikroError

#: How many proposed days, today included, the balance of actions is looked at over.
WINDOW: Final = 5
#: No action more often than this within the window.
MOST: Final = 2
#: How many days ahead the choice of an action looks, so that a day of courage never meets only bold ones.
AHEAD: Final = 6
#: Entries before level 2 is proposed, and entries at level 2 before level 3 is.
RAMP: Final = 5


class Profile(NamedTuple):
    """For whom the proposal is made.

    Attributes:
        role: ``employee`` or ``leader``.
        places: Where the user talks with people.
        level_cap: The highest level that the user wants (1–3).
        work: The user's kinds of work; with none, only what fits everywhere suits.
    """

    role: str = "employee"
    places: tuple[str, ...] = PLACES
    level_cap: int = 3
    work: tuple[str, ...] = ()


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


class Proposal(NamedTuple):
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
) -> Proposal:
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
                "No variation suits your settings. See “mikro config” (role, places, level_cap) and "
                "“mikro actions” for those you have hidden."
            ),
        )
    level_three_yesterday = bool(shown.recent) and shown.recent[-1].level == 3
    if shown.today:
        return _swap(day, candidates, shown, seed, level_three_yesterday)
    decks = {
        action: _deck(day, [one for one in candidates if one.action == action], shown, seed)
        for action in _available(candidates)
    }
    before = [earlier.action for earlier in shown.recent]
    picks = {
        action: _pick(decks[action], seed, day, bold_yesterday=level_three_yesterday)
        for action in _allowed(list(decks), before)
    }
    # A day of courage is not followed by another: another action today, if the balance leaves a choice.
    calm = [action for action in picks if not (level_three_yesterday and picks[action].level == 3)]
    if calm:
        return Proposal(
            day, picks[_foreseeing(sorted(calm, key=_due(day, before, seed)), picks, decks, before)]
        )
    action = min(picks, key=_due(day, before, seed))
    # Rather one seen before than courage two days in a row.
    gentler = [one for one in decks[action].seen if one.level < 3]
    return Proposal(day, gentler[0] if gentler else picks[action])


def _suits(variation: Variation, catalogue: Catalogue, profile: Profile) -> bool:
    return (
        not variation.retired
        and variation.id not in catalogue.hidden
        and variation.level <= profile.level_cap
        and variation.role in ("all", profile.role)
        and not set(profile.places).isdisjoint(variation.places)
    )


def _swap(
    day: date, candidates: Sequence[Variation], shown: Memory, seed: str, level_three_yesterday: bool
) -> Proposal:
    seen = {earlier.variation for earlier in shown.today}
    action = shown.today[-1].action
    left = [variation for variation in candidates if variation.action == action and variation.id not in seen]
    gentler = [variation for variation in left if variation.level < 3] if level_three_yesterday else left
    if not gentler:
        raise MikroError(
            "no-more-today",
            N_(
                "You have seen every variation of today's action. Pick the one that suits you best; “mikro log” counts them all."
            ),
        )
    pick = _pick(_deck(day, gentler, shown, seed), seed, day, bold_yesterday=level_three_yesterday)
    return Proposal(day, pick, swaps=len(shown.today))


class _Deck(NamedTuple):
    """The eligible variations of an action in the order in which they would come.

    Attributes:
        gentle: Never shown, of level 1 or 2, in an order drawn by the seed.
        bold: Never shown, of level 3, likewise.
        seen: Shown before, the one shown longest ago first.
        bold_last: Whether the latest proposal of this action was of level 3.
    """

    gentle: list[Variation]
    bold: list[Variation]
    seen: list[Variation]
    bold_last: bool

    def levels_ahead(self) -> list[int]:
        """The levels to come; while a gentle one has not been shown, it can come whenever it is wanted."""
        return (
            [1] * len(self.gentle[:AHEAD])
            + [3] * len(self.bold[:AHEAD])
            + [one.level for one in self.seen[:AHEAD]]
        )


def _deck(day: date, variations: Sequence[Variation], shown: Memory, seed: str) -> _Deck:
    fresh = [one for one in variations if one.id not in shown.last_shown]
    fresh.sort(key=lambda one: _draw(seed, day, one.id))
    seen = [one for one in variations if one.id in shown.last_shown]
    seen.sort(key=lambda one: shown.last_shown[one.id])
    action = variations[0].action
    levels = [earlier.level for earlier in shown.recent if earlier.action == action]
    return _Deck(
        [one for one in fresh if one.level < 3],
        [one for one in fresh if one.level == 3],
        seen,
        bold_last=levels[-1:] == [3],
    )


def _pick(deck: _Deck, seed: str, day: date, *, bold_yesterday: bool) -> Variation:
    """The variation not shown for the longest time; one never shown comes before all others.

    The bold ones are spread over the first round, and so over all later ones, which keep its order: were they
    left to its end, only the bold ones would remain for the days after a bold one.
    """
    gentle, bold, seen, bold_last = deck
    if not gentle and not bold:
        return seen[0]
    if not bold or (gentle and (bold_yesterday or bold_last)):
        return gentle[0]
    if not gentle or len(gentle) <= 2 * len(bold):
        return bold[0]
    return min(gentle[0], bold[0], key=lambda one: _draw(seed, day, one.id))


def _available(candidates: Iterable[Variation]) -> list[str]:
    with_some = {variation.action for variation in candidates}
    return [action for action in ACTIONS if action in with_some]


def _allowed(available: Sequence[str], before: Sequence[str]) -> list[str]:
    """The actions that keep the balance; there is always one, unless an action has nothing eligible."""
    window = before[-(WINDOW - 1) :]
    room = [action for action in available if window.count(action) < MOST]
    if len(window) == WINDOW - 1:
        missing = [action for action in room if action not in window]
        if missing:
            return missing
    return room or list(available)


def _due(day: date, before: Sequence[str], seed: str) -> Callable[[str], tuple[int, bool, int]]:
    """The order of the actions: the one proposed least often lately first; among equals the seed decides."""
    lately = before[-12:]
    yesterday = lately[-1] if lately else None
    return lambda action: (lately.count(action), action == yesterday, _draw(seed, day, action))


def _foreseeing(
    order: Sequence[str], picks: Mapping[str, Variation], decks: Mapping[str, _Deck], before: Sequence[str]
) -> str:
    """The first action after which the coming days need not follow a bold day with another."""
    ahead = {action: deck.levels_ahead() for action, deck in decks.items()}
    if not any(3 in levels[:AHEAD] for levels in ahead.values()):
        return order[0]
    for action in order:
        left = list(ahead[action])
        left.pop(left.index(3) if picks[action].level == 3 else 0)
        if _goes_on({**ahead, action: left}, [*before, action], picks[action].level == 3, AHEAD):
            return action
    return order[0]


def _goes_on(ahead: Mapping[str, Sequence[int]], before: Sequence[str], bold: bool, days: int) -> bool:
    if days == 0:
        return True
    for action in _allowed(list(ahead), before):
        level = ahead[action][0] if ahead[action] else 1
        if bold and level == 3:
            continue
        rest = {**ahead, action: ahead[action][1:]}
        if _goes_on(rest, [*before[-WINDOW:], action], level == 3, days - 1):
            return True
    return False


def _draw(seed: str, day: date, name: str) -> int:
    return crc32(f"{seed}:{day.isoformat()}:{name}".encode())
