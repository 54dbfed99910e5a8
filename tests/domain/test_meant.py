"""What a note says that was perhaps meant as something else, and the many that are what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.meant import Meant, is_no_note, meant

NAMES = {"ask": "spørgsmål", "doubt": "tvivl", "feedback": "feedback"}


@pytest.mark.parametrize(
    ("note", "logged", "action"),
    [
        ("spurgte, hvordan mødet gik", "doubt", "ask"),
        ("Spurgte Bo", "feedback", "ask"),
        ("asked how the meeting went", "feedback", "ask"),
        ("jeg gav feedback", "ask", "feedback"),
        ("Roste roen på mødet.", "doubt", "feedback"),
        ("sagde, at jeg var usikker", "ask", "doubt"),
        ("i tvivl om reglen", "feedback", "doubt"),
    ],
)
def test_a_note_that_speaks_of_another_action_is_seen(note: str, logged: str, action: str) -> None:
    assert meant(note, logged) == Meant(action, is_name=False)


@pytest.mark.parametrize(
    ("note", "action", "is_all"),
    [
        ("tivvl", "doubt", True),
        ("twivl", "doubt", True),
        ("Tvivl.", "doubt", True),
        ("tvivl bad om et råd", "doubt", False),
        ("feedbak", "feedback", True),
        ("feed", "feedback", True),
        ("feeedback til Bo", "feedback", False),
        ("spoergsmaal", "ask", True),
        ("spørgsmaal", "ask", True),
    ],
)
def test_a_mistyped_name_of_an_action_is_seen(note: str, action: str, is_all: bool) -> None:
    assert meant(note, "ask" if action != "ask" else "doubt") == Meant(action, is_name=True, is_all=is_all)


@pytest.mark.parametrize("logged", NAMES)
@pytest.mark.parametrize(
    "note",
    [
        "", "…", "Det vidste hun heller ikke. Vi ringede sammen.", "Hun blev glad. Jeg troede, hun vidste det.",
        "fed ide", "sport", "tvist om et skema", "They laughed", "Vi drak kaffe", "22", "help", "fed",
        "spurgte til feedback, selv om jeg var i tvivl",
    ],
)  # fmt: skip
def test_what_is_no_other_action_is_left_alone(note: str, logged: str) -> None:
    assert meant(note, logged) is None


def test_a_question_for_help_is_a_doubt_and_one_for_something_better_is_feedback() -> None:
    assert meant("spurgte om hjælp til notatet", "doubt") is None
    assert meant("spurgte, hvad jeg kunne gøre bedre", "feedback") is None


@given(st.sampled_from(sorted(NAMES)), st.data())
def test_one_wrong_missing_or_needless_letter_after_the_first_is_still_the_name(
    action: str, data: st.DataObject
) -> None:
    name = NAMES[action]
    at = data.draw(st.integers(3, min(len(name), 7) - 1))
    letter = data.draw(st.sampled_from("abdegiklmnoprstuvxy"))
    for typed in (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
    ):
        found = meant(typed, "ask")
        assert found is not None
        assert (found.action, found.is_name) == (action, True)


@given(st.text(), st.sampled_from(sorted(NAMES)))
def test_any_text_is_read(note: str, logged: str) -> None:
    found = meant(note, logged)
    assert found is None or found.action in NAMES


@pytest.mark.parametrize(
    ("note", "is_none"),
    [
        ("undo", True), ("Fortryd", True), ("hjaelp", True), ("help", True), (" uge ", True), ("4", True),
        ("pause", False), ("møde", False), ("hvorfor", False), ("en regel", False),
        ("fortryd det", False), ("4 min.", False), ("hjælp til Bo", False), ("", False),
    ],
)  # fmt: skip
def test_the_name_of_a_command_or_a_number_alone_is_no_note(note: str, is_none: bool) -> None:
    assert is_no_note(note) is is_none
