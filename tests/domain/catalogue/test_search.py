"""Finding variations, and making an own one."""

from __future__ import annotations

import pytest

from mikrohandlinger.domain.catalogue.check import check
from mikrohandlinger.domain.catalogue.draft import Draft, as_table, judge, new_id
from mikrohandlinger.domain.catalogue.model import Wording
from mikrohandlinger.domain.catalogue.search import Wanted, search

from .catalogues import VARIATION, built_in, own_file


def test_without_wishes_everything_in_use_is_found() -> None:
    catalogue = built_in()
    old = catalogue.variations["ask-what-surprised"]
    retired = catalogue._replace(variations={**catalogue.variations, old.id: old._replace(retired=True)})
    in_use = [one for one in catalogue.variations.values() if not one.retired]
    assert len(search(retired, Wanted())) == len(in_use) - 1


@pytest.mark.parametrize(
    "words", ["overrasket mest", "SURPRISED most", "mest overrask", "ask-what-surprised"]
)
def test_words_are_found_in_either_language_and_in_the_id(words: str) -> None:
    assert "ask-what-surprised" in [found.id for found in search(built_in(), Wanted(words=words))]


def test_danish_letters_may_be_typed_without_a_danish_keyboard() -> None:
    assert search(built_in(), Wanted(words="bøvler")) == search(built_in(), Wanted(words="boevler")) != []


def test_wishes_are_combined() -> None:
    found = search(built_in(), Wanted("doubt", "regel", 3, 5, rules=True))
    assert found
    for variation in found:
        assert (variation.action, variation.level, variation.minutes, variation.rules) == (
            "doubt",
            3,
            5,
            True,
        )
    assert search(built_in(), Wanted(words="hvalfisk")) == []


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
