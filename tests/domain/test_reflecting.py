"""The five questions of the week."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mikrohandlinger.domain.catalogue.model import Variation, Wording
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.reflecting import KEYS, example, parse_answers


def test_the_questions_are_the_five_of_the_design() -> None:
    assert KEYS == ("remember", "learned", "hard", "friction", "plan")


@pytest.mark.parametrize(
    ("given", "answers"),
    [
        ([], {}),
        (["plan=Når jeg sidder i bussen, så ringer jeg"], {"plan": "Når jeg sidder i bussen, så ringer jeg"}),
        (["hard= a=b "], {"hard": "a=b"}),
        ([" Learned =x"], {"learned": "x"}),
        (["plan=one", "plan=two"], {"plan": "two"}),
        (["friction="], {"friction": ""}),
    ],
)
def test_an_answer_is_a_key_and_a_text(given: list[str], answers: dict[str, str]) -> None:
    assert parse_answers(given) == answers


@pytest.mark.parametrize("item", ["plan", "", "=text", "plans=x", "remember : x"])
def test_an_answer_to_no_question_is_refused_with_the_keys(item: str) -> None:
    with pytest.raises(MikroError) as refused:
        parse_answers(["plan=x", item])
    assert refused.value.code == "answer-unknown"
    assert all(key in str(refused.value) for key in KEYS)


def variation(name: str) -> Variation:
    da = Wording(f"Spørg om {name}.", "Når mødet begynder.", "", "")
    en = Wording(f"Ask about {name}.", "When the meeting begins.", "", "")
    return Variation(name, "ask", 1, 5, "all", "sender", (), (), (), rules=False, sources=(), da=da, en=en)


def entry(name: str | None, went: str | None = None) -> Entry:
    return Entry(
        "id",
        1,
        datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
        date(2026, 11, 23),
        "ask",
        variation=name,
        went=went,
    )


PRACTISED = {name: variation(name) for name in ("one", "two", "three")}


def test_the_example_is_a_whole_plan_in_either_language() -> None:
    assert example([entry("one")], PRACTISED, "da") == "Når mødet begynder, så: spørg om one."
    assert example([entry("one")], PRACTISED, "en") == "When the meeting begins, then: ask about one."


def test_what_went_easily_is_repeated_first_and_otherwise_the_latest() -> None:
    week = [entry("one", "easy"), entry("two", "hard"), entry("three")]
    assert "one" in example(week, PRACTISED, "en")
    assert "three" in example(week[1:], PRACTISED, "en")
    assert "two" in example([*week, entry("two", "easy")], PRACTISED, "en")


def test_without_anything_proposed_and_done_there_is_no_example() -> None:
    assert example([], PRACTISED, "en") == ""
    assert example([entry(None), entry("gone")], PRACTISED, "en") == ""
