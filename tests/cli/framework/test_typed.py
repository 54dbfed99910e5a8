"""What a screen shows is understood when it is typed: names and values in both languages, at every door."""

from __future__ import annotations

import json

import pytest

from mikrohandlinger.cli.framework.typed import in_english


def read(*line, actions=("tvivl",)):
    return in_english(line, lambda word: word in actions)


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("uge", "week"),
        ("UGE --alt", "week --alt"),
        ("idag", "today"),
        ("noter spørg --reach ny", "log spørg --reach new"),
        ("tvivl --went=skidt", "log tvivl --went=hard"),
        ("week --plan-used delvist", "week --plan-used partly"),
        ("hjælp uge", "week --help"),
        ("hjaelp", "--help"),
        ("help config sæt", "config set --help"),
        ("indstil saet goal 2", "config set goal 2"),
        ("rule add x --ask væk", "rule add x --ask remove"),
        ("log --ask væk", "log --ask væk"),
        ("log -- --reach ny", "log -- --reach ny"),
        ("log --reach nogen", "log --reach nogen"),
        ("--short", "--short"),
        ("zzz", "zzz"),
        ("", ""),
    ],
)
def test_a_line_is_read_in_either_language(typed, english):
    assert read(*typed.split()) == english.split()


@pytest.mark.parametrize(
    ("reach", "went"),
    [("ny", "svært"), ("new", "hard"), ("EN_NY".replace("_", " "), "skidt"), ("ny", "svaert")],
)
def test_the_first_full_line_that_a_dane_types_is_understood(mikro, reach, went):
    answer = mikro("noter", "tvivl", "bad om råd", "--reach", reach, "--went", went, "--json")
    entry = json.loads(answer.out)["entry"]
    assert (entry["action"], entry["reach"], entry["went"], entry["note"]) == (
        "doubt",
        "new",
        "hard",
        "bad om råd",
    )


def test_the_name_of_an_action_alone_means_to_log_it(mikro):
    assert json.loads(mikro("tvivl", "bad om råd", "--json").out)["entry"]["action"] == "doubt"
    assert json.loads(mikro("Feedback", "--json").out)["entry"]["action"] == "feedback"
    assert mikro("2").code == 2


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("statistik", "week"),
        ("stats", "week"),
        ("version", "--version"),
        ("påmindelse", "nudge"),
        ("ferie", "pause"),
    ],
)
def test_a_word_that_is_no_command_is_answered_by_what_it_means(mikro, word, meant):
    answer = mikro(word, lang="da")
    assert answer.code == 2
    assert f"Mente du {meant}?" in answer.err


def test_a_refusal_lists_the_words_of_the_screen(mikro):
    assert "kendt, ny, opad, på tværs" in mikro("log", "--reach", "nogen", lang="da").err
    assert "known, new, up, across" in mikro("log", "--reach", "nogen", lang="en").err
    assert (
        "man, tir, ons, tor, fre, lør, søn" in mikro("config", "set", "workdays", "varierer", lang="da").err
    )


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("places", "møde, på tomandshånd", ["meeting", "one-to-one"]),
        ("places", "moede,gangen", ["meeting", "corridor"]),
        ("work", "pleje og omsorg", ["care"]),
        ("role", "Leder", "leader"),
        ("christmas_eve", "halv dag", "half"),
        ("show_streaks", "nej", False),
        ("workdays", "mandag, tirsdag", ["mon", "tue"]),
    ],
)
def test_a_setting_takes_the_words_of_the_screen(mikro, key, typed, stored):
    assert mikro("config", "set", key, typed).code == 0
    rows = json.loads(mikro("config", "--json").out)["settings"]
    assert next(row["value"] for row in rows if row["key"] == key) == stored


def test_an_answer_takes_the_danish_key(mikro):
    assert (
        mikro("uge", "--answer", "lært=skemaet kan blive kortere", "--answer", "BOEVL=to skemaer").code == 0
    )
    kept = json.loads(mikro("week", "--json").out)["reflection"]
    assert (kept["learned"], kept["friction"]) == ("skemaet kan blive kortere", "to skemaer")
