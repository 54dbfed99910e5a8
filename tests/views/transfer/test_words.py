"""What export, import and synchronisation say, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from mikrohandlinger import texts
from mikrohandlinger.cli.terminal.echo import sentence
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.transfer import Brought, Contents, Fault, Imported, Lost, Synced
from mikrohandlinger.views.transfer import markdown, words

KINDS = {
    "entry": 28, "proposal": 31, "plan": 8, "plan_use": 1, "reflection": 7, "pause": 2, "terms": 2, "rule": 4,
    "setting": 1, "hidden": 1, "variation": 2,
}  # fmt: skip
DATE = MikroError("date-unknown", N_("“{date}” is no date"), date="32/5/2025")
HABIT = MikroError("habit", N_('“{habit}” is no micro-action. To take it in: --map "{habit}=…"'), habit="Løb")
IMPORTED = Imported(
    ("gamle.csv",), {"entry": 112, "pause": 1}, 2, 3, {"ask": 104, "feedback": 8}, date(2025, 1, 3), date(2026, 9, 30),
    3, (Fault("gamle.csv", 14, DATE), Fault("dagbog.json", 4, DATE, is_entry=True)), 22,
    (Fault("gamle.csv", 77, HABIT),),
)  # fmt: skip
MOMENT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LOST = (
    Lost("entry", ("a",), "note", "rettet på A", MOMENT, date(2026, 11, 20), MOMENT),
    Lost("setting", ("setting", "anchor"), "anchor", "efter kaffen", MOMENT, None, MOMENT),
)
NEWER = MikroError("newer", N_("{file} was written by a newer mikro. Upgrade this one, and it can be read."), file="mikro-3.jsonl")  # fmt: skip
SYNCED = Synced(
    "/f", "mikro-1.jsonl", 143, True,
    (Brought("mikro-2.jsonl", 6, 1, is_whole=False), Brought("mikro-3.jsonl", refusal=NEWER)), LOST, (), 0,
)  # fmt: skip

SAID = {
    "export": lambda: [*words.holds(Contents(KINDS, 19), notes=True), words.written("mine.jsonl")],
    "export without notes": lambda: words.holds(Contents(KINDS, 19), notes=False),
    "import, looked at": lambda: [*words.imported(IMPORTED, sentence), words.what_now(dry_run=True)],
    "import, stored": lambda: words.imported(
        IMPORTED._replace(is_stored=True, faults=(), left_out=(), not_understood=0), sentence
    ),
    "import of what is here": lambda: words.imported(
        IMPORTED._replace(new={}, changed=0, faults=(), left_out=()), sentence
    ),
    "import of nothing": lambda: words.imported(
        IMPORTED._replace(new={}, changed=0, same=0, faults=(), left_out=()), sentence
    ),
    "sync, asked": lambda: [*words.leaving("~/Dokumenter/mikro", Contents(KINDS, 19)), words.is_it_right()],
    "sync": lambda: [*words.synced(SYNCED, sentence), *words.gave_way(LOST)],
    "sync without news": lambda: words.synced(SYNCED._replace(is_new=False, brought=(), lost=()), sentence),
    "conflicts": lambda: words.conflicts(LOST),
    "no conflicts": lambda: words.conflicts(()),
}

ROWS: list[tuple[str, list[dict[str, Any]]]] = [
    ("entry", [
        {"day": "2026-11-20", "at": "2026-11-20T12:00:00+01:00", "action": "ask", "note": "én linje", "parts": None,
         "reach": "new", "went": "easy"},
        {"day": "2026-11-23", "at": "2026-11-23T08:30:00+01:00", "action": "feedback", "note": "# to\nlinjer",
         "parts": '{"ideas": "færre felter"}', "reach": None, "went": None},
    ]),
    ("reflection", [
        {"monday": "2026-11-16", "key": "learned", "answer": "noget", "question": None},
        {"monday": "2026-11-16", "key": "passed", "answer": None, "question": None},
    ]),
    ("plan", [{"day": "2026-11-23", "text": "Når x, så y"}, {"day": "2026-11-24", "text": None}]),
    ("pause", [{"first": "2026-11-25", "last": "2026-11-27"}, {"first": "2026-12-20", "last": None}]),
    ("rule", [{"noticed": "2026-11-20", "title": "Skema 7", "gets_in_the_way": "dobbelt", "protects": None, "answer": None}]),
]  # fmt: skip


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("what", SAID)
def test_what_is_said(snapshot, language, what):
    texts.use(language)
    assert list(SAID[what]()) == snapshot


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_diary(snapshot, language):
    texts.use(language)
    assert "".join(markdown.pieces(ROWS)) == snapshot
