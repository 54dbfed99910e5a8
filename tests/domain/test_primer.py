"""The primer as it ships: whole in both languages, honest in form, and found by whatever a screen calls it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.catalogue.model import SIGNS, Catalogue
from mikrohandlinger.domain.catalogue.model import build as catalogue_of
from mikrohandlinger.domain.primer import FORMS, SOURCES, Part, Primer, build, nearest, sources_of, topic_of
from mikrohandlinger.domain.words import folded

DATA = Path(__file__).parents[2] / "data"
GUILT = re.compile(
    r"\b(tabt|mistet|brudt|fejlet|desværre|lost|broken|failed|unfortunately|you should|du bør)\b"
)


@cache
def raw() -> dict[str, Any]:
    return tomllib.loads((DATA / "primer.toml").read_text("utf-8"))


@cache
def primer() -> Primer:
    return build(raw())


@cache
def catalogue() -> Catalogue:
    return catalogue_of(tomllib.loads((DATA / "actions.toml").read_text("utf-8")))


def parts() -> list[Part]:
    return [part for topic in (*primer().screens, *primer().topics) for part in topic.parts]


def texts() -> list[str]:
    titles = [text for topic in (*primer().screens, *primer().topics) for text in topic.title]
    said = [text for part in parts() if part.text for text in part.text]
    told = [
        text
        for source in primer().sources.values()
        for both in (source.design, source.people, source.found, source.limits)
        if both
        for text in both
    ]
    return titles + said + told


def test_every_text_stands_in_both_languages() -> None:
    assert all(text.strip() == text != "" for text in texts())
    for topic in primer().topics:
        assert all(topic.name)
        assert all(topic.title)


def test_no_text_blames_shouts_or_says_i() -> None:
    for text in texts():
        assert not GUILT.search(text.casefold()), text
        assert "!" not in text, text
        assert not re.search(r"\b(jeg|I'm|I am)\b", text), text


def test_every_source_is_known_and_each_of_the_primers_own_is_named_and_told_in_full() -> None:
    named = {key for part in parts() for key in part.sources}
    assert named <= {*primer().sources, *catalogue().sources}
    assert set(primer().sources) <= named
    assert not set(primer().sources) & set(catalogue().sources)
    for source in primer().sources.values():
        assert source.address.startswith("https://")
        assert all((source.author, source.title, source.design, source.people, source.found, source.limits))


def test_every_part_has_a_form_and_a_reader_that_there_are() -> None:
    assert {part.form for part in parts()} <= set(FORMS)
    assert {part.role for part in parts()} == {"all", "employee", "leader"}
    assert all(bool(part.address) == (part.form == "link") for part in parts())


def test_the_eight_signs_are_told_once_each_in_their_order() -> None:
    assert tuple(part.sign for part in parts() if part.sign) == SIGNS


def test_it_says_three_things_that_psychological_safety_is_not() -> None:
    found = topic_of(primer(), "ikke")
    assert found is not None
    assert sum(part.form == "heading" and part.role == "all" for part in found.parts) == 3


@pytest.mark.parametrize("topic", ["rules", "ask", "doubt", "feedback", "answers", "plans", "strength"])
def test_what_speaks_against_stands_beside_what_is_claimed(topic: str) -> None:
    found = topic_of(primer(), topic)
    assert found is not None
    headings = [part.text.en for part in found.parts if part.form == "heading" and part.text]
    assert any("against" in heading for heading in headings)


def test_the_first_screen_says_that_nobody_has_tested_it_and_that_nothing_is_measured() -> None:
    said = " ".join(part.text.en for part in primer().screens[0].parts if part.text)
    assert "Nobody has tested whether mikro works" in said
    assert "does not measure safety" in said


@pytest.mark.parametrize("whom", ["TR", "AMR", "TRIO", "whistleblower", "tjenstlig", "leder"])
def test_where_to_go_instead_is_named(whom: str) -> None:
    found = topic_of(primer(), "grænser")
    assert found is not None
    assert whom in " ".join(part.text.da for part in found.parts if part.text)


def test_no_word_means_two_things() -> None:
    called = {
        topic.id: {folded(word) for word in (topic.id, *topic.name, *topic.words)}
        for topic in primer().topics
    }
    every = Counter(word for words in called.values() for word in words)
    assert [word for word, count in every.items() if count > 1] == []
    taken = {folded(key) for key in (*primer().sources, *catalogue().sources, *SOURCES)}
    assert not taken & set(every)
    for action in catalogue().actions:
        others = set().union(*(words for topic, words in called.items() if topic != action.id))
        assert not {folded(word) for word in action.words} & others


@given(st.data())
def test_a_topic_is_found_by_each_of_its_words_however_it_is_spelt(data: st.DataObject) -> None:
    topic = data.draw(st.sampled_from(primer().topics))
    word = data.draw(st.sampled_from((topic.id, *topic.name, *topic.words)))
    spelt = data.draw(
        st.sampled_from(
            (
                word,
                word.upper(),
                f" {word} ",
                word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa"),
                word.replace("æ", "a").replace("ø", "o").replace("å", "a"),
            )
        )
    )
    assert topic_of(primer(), spelt) is topic


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_topic_or_has_two_neighbours_at_most(typed: str) -> None:
    keys = tuple(catalogue().sources)
    near = nearest(primer(), keys, typed, "da")
    assert len(near) <= 2
    assert all(topic_of(primer(), word) or word in keys for word in near)


def test_a_source_is_found_by_its_key_and_several_by_their_author() -> None:
    known = {**primer().sources, **catalogue().sources}
    assert [one.key for one in sources_of(known, "CASTRO2025")] == ["castro2025"]
    assert [one.key for one in sources_of(known, "edmondson")] == ["edmondson1999", "edmondson2018"]
    assert sources_of(known, "a") == ()


def test_a_leader_reads_more_and_nobody_reads_what_is_for_others() -> None:
    for topic in (*primer().screens, *primer().topics):
        employee, leader = topic.read_by("employee"), topic.read_by("leader")
        assert all(part.role != "leader" for part in employee.parts)
        assert all(part.role != "employee" for part in leader.parts)
    told = [topic.id for topic in primer().topics if any(part.role == "leader" for part in topic.parts)]
    assert set(told) == {topic.id for topic in primer().topics} - {"leader", "read"}
