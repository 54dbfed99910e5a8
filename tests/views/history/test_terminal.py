"""The entries and the reflections of the history as they are, byte by byte."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from mikrohandlinger.domain.catalogue.model import Variation, Wording
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.reports.retrospective import Answer, Retrospective
from mikrohandlinger.views.history.terminal import entries, reflections

if TYPE_CHECKING:
    from rich.console import Console
    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.domain.reports.week import WeekReport


def test_the_history_looks_like_this(
    everything: WeekReport,
    drawn: Callable[..., str],
    language: str,
    terminal: tuple[int, str],
    snapshot: SnapshotAssertion,
) -> None:
    newest_first = everything.entries[::-1]

    def draw(console: Console) -> None:
        pieces = entries(
            newest_first, everything.today, filtered=False, variations=everything.practised, console=console
        )
        console.file.write("".join(pieces))

    assert drawn(draw, *terminal) == snapshot


@pytest.mark.parametrize("width", [50, 80, 120])
def test_the_reflections_look_like_this(
    everything: WeekReport, drawn: Callable[..., str], language: str, width: int, snapshot: SnapshotAssertion
) -> None:
    found = [
        Retrospective(date(2026, 11, 23), everything.reflection, None),
        Retrospective(
            date(2026, 11, 16), {"hard": "Tavsheden\nefter spørgsmålet", "plan": "Når …, så …"}, "yes"
        ),
    ]

    def draw(console: Console) -> None:
        console.file.write("".join(reflections(found, console)))

    assert drawn(draw, width, "plain") == snapshot


def entry(day: date, action: str = "ask", note: str | None = None, **more: Any) -> Entry:
    return Entry("id", 1, datetime.fromisoformat(f"{day}T10:00:00+01:00"), day, action, note=note, **more)


def test_where_there_is_no_note_the_sentence_of_the_proposal_stands_and_each_entry_has_a_row(
    drawn: Callable[..., str], language: str
) -> None:
    wording = (
        Wording("Spørg en kollega om en sag.", "", "", ""),
        Wording("Ask a colleague about a case.", "", "", ""),
    )
    proposal = Variation(
        "ask-4", "ask", 1, 5, "all", "sender", ("meeting",), ("known",), ("wonder",), False, (), *wording
    )
    found = [
        entry(date(2026, 11, 24), variation=proposal.id),
        entry(date(2026, 11, 23), "doubt", "Vi ringede sammen.", went="easy"),
        entry(date(2026, 11, 20), "doubt"),
        entry(date(2025, 11, 20), "doubt"),
    ]

    def draw(console: Console) -> None:
        pieces = entries(
            found, date(2026, 11, 24), filtered=False, variations={proposal.id: proposal}, console=console
        )
        console.file.write("".join(pieces))

    rows = drawn(draw, 80, "plain").splitlines()
    assert proposal.wording(language).text in rows[1]
    assert rows[3].endswith("»Vi ringede sammen.«   let" if language == "da" else "”   easy")
    assert [("uge" in row or "week" in row) for row in rows[:8:2]] == [True, False, True, True]
    assert [str(year) in "".join(rows[:8:2]) for year in (2025, 2026)] == [True, False]


def test_what_is_looked_for_is_found_in_the_answers_too(drawn: Callable[..., str], language: str) -> None:
    found = [Answer(date(2026, 11, 16), "friction", "Skemaet skal skrives to steder.")]

    def draw(console: Console) -> None:
        pieces = entries([], date(2026, 11, 24), filtered=True, matches=found, console=console)
        console.file.write("".join(pieces))

    shown = drawn(draw, 80, "plain")
    assert ("Uge 47  ·  Bøvlede" if language == "da" else "Week 47  ·  In the way") in shown
    assert "Skemaet skal skrives to steder." in shown
