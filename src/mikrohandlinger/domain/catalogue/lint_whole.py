"""What the style rules ask of a catalogue as a whole: enough of each kind, in proportion, on sources that carry it.

A user's own file is not counted; what is said of it here is a hint.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mikrohandlinger.domain.catalogue.check import Fault
from mikrohandlinger.domain.catalogue.lint_lines import in_use, listed, sources_of
from mikrohandlinger.domain.catalogue.model import ACTIONS, LEVELS, PLACES, PRACTICE, REACHES, SIGNS, WORKS
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Final

#: The least numbers for a whole catalogue: together, per action, per sign.
LEAST_TOGETHER: Final = 240
LEAST_PER_ACTION: Final = 80
LEAST_PER_SIGN: Final = 25
#: Per kind of work: what can be proposed there, and what is of its own.
LEAST_ELIGIBLE: Final = 120
LEAST_OF_OWN: Final = 15
#: The share of each level, and how far from it is near enough.
LEVEL_SHARES: Final = {1: 0.4, 2: 0.4, 3: 0.2}
LEVEL_SLACK: Final = 0.05
#: At most this share may wait for somebody or something else.
MOST_WAITING: Final = 1 / 3
#: A source may be the only one for this many variations, and no more.
MOST_ON_ONE_SOURCE: Final = 12


def sources(raw: Mapping[str, Any], *, own: bool) -> Iterator[Fault]:
    """The sources that nothing names, and those that too much rests on."""
    tables = raw.get("source")
    tables = tables if isinstance(tables, Mapping) else {}
    used = [sources_of(table) for _name, table in in_use(raw)]
    named = {key for keys in used for key in keys}
    for key in tables:
        if key not in named:
            yield Fault(
                f"[source.{key}]",
                "",
                N_("No variation names this source. Use it, or take it out."),
                is_hint=own,
            )
    alone = Counter(keys[0] for keys in used if len(keys) == 1)
    for key, count in alone.items():
        if count > MOST_ON_ONE_SOURCE and key != PRACTICE and not own:
            yield Fault(
                f"[source.{key}]",
                "",
                N_("{count} variations rest on this source alone; at most {most} may. Find other reasons."),
                {"count": count, "most": MOST_ON_ONE_SOURCE},
            )


def numbers(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """What a whole catalogue has too little or too much of."""
    tables = [table for _name, table in in_use(raw)]
    yield from _least("", "variation", len(tables), LEAST_TOGETHER)
    for action in ACTIONS:
        of_action = [table for table in tables if table.get("action") == action]
        for key, count, least in _groups(of_action):
            yield from _least(f"[[action]] {action}", key, count, least)
        yield from _levels(action, of_action)
    for sign in SIGNS:
        count = sum(sign in listed(table, "signs") for table in tables)
        yield from _least("", f"signs: {sign}", count, LEAST_PER_SIGN)
    for work in WORKS:
        of_own = sum(work in listed(table, "work") for table in tables)
        anywhere = sum(not listed(table, "work") for table in tables)
        yield from _least("", f"work: {work}", of_own, LEAST_OF_OWN)
        yield from _least("", f"work: {work} or none", of_own + anywhere, LEAST_ELIGIBLE)
    waiting = sum(table.get("cue") == "comes" for table in tables)
    if waiting > MOST_WAITING * len(tables):
        yield Fault(
            "",
            "cue: comes",
            N_("{count} wait for somebody or something else; at most {most} may."),
            {"count": waiting, "most": int(MOST_WAITING * len(tables))},
        )


def _groups(tables: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, int, int]]:
    easy = [table for table in tables if table.get("level") == LEVELS[0]]
    yield "variation", len(tables), LEAST_PER_ACTION
    yield "part: receiver", sum(table.get("part") == "receiver" for table in tables), 18
    yield "rules: true", sum(table.get("rules") is True for table in tables), 18
    yield "role: leader", sum(table.get("role") == "leader" for table in tables), 18
    yield "role: leader, level: 1", sum(table.get("role") == "leader" for table in easy), 5
    yield "settings: remote", sum("remote" in listed(table, "settings") for table in tables), 12
    yield "minutes: 2", sum(table.get("minutes") == 2 for table in tables), 12
    outside = {"new", "up", "across"}
    beyond = sum(not outside.isdisjoint(listed(table, "reach")) for table in tables)
    yield "reach: new, up, across", beyond, 14
    for key, values in (("settings", PLACES), ("reach", REACHES), ("work", WORKS)):
        for value in values:
            yield f"{key}: {value}, level: 1", sum(value in listed(table, key) for table in easy), 1


def _levels(action: str, tables: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    for level in LEVELS:
        share = sum(table.get("level") == level for table in tables) / (len(tables) or 1)
        if abs(share - LEVEL_SHARES[level]) > LEVEL_SLACK:
            yield Fault(
                f"[[action]] {action}",
                f"level: {level}",
                N_("{percent} per cent are at this level; near {wanted} per cent keeps the ramp even."),
                {"percent": round(share * 100), "wanted": round(LEVEL_SHARES[level] * 100)},
            )


def _least(table: str, key: str, count: int, least: int) -> Iterator[Fault]:
    if count < least:
        yield Fault(
            table,
            key,
            N_("There are {count} of these; a whole catalogue has at least {least}."),
            {"count": count, "least": least},
        )
