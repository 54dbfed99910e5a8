"""Own words are masked, counted and told at every door, and at every door one can insist.

A door is a command that takes own words, by an option, an argument, at a prompt, or from standard input.
"""

from __future__ import annotations

import io
import json
import sys
import tomllib
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

NUMBER = "ring 20304050 nu"
MASKED = "ring [tlf.] nu"
NAMED = "spurgte Anne Hansen om Mette"
DANISH = {"lang": "da"}


class Door(NamedTuple):
    """A way in.

    Attributes:
        line: The command; ``{}`` is where the words stand.
        stored: What was stored.
        prompts: What is typed when asked, with ``{}`` likewise.
    """

    line: tuple[str, ...]
    stored: Callable[[Any, Any], str]
    prompts: tuple[str, ...] = ()


def setting(key: str) -> Callable[[Any, Any], str]:
    def stored(mikro: Any, _home: Any) -> str:
        rows = json.loads(mikro("config", "get", key, "--json").out)["settings"]
        return str(rows[0]["value"])

    return stored


def answer_to(key: str) -> Callable[[Any, Any], str]:
    return lambda mikro, _home: str(json.loads(mikro("week", "--json").out)["reflection"][key])


def note(mikro: Any, _home: Any) -> str:
    return str(json.loads(mikro("history", "--json").out)["entries"][0]["note"])


def plan(mikro: Any, _home: Any) -> str:
    return str(json.loads(mikro("today", "--json").out)["plan"])


def rule(field: str, place: int = -1) -> Callable[[Any, Any], str]:
    """A field of the rule that was put down first, or last."""

    def stored(mikro: Any, _home: Any) -> str:
        rules = json.loads(mikro("rule", "list", "--json").out)["rules"]
        return str(sorted(rules, key=lambda each: each["number"])[place][field])

    return stored


def own(field: str) -> Callable[[Any, Any], str]:
    """The words of an own variation, without what makes a sentence of them."""

    def stored(_mikro: Any, home: Any) -> str:
        table = tomllib.loads((home / "actions.toml").read_text("utf-8"))["variation"][-1]
        return str(table["da"][field]).removeprefix("Bed om råd, og ").rstrip(".")

    return stored


ADD = (
    "actions",
    "add",
    "--action",
    "doubt",
    "--when",
    "Når du sidder fast.",
    "--say",
    "Hvad ville du gøre her?",
)
QUESTIONS = ("remember", "learned", "hard", "friction")
DOORS = {
    "log": Door(("log", "ask", "{}"), note),
    "log, today's": Door(("log", "{}"), note),
    "the name of an action": Door(("tvivl", "{}"), note),
    "log from standard input": Door(("log", "ask", "--note", "-"), note, ("{}",)),
    "log, asked": Door(("log", "ask", "--reach", "up", "--went", "ok"), note, ("{}",)),
    "edit": Door(("edit", "1", "--note", "{}"), note),
    "edit, bare": Door(("edit", "1", "{}"), note),
    "plan": Door(("today", "--plan", "{}"), plan),
    "anchor": Door(("config", "set", "anchor", "{}"), setting("anchor")),
    "anchor, joined": Door(("config", "set", "anchor={}"), setting("anchor")),
    "set-up": Door(("setup",), setting("anchor"), ("", "", "", "", "", "{}")),
    "own variation": Door((*ADD, "--text", "Bed om råd, og {}."), own("text")),
    "own variation, asked": Door(
        ("actions", "add", "--action", "doubt"), own("text"),
        ("Bed om råd, og {}.", "Når du sidder fast.", "Hvad ville du gøre her?", "", "", ""),
    ),
    "rule": Door(("rule", "add", "{}"), rule("title")),
    "rule, retitled": Door(("rule", "edit", "1", "{}"), rule("title", 0)),
    "rule, protects": Door(("rule", "edit", "1", "--protects", "{}"), rule("protects", 0)),
    "rule, in the way": Door(("rule", "add", "x", "--in-the-way", "{}"), rule("gets_in_the_way")),
    "rule, until": Door(("rule", "edit", "1", "--until", "{}"), rule("until", 0)),
    "rule, answered": Door(("rule", "answer", "1", "{}"), rule("answer", 0)),
    "rule, asked": Door(("rule", "add", "x"), rule("protects"), ("", "{}", "", "", "")),
    **{f"answer {key}": Door(("week", "--answer", f"{key}={{}}"), answer_to(key)) for key in (*QUESTIONS, "plan")},
    **{f"question {key}": Door(("config", "set", f"question.{key}", "{}"), setting(f"question.{key}")) for key in QUESTIONS},
    **{
        f"answer {key}, asked": Door(("week", "--reflect"), answer_to(key), ("",) * place + ("{}",) + ("",) * (4 - place))
        for place, key in enumerate((*QUESTIONS, "plan"))
    },
}  # fmt: skip


@pytest.fixture
def through(mikro, home, monkeypatch):
    """Go through a door with these words; returns what was said and what was stored."""

    def go(door: Door, words: str, *options: str, **more: Any) -> tuple[str, str]:
        line = [part.format(words) for part in door.line]
        prompts = iter([prompt.format(words) for prompt in door.prompts])
        with monkeypatch.context() as patch:
            if "-" in line:
                patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(next(prompts).encode()), "utf-8"))
            elif door.prompts:
                patch.setattr("mikrohandlinger.cli.terminal.person.is_there", lambda: True)
                patch.setattr("builtins.input", lambda _prompt: next(prompts))
            answer = mikro(*line, *options, **more)
        assert answer.code == 0, answer.err
        return answer.out + answer.err, door.stored(mikro, home)

    return go


@pytest.mark.parametrize("name", DOORS)
def test_what_is_masked_is_told_with_its_number_and_can_be_kept(mikro, through, name):
    door = DOORS[name]
    if name.startswith("edit"):
        mikro("log", "ask", "først")
    if name.startswith("rule"):
        mikro("rule", "add", "først")
    said, stored = through(door, NUMBER)
    assert stored == MASKED
    assert said.count("1 personal detail was masked") == 1
    assert "20304050" not in said.replace("--note", "")
    said, stored = through(door, NUMBER, "--keep-personal")
    assert stored == NUMBER
    assert "masked" not in said


@pytest.mark.parametrize("name", DOORS)
def test_what_looks_like_a_name_gets_one_quiet_hint_and_is_kept(mikro, through, name):
    if name.startswith("edit"):
        mikro("log", "ask", "først")
    if name.startswith("rule"):
        mikro("rule", "add", "først")
    said, stored = through(DOORS[name], NAMED, **DANISH)
    assert stored == NAMED
    assert said.count("ligner et navn") == 1


def test_an_own_variation_is_masked_before_it_has_an_id(mikro):
    table = mikro(*ADD, "--text", "Ring til kollegaen på 20304050 om din tvivl.", "--json")
    assert "20304050" not in table.out


def test_a_role_is_masked_and_a_name_in_its_place_refused(mikro):
    mikro("rule", "add", "først")
    for line in (("edit", "1", "--door"), ("raise", "1", "--to"), ("add", "x", "--door")):
        assert "1 personal detail was masked" in mikro("rule", *line, NUMBER).out
        assert mikro("rule", *line, "Mette", "--keep-personal").code == 1
    doors = {each["door"] for each in json.loads(mikro("rule", "list", "--json").out)["rules"]}
    assert doors == {MASKED}
