"""Acts and reasons that repeat each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.catalogue.lint import lint
from mikrohandlinger.domain.catalogue.lint_alike import NEAR_ACTS, NEAR_REASONS, similarity

from .catalogues import built_in, built_in_file, own_file, variation

NAME = "[[variation]] ask-own-best-hour"


def test_a_sentence_of_the_built_in_catalogue_is_not_written_again() -> None:
    text = built_in().variations["ask-what-surprised"].da.text
    (fault,) = lint(own_file({"da.text": text.replace("en kollega", "en god kollega")}), built_in())
    assert (fault.table, fault.key) == (NAME, "da.text")
    assert "ask-what-surprised" in str(fault)


def test_two_own_sentences_are_not_nearly_the_same_in_either_language() -> None:
    other = variation(
        **{"id": "ask-own-other", "da.text": "Fortæl en kollega noget helt andet om morgenmaden."}
    )
    faults = lint({"schema": 1, "variation": [variation(), other]}, built_in())
    assert [(fault.table, fault.key) for fault in faults] == [("[[variation]] ask-own-other", "en.text")]


def test_similarity_ignores_case_and_punctuation() -> None:
    assert similarity("Spørg en kollega.", "SPØRG – en kollega!") == 1
    assert similarity("", "x") == 0


@given(one=st.text(min_size=1), other=st.text(min_size=1))
def test_similarity_is_symmetric_and_between_nothing_and_one(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1


@given(sentence=st.text(st.characters(categories=["Ll", "Zs"]), min_size=3))
def test_a_sentence_is_wholly_like_itself(sentence: str) -> None:
    assert similarity(sentence, sentence) == (1 if sentence.strip() else 0)


def test_a_reason_that_stands_in_the_catalogue_already_is_a_hint_for_an_own_file() -> None:
    reason = built_in().variations["ask-what-surprised"].da.why
    own = own_file({"da.why": reason, "source": "practice"})
    (hint,) = [fault for fault in lint(own, built_in()) if fault.key == "da.why"]
    assert hint.is_hint
    assert "same reason" in str(hint)


def test_a_whole_catalogue_gives_each_act_a_reason_of_its_own_whatever_the_action() -> None:
    raw = built_in_file()
    one, other = raw["variation"][0], raw["variation"][-1]
    last = next(table for table in reversed(raw["variation"]) if not table.get("retired"))
    last["da"]["why"] = one["da"]["why"]
    assert one["action"] != other["action"]
    (fault,) = lint(raw)
    assert (fault.table, fault.key, fault.is_hint) == (f"[[variation]] {last['id']}", "da.why", False)


def test_what_is_out_of_use_takes_no_sentence_from_what_is_in_use() -> None:
    raw = built_in_file()
    (one, *_), last = raw["variation"], raw["variation"][-1]
    last["da"]["why"] = one["da"]["why"]
    last["retired"] = True
    assert not [fault for fault in lint(raw) if fault.table.endswith(last["id"])]


def test_no_two_reasons_and_no_two_acts_of_the_built_in_catalogue_are_too_much_alike() -> None:
    in_use = [one for one in built_in().variations.values() if not one.retired]
    for language in ("da", "en"):
        for number, one in enumerate(in_use):
            for other in in_use[number + 1 :]:
                first, second = one.wording(language), other.wording(language)
                assert similarity(first.why, second.why) < NEAR_REASONS, (one.id, other.id)
                assert similarity(first.text, second.text) < NEAR_ACTS, (one.id, other.id)
