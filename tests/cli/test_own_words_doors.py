"""Own words are masked, counted and told at every door, and at every door one can insist."""

from __future__ import annotations

import json

import pytest

NUMBER = "ring 20304050 nu"
MASKED = "ring [tlf.] nu"


def anchor(mikro):
    rows = json.loads(mikro("config", "--json").out)["settings"]
    return next(row["value"] for row in rows if row["key"] == "anchor")


def note(mikro):
    return json.loads(mikro("history", "--json").out)["entries"][0]["note"]


def plan(mikro):
    return json.loads(mikro("today", "--json").out)["plan"]


def learned(mikro):
    return json.loads(mikro("week", "--json").out)["reflection"]["learned"]


DOORS = [
    (("log", "ask", NUMBER), note),
    (("edit", "1", "--note", NUMBER), note),
    (("today", "--plan", NUMBER), plan),
    (("week", "--answer", f"learned={NUMBER}"), learned),
    (("config", "set", "anchor", NUMBER), anchor),
]


@pytest.mark.parametrize(("line", "stored"), DOORS)
def test_what_is_masked_is_told_with_its_number_and_can_be_kept(mikro, line, stored):
    mikro("log", "ask", "først")
    answer = mikro(*line)
    assert answer.code == 0, answer.err
    assert stored(mikro) == MASKED
    assert "1 personal detail was masked" in answer.out + answer.err
    kept = mikro(*line, "--keep-personal")
    assert stored(mikro) == NUMBER
    assert "masked" not in kept.out + kept.err


def test_an_own_variation_is_masked_before_it_has_an_id(mikro):
    line = (
        "actions", "add", "--action", "doubt", "--text", "Ring til kollegaen på 20304050 om din tvivl.",
        "--when", "Når du sidder fast.", "--say", "Hvad ville du gøre her?", "--json",
    )  # fmt: skip
    table = mikro(*line)
    assert "20304050" not in table.out


@pytest.mark.parametrize(("line", "stored"), DOORS)
def test_what_looks_like_a_name_gets_one_quiet_hint_and_is_kept(mikro, line, stored):
    mikro("log", "ask", "først")
    words = [word.replace(NUMBER, "spurgte Anne Hansen om Mette") for word in line]
    answer = mikro(*words, lang="da")
    assert stored(mikro) == "spurgte Anne Hansen om Mette"
    assert (answer.out + answer.err).count("ligner et navn") == 1
