"""What a whole catalogue has enough of, and what it rests on."""

from __future__ import annotations

from typing import Any

import pytest

from mikrohandlinger.domain.catalogue.lint import lint
from mikrohandlinger.domain.catalogue.lint_whole import LEAST_TOGETHER, MOST_ON_ONE_SOURCE, numbers, sources
from mikrohandlinger.domain.catalogue.model import ACTIONS, SIGNS, WORKS

from .catalogues import built_in, built_in_file, own_file


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("part: receiver", {"part": "sender"}),
        ("rules: true", {"rules": False}),
        ("role: leader", {"role": "all"}),
        ("settings: remote", {"settings": ["meeting"]}),
        ("minutes: 2", {"minutes": 5}),
        ("reach: new, up, across", {"reach": ["known"]}),
        ("variation", {"retired": True}),
    ],
)
def test_a_whole_catalogue_has_enough_of_each_kind(action: str, key: str, change: dict[str, Any]) -> None:
    raw = built_in_file()
    for table in raw["variation"]:
        if table["action"] == action:
            table.update(change)
    assert (f"[[action]] {action}", key) in [(fault.table, fault.key) for fault in numbers(raw)]


def test_a_whole_catalogue_has_enough_variations_in_use() -> None:
    raw = built_in_file()
    in_use = [table for table in raw["variation"] if table.get("retired") is not True]
    for table in in_use[: len(in_use) - LEAST_TOGETHER + 1]:
        table["retired"] = True
    assert ("", "variation") in [(fault.table, fault.key) for fault in numbers(raw)]


def test_the_levels_stand_in_proportion() -> None:
    raw = built_in_file()
    for table in raw["variation"]:
        table["level"] = 1
    assert [fault.key for fault in numbers(raw)] == [f"level: {level}" for level in (1, 2, 3)] * 3


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_is_practised_often_enough(sign: str) -> None:
    raw = built_in_file()
    for table in raw["variation"]:
        table["signs"] = [other for other in table["signs"] if other != sign]
    assert [fault.key for fault in numbers(raw)] == [f"signs: {sign}"]


def test_own_courage_without_a_word_of_what_to_mind_is_a_hint_and_no_fault() -> None:
    hints = lint(own_file({"level": 3}), built_in())
    assert [(fault.key, fault.is_hint) for fault in hints] == [("da.care", True)]
    careful = {"level": 3, "da.care": "Vælg et roligt øjeblik.", "en.care": "Choose a calm moment."}
    assert lint(own_file(careful), built_in()) == []


def test_an_own_file_is_not_counted() -> None:
    assert lint({"schema": 1, "variation": []}, built_in()) == []


@pytest.mark.parametrize("work", WORKS)
def test_every_kind_of_work_has_enough_of_its_own(work: str) -> None:
    raw = built_in_file()
    for table in raw["variation"]:
        table["work"] = [other for other in table.get("work", []) if other != work] or ["nowhere"]
    keys = [fault.key for fault in numbers(raw)]
    assert f"work: {work}" in keys
    assert f"work: {work} or none" in keys


def test_at_most_a_third_waits_for_somebody_or_something_else() -> None:
    raw = built_in_file()
    for table in raw["variation"]:
        table["cue"] = "comes"
    assert "cue: comes" in [fault.key for fault in numbers(raw)]


SOURCE = {"author": "A", "year": 2020, "title": "T", "address": "https://example.org/a"}


def test_a_source_that_nothing_names_is_named() -> None:
    raw = built_in_file()
    raw["source"]["nobody2020"] = SOURCE
    (fault,) = sources(raw, own=False)
    assert (fault.table, fault.is_hint) == ("[source.nobody2020]", False)
    (hint,) = lint(own_file(source={"nobody2020": SOURCE}), built_in())
    assert (hint.table, hint.is_hint) == ("[source.nobody2020]", True)


@pytest.mark.parametrize("over", [0, 1])
def test_no_more_than_twelve_rest_on_one_source_alone(over: int) -> None:
    raw = built_in_file()
    raw["source"]["one2020"] = SOURCE
    in_use = [table for table in raw["variation"] if not table.get("retired")]
    for table in in_use[: MOST_ON_ONE_SOURCE + over]:
        table["source"] = "one2020"
    for table in in_use[-20:]:
        table["source"] = ["one2020", "practice"]
    told = [fault.table for fault in sources(raw, own=False) if "alone" in fault.message]
    assert told == ["[source.one2020]"] * over


def test_what_has_a_co_author_with_retracted_papers_carries_nothing_alone() -> None:
    for one in built_in().variations.values():
        if not one.retired:
            assert one.sources not in (("huang2017",), ("abiesber2022",)), one.id


def test_every_source_but_practice_says_how_it_found_out_and_what_speaks_against_it() -> None:
    for key, source in built_in().sources.items():
        told = (source.design, source.people, source.found, source.limits)
        assert (None in told) == (key == "practice"), key
