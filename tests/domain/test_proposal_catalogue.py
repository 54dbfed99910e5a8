"""The rules of the proposal, on the real catalogue: 250 working days for each role at each level cap."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from mikrohandlinger.domain.catalogue.model import ACTIONS, Catalogue, Variation, build
from mikrohandlinger.domain.entries import Experience
from mikrohandlinger.domain.proposal import RAMP, Memory, Profile, Shown, choose, eligible

FILE = Path(__file__).parents[2] / "data" / "actions.toml"
DAYS = 250
CASES = [(role, cap) for role in ("employee", "leader") for cap in (1, 2, 3)]


class Day(NamedTuple):
    variation: Variation
    open_to: frozenset[str]
    experience: Experience


@cache
def catalogue() -> Catalogue:
    return build(tomllib.loads(FILE.read_text("utf-8")))


@cache
def simulated(role: str, cap: int, seed: str = "a", every: int = 1) -> tuple[Day, ...]:
    """What is proposed on 250 working days to somebody who does every ``every``-th of them."""
    profile = Profile(role=role, level_cap=cap)
    shown: list[Shown] = []
    last: dict[str, tuple[date, int]] = {}
    experience = Experience()
    days: list[Day] = []
    day = date(2026, 1, 5)
    while len(days) < DAYS:
        if day.isoweekday() <= 5:
            proposal = choose(day, catalogue(), profile, Memory(last, shown[-12:]), experience, seed)
            variation = proposal.variation
            open_to = frozenset(one.id for one in eligible(catalogue(), profile, experience))
            days.append(Day(variation, open_to, experience))
            shown.append(Shown(day, 0, variation.action, variation.id, variation.level))
            last[variation.id] = (day, 0)
            if len(days) % every == 0:
                experience = Experience(experience.entries + 1, experience.level_two + (variation.level == 2))
        day += timedelta(days=1)
    return tuple(days)


@pytest.mark.parametrize(("role", "cap"), CASES)
def test_any_five_days_in_a_row_hold_all_three_actions_and_none_more_than_twice(role: str, cap: int) -> None:
    actions = [day.variation.action for day in simulated(role, cap)]
    for start in range(DAYS - 4):
        window = Counter(actions[start : start + 5])
        assert set(window) == set(ACTIONS)
        assert max(window.values()) == 2


@pytest.mark.parametrize(("role", "cap"), CASES)
@pytest.mark.parametrize(("seed", "every"), [("a", 1), ("b", 1), ("c", 2), ("d", 3)])
def test_no_variation_returns_before_every_eligible_one_of_its_action_was_shown(
    role: str, cap: int, seed: str, every: int
) -> None:
    days = simulated(role, cap, seed, every)
    last: dict[str, int] = {}
    for number, day in enumerate(days):
        variation = day.variation
        if variation.id in last:
            since = {earlier.variation.id for earlier in days[last[variation.id] + 1 : number]}
            of_action = {name for name in day.open_to if name.startswith(variation.action)}
            assert of_action - {variation.id} <= since, f"day {number}"
        last[variation.id] = number


@pytest.mark.parametrize(("role", "cap"), CASES)
def test_every_variation_for_the_role_and_cap_is_shown_within_the_250_days(role: str, cap: int) -> None:
    suited = {
        variation.id
        for variation in catalogue().variations.values()
        if variation.level <= cap and variation.role in ("all", role)
    }
    assert {day.variation.id for day in simulated(role, cap)} == suited


@pytest.mark.parametrize(("role", "cap"), CASES)
def test_the_levels_ramp_and_keep_under_the_cap(role: str, cap: int) -> None:
    for day in simulated(role, cap, every=3):
        level = day.variation.level
        assert level <= cap
        if day.experience.entries < RAMP:
            assert level == 1
        if day.experience.level_two < RAMP:
            assert level < 3


@pytest.mark.parametrize("role", ["employee", "leader"])
@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
def test_courage_is_never_asked_for_on_two_days_in_a_row(role: str, seed: str) -> None:
    levels = [day.variation.level for day in simulated(role, 3, seed)]
    assert 3 in levels
    assert all((one, next_one) != (3, 3) for one, next_one in pairwise(levels))


@pytest.mark.parametrize(("role", "cap"), CASES)
def test_the_same_sentence_is_never_shown_twice_within_a_month(role: str, cap: int) -> None:
    days = simulated(role, cap)
    for number in range(DAYS):
        window = [day.variation.da.text for day in days[number : number + 20]]
        assert len(set(window)) == len(window)


def test_leaders_get_leader_variations_and_employees_never() -> None:
    roles = Counter(day.variation.role for day in simulated("leader", 3))
    assert roles["leader"] >= 30
    assert all(day.variation.role == "all" for day in simulated("employee", 3))
