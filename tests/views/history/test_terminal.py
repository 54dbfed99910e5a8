"""The entries and the reflections of the history as they are, byte by byte."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.reports.retrospective import Retrospective
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
        pieces = entries(newest_first, everything.today, filtered=False, console=console)
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
