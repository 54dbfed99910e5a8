"""Whether a parsed catalogue file is well formed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mikrohandlinger.domain.catalogue.check import check, is_whole
from mikrohandlinger.domain.catalogue.model import PLACES, build, from_rows, to_rows

from .catalogues import VARIATION, built_in, built_in_file, own_file, variation


def own_faults(*changed: dict[str, Any], **top: Any) -> list[tuple[str, str]]:
    """Table and key of every fault in an own file."""
    return [(fault.table, fault.key) for fault in check(own_file(*changed, **top), built_in())]


NAME = "[[variation]] ask-own-best-hour"


def test_the_built_in_file_is_well_formed() -> None:
    assert check(built_in_file()) == []


def test_an_own_file_needs_no_actions_and_no_reason() -> None:
    assert own_faults() == []


def test_an_own_file_may_hide_and_use_built_in_sources_and_its_own() -> None:
    own = {"author": "Vi selv", "year": 2026, "title": "Aftale", "address": "https://example.org/aftale"}
    faults = own_faults(
        {"source": "edmondson1999"},
        {"id": "ask-own-other", "source": "ours"},
        hide=["ask-what-surprised"],
        source={"ours": own},
    )
    assert faults == []


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"action": "asks"}, "action"),
        ({"level": 4}, "level"),
        ({"level": "1"}, "level"),
        ({"level": True}, "level"),
        ({"level": 1.0}, "level"),
        ({"level": None}, "level"),
        ({"minutes": 3}, "minutes"),
        ({"minutes": [5]}, "minutes"),
        ({"role": "boss"}, "role"),
        ({"part": "listener"}, "part"),
        ({"settings": []}, "settings"),
        ({"settings": "remote"}, "settings"),
        ({"settings": ["remote", "remote"]}, "settings"),
        ({"settings": [["remote"]]}, "settings"),
        ({"reach": ["down"]}, "reach"),
        ({"signs": ["brave"]}, "signs"),
        ({"cue": "yours"}, "cue"),
        ({"work": ["forest"]}, "work"),
        ({"not_on": ["friday"]}, "not_on"),
        ({"source": []}, "source"),
        ({"source": ["castro2025", "nobody1900"]}, "source"),
        ({"en.care": 3}, "en.care"),
        ({"rules": "no"}, "rules"),
        ({"retired": 1}, "retired"),
        ({"source": "nobody1900"}, "source"),
        ({"source": 7}, "source"),
        ({"mood": "good"}, "mood"),
        ({"da": None}, "da"),
        ({"en": "Ask"}, "en"),
        ({"da.text": None}, "da.text"),
        ({"da.when": "  "}, "da.when"),
        ({"en.say": 3}, "en.say"),
        ({"en.why": ["x"]}, "en.why"),
        ({"da.tone": "warm"}, "da.tone"),
        ({"da.text": "Spørg en \x1b[31mkollega."}, "da.text"),
        ({"da.text": "Spørg en kollega.\nNu."}, "da.text"),
        ({"da.text": "Spørg en \u202ekollega."}, "da.text"),
    ],
)
def test_one_wrong_field_is_named_with_its_variation(changed: dict[str, Any], key: str) -> None:
    assert own_faults(changed) == [(NAME, key)]


@pytest.mark.parametrize(
    "identity", ["Ask-own", "ask", "ask-", "ask--own", "spørg-own", "ask-øl", "ask own", "ask-" + "x" * 60]
)
def test_an_id_is_the_action_and_words_in_lower_case(identity: str) -> None:
    assert own_faults({"id": identity}) == [(f"[[variation]] {identity}", "id")]


def test_an_id_begins_with_its_action() -> None:
    assert own_faults({"id": "doubt-own-best-hour"}) == [("[[variation]] doubt-own-best-hour", "id")]


def test_an_id_stands_once() -> None:
    assert own_faults({}, {}) == [(NAME, "id")]


def test_an_own_id_is_no_built_in_one() -> None:
    assert own_faults({"id": "ask-what-surprised"}) == [("[[variation]] ask-what-surprised", "id")]


def test_in_an_own_file_every_key_but_id_action_level_and_the_words_may_be_left_out() -> None:
    bare = {key: VARIATION[key] for key in ("id", "action", "level", "da", "en")}
    raw = {"schema": 1, "variation": [bare]}
    assert check(raw, built_in()) == []
    made = build(raw).variations["ask-own-best-hour"]
    assert (made.role, made.part, made.cue, made.work, made.not_on, made.da.care) == (
        "all", "sender", "mine", (), (), "",
    )  # fmt: skip
    assert (made.places, made.reach, made.minutes) == (PLACES, ("known",), 5)


def test_what_takes_courage_says_what_to_mind_in_a_whole_catalogue() -> None:
    raw = built_in_file()
    bold = next(table for table in raw["variation"] if table["level"] == 3)
    del bold["da"]["care"]
    assert [(fault.table, fault.key) for fault in check(raw)] == [(f"[[variation]] {bold['id']}", "da.care")]


def test_a_variation_may_rest_on_several_sources_and_practice_is_one_that_claims_nothing() -> None:
    several = ["edmondson1999", "practice"]
    assert own_faults({"source": several}) == []
    assert build(own_file({"source": several})).variations["ask-own-best-hour"].sources == tuple(several)
    practice = built_in().sources["practice"]
    assert (practice.author, practice.address, practice.found) == ("", "", None)


def test_a_source_may_tell_how_it_was_found_out_in_both_languages() -> None:
    raw = built_in_file()
    raw["source"]["castro2025"]["design"] = {"da": "feltforsøg", "en": "field experiment"}
    assert check(raw) == []
    assert build(raw).sources["castro2025"].design == ("feltforsøg", "field experiment")
    raw["source"]["castro2025"]["limits"] = {"da": "kun ét sted"}
    assert [fault.key for fault in check(raw)] == ["limits"]


def test_a_variation_without_an_id_goes_by_its_place() -> None:
    assert own_faults({}, {"id": None}) == [("[[variation]] #2", "id")]


def test_all_faults_of_a_file_come_at_once() -> None:
    faults = own_faults(
        {"level": 9, "minutes": 1, "da.say": None},
        {"id": "ask-x", "signs": []},
        schema=2,
        hide="all",
        title="?",
    )
    assert faults == [
        ("", "title"),
        ("", "schema"),
        ("", "hide"),
        (NAME, "level"),
        (NAME, "minutes"),
        (NAME, "da.say"),
        ("[[variation]] ask-x", "signs"),
    ]


@pytest.mark.parametrize(
    ("top", "place"),
    [
        ({"schema": 2}, ("", "schema")),
        ({"schema": "1"}, ("", "schema")),
        ({"schema": True}, ("", "schema")),
        ({"variation": {"id": "ask-x"}}, ("", "variation")),
        ({"variation": ["ask-x"]}, ("[[variation]] #1", "")),
        ({"source": ["x"]}, ("", "source")),
        ({"source": {"x": "y"}}, ("[source.x]", "")),
        ({"hide": [1]}, ("", "hide")),
        ({"action": "ask"}, ("", "action")),
    ],
)
def test_the_outer_form_is_checked(top: dict[str, Any], place: tuple[str, str]) -> None:
    assert [(fault.table, fault.key) for fault in check({**own_file(), **top}, built_in())] == [place]


def test_a_file_names_its_schema() -> None:
    assert [fault.key for fault in check({}, built_in())] == ["schema"]


@pytest.mark.parametrize("field", ["author", "year", "title", "address"])
def test_a_source_has_author_year_title_and_address(field: str) -> None:
    source = {"author": "A", "year": 2020, "title": "T", "address": "https://a.example/b"}
    del source[field]
    assert own_faults(source={"mine": source}) == [("[source.mine]", field)]


def test_the_year_of_a_source_may_be_a_text() -> None:
    source = {"author": "A", "year": "n.d.", "title": "T", "address": "https://a.example/b"}
    assert own_faults(source={"mine": source}) == []


def whole_faults(raw: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault.table, fault.key) for fault in check(raw)]


def test_a_whole_catalogue_has_the_three_actions_in_order() -> None:
    raw = built_in_file()
    assert is_whole(raw)
    raw["action"].reverse()
    assert ("[[action]]", "id") in whole_faults(raw)
    del raw["action"][1]
    assert ("[[action]]", "id") in whole_faults(raw)


def test_a_word_means_one_action_only() -> None:
    raw = built_in_file()
    raw["action"][2]["words"].append("Tvivl")
    assert whole_faults(raw) == [("[[action]] feedback", "words")]


@pytest.mark.parametrize("key", ["role", "part", "rules", "source"])
def test_a_whole_catalogue_leaves_nothing_out(key: str) -> None:
    raw = built_in_file()
    del raw["variation"][0][key]
    assert whole_faults(raw) == [("[[variation]] ask-what-surprised", key)]


def test_a_whole_catalogue_gives_every_reason_and_hides_nothing() -> None:
    raw = built_in_file()
    raw["variation"][0]["da"]["why"] = ""
    raw["hide"] = ["ask-what-surprised"]
    assert whole_faults(raw) == [("", "hide"), ("[[variation]] ask-what-surprised", "da.why")]


@pytest.mark.parametrize(("place", "key"), [("da", "da"), ("words", "words"), ("number", "number")])
def test_an_action_is_complete(place: str, key: str) -> None:
    raw = built_in_file()
    del raw["action"][0][place]
    assert whole_faults(raw) == [("[[action]] ask", key)]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(key=st.sampled_from([*variation(), "retired", "role", "part", "rules", "source"]), value=anything)
def test_whatever_stands_in_a_field_is_judged_and_never_a_crash(key: str, value: Any) -> None:
    raw = own_file({key: value})
    if not check(raw, built_in()):
        build(raw)


@settings(max_examples=max(settings().max_examples // 10, 1))  # each looks at a whole catalogue
@given(raw=st.dictionaries(st.sampled_from(["schema", "action", "variation", "source", "hide"]), anything))
def test_whatever_a_file_says_is_judged_and_never_a_crash(raw: dict[str, Any]) -> None:
    for base in (None, built_in()):
        for fault in check(raw, base):
            assert str(fault)


def test_a_catalogue_survives_the_way_through_plain_rows() -> None:
    import json

    rows = json.loads(json.dumps(to_rows(built_in())))
    assert from_rows(rows) == built_in()
