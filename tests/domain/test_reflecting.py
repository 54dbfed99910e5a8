"""The five questions of the week."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.reflecting import (
    KEYS,
    example_action,
    key_of,
    parse_answers,
    parse_keys,
    parse_use,
)

WHEN = datetime(2026, 11, 23, 9, tzinfo=UTC)


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


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("husk", "remember"), ("Lært", "learned"), ("laert", "learned"), ("lart", "learned"), ("svært", "hard"),
        ("bøvl", "friction"), ("boevl", "friction"), ("næste uge", "plan"), ("plan", "plan"), ("x", None),
    ],
)  # fmt: skip
def test_a_question_is_understood_in_both_languages(typed: str, key: str | None) -> None:
    assert key_of(typed) == key


def test_the_keys_to_share_come_in_the_order_of_the_questions_each_once() -> None:
    assert parse_keys(["plan,lært", "learned"]) == ("learned", "plan")


def test_a_key_to_share_that_is_no_question_is_refused() -> None:
    with pytest.raises(MikroError) as refused:
        parse_keys(["learned,notes"])
    assert refused.value.code == "question-unknown"


@pytest.mark.parametrize(
    ("typed", "use"), [("ja", "yes"), ("Noget", "partly"), ("no", "no"), ("", None), ("-", None)]
)
def test_whether_a_plan_was_used_is_understood_in_both_languages(typed: str, use: str | None) -> None:
    assert parse_use(typed) == use


def test_what_is_no_answer_to_that_is_refused() -> None:
    with pytest.raises(MikroError) as refused:
        parse_use("måske")
    assert refused.value.code == "use-unknown"


def entry(action: str, went: str | None = None) -> Entry:
    return Entry("id", 1, WHEN, WHEN.date(), action, went=went)


def test_the_example_is_of_what_went_easily_and_otherwise_of_the_latest() -> None:
    week = [entry("ask", "easy"), entry("doubt", "hard"), entry("feedback")]
    assert example_action(week) == "ask"
    assert example_action(week[1:]) == "feedback"
    assert example_action([*week, entry("doubt", "easy")]) == "doubt"
    assert example_action([]) == "ask"
