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

from mikrohandlinger.domain.calendar import WorkCalendar
from mikrohandlinger.domain.catalogue.model import ACTIONS, Catalogue, Variation, build
from mikrohandlinger.domain.entries import Experience
from mikrohandlinger.domain.proposal import RAMP, Memory, Profile, Shown, choose, eligible, weekdays_of

FILE = Path(__file__).parents[2] / "data" / "actions.toml"
DAYS = 250
#: The kinds of work of each person that is simulated; most name none.
WORK = {"a": (), "b": ("care",), "c": (), "d": ("school", "office"), "e": ()}
#: Those who swap now and then.
SWAPS = ("d", "e")
#: Each of them does every so many-th of what is proposed.
EVERY = {"a": 1, "b": 2, "c": 2, "d": 1, "e": 2}
CASES = [(role, cap) for role in ("employee", "leader") for cap in (1, 2, 3)]


class Day(NamedTuple):
    variation: Variation
    open_to: frozenset[str]
    experience: Experience
    weekdays: frozenset[str]
    unshown: tuple[Variation, ...]
    first: Variation


@cache
def catalogue() -> Catalogue:
    return build(tomllib.loads(FILE.read_text("utf-8")))


@cache
def simulated(role: str, cap: int, seed: str = "a", days_in_all: int = DAYS) -> tuple[Day, ...]:
    """What is proposed on 250 working days to somebody who does some of it, and swaps some."""
    profile = Profile(role=role, level_cap=cap, work=WORK[seed])
    calendar = WorkCalendar()
    shown: list[Shown] = []
    last: dict[str, tuple[date, int]] = {}
    experience = Experience()
    days: list[Day] = []
    day = date(2026, 1, 5)
    while len(days) < days_in_all:
        if calendar.is_working(day) and not _is_away(day, seed):
            weekdays = weekdays_of(day, calendar)
            own_cue = len(days) < 5
            may = eligible(catalogue(), profile, experience, weekdays=weekdays, own_cue=own_cue)
            unshown = tuple(one for one in may if one.id not in last)
            today: list[Shown] = []
            # Now and then somebody swaps.
            first: Variation | None = None
            for turn in range(1 + (seed in SWAPS and len(days) % 10 == 3)):
                memory = Memory(last, shown[-21:], today)
                variation = choose(
                    day, catalogue(), profile, memory, experience, seed, weekdays=weekdays
                ).variation
                first = first or variation
                today.append(Shown(day, turn, variation.action, variation.id, variation.level))
                last[variation.id] = (day, turn)
            assert first is not None
            open_to = frozenset(one.id for one in may)
            days.append(Day(variation, open_to, experience, weekdays, unshown, first))
            shown.append(today[-1]._replace(level=max(each.level for each in today)))
            if len(days) % EVERY[seed] == 0:
                experience = Experience(experience.entries + 1, experience.level_two + (variation.level == 2))
        day += timedelta(days=1)
    return tuple(days)


def _is_away(day: date, seed: str) -> bool:
    """Some look only on some days: what nobody looks at uses nothing up."""
    return seed == "e" and (day.toordinal() % 12 == 5 or day.isocalendar().week in (7, 29, 30, 31))


@pytest.mark.parametrize(("role", "cap"), CASES)
def test_any_five_days_in_a_row_hold_all_three_actions_and_none_more_than_twice(role: str, cap: int) -> None:
    actions = [day.variation.action for day in simulated(role, cap)]
    for start in range(DAYS - 4):
        window = Counter(actions[start : start + 5])
        assert set(window) == set(ACTIONS)
        assert max(window.values()) == 2


@pytest.mark.parametrize(("role", "cap"), CASES)
@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_no_variation_returns_before_every_eligible_one_of_its_action_was_shown(
    role: str, cap: int, seed: str
) -> None:
    days = simulated(role, cap, seed)
    last: dict[str, int] = {}
    for number, day in enumerate(days):
        variation = day.variation
        if variation.id in last:
            since = {earlier.variation.id for earlier in days[last[variation.id] + 1 : number]}
            # Rather an early return than courage two days in a row.
            is_calm = days[number - 1].variation.level == 3
            of_action = {
                name
                for name in day.open_to
                if name.startswith(variation.action)
                and not (is_calm and catalogue().variations[name].level == 3)
            }
            assert of_action - {variation.id} <= since, f"day {number}"
        last[variation.id] = number


@pytest.mark.parametrize(("role", "cap"), CASES)
def test_every_variation_for_the_role_and_cap_is_shown_within_the_250_days(role: str, cap: int) -> None:
    suited = {
        variation.id
        for variation in catalogue().variations.values()
        if variation.level <= cap
        and variation.role in ("all", role)
        and not variation.work
        and not variation.retired
    }
    assert {day.variation.id for day in simulated(role, cap)} == suited


@pytest.mark.parametrize(("role", "cap"), CASES)
def test_the_levels_ramp_and_keep_under_the_cap(role: str, cap: int) -> None:
    for day in simulated(role, cap, "c"):
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


YEARS = 663  # the working days of three years that the rules were counted over


@cache
def three_years(role: str, cap: int) -> tuple[Day, ...]:
    return simulated(role, cap, "e", YEARS)


@pytest.mark.parametrize(("role", "cap"), CASES)
def test_three_years_of_mornings_hold_every_rule(role: str, cap: int) -> None:
    days = three_years(role, cap)
    actions = [day.variation.action for day in days]
    for start in range(len(days) - 4):
        window = Counter(actions[start : start + 5])
        assert set(window) == set(ACTIONS)
        assert max(window.values()) == 2
    for one, following in pairwise(days):
        assert (one.variation.level, following.variation.level) != (3, 3)
    for day in days:
        assert day.weekdays.isdisjoint(day.variation.not_on)
        assert not day.variation.work
        assert day.variation.role in ("all", role)
    assert all(day.variation.cue == "mine" and day.first.cue == "mine" for day in days[:5])
    assert all(day.variation.level == 1 for day in days if day.experience.entries < RAMP)


@pytest.mark.parametrize(("role", "cap"), CASES)
@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_while_there_are_unshown_ones_ten_proposals_hold_rules_a_receiver_and_the_leaders_own(
    role: str, cap: int, seed: str
) -> None:
    days = simulated(role, cap, seed)
    for kind, least, is_of in (
        ("rules", 1, lambda one: one.rules),
        ("receiver", 1, lambda one: one.part == "receiver"),
        ("leader", 2, lambda one: one.role == "leader"),
    ):
        for start in range(5, DAYS - 10):
            window = days[start : start + 10]
            # With fewer left than the ten that are looked at, the rules collide, and this one gives way first.
            holds = all(
                len(day.unshown) >= 10 and sum(map(is_of, day.unshown)) * 10 >= least * len(day.unshown)
                for day in window
            )
            if holds:
                found = sum(is_of(day.variation) for day in window)
                assert found >= least, f"{kind}: {found} in days {start}–{start + 9}"


@pytest.mark.parametrize(("role", "cap"), CASES)
@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_no_more_than_five_of_the_same_level_in_a_row_while_another_is_left(
    role: str, cap: int, seed: str
) -> None:
    days = simulated(role, cap, seed)
    for start in range(DAYS - 5):
        window = days[start : start + 6]
        levels = {day.variation.level for day in window}
        others = [one for one in window[-1].unshown if one.level not in levels]
        assert len(levels) > 1 or not others, f"days {start}–{start + 5}"
