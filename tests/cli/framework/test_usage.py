"""Wrong usage: exit code 2, one sentence in the user's language, and where help is to be found."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("words", "danish", "english", "path"),
    [
        (["tday"], "Kommandoen »tday« findes ikke. Mente du today?", "There is no command “tday”. Did you mean today?", "mikro"),
        (["zzz"], "Kommandoen »zzz« findes ikke.", "There is no command “zzz”.", "mikro"),
        (["config", "sett"], "Kommandoen »sett« findes ikke. Mente du set, reset?", "There is no command “sett”. Did you mean set, reset?", "mikro config"),
        (["log", "--reac", "new"], "Tilvalget »--reac« findes ikke. Mente du --reach?", "There is no option “--reac”. Did you mean --reach?", "mikro log"),
        (["edit", "1", "--brugt", "ja"], "Tilvalget »--brugt« findes ikke. Mente du --used?", "There is no option “--brugt”. Did you mean --used?", "mikro edit"),
        (["pause", "--slet", "1"], "Tilvalget »--slet« findes ikke. Mente du --delete?", "There is no option “--slet”. Did you mean --delete?", "mikro pause"),
        (["-V"], "Tilvalget »-V« findes ikke. Mente du --version?", "There is no option “-V”. Did you mean --version?", "mikro today"),
        (["--qqq"], "Tilvalget »--qqq« findes ikke.", "There is no option “--qqq”.", "mikro today"),
        (["log", "--at"], "Tilvalget --at skal have en værdi efter sig.", "The option --at needs a value after it.", "mikro log"),
        (["today", "--short=2"], "Tilvalget --short skal ikke have en værdi.", "The option --short takes no value.", "mikro today"),
        (["log", "--went", "so-so"], "--went skal være en af: let, ok, svært.", "--went must be one of: easy, ok, hard.", "mikro log"),
        (["config", "set"], "NØGLE mangler.", "KEY is missing.", "mikro config set"),
        (["edit"], "NUMMER [NOTE] mangler.", "NUMBER [NOTE] is missing.", "mikro edit"),
        (["undo", "en", "(to)"], "Kommandoen forstår ikke: en (to)", "The command does not take these words: en (to)", "mikro undo"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_the_language_of_the_user(mikro, words, danish, english, path):
    for lang, sentence in (("da", danish), ("en", english)):
        answer = mikro(*words, lang=lang)
        assert (answer.code, answer.out) == (2, "")
        told, hint = answer.err.splitlines()
        assert told == f"mikro: {sentence}"
        assert f"{path} --help" in hint


def test_a_text_that_begins_with_a_hyphen_is_helped_on(mikro):
    answer = mikro("log", "ask", "-5 minutter med en ny")
    assert (answer.code, answer.err.splitlines()[0]) == (
        2, "mikro: There is no option “-5”. Put “--” before a text that begins with a hyphen.",
    )  # fmt: skip
    assert mikro("log", "ask", "--", "-5 minutter med en ny").code == 0


def test_under_json_wrong_usage_is_a_document(mikro):
    answer = mikro("today", "--json", "--nope")
    assert (answer.code, answer.out) == (2, "")
    document = json.loads(answer.err)
    assert document["schema"] == 1
    assert document["error"]["code"] == "wrong-usage"
    assert "--nope" in document["error"]["message"]


def test_what_was_typed_is_shown_harmlessly(mikro):
    answer = mikro("\x1b[31mred\x1b]0;title\x07\u202e")
    assert answer.code == 2
    assert "“red”" in answer.err
    assert "\x1b" not in answer.err
