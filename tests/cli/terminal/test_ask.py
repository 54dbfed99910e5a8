"""Asking on a terminal of any width."""

from __future__ import annotations

import pytest

from mikrohandlinger.cli.terminal.ask import ask

LONG = "Which daily moment will you tie it to? For example: after the morning coffee"


@pytest.mark.parametrize("columns", [24, 50, 80, 120])
@pytest.mark.parametrize("standing", ["", "–", "Mo, Tu, We, Th, Fr"])
def test_no_line_of_a_question_is_wider_than_the_terminal(monkeypatch, capsys, columns, standing):
    prompts: list[str] = []

    def answer(prompt: str) -> str:
        prompts.append(prompt)
        return " svar "

    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("builtins.input", answer)
    assert ask(LONG, standing) == "svar"
    lines = [*capsys.readouterr().out.splitlines(), *prompts]
    assert max(map(len, lines)) <= columns
    brackets = f"[{standing}]" if standing else ""
    assert " ".join(" ".join(lines).split()) == f"{LONG} {brackets}".strip()
    assert prompts[0].endswith(f"{brackets} ")
