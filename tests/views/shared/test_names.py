"""Names: one for each id, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.catalogue.model import ACTIONS, PLACES, REACHES, SIGNS, WENT
from mikrohandlinger.views.shared import names


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_id_has_a_name_of_its_own(language: str) -> None:
    texts.use(language)
    for ids, name in (
        (ACTIONS, names.action_name),
        (ACTIONS, names.action_within),
        (ACTIONS, names.action_word),
        (PLACES, names.place_name),
        (PLACES, names.place_within),
        ((*REACHES, "unset"), names.reach_name),
        (WENT, names.went_name),
        (SIGNS, names.sign_name),
    ):
        assert len({name(one) for one in ids}) == len(ids)


@pytest.mark.parametrize(
    ("language", "alone", "within"), [("da", "Uge 1", "uge 1"), ("en", "Week 1", "week 1")]
)
def test_a_week_has_the_number_of_its_thursday(language: str, alone: str, within: str) -> None:
    texts.use(language)
    new_year = date(2026, 12, 31) + (date(2027, 1, 4) - date(2026, 12, 31))
    assert names.week_name(new_year) == alone
    assert names.week_within(date(2025, 12, 29)) == within


def test_a_name_within_a_sentence_begins_small() -> None:
    texts.use("da")
    assert names.action_within("ask") == "spørgsmål"
    assert names.place_within("one-to-one") == "på tomandshånd"
