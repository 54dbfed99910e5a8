"""The catalogue: found, hidden, judged, written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.catalogue.draft import Draft, faults_in
from mikrohandlinger.domain.catalogue.model import Wording
from mikrohandlinger.domain.catalogue.search import Wanted
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.usecases import catalogue

from .files import is_there

if TYPE_CHECKING:
    from pathlib import Path

    from mikrohandlinger.usecases.context import Context

GOOD = Wording(
    "Spørg en kollega, hvad der fyldte i går.", "Når du henter kaffe.", "“Hvad fyldte mest i går?”", ""
)
OTHER = Wording(
    "Bed en ny om råd til dit næste møde.", "Når du møder en ny.", "“Hvordan ville du begynde mødet?”", ""
)
DRAFT = Draft("ask", GOOD, GOOD)


def an_id(context: Context) -> str:
    return next(iter(context.catalogue.variations))


def test_the_actions_are_counted_and_listed_once_something_narrows_them(context: Context) -> None:
    whole = catalogue.browse(context, None, Wanted(), "da")
    assert ([shelf.action.id for shelf in whole.shelves], whole.listed) == (
        ["ask", "doubt", "feedback"],
        False,
    )
    doubt = catalogue.browse(context, "tvivl", Wanted(level=1), "da")
    (shelf,) = doubt.shelves
    assert (shelf.action.id, doubt.listed) == ("doubt", True)
    assert {variation.level for variation in shelf.variations} == {1}


def test_a_variation_is_found_by_its_id_alone(context: Context) -> None:
    found = catalogue.one(context, an_id(context))
    assert found is not None
    assert (found.variation.id, found.is_hidden) == (an_id(context), False)
    assert catalogue.one(context, "ask") is None


@pytest.mark.parametrize(
    ("word", "code"), [("banana", "action-unknown"), ("ask-nothing-like-it", "variation-unknown")]
)
def test_a_word_that_is_neither_is_refused_by_what_it_looks_like(
    context: Context, word: str, code: str
) -> None:
    with pytest.raises(MikroError) as refused:
        catalogue.browse(context, word, Wanted(), "da")
    assert refused.value.code == code


def test_a_hidden_variation_is_hidden_at_once_and_can_come_back(context: Context) -> None:
    identity = an_id(context)
    assert catalogue.hide(context, identity) == catalogue.hide(context, identity) == [identity]
    assert context.catalogue.hidden == {identity}
    assert catalogue.unhide(context, identity) == catalogue.unhide(context, identity) == []
    assert context.catalogue.hidden == frozenset()


@pytest.mark.parametrize("change", [catalogue.hide, catalogue.unhide])
def test_what_is_no_variation_is_neither_hidden_nor_brought_back(context: Context, change: object) -> None:
    with pytest.raises(MikroError, match="There is no variation called “ask-nothing”"):
        change(context, "ask-nothing")  # type: ignore[operator]
    assert not is_there(context.paths.own_actions)


def test_an_own_variation_takes_its_place_at_once(context: Context) -> None:
    neighbours = catalogue.beside(context)
    assert catalogue.faults_of(DRAFT, neighbours) == []
    table = catalogue.add(context, DRAFT)
    assert table["id"] in context.catalogue.variations
    again = catalogue.add(context, DRAFT._replace(da=OTHER, en=OTHER))
    assert again["id"] != table["id"]


def test_a_draft_with_something_to_mend_is_not_written(context: Context) -> None:
    draft = DRAFT._replace(da=GOOD._replace(text="x" * 500))
    neighbours = catalogue.beside(context)
    assert catalogue.faults_of(draft, neighbours)
    assert faults_in(DRAFT, "da", "text", "x" * 500, *neighbours)
    assert faults_in(draft, "da", "when", GOOD.when, *neighbours) == []
    with pytest.raises(MikroError) as refused:
        catalogue.add(context, draft)
    assert refused.value.code == "variation-faults"
    assert not is_there(context.paths.own_actions)


def test_a_file_is_judged_and_the_own_one_only_where_there_is_one(context: Context, tmp_path: Path) -> None:
    assert catalogue.judge(context, None) is None
    catalogue.add(context, DRAFT)
    own = catalogue.judge(context, None)
    assert own is not None
    assert (own.path, own.faults, own.variations) == (context.paths.own_actions, (), 1)
    other = tmp_path / "other.toml"
    other.write_text("schema = 1\n[[variation]]\nid = 'ask-x'\n")
    judged = catalogue.judge(context, other)
    assert judged is not None
    assert judged.faults
    assert catalogue.to_mend(judged).values["count"] == len(judged.faults)
