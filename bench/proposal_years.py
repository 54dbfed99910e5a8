"""Three years of mornings for many people: how often each rule of the proposal gives way.

Six kinds of people (two roles, three level caps), each as often as asked for, who log, swap and stay away by chance.
Balance and courage are to give way nowhere. The spread holds in the first round; later rounds keep its order, and
there it may give way to the rule that nothing returns early.

    python bench/proposal_years.py [PEOPLE]
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from mikrohandlinger.domain.calendar import WorkCalendar
from mikrohandlinger.domain.catalogue.model import ACTIONS, Catalogue, Variation, build
from mikrohandlinger.domain.entries import Experience
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.proposal import Memory, Profile, Shown, choose, weekdays_of

FILE = Path(__file__).resolve().parents[1] / "data" / "actions.toml"
START = date(2026, 1, 5)
DAYS = 3 * 365


def life(catalogue: Catalogue, profile: Profile, seed: str) -> list[Variation]:
    """The final proposal of each day."""
    chance, calendar = random.Random(seed), WorkCalendar()
    shown: list[Shown] = []
    last: dict[str, tuple[date, int]] = {}
    experience, finals = Experience(), list[Variation]()
    for day in (START + timedelta(number) for number in range(DAYS)):
        if not calendar.is_working(day) or chance.random() < 0.08:
            continue
        weekdays, today = weekdays_of(day, calendar), list[Shown]()
        for turn in range(1 + (chance.random() < 0.1)):
            try:
                chosen = choose(
                    day,
                    catalogue,
                    profile,
                    Memory(last, shown[-21:], today),
                    experience,
                    seed,
                    weekdays=weekdays,
                ).variation
            except MikroError:  # nothing left to swap for
                break
            today.append(Shown(day, turn, chosen.action, chosen.id, chosen.level))
            last[chosen.id] = (day, turn)
        finals.append(chosen)
        shown.append(today[-1]._replace(level=max(each.level for each in today)))
        if chance.random() < 0.6:
            experience = Experience(experience.entries + 1, experience.level_two + (chosen.level == 2))
    return finals


def broken(finals: list[Variation]) -> Counter[str]:
    """How often each rule gave way."""
    found: Counter[str] = Counter(days=len(finals))
    for start in range(len(finals) - 9):
        ten = finals[start : start + 10]
        actions = Counter(one.action for one in ten[:5])
        found["balance"] += len(actions) < len(ACTIONS) or max(actions.values()) > 2
        found["courage twice"] += ten[0].level == ten[1].level == 3
        found["six of a level"] += len({one.level for one in ten[:6]}) == 1
        found["ten without rules"] += not any(one.rules for one in ten)
        found["ten without a receiver"] += not any(one.part == "receiver" for one in ten)
    return found


def main() -> None:
    """Print a line for each kind of person."""
    import tomllib

    people = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    catalogue = build(tomllib.loads(FILE.read_text("utf-8")))
    for role in ("employee", "leader"):
        for cap in (1, 2, 3):
            profile, found = Profile(role=role, level_cap=cap), Counter[str]()
            for number in range(people):
                found += broken(life(catalogue, profile, f"{role}-{cap}-{number}"))
            print(f"{role}, cap {cap}: " + ", ".join(f"{name} {count}" for name, count in found.items()))


if __name__ == "__main__":
    main()
