"""The proposal of the day: which action, and in which variation.

The rules (section 5 of the design): in any five consecutive proposed working days all three actions occur and none
more than twice; within an action no variation returns before every eligible one has been shown; easy ones first,
and never two that take courage on two days in a row; what has not been shown is dealt evenly
(:mod:`.dealing`). Where they collide, the last gives way first, then the return, then the balance. A stable cue with fresh content counters habituation to prompts
(HeartSteps micro-randomised trial; Duolingo's recovering bandit, KDD 2020).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from zlib import crc32

from mikrohandlinger.domain.calendar import ONE_DAY, WorkCalendar
from mikrohandlinger.domain.catalogue.model import ACTIONS, DAYS, PLACES, Catalogue, Variation
from mikrohandlinger.domain.dealing import TEN, Spread, spread
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.entries import Experience

#: How many proposed days, today included, the balance of actions is looked at over.
WINDOW: Final = 5
#: No action more often than this within the window.
MOST: Final = 2
#: How many days ahead the choice of an action looks, so that a day of courage never meets only bold ones.
AHEAD: Final = 6
#: How many proposed days come first: on these the user alone decides when.
FIRST: Final = 5
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
    """A proposal that was shown: ``turn`` 0 is the day's first, 1 its first swap, and so on.

    Attributes:
        asked: Whether it was asked for on a day off, which stands outside the balance of the actions.
    """

    day: date
    turn: int
    action: str
    variation: str
    level: int
    asked: bool = False


class Memory(NamedTuple):
    """What has been shown before.

    Attributes:
        last_shown: The latest (day, turn) of each variation ever shown, by id; a later day's among them.
        recent: The final proposal of the latest proposed days before today, oldest first, with the highest level
            that was shown on the day; two dozen are plenty.
        today: What was already shown today, in order.
        later: The final proposal of the days after today for which one is stored, nearest first: somebody looked
            ahead, or flew west.
        coming: The working days after today up to the last of these; None where nothing is stored yet.
    """

    last_shown: Mapping[str, tuple[date, int]] = {}
    recent: Sequence[Shown] = ()
    today: Sequence[Shown] = ()
    later: Sequence[Shown] = ()
    coming: Sequence[Shown | None] = ()


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


def weekdays_of(day: date, calendar: WorkCalendar) -> frozenset[str]:
    """The weekdays whose limits hold on ``day``.

    Its own; ``fri`` on any day before a day off, which has no tomorrow at work, and ``mon`` on any day after one.
    """
    found = {DAYS[day.weekday()]}
    if not calendar.is_working(day + ONE_DAY):
        found.add("fri")
    if not calendar.is_working(day - ONE_DAY):
        found.add("mon")
    return frozenset(found)


def eligible(
    catalogue: Catalogue,
    profile: Profile,
    entries: Experience,
    *,
    weekdays: Collection[str] = (),
    own_cue: bool = False,
) -> list[Variation]:
    """The variations that may be proposed to this person now.

    Where an action has none at the levels unlocked so far, its easiest ones within the cap stand in.

    Args:
        catalogue: What there is.
        profile: For whom.
        entries: How far the user has come.
        weekdays: Which weekdays the day is, so that what cannot be done on them is left out.
        own_cue: Whether only those count for which the user decides when.
    """
    highest = unlocked_level(profile, entries)
    days = frozenset(weekdays)
    suited = [
        variation
        for variation in catalogue.variations.values()
        if _suits(variation, catalogue, profile) and days.isdisjoint(variation.not_on)
    ]
    if own_cue:
        suited = [variation for variation in suited if variation.cue == "mine"] or suited
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
    *,
    weekdays: Collection[str] | None = None,
) -> Proposal:
    """The proposal for ``day``; with something already shown today, the swap for it.

    Same inputs, same answer. A swap stays with the day's action, so that the balance of the actions holds.

    Args:
        day: The day.
        catalogue: What there is.
        profile: For whom.
        shown: What was shown before, today, and is stored for later.
        entries: How far the user has come.
        seed: What makes this person's order their own.
        weekdays: Which weekdays the day is (see :func:`weekdays_of`); None for the one of the calendar.

    Raises:
        MikroError: When the settings leave nothing to propose, or a swap finds nothing unseen today.
    """
    candidates = eligible(
        catalogue,
        profile,
        entries,
        weekdays=(DAYS[day.weekday()],) if weekdays is None else weekdays,
        own_cue=len(shown.recent) < FIRST,
    )
    if not candidates:
        raise MikroError(
            "nothing-eligible",
            N_(
                "No variation suits your settings. See “mikro config” (role, places, level_cap) and "
                "“mikro actions” for those you have hidden."
            ),
        )
    is_calm = any(each.level == 3 for each in (*shown.recent[-1:], *shown.later[:1]))
    wishes = _wishes(catalogue, candidates, shown)
    if shown.today:
        return _swap(day, candidates, shown, seed, wishes, is_calm=is_calm)
    decks = {
        action: _deck(day, [one for one in candidates if one.action == action], shown, seed, wishes)
        for action in _available(candidates)
    }
    due = _due(day, _actions_before(shown), seed)
    return Proposal(day, _in_turn(decks, shown, wishes, due, is_calm=is_calm))


def _actions_before(shown: Memory) -> list[str]:
    return [earlier.action for earlier in shown.recent if not earlier.asked]


def _in_turn(
    decks: Mapping[str, _Deck],
    shown: Memory,
    wishes: Spread,
    due: Callable[[str], tuple[int, bool, int]],
    *,
    is_calm: bool,
) -> Variation:
    """The variation of the action whose turn it is, among those that the balance of the days around allows."""
    before = _actions_before(shown)
    coming = [None if later is None else later.action for later in shown.coming]
    picks = {action: _pick(deck, bold_yesterday=is_calm) for action, deck in decks.items()}
    allowed = _allowed_with(list(decks), before, coming)
    # A day of courage is not followed by another: another action today, if the balance leaves a choice.
    calm = [action for action in allowed if not (is_calm and picks[action].level == 3)]
    if calm:
        order = sorted(calm, key=lambda action: (wishes.lacking(picks[action]), due(action)))
        return picks[_foreseeing(order, picks, decks, before)]
    # Rather one seen before than courage two days in a row, and rather another action than that.
    turns = sorted(decks, key=lambda action: (action not in allowed, due(action)))
    for action in turns:
        gentler = [one for one in (*decks[action].gentle, *decks[action].seen) if one.level < 3]
        if gentler:
            return gentler[0]
    return picks[turns[0]]


def _suits(variation: Variation, catalogue: Catalogue, profile: Profile) -> bool:
    return (
        not variation.retired
        and variation.id not in catalogue.hidden
        and variation.level <= profile.level_cap
        and variation.role in ("all", profile.role)
        and not set(profile.places).isdisjoint(variation.places)
        and (not variation.work or not set(profile.work).isdisjoint(variation.work))
        and all(wording.text and wording.when and wording.say for wording in (variation.da, variation.en))
    )


def _wishes(catalogue: Catalogue, candidates: Sequence[Variation], shown: Memory) -> Spread:
    left = [one for one in candidates if one.id not in shown.last_shown]
    recent = [catalogue.variations.get(earlier.variation) for earlier in shown.recent[-TEN:]]
    return spread(recent, left or candidates)


def _swap(
    day: date,
    candidates: Sequence[Variation],
    shown: Memory,
    seed: str,
    wishes: Spread,
    *,
    is_calm: bool,
) -> Proposal:
    seen = {earlier.variation for earlier in shown.today}
    current = shown.today[-1]
    left = [one for one in candidates if one.action == current.action and one.id not in seen]
    gentler = [one for one in left if one.level < 3]
    # Away from courage to something gentler, and away from what must come first to what can be begun.
    if is_calm or (current.level == 3 and gentler):
        left = gentler
    waiting = {one.id for one in candidates if one.cue == "comes"}
    if current.variation in waiting:
        left = [one for one in left if one.cue == "mine"] or left
    if not left:
        raise MikroError(
            "no-more-today",
            N_(
                "You have seen every variation of today's action. Pick the one that suits you best; “mikro log” counts them all."
            ),
        )
    pick = _pick(_deck(day, left, shown, seed, wishes), bold_yesterday=is_calm)
    return Proposal(day, pick, swaps=len(shown.today))


class _Deck(NamedTuple):
    """The eligible variations of an action in the order in which they would come.

    Attributes:
        gentle: Never shown, of level 1 or 2, what is most wanted first, drawn by the seed among equals.
        bold: Never shown, of level 3, likewise.
        seen: Shown before, the one shown longest ago first.
        calm: How many proposals of this action lie behind since its last of level 3.
    """

    gentle: list[Variation]
    bold: list[Variation]
    seen: list[Variation]
    calm: int

    def levels_ahead(self) -> list[int]:
        """The levels to come; while a gentle one has not been shown, it can come whenever it is wanted."""
        return (
            [1] * len(self.gentle[:AHEAD])
            + [3] * len(self.bold[:AHEAD])
            + [one.level for one in self.seen[:AHEAD]]
        )


def _deck(day: date, variations: Sequence[Variation], shown: Memory, seed: str, wishes: Spread) -> _Deck:
    fresh = [one for one in variations if one.id not in shown.last_shown]
    fresh.sort(key=lambda one: (wishes.cost(one), _draw(seed, day, one.id)))
    seen = [one for one in variations if one.id in shown.last_shown]
    seen.sort(key=lambda one: shown.last_shown[one.id])
    action = variations[0].action
    levels = [earlier.level for earlier in shown.recent if earlier.action == action][::-1]
    return _Deck(
        [one for one in fresh if one.level < 3],
        [one for one in fresh if one.level == 3],
        seen,
        calm=levels.index(3) if 3 in levels else len(levels),
    )


def _pick(deck: _Deck, *, bold_yesterday: bool) -> Variation:
    """The variation not shown for the longest time; one never shown comes before all others.

    The bold ones are spread evenly over the first round, and so over all later ones, which keep its order: were
    they left to its end, only the bold ones would remain for the days after a bold one.
    """
    gentle, bold, seen, calm = deck
    if not gentle and not bold:
        return seen[0]
    if not bold or (gentle and (bold_yesterday or calm * len(bold) < len(gentle) or not calm)):
        return gentle[0]
    return bold[0]


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


def _allowed_with(available: Sequence[str], before: Sequence[str], coming: Sequence[str | None]) -> list[str]:
    """Those that keep the balance also with what is stored for later days, whether or not the days between are used."""
    allowed = _allowed(available, before)
    if not any(coming):
        return allowed
    near = [action for action in coming if action][:WINDOW]
    both = [
        action
        for action in allowed
        if _fits(available, [*before, action], coming[: 2 * WINDOW])
        and _fits(available, [*before, action], near)
    ]
    return (
        both
        or [action for action in allowed if _fits(available, [*before, action], coming[: 2 * WINDOW])]
        or allowed
    )


def _fits(available: Sequence[str], before: Sequence[str], coming: Sequence[str | None]) -> bool:
    """Whether the days to come can be filled in balance, with what is stored among them."""
    if not any(coming):
        return True
    stored, *rest = coming
    choices = _allowed(available, before)
    if stored is not None:
        return stored in choices and _fits(available, [*before[-WINDOW:], stored], rest)
    return any(_fits(available, [*before[-WINDOW:], action], rest) for action in choices)


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
