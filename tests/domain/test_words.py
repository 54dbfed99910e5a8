"""One table: every word that a screen shows is understood, in both languages, with or without æ, ø and å."""

from __future__ import annotations

import pytest

from mikrohandlinger.domain import words
from mikrohandlinger.domain.catalogue import model
from mikrohandlinger.domain.reflecting import KEYS, USES
from mikrohandlinger.domain.setting_kinds import ROLES, TREATMENTS, WEEKDAYS
from mikrohandlinger.domain.transfer import EXPORT_FORMS
from mikrohandlinger.domain.words import SUB_COMMANDS, VALUES, Listed
from mikrohandlinger.texts import use
from mikrohandlinger.views.shared import names
from mikrohandlinger.views.shared.forms import FORMS

EVERY = [
    (kind, identity, word)
    for kind, known in VALUES.items()
    for identity, spoken in known.items()
    for word in (identity, *spoken.da.split(" | "), *spoken.en.split(" | "))
    if word
]


def without_danish_letters(word: str) -> str:
    return word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


@pytest.mark.parametrize(("kind", "identity", "word"), EVERY)
def test_every_spelling_of_a_word_means_its_id_and_no_other(kind: str, identity: str, word: str) -> None:
    for typed in (word, word.upper(), f" {word} ", without_danish_letters(word), word.replace("ø", "o")):
        assert words.value(kind, typed) == identity


@pytest.mark.parametrize(
    ("kind", "identities"),
    [
        ("reach", model.REACHES),
        ("went", model.WENT),
        ("place", model.PLACES),
        ("work", model.WORKS),
        ("sign", model.SIGNS),
        ("question", KEYS),
        ("use", USES),
        ("role", ROLES),
        ("treatment", TREATMENTS),
        ("weekday", WEEKDAYS),
        ("form", tuple(dict.fromkeys((*FORMS, *EXPORT_FORMS)))),
    ],
)
def test_the_table_knows_exactly_the_ids_that_there_are(kind: str, identities: tuple[str, ...]) -> None:
    assert tuple(VALUES[kind]) == tuple(identities)


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_a_screen_calls_an_id_can_be_typed(language: str) -> None:
    use(language)
    for kind, name in (
        ("reach", names.reach_name),
        ("went", names.went_name),
        ("work", names.work_name),
        ("sign", names.sign_name),
        ("place", names.place_name),
        ("place", names.place_within),
        ("question", names.answer_name),
    ):
        for identity in VALUES[kind]:
            assert words.value(kind, name(identity)) == identity


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_a_refusal_lists_can_be_typed(language: str) -> None:
    for kind, known in VALUES.items():
        assert [words.value(kind, word) for word in words.shown(kind, language)] == list(known)


def test_every_command_has_a_danish_name_of_its_own() -> None:
    for name, danish in words.COMMANDS.items():
        for word in danish.split(" | "):
            for typed in (word, word.upper(), without_danish_letters(word)):
                assert words.command(typed) == name
        assert words.command(name.upper()) == name
    for group, known in SUB_COMMANDS.items():
        for name, danish in known.items():
            assert all(words.sub_command(group, word) == name for word in (name, *danish.split(" | ")))


def test_a_word_that_means_nothing_means_nothing() -> None:
    assert words.value("reach", "ukendt") is None
    assert words.command("zzz") is None
    assert words.meant("zzz") == ()


def test_a_list_keeps_its_words_for_later() -> None:
    assert Listed("went", ("easy",)) == ("went", ("easy",))
