"""Finding variations, and making an own one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.properties import DEAR

from mikrohandlinger.domain.catalogue.check import check
from mikrohandlinger.domain.catalogue.draft import Draft, as_table, judge, new_id
from mikrohandlinger.domain.catalogue.model import Variation, Wording
from mikrohandlinger.domain.catalogue.search import Wanted, search

from .catalogues import VARIATION, built_in, own_file


def test_without_wishes_everything_in_use_is_found() -> None:
    catalogue = built_in()
    old = catalogue.variations["ask-what-surprised"]
    retired = catalogue._replace(variations={**catalogue.variations, old.id: old._replace(retired=True)})
    in_use = [one for one in catalogue.variations.values() if not one.retired]
    assert len(search(retired, Wanted(), "da")) == len(in_use) - 1


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("overrasket mest", "da"),
        ("mest overrask", "da"),
        ("SURPRISED most", "en"),
        ("ask-what-surprised", "da"),
        ("ask-what-surp", "en"),
    ],
)
def test_words_are_found_from_their_beginning_and_an_id_from_its_own(words: str, language: str) -> None:
    assert "ask-what-surprised" in ids(words, language)


@pytest.mark.parametrize(
    ("words", "language"), [("surprised", "da"), ("overrasket", "en"), ("raskel", "da"), ("prised", "en")]
)
def test_the_other_language_and_the_middle_of_a_word_are_not_looked_at(words: str, language: str) -> None:
    assert "ask-what-surprised" not in ids(words, language)


def test_what_is_found_has_a_word_that_begins_so() -> None:
    for language in ("da", "en"):
        for found in search(built_in(), Wanted(words="hr"), language):
            assert re.search(r"\bhr", " ".join(found.wording(language)), re.IGNORECASE)


@DEAR
@given(
    variation=st.sampled_from([one for one in built_in().variations.values() if not one.retired]),
    data=st.data(),
)
def test_any_beginning_of_any_word_of_a_variation_finds_it(variation: Variation, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(["da", "en"]))
    word = data.draw(st.sampled_from(re.findall(r"\w+", " ".join(variation.wording(language)))))
    beginning = word[: data.draw(st.integers(1, len(word)))]
    assert variation.id in ids(beginning, language)


def ids(words: str, language: str) -> list[str]:
    return [found.id for found in search(built_in(), Wanted(words=words), language)]


def test_danish_letters_may_be_typed_without_a_danish_keyboard() -> None:
    assert ids("bøvler", "da") == ids("boevler", "da") != []


def test_wishes_are_combined() -> None:
    found = search(built_in(), Wanted("doubt", "regel", 3, 5, rules=True), "da")
    assert found
    for variation in found:
        assert (variation.action, variation.level, variation.minutes, variation.rules) == (
            "doubt",
            3,
            5,
            True,
        )
    assert search(built_in(), Wanted(words="hvalfisk"), "da") == []


def draft(**changed: object) -> Draft:
    plain = Draft("ask", Wording(**VARIATION["da"]), Wording(**VARIATION["en"]))
    return plain._replace(**changed)  # type: ignore[arg-type]


def test_a_draft_becomes_a_table_that_passes() -> None:
    table = as_table(draft(), ())
    assert check({"schema": 1, "variation": [table]}, built_in()) == []
    assert judge(table, {"schema": 1}, built_in()) == []
    assert table["signs"] == ["wonder"]
    assert "source" not in table


@pytest.mark.parametrize(
    ("sentence", "identity"),
    [
        ("Ask a colleague which hour passes fastest.", "ask-own-hour-passes-fastest"),
        ("Spørg om bøvlet på øen i går.", "ask-own-boevlet-oeen-gaar"),
        ("…", "ask-own"),
        ("x" * 200, "ask-own-" + "x" * 49),
    ],
)
def test_an_id_is_made_from_what_the_sentence_says(sentence: str, identity: str) -> None:
    assert new_id("ask", sentence, ()) == identity
    assert new_id("ask", sentence, (identity,)) == f"{identity}-2"


def test_only_the_faults_of_the_new_one_are_told() -> None:
    own = own_file({"id": "ask-own-old", "da.text": "Husk at spørge!"})
    assert judge(as_table(draft(id="ask-own-new", level=7), ()), own, built_in())[0].key == "level"
    assert {fault.table for fault in judge(as_table(draft(id="ask-own-new"), ()), own, built_in())} == {
        "[[variation]] ask-own-new"
    }


def test_a_sentence_gets_the_full_stop_that_was_left_out_and_no_other_sign() -> None:
    da = Wording("Spørg en kollega om dagen", "Når I mødes …", "Hvordan går det?", "Det hjælper", "Giv tid!")
    en = da._replace(care="")
    table = as_table(Draft("ask", da, en), ())
    assert table["da"] == {
        "text": "Spørg en kollega om dagen.",
        "when": "Når I mødes …",
        "say": "Hvordan går det?",
        "why": "Det hjælper.",
        "care": "Giv tid!",
    }
    assert "care" not in table["en"]
