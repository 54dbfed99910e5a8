"""What is told beside the output: in rows for a person, whole for a program."""

from __future__ import annotations

import io
import json
import sys

import pytest

from mikrohandlinger.cli.terminal.echo import echo_error, warn
from mikrohandlinger.domain.errors import MikroError

SENTENCE = "mikro: Say when: “mikro pause today”, “mikro pause 20/12 2/1” or “mikro pause week 29-31”; --list shows yours."


class Screen(io.StringIO):
    """A terminal that keeps what is written."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("columns", [50, 80])
def test_on_a_terminal_a_refusal_breaks_between_words(monkeypatch, columns):
    screen = Screen()
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys, "stderr", screen)
    warn(SENTENCE)
    rows = screen.getvalue().splitlines()
    assert len(rows) > 1
    assert max(map(len, rows)) < columns
    assert " ".join(rows) == SENTENCE


def test_a_program_gets_it_on_one_line(capsys):
    warn(SENTENCE)
    assert capsys.readouterr().err == f"{SENTENCE}\n"


def test_what_has_columns_of_its_own_keeps_them(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    warn(f"  {SENTENCE}")
    assert screen.getvalue() == f"  {SENTENCE}\n"


def test_what_another_program_said_is_for_programs_only(capsys: pytest.CaptureFixture[str]) -> None:
    fault = MikroError("refused", "The system did not take it.", detail="Bad file descriptor")
    error = MikroError("refused", "{fault} The old one stands.", fault=fault)

    echo_error(error)
    assert capsys.readouterr().err == "mikro: The system did not take it. The old one stands.\n"

    echo_error(error, as_json=True)
    assert json.loads(capsys.readouterr().err)["error"] == {
        "code": "refused",
        "message": "The system did not take it. The old one stands.",
        "detail": "Bad file descriptor",
    }
