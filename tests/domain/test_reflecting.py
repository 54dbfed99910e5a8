"""The five questions of the week."""

from __future__ import annotations

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.reflecting import KEYS, parse_answers


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
