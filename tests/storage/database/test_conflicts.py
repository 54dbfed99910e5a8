"""Words that gave way: whatever they stood in, each is kept once, told once, and goes after ninety days."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mikrohandlinger.storage.database.conflicts import Conflicts
from mikrohandlinger.storage.database.store import Store
from mikrohandlinger.storage.database.table import ENTRIES, FILED, PROPOSALS, REFLECTIONS, RULES, Table

from .test_store import NOW, paths_in, quick

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLDER = "2026-11-23T07:00:00.000000+00:00"
VARIATION = {"da": {"text": "Vis vej."}, "en": {"text": "Show the way."}}


@pytest.fixture
def conflicts(home: Path) -> Iterator[Conflicts]:
    store = quick(Store(paths_in(home)))
    yield Conflicts(store.journal)
    store.close()


def row(table: Table, **said: Any) -> dict[str, Any]:
    return {**dict.fromkeys(table.columns), "changed": OLDER, "device": "a", "deleted": 0, **said}


CASES: list[tuple[Table, dict[str, Any], dict[str, Any], dict[str, str]]] = [
    (ENTRIES, {"id": "a", "note": "min note"}, {"note": "en anden"}, {"note": "min note"}),
    (ENTRIES, {"id": "a", "note": "min note"}, {"note": None, "deleted": 1}, {"note": "min note"}),
    (ENTRIES, {"id": "a", "note": "den samme", "went": "hard"}, {"went": "easy"}, {}),
    (ENTRIES, {"id": "a", "parts": '{"ideas": "færre felter", "impact": "x"}'}, {"parts": '{"ideas": "y", "impact": "x"}'},
     {"ideas": "færre felter"}),
    (REFLECTIONS, {"monday": "2026-11-23", "key": "hard", "answer": "mit svar"}, {"answer": "x"}, {"answer": "mit svar"}),
    (RULES, {"id": "a", "title": "Skema 7", "door": "chefen"}, {"title": "Skema 8"}, {"title": "Skema 7"}),
    (FILED, {"kind": "variation", "id": "own", "value": json.dumps(VARIATION)}, {"value": '{"da": {"text": "Vis vej."}}'},
     {"en": "Show the way."}),
    (FILED, {"kind": "setting", "id": "anchor", "value": '"efter kaffen"'}, {"value": '"før"'}, {"anchor": "efter kaffen"}),
    (FILED, {"kind": "setting", "id": "goal", "value": "3"}, {"value": "4"}, {}),
    (FILED, {"kind": "hidden", "id": "x", "value": "true"}, {"value": None, "deleted": 1}, {}),
    (PROPOSALS, {"day": "2026-11-23", "turn": 0, "wording": "{}"}, {"wording": '{"a": 1}'}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("table", "loser", "winner", "kept"), CASES)
def test_the_users_own_words_are_kept_as_far_as_the_winner_does_not_say_them(
    conflicts: Conflicts, table: Table, loser: dict[str, Any], winner: dict[str, Any], kept: dict[str, str]
) -> None:
    for _ in range(2):
        conflicts.keep(table, row(table, **loser), row(table, **{**loser, **winner}), NOW)
    assert {each.field: each.words for each in conflicts.every()} == kept
    assert len(conflicts.every()) == len(kept)


def test_they_are_told_once_and_go_after_ninety_days(conflicts: Conflicts) -> None:
    loser, winner = row(ENTRIES, id="a", note="min note"), row(ENTRIES, id="a", note="en anden")
    conflicts.keep(ENTRIES, loser, winner, NOW)
    assert len(conflicts.untold()) == 1
    conflicts.tell()
    assert conflicts.untold() == []
    conflicts.forget_old(NOW + timedelta(days=90))
    assert len(conflicts.every()) == 1
    conflicts.forget_old(NOW + timedelta(days=91))
    assert conflicts.every() == []
    # A file that nobody has written since still says so, but that is old news.
    conflicts.keep(ENTRIES, loser, winner, NOW + timedelta(days=91))
    assert conflicts.every() == []
