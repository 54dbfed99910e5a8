"""The proposal of the day, over hundreds of simulated working days on small catalogues."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import WorkCalendar
from mikrohandlinger.domain.catalogue.model import ACTIONS, Catalogue, Variation, Wording
from mikrohandlinger.domain.entries import Experience
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.proposal import (
    Memory,
    Profile,
    Proposal,
    Shown,
    choose,
    eligible,
    unlocked_level,
    weekdays_of,
)

from .properties import LIVES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

MONDAY = date(2026, 11, 23)
SEASONED = Experience(entries=5, level_two=5)
NOBODY = Profile()


def variation(identity: str, action: str, level: int = 1, **changes: object) -> Variation:
    words = Wording("Gør det.", "Når …", "Sig …", "")
    plain = Variation(
        identity, action, level, 5, "all", "sender", ("meeting",), ("known",), ("wonder",), False, (), words, words
    )  # fmt: skip
    return plain._replace(**changes)  # type: ignore[arg-type]


def catalogue_of(*variations: Variation, hidden: Sequence[str] = ()) -> Catalogue:
    return Catalogue((), {each.id: each for each in variations}, {}, frozenset(hidden))


def catalogue_with(levels: Mapping[str, Sequence[int]]) -> Catalogue:
    """A catalogue with variations of these levels for each action."""
    return catalogue_of(
        *(
            variation(f"{action}-{number}-{level}", action, level)
            for action, of_action in levels.items()
            for number, level in enumerate(of_action)
        )
    )


class Seen(NamedTuple):
    day: date
    turn: int
    chosen: Variation
    pool: frozenset[str]


class Life:
    """Days with the program: remembers what was shown, in the plainest possible way."""

    def __init__(self, seed: str = "seed") -> None:
        self.seed = seed
        self.seen: list[Seen] = []
        self.last_shown: dict[str, tuple[date, int]] = {}

    def memory(self, day: date) -> Memory:
        by_day: dict[date, list[Shown]] = {}
        for each in self.seen[-100:]:
            by_day.setdefault(each.day, []).append(
                Shown(each.day, each.turn, each.chosen.action, each.chosen.id, each.chosen.level)
            )
        today = by_day.pop(day, [])
        recent = [turns[-1]._replace(level=max(turn.level for turn in turns)) for turns in by_day.values()]
        return Memory(self.last_shown, recent[-14:], today)

    def show(
        self,
        day: date,
        catalogue: Catalogue,
        profile: Profile = NOBODY,
        experience: Experience = SEASONED,
    ) -> Proposal:
        memory = self.memory(day)
        proposal = choose(day, catalogue, profile, memory, experience, self.seed)
        assert proposal == choose(day, catalogue, profile, memory, experience, self.seed)
        assert proposal.day == day
        assert proposal.swaps == len(memory.today)
        pool = frozenset(
            each.id
            for each in eligible(catalogue, profile, experience)
            if each.action == proposal.variation.action
        )
        self.seen.append(Seen(day, proposal.swaps, proposal.variation, pool))
        self.last_shown = {**self.last_shown, proposal.variation.id: (day, proposal.swaps)}
        return proposal

    @property
    def finals(self) -> list[Seen]:
        """The last proposal of each day."""
        return list({each.day: each for each in self.seen}.values())


def live(
    life: Life,
    days: int,
    catalogue: Callable[[int], Catalogue],
    *,
    experience: Callable[[int], Experience] = lambda _: SEASONED,
    swaps: Callable[[int], int] = lambda _: 0,
    gap: Callable[[int], int] = lambda _: 1,
    profile: Profile = NOBODY,
) -> Life:
    """Let ``days`` working days pass; every argument is asked with the number of the day."""
    day, calendar = MONDAY, WorkCalendar()
    for number in range(days):
        life.show(day, catalogue(number), profile, experience(number))
        for _ in range(swaps(number)):
            with suppress(MikroError):  # all have been seen today
                life.show(day, catalogue(number), profile, experience(number))
        day += timedelta(gap(number))
        while not calendar.is_working(day):
            day += timedelta(1)
    return life


def assert_balanced(life: Life) -> None:
    actions = [each.chosen.action for each in life.finals]
    for start in range(len(actions) - 4):
        window = Counter(actions[start : start + 5])
        assert set(window) == set(ACTIONS), f"days {start}–{start + 4}: {window}"
        assert max(window.values()) <= 2, f"days {start}–{start + 4}: {window}"


def assert_no_early_return(life: Life) -> None:
    """No variation comes back before every one that could have been shown instead was shown since."""
    shown: list[str] = []
    for each in life.seen:
        if each.chosen.id in shown:
            since = shown[len(shown) - shown[::-1].index(each.chosen.id) :]
            assert each.pool - set(since) - {each.chosen.id} == frozenset(), f"{each.chosen.id} on {each.day}"
        shown.append(each.chosen.id)


def assert_courage_is_rare(life: Life) -> None:
    finals = life.finals
    for earlier, later in pairwise(finals):
        assert not (earlier.chosen.level == later.chosen.level == 3), later.day


GENTLE = st.fixed_dictionaries(
    {action: st.lists(st.sampled_from([1, 2]), min_size=1, max_size=7) for action in ACTIONS}
)
BOLD = st.fixed_dictionaries(
    {action: st.lists(st.sampled_from([1, 2, 3]), max_size=6).map(lambda more: [1, *more]) for action in ACTIONS}
)  # fmt: skip
SEEDS = st.text("0123456789abcdef", min_size=16, max_size=16)
DAYS = 250


@LIVES
@given(GENTLE, SEEDS, st.data())
def test_the_actions_are_balanced_and_nothing_returns_early_whatever_is_swapped_or_left_out(
    levels: dict[str, list[int]], seed: str, data: st.DataObject
) -> None:
    catalogue = catalogue_with(levels)
    swaps = data.draw(st.lists(st.sampled_from([0, 0, 0, 1, 2, 5]), min_size=7, max_size=7))
    gaps = data.draw(st.lists(st.sampled_from([1, 1, 1, 2, 9, 40]), min_size=11, max_size=11))
    life = live(
        Life(seed),
        DAYS,
        lambda _: catalogue,
        swaps=lambda number: swaps[number % 7],
        gap=lambda number: gaps[number % 11],
    )
    assert_balanced(life)
    assert_no_early_return(life)


@LIVES
@given(BOLD, SEEDS)
def test_a_day_of_courage_is_never_followed_by_another_and_the_balance_holds(
    levels: dict[str, list[int]], seed: str
) -> None:
    catalogue = catalogue_with(levels)
    life = live(Life(seed), DAYS, lambda _: catalogue, swaps=lambda number: number % 3)
    assert_courage_is_rare(life)
    assert_balanced(life)
    shown = {each.chosen.id for each in life.seen}
    assert shown == set(catalogue.variations), "courage is only put off, never left out"


@LIVES
@given(BOLD, SEEDS)
def test_among_what_may_be_shown_on_a_day_nothing_returns_early(
    levels: dict[str, list[int]], seed: str
) -> None:
    catalogue = catalogue_with(levels)
    life = live(Life(seed), DAYS, lambda _: catalogue)
    bold = {name for name, each in catalogue.variations.items() if each.level == 3}
    days = life.seen
    life.seen = [
        later._replace(pool=later.pool - bold) if earlier.chosen.level == 3 else later
        for earlier, later in zip([days[0], *days], days, strict=False)
    ]
    assert_no_early_return(life)


@LIVES
@given(SEEDS, st.data())
def test_the_levels_ramp_with_experience(seed: str, data: st.DataObject) -> None:
    catalogue = catalogue_with({action: [1, 1, 1, 2, 2, 3, 3] for action in ACTIONS})
    logged = data.draw(st.lists(st.booleans(), min_size=DAYS, max_size=DAYS))
    life, entries, level_two, day = Life(seed), 0, 0, MONDAY
    for did_it in logged:
        level = life.show(
            day, catalogue, NOBODY, Experience(min(entries, 5), min(level_two, 5))
        ).variation.level
        if entries < 5:
            assert level == 1
        if level_two < 5:
            assert level <= 2
        entries += did_it
        level_two += did_it and level == 2
        day += timedelta(1)
    assert_courage_is_rare(life)


@pytest.mark.parametrize("cap", [1, 2, 3])
def test_nothing_above_the_cap_is_ever_proposed(cap: int) -> None:
    catalogue = catalogue_with({action: [1, 2, 3] for action in ACTIONS})
    life = live(Life(), 60, lambda _: catalogue, profile=Profile(level_cap=cap))
    assert {each.chosen.level for each in life.seen} == set(range(1, cap + 1))


@LIVES
@given(SEEDS, st.data())
def test_a_catalogue_that_shrinks_grows_or_loses_what_was_shown_keeps_every_rule(
    seed: str, data: st.DataObject
) -> None:
    everything = [variation(f"{action}-{n}", action, 1 + n % 2) for action in ACTIONS for n in range(8)]
    ids = [each.id for each in everything]
    hidden = data.draw(
        st.lists(st.frozensets(st.sampled_from([name for name in ids if not name.endswith("-0")])), min_size=6, max_size=6)
    )  # fmt: skip
    life = live(
        Life(seed),
        240,
        lambda number: catalogue_of(
            *(each for each in everything if each.id not in hidden[number // 40] or number % 80 < 40),
            hidden=tuple(hidden[number // 40]),
        ),
    )
    assert_balanced(life)
    assert_no_early_return(life)
    for number, each in enumerate(life.seen):
        assert each.chosen.id not in hidden[number // 40]


def test_what_is_new_in_the_catalogue_comes_before_anything_returns() -> None:
    small = catalogue_with({action: [1, 1] for action in ACTIONS})
    grown = catalogue_of(*small.variations.values(), variation("ask-new", "ask"))
    life = live(Life(), 30, lambda number: small if number < 12 else grown)
    first_ask = next(each for each in life.seen[12:] if each.chosen.action == "ask")
    assert first_ask.chosen.id == "ask-new"


@LIVES
@given(BOLD, SEEDS, st.lists(st.integers(0, 5), min_size=5, max_size=5))
def test_a_swap_stays_with_the_action_and_never_repeats_what_the_day_has_shown(
    levels: dict[str, list[int]], seed: str, swaps: list[int]
) -> None:
    catalogue = catalogue_with(levels)
    life = live(Life(seed), 60, lambda _: catalogue, swaps=lambda number: swaps[number % 5])
    by_day: dict[date, list[Variation]] = {}
    for each in life.seen:
        by_day.setdefault(each.day, []).append(each.chosen)
    for shown in by_day.values():
        assert len({each.id for each in shown}) == len(shown)
        assert len({each.action for each in shown}) == 1


def test_when_every_variation_of_the_action_was_seen_today_a_swap_says_so() -> None:
    catalogue = catalogue_with({action: [1, 1] for action in ACTIONS})
    life = Life()
    life.show(MONDAY, catalogue)
    life.show(MONDAY, catalogue)
    with pytest.raises(MikroError) as refused:
        life.show(MONDAY, catalogue)
    assert refused.value.code == "no-more-today"


def test_when_the_settings_leave_nothing_it_says_so() -> None:
    catalogue = catalogue_of(variation("ask-1", "ask", role="leader"))
    with pytest.raises(MikroError) as refused:
        Life().show(MONDAY, catalogue)
    assert refused.value.code == "nothing-eligible"


def test_an_action_with_nothing_eligible_leaves_the_days_to_the_others() -> None:
    catalogue = catalogue_with({"ask": [1, 1], "feedback": [1, 1], "doubt": []})
    life = live(Life(), 20, lambda _: catalogue)
    counts = Counter(each.chosen.action for each in life.finals)
    assert counts == {"ask": 10, "feedback": 10}


def test_the_balance_returns_once_a_lacking_action_is_back() -> None:
    lacking = catalogue_with({"ask": [1, 1], "feedback": [1, 1], "doubt": []})
    whole = catalogue_with({action: [1, 1] for action in ACTIONS})
    life = live(Life(), 40, lambda number: lacking if number < 20 else whole)
    actions = [each.chosen.action for each in life.finals]
    assert actions[20] == "doubt"
    life.seen = life.seen[20:]
    assert_balanced(life)


@pytest.mark.parametrize(
    ("changes", "profile", "fits"),
    [
        ({}, NOBODY, True),
        ({"retired": True}, NOBODY, False),
        ({"role": "leader"}, NOBODY, False),
        ({"role": "leader"}, Profile(role="leader"), True),
        ({"places": ("remote",)}, Profile(places=("meeting",)), False),
        ({"places": ("remote", "meeting")}, Profile(places=("meeting",)), True),
        ({"level": 3}, Profile(level_cap=2), False),
    ],
)
def test_only_what_suits_the_person_is_eligible(
    changes: dict[str, object], profile: Profile, fits: bool
) -> None:
    catalogue = catalogue_of(variation("ask-1", "ask")._replace(**changes))  # type: ignore[arg-type]
    assert bool(eligible(catalogue, profile, SEASONED)) is fits


def test_a_hidden_variation_is_not_eligible() -> None:
    catalogue = catalogue_of(variation("ask-1", "ask"), variation("ask-2", "ask"), hidden=["ask-1"])
    assert [each.id for each in eligible(catalogue, NOBODY, SEASONED)] == ["ask-2"]


def test_where_an_action_has_nothing_easy_its_easiest_stand_in() -> None:
    catalogue = catalogue_with({"ask": [2, 3], "doubt": [1, 2], "feedback": [3]})
    found = {each.id for each in eligible(catalogue, NOBODY, Experience())}
    assert found == {"ask-0-2", "doubt-0-1", "feedback-0-3"}


@pytest.mark.parametrize(
    ("entries", "level_two", "level"), [(0, 0, 1), (4, 4, 1), (5, 0, 2), (5, 4, 2), (5, 5, 3), (99, 99, 3)]
)
def test_a_level_is_unlocked_by_five_entries_at_the_one_before(
    entries: int, level_two: int, level: int
) -> None:
    assert unlocked_level(NOBODY, Experience(entries, level_two)) == level
    assert unlocked_level(Profile(level_cap=1), Experience(entries, level_two)) == 1


def test_two_people_get_their_own_order() -> None:
    catalogue = catalogue_with({action: [1] * 10 for action in ACTIONS})
    one, other = (
        [each.chosen.id for each in live(Life(seed), 15, lambda _: catalogue).seen] for seed in ("a", "b")
    )
    assert one != other


def test_a_day_of_courage_that_was_swapped_away_is_not_followed_by_another() -> None:
    catalogue = catalogue_with({action: [1, 2, 3, 3, 3] for action in ACTIONS})
    life = live(Life(), DAYS, lambda _: catalogue, swaps=lambda number: number % 2)
    by_day: dict[date, int] = {}
    for each in life.seen:
        by_day[each.day] = max(by_day.get(each.day, 0), each.chosen.level)
    levels = list(by_day.values())
    assert (3, 3) not in set(pairwise(levels))


@given(SEEDS, st.integers(5, 12), st.integers(1, 4), st.integers(0, 3))
def test_a_day_stored_ahead_keeps_the_balance_of_the_days_before_and_around_it(
    seed: str, before: int, ahead: int, left_out: int
) -> None:
    catalogue = catalogue_with({action: [1] * 12 for action in ACTIONS})
    calendar = WorkCalendar()
    shown: list[Shown] = []
    last: dict[str, tuple[date, int]] = {}
    day = date(2026, 3, 2)
    days = [one for one in (day + timedelta(n) for n in range(60)) if calendar.is_working(one)]

    def look(one: date) -> None:
        earlier = [each for each in shown if each.day < one]
        later = {each.day: each for each in shown if each.day > one}
        coming = [later.get(each) for each in days if one < each <= max(later, default=one)]
        memory = Memory(last, earlier, (), [later[each] for each in sorted(later)], coming)
        chosen = choose(one, catalogue, NOBODY, memory, SEASONED, seed).variation
        assert chosen.id not in last, "nothing returns while there are others"
        shown.append(Shown(one, 0, chosen.action, chosen.id, chosen.level))
        shown.sort()
        last[chosen.id] = (one, 0)

    for one in days[:before]:
        look(one)
    look(days[before + ahead])
    for number in range(before, before + ahead + 5):
        if number != before + ahead and number - before != left_out:
            look(days[number])
    actions = [each.action for each in shown]
    for start in range(len(actions) - 4):
        window = Counter(actions[start : start + 5])
        assert set(window) == set(ACTIONS)
        assert max(window.values()) == 2


@given(SEEDS, st.sampled_from([1, 2, 3]), st.booleans(), st.booleans())
def test_a_swap_leads_away_from_courage_and_to_what_can_be_begun(
    seed: str, level: int, waits: bool, bold_tomorrow: bool
) -> None:
    everything = [
        variation(f"ask-{cue}-{each}-{n}", "ask", each, cue=cue)
        for cue in ("mine", "comes") for each in (1, 2, 3) for n in range(2)
    ]  # fmt: skip
    first = next(each for each in everything if each.level == level and (each.cue == "comes") is waits)
    earlier = [Shown(MONDAY - timedelta(n), 0, "doubt", f"doubt-{n}", 1) for n in range(9, 2, -1)]
    later = [Shown(MONDAY + timedelta(1), 0, "doubt", "doubt-x", 3)] if bold_tomorrow else []
    today = [Shown(MONDAY, 0, "ask", first.id, level)]
    memory = Memory({first.id: (MONDAY, 0)}, earlier, today, later, later)
    swapped = choose(MONDAY, catalogue_of(*everything), NOBODY, memory, SEASONED, seed).variation
    assert swapped.id != first.id
    if level == 3 or bold_tomorrow:
        assert swapped.level < 3
    if waits:
        assert swapped.cue == "mine"


@given(SEEDS, st.booleans())
def test_the_first_five_days_take_only_what_the_user_can_begin(seed: str, swaps: bool) -> None:
    catalogue = catalogue_of(
        *(
            variation(f"{action}-{n}", action, cue=("mine", "comes")[n % 2])
            for action in ACTIONS
            for n in range(8)
        )
    )
    life = live(Life(seed), 7, lambda _: catalogue, experience=lambda _: Experience(), swaps=lambda _: swaps)
    first = dict.fromkeys(each.day for each in life.seen)
    assert all(each.chosen.cue == "mine" for each in life.seen if each.day in list(first)[:5])


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_friday_is_also_the_last_working_day_before_days_off_and_monday_the_first_after(day: date) -> None:
    calendar = WorkCalendar()
    found = weekdays_of(day, calendar)
    assert ("fri" in found) is (day.isoweekday() == 5 or not calendar.is_working(day + timedelta(1)))
    assert ("mon" in found) is (day.isoweekday() == 1 or not calendar.is_working(day - timedelta(1)))


def test_what_cannot_be_done_on_a_day_waits_for_another() -> None:
    catalogue = catalogue_of(
        *(variation(f"{action}-{n}", action) for action in ACTIONS for n in range(2)),
        *(variation(f"{action}-tomorrow", action, not_on=("fri",)) for action in ACTIONS),
    )
    life = live(Life(), 60, lambda _: catalogue)
    assert all(each.chosen.not_on == () for each in life.seen if each.day.isoweekday() == 5)
    assert {each.chosen.id for each in life.seen} == set(catalogue.variations)


@pytest.mark.parametrize(
    ("work", "of_user", "fits"),
    [((), (), True), ((), ("care",), True), (("care",), (), False), (("care", "road"), ("road",), True)],
)
def test_what_fits_some_work_only_is_for_those_who_do_it(
    work: tuple[str, ...], of_user: tuple[str, ...], fits: bool
) -> None:
    catalogue = catalogue_of(variation("ask-1", "ask", work=work))
    assert bool(eligible(catalogue, Profile(work=of_user), SEASONED)) is fits
