"""Feedback as a person types it: recorded in a frame, asked about a week later, and closed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

THEN = "2026-11-17T16:00:00+01:00"
BEFORE = "2026-11-23T23:00:00+01:00"
LATER = "2026-11-24T08:00:00+01:00"
NEXT = "2026-11-25T08:00:00+01:00"


@pytest.fixture
def received(mikro: Callable[..., Any]) -> dict[str, Any]:
    """An entry of feedback that was received a week before LATER."""
    answer = mikro(
        "log", "feedback", "--way", "fik", "--part", "observation=Brevet gik før opkaldet",
        "--part", "idéer=Ring først", "--json", now=THEN,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(answer.out)["entry"]
    return found


def entry_of(answer: Any) -> Any:
    return json.loads(answer.out)["entry"]


def loops(mikro: Callable[..., Any], now: str) -> list[int]:
    found = json.loads(mikro("today", "--json", now=now).out)["loops"]
    return [entry["number"] for entry in found]


def test_an_entry_tells_its_feedback(mikro: Callable[..., Any], received: dict[str, Any]) -> None:
    assert received["feedback"] == {
        "way": "received",
        "frame": "opi",
        "parts": {"observation": "Brevet gik før opkaldet", "ideas": "Ring først"},
        "used": None,
        "told": None,
    }
    assert entry_of(mikro("log", "feedback", "Ros", "--json"))["feedback"] is None
    assert entry_of(mikro("log", "--way", "gave", "--json"))["action"] == "feedback"
    shown = json.loads(mikro("history", "--json").out)["entries"]
    assert shown[-1]["feedback"] == received["feedback"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("log", "doubt", "--way", "gave"), 1),
        (("log", "ask", "--part", "text=x"), 1),
        (("log", "feedback", "--part", "situation=x"), 1),
        (("log", "feedback", "--frame", "sbi", "--part", "ideas=x"), 1),
        (("log", "feedback", "--part", "x"), 1),
        (("log", "feedback", "--way", "sideways"), 2),
        (("edit", "1", "--way", "gave", "--used", "yes"), 1),
        (("edit", "1", "--frame", "sbi"), 1),
        (("edit", "1", "--told", "partly"), 2),
    ],
)
def test_what_does_not_go_together_is_refused_and_nothing_is_stored(
    mikro: Callable[..., Any], received: dict[str, Any], words: tuple[str, ...], code: int
) -> None:
    answer = mikro(*words, now=THEN)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith("mikro: ")
    found = json.loads(mikro("history", "--json", now=THEN).out)["entries"]
    assert [one["feedback"] for one in found] == [received["feedback"]]


def test_own_words_of_parts_are_masked_told_and_can_be_insisted_on(mikro: Callable[..., Any]) -> None:
    answer = mikro("log", "feedback", "--part", "observation=Ring 22 33 44 55", lang="en")
    assert "[tlf.]" in answer.out
    assert "22 33" not in answer.out
    assert 'mikro edit 1 --keep-personal --part "observation=…"' in answer.out
    kept = mikro("edit", "1", "--keep-personal", "--part", "observation=Ring 22 33 44 55", "--json")
    assert entry_of(kept)["feedback"]["parts"] == {"observation": "Ring 22 33 44 55"}


@pytest.mark.usefixtures("received")
def test_a_week_later_it_is_asked_on_one_day_and_answered_for_good(mikro: Callable[..., Any]) -> None:
    assert [loops(mikro, now) for now in (BEFORE, LATER, LATER, NEXT)] == [[], [1], [1], []]
    assert entry_of(mikro("edit", "1", "--used", "noget", "--json", now=NEXT))["feedback"]["used"] == "partly"
    assert json.loads(mikro("week", "--json", now=NEXT).out)["loops_closed"] == 0
    assert "mikro log feedback --way" in mikro("edit", "1", "--used", "ja", now=NEXT).out
    assert entry_of(mikro("edit", "1", "--told", "ja", "--json", now=NEXT))["feedback"]["told"] is True
    assert json.loads(mikro("week", "--json", now=NEXT).out)["loops_closed"] == 1
    mikro("undo", now=NEXT)
    assert json.loads(mikro("week", "--json", now=NEXT).out)["loops_closed"] == 0
    mikro("redo", now=NEXT)
    assert json.loads(mikro("week", "--json", now=NEXT).out)["loops_closed"] == 1


@pytest.mark.usefixtures("received")
def test_the_line_stands_in_today_or_in_the_week_and_is_no_change(mikro: Callable[..., Any]) -> None:
    asked = "mikro edit 1 --used ja --told ja"
    assert asked not in mikro("today", "--short", now=LATER).out
    assert asked in mikro("week", now=LATER, lang="da").out
    assert asked in mikro("today", now=LATER, lang="da").out
    assert asked not in mikro("today", now=NEXT, lang="da").out
    assert asked not in mikro("week", now=NEXT, lang="da").out
    listed = json.loads(mikro("undo", "--list", "--json", now=NEXT).out)["changes"]
    assert [change["what"] for change in listed] == ["entry"]


@pytest.mark.usefixtures("received")
def test_a_look_ahead_uses_nothing_up(mikro: Callable[..., Any]) -> None:
    assert loops(mikro, "2026-12-01T08:00:00+01:00") == [1]
    assert loops(mikro, LATER) == [1]
    assert loops(mikro, "2026-12-01T08:00:00+01:00") == []


@pytest.mark.usefixtures("received")
def test_feedback_that_becomes_a_doubt_lets_go_of_it_and_undo_brings_it_back(
    mikro: Callable[..., Any], received: dict[str, Any]
) -> None:
    answer = mikro("edit", "1", "--action", "doubt", now=THEN, lang="en")
    assert "What it said of feedback went with that." in answer.out
    assert entry_of(mikro("edit", "1", "x", "--json", now=THEN))["feedback"] is None
    mikro("undo", now=THEN)
    mikro("undo", now=THEN)
    assert (
        entry_of(mikro("edit", "1", "--went", "ok", "--json", now=THEN))["feedback"] == received["feedback"]
    )


@pytest.mark.usefixtures("received")
def test_parts_are_searched_and_left_out_with_the_notes(mikro: Callable[..., Any], tmp_path: Path) -> None:
    def found(word: str) -> int:
        return len(json.loads(mikro("history", "--search", word, "--json", now=THEN).out)["entries"])

    assert [found(word) for word in ("RING", "opkaldet først", "ideas", "sommer")] == [1, 1, 0, 0]
    for form in ("markdown", "html", "json"):
        whole = mikro("week", "--format", form, "-o", "-", now=THEN).out
        assert "Ring" in whole
        assert "Ring" not in mikro("week", "--format", form, "--no-notes", "-o", "-", now=THEN).out
    mikro("export", "-o", str(tmp_path / "all.jsonl"), "--no-notes", now=THEN)
    assert "Ring" not in (tmp_path / "all.jsonl").read_text("utf-8")


def test_feedback_goes_out_and_comes_in_again(
    mikro: Callable[..., Any], received: dict[str, Any], tmp_path: Path
) -> None:
    file = str(tmp_path / "all.jsonl")
    mikro("edit", "1", "--used", "yes", "--told", "yes", now=LATER)
    mikro("export", "-o", file, now=LATER)
    mikro("delete", "1", now=LATER)
    mikro("erase", "--all", "--yes", now=LATER)
    mikro("import", file, now=LATER)
    (entry,) = json.loads(mikro("history", "--json", now=LATER).out)["entries"]
    assert entry["feedback"] == {**received["feedback"], "used": "yes", "told": True}


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("width", [50, 80, 120])
def test_the_screens_look_like_this(
    mikro: Callable[..., Any], received: dict[str, Any], snapshot: SnapshotAssertion, lang: str, width: int
) -> None:
    del received

    def shown(*words: str, now: str = LATER) -> str:
        text: str = mikro(*words, now=now, lang=lang, columns=width).out
        return text

    asked = shown("week")
    used = shown("edit", "1", "--used", "yes")
    told = shown("edit", "1", "--told", "yes")
    pages = [asked, used, told, shown("week", "--all"), shown("week"), shown("history")]
    pages += [shown("actions", "feedback", "--frames")]
    assert "\n=====\n".join(pages) == snapshot


def test_a_leader_reads_what_a_leader_can_do(mikro: Callable[..., Any]) -> None:
    mikro("config", "set", "role", "leader")
    mikro("log", "feedback", "--way", "received")
    assert "As a leader" in mikro("edit", "1", "--used", "partly", lang="en").out
    shown = json.loads(mikro("actions", "feedback", "--frames", "--json", lang="en").out)
    assert shown["evidence"]["leader"].startswith("As a leader")
    assert [frame["frame"] for frame in shown["frames"]] == ["opi", "sbi", "klartale", "free"]
    assert mikro("actions", "ask", "--frames").code == 1


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str | BaseException]:
    """What the person at a terminal types, in turn; no more is asked for than there is."""
    given: list[str | BaseException] = []

    def typed(question: str) -> str:
        del question
        answer = given.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    monkeypatch.setattr("mikrohandlinger.cli.terminal.person.is_there", lambda: True)
    monkeypatch.setattr("builtins.input", typed)
    return given


@pytest.mark.parametrize(
    ("words", "typed", "stored"),
    [
        (("log", "feedback"), ["fik", "A / B / C / D", "ny"], ("received", ["A", "B", "C / D"], "new", None)),
        (("log", "feedback"), ["vides ikke", "", "", "En sætning."], (None, [], None, "En sætning.")),
        (("log", "feedback", "Ros"), ["1", "", "2"], ("gave", [], "new", "Ros")),
        (
            ("log", "feedback", "--way", "fik", "--part", "idéer=x"),
            ["2", "1"],
            ("received", ["x"], "new", None),
        ),
        (
            ("log", "feedback", "--frame", "fri"),
            ["delte", "Det hele", ""],
            ("shared", ["Det hele"], None, None),
        ),
        (("log", "feedback"), ["2", KeyboardInterrupt()], ("sought", [], None, None)),
    ],
)
def test_three_questions_at_most_are_asked_once_it_is_stored(
    mikro: Callable[..., Any],
    answers: list[str | BaseException],
    words: tuple[str, ...],
    typed: list[str | BaseException],
    stored: tuple[Any, ...],
) -> None:
    answers += typed
    assert mikro(*words, lang="da").code == 0
    assert answers == []
    (entry,) = json.loads(mikro("history", "--json").out)["entries"]
    said = entry["feedback"] or {"way": None, "parts": {}}
    assert (said["way"], list(said["parts"].values()), entry["reach"], entry["note"]) == stored
    assert json.loads(mikro("undo", "--json").out)["change"]["what"] == "entry"
    assert json.loads(mikro("history", "--json").out)["entries"] == []


def test_parts_can_be_written_in_the_editor(
    mikro: Callable[..., Any],
    answers: list[str | BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def edited(command: str, heading: str, text: str, folder: str) -> str:
        del command, heading, folder
        return text.replace("ideas: ", "ideas: Ring first\nand write afterwards")

    monkeypatch.setattr("mikrohandlinger.cli.terminal.editor.edited", edited)
    answers += ["received", "e", ""]
    mikro("log", "feedback", lang="en")
    (entry,) = json.loads(mikro("history", "--json").out)["entries"]
    assert entry["feedback"]["parts"] == {"ideas": "Ring first\nand write afterwards"}


def test_the_program_as_a_process_closes_a_loop(process: Callable[..., Any]) -> None:
    process("log", "feedback", "--way", "fik", "--part", "iagttagelse=Brevet gik først", now=THEN)
    assert "mikro edit 1 --used" in process("today", now=LATER).stdout
    process("ret", "1", "--used", "noget", "--told", "ja", now=LATER)
    assert json.loads(process("uge", "--json", now=LATER).stdout)["loops_closed"] == 1


def test_the_diary_names_each_part(
    mikro: Callable[..., Any], received: dict[str, Any], tmp_path: Path
) -> None:
    del received
    file = tmp_path / "diary.md"
    mikro("export", "-o", str(file), now=LATER, lang="da")
    diary = file.read_text("utf-8")
    assert "(fik)" in diary
    assert "idéer: Ring først" in diary


def test_an_import_takes_no_parts_that_are_no_words(
    mikro: Callable[..., Any], received: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "all.jsonl"
    mikro("export", "-o", str(file), now=LATER)
    lines = file.read_text("utf-8").replace('"Ring først"', "[1]")
    file.write_text(lines, "utf-8")
    assert mikro("import", str(file), now=LATER).code == 1
    (entry,) = json.loads(mikro("history", "--json", now=LATER).out)["entries"]
    assert entry["feedback"] == received["feedback"]
