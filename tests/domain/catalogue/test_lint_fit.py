"""Fields that do not fit the words: the kind of work, the weekdays, what to mind."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.catalogue.lint import lint
from mikrohandlinger.domain.catalogue.lint_fit import kinds_of
from mikrohandlinger.domain.catalogue.model import WORKS

from .catalogues import built_in, built_in_file, own_file


def hints(**changed: Any) -> list[tuple[str, str]]:
    """Key and example of every hint about an own variation; hints are all there is to it."""
    found = lint(own_file(changed), built_in())
    assert all(fault.is_hint for fault in found)
    return [(fault.key, fault.example) for fault in found]


SHIFT = {"da.when": "Når I mødes ved vagtskiftet.", "en.when": "When you meet at the change of shift."}


def test_words_of_one_kind_of_work_are_held_against_the_field() -> None:
    assert hints(**SHIFT) == [("work", 'work = ["care", "plant"]')]
    assert hints(**SHIFT, work=["office"]) == [("work", 'work = ["care", "plant"]')]
    assert hints(**SHIFT, work=["care"]) == []


@pytest.mark.parametrize(
    ("field", "sentence", "kind"),
    [
        ("da.when", "Når bilen holder stille.", "road"),
        ("da.when", "Når klassen er gået til frikvarter.", "school"),
        ("da.when", "Når et bilag mangler.", "office"),
        ("da.when", "Når garderoben er tom.", "daycare"),
        ("en.when", "When the van is parked.", "road"),
        ("en.when", "When an attachment is missing.", "office"),
    ],
)
def test_every_kind_of_work_has_its_words(field: str, sentence: str, kind: str) -> None:
    assert [key for key, _example in hints(**{field: sentence})] == ["work"]
    assert hints(**{field: sentence}, work=[kind]) == []


def test_examples_from_several_kinds_of_work_side_by_side_fit_everywhere() -> None:
    several = {
        "da.when": "Når en bil, en stue eller et bilag skifter hænder.",
        "en.when": "When a van, a classroom or an attachment changes hands.",
    }
    assert hints(**several) == []


def test_a_word_beside_an_or_is_an_example() -> None:
    examples = {
        "da.when": "Når dagen eller vagten bliver gennemgået.",
        "en.when": "When the shift or the day is reviewed.",
    }
    assert hints(**examples) == []


@given(words=st.text())
def test_what_any_words_belong_to_are_kinds_of_work(words: str) -> None:
    for language in ("da", "en"):
        for word, kinds in kinds_of(words, language):
            assert word.casefold() in words.casefold()
            assert kinds
            assert kinds <= set(WORKS)


@pytest.mark.parametrize(
    ("field", "sentence", "day"),
    [
        ("da.say", "Hvad kunne vente til i morgen?", "fri"),
        ("da.say", "Hvad skete der i går?", "mon"),
        ("da.text", "Spørg en kollega fra lageret om noget nyt i denne uge.", "mon"),
        ("en.say", "What could wait until tomorrow?", "fri"),
        ("en.say", "What happened yesterday?", "mon"),
    ],
)
def test_a_word_that_points_to_another_day_asks_for_its_weekday(field: str, sentence: str, day: str) -> None:
    assert hints(**{field: sentence}) == [("not_on", f'not_on = ["{day}"]')]
    assert hints(**{field: sentence}, not_on=[day]) == []


def test_walking_is_no_yesterday_and_a_supposition_no_plan() -> None:
    assert hints(**{"da.when": "Når I går fra mødet."}) == []
    assert hints(**{"da.say": "Hvis vi holdt op med det i morgen, hvem ville så savne det?"}) == []
    assert hints(**{"en.say": "If we stopped tomorrow, who would miss it?"}) == []


CARE = {"da.care": "Vælg et roligt øjeblik.", "en.care": "Choose a calm moment."}


def test_own_courage_without_a_word_of_what_to_mind_is_a_hint_and_no_fault() -> None:
    assert [key for key, _example in hints(level=3)] == ["da.care"]
    assert hints(level=3, **CARE) == []


def test_of_a_whole_catalogue_these_are_faults() -> None:
    raw = built_in_file()
    table = next(one for one in raw["variation"] if not one.get("retired") and not one.get("work"))
    table["da"]["when"] = "Når klassen er gået til frikvarter."
    (fault,) = lint(raw)
    assert (fault.key, fault.is_hint) == ("work", False)
