"""The holidays and the pauses are read once a command, however many ask for the working calendar."""

from __future__ import annotations

import pytest

from mikrohandlinger.storage import holidays
from mikrohandlinger.storage.database.pauses import Pauses


@pytest.fixture
def reads(monkeypatch):
    done = []

    def counting(name, read):
        def counted(*args):
            done.append(name)
            return read(*args)

        return counted

    monkeypatch.setattr(holidays, "load", counting("holidays", holidays.load))
    monkeypatch.setattr(Pauses, "every", counting("pauses", Pauses.every))
    return done


@pytest.mark.parametrize(
    "words",
    [
        ("today",),
        ("today", "--another"),
        ("log", "ask"),
        ("log", "--at", "friday"),
        ("week",),
        ("week", "last", "--answer", "plan=x"),
        ("week", "2026-W01"),
        ("history", "--year", "2024"),
    ],
    ids=" ".join,
)
def test_a_command_reads_the_working_calendar_once(mikro, reads, words):
    mikro("today")
    mikro("log", "ask", "--at", "2024-02-05")
    mikro("log", "ask", "--at", "2026-11-17")
    reads.clear()
    mikro(*words)
    assert sorted(reads) == ["holidays", "pauses"]
