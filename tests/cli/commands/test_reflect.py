"""``mikro week --reflect`` on a real (pseudo-)terminal."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FRIDAY = "2026-11-27T14:00:00+01:00"
NEXT_FRIDAY = "2026-12-04T14:00:00+01:00"
PROMPT = "› "


@pytest.fixture
def walk(run: Any, terminal: Callable[..., Any]) -> Any:
    """Start the walk of a week with two entries."""
    run("today", now="2026-11-23T10:00:00+01:00")
    run("log", "Om ventelisten", "--went", "easy", now="2026-11-23T10:00:00+01:00")
    run("log", "doubt", "Sagde min tvivl højt", now="2026-11-25T10:00:00+01:00")

    def start(*arguments: str, now: str = FRIDAY, **env: str) -> Any:
        return terminal("week", "--reflect", *arguments, now=now, lines=40, echo=False, env=env)

    return start


def answers(run: Any, *week: str, now: str = FRIDAY) -> dict[str, str]:
    return json.loads(run("week", *week, "--json", now=now).stdout)["reflection"] or {}


def reply(child: Any, *lines: str) -> None:
    for line in lines:
        child.expect_exact(PROMPT)
        child.sendline(line)


def end(child: Any, code: int = 0) -> str:
    import pexpect

    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    return str(child.before)


def test_own_words_come_first_oldest_first_then_the_questions(walk: Any) -> None:
    child = walk()
    for text in ("Five short questions", "Om ventelisten", "Sagde min tvivl højt", "1  Which conversation"):
        child.expect_exact(text)


def test_without_a_note_what_was_proposed_is_read_back(run: Any, terminal: Callable[..., Any]) -> None:
    run("today", now="2026-11-23T10:00:00+01:00")
    run("log", now="2026-11-23T10:00:00+01:00")
    text = json.loads(run("today", "--json", now="2026-11-23T10:00:00+01:00").stdout)["nudge"]["text"]
    child = terminal("week", "--reflect", now=FRIDAY, lines=40, echo=False)
    child.expect_exact("This week's micro-actions")
    child.expect_exact(text.split()[0])


def test_enter_skips_and_what_was_stored_is_counted(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "Den om ventelisten", "", "", "", "Når vi mødes, så spørger jeg")
    said = end(child)
    assert "✓ Stored: 1 answer and your plan for week 49." in said
    assert "mikro week --share plan" in said
    assert answers(run) == {"remember": "Den om ventelisten", "plan": "Når vi mødes, så spørger jeg"}


def test_all_five_are_asked_however_many_are_answered(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "en", "to", "tre", "fire", "fem")
    assert "✓ Stored: 4 answers and your plan for week 49." in end(child)
    assert set(answers(run)) == {"remember", "learned", "hard", "friction", "plan"}


def test_the_plan_comes_last_with_an_example_in_the_first_person(walk: Any) -> None:
    child = walk()
    reply(child, "", "", "", "")
    child.expect_exact("What will you try next week?")
    child.expect_exact("Such as: When ")


def test_again_goes_through_what_was_answered(walk: Any, run: Any) -> None:
    run(
        "week",
        "--answer",
        "remember=Skemaet",
        "--answer",
        "hard=At sige det",
        "--answer",
        "plan=Når, så",
        now=FRIDAY,
    )
    child = walk()
    child.expect_exact("Your answers.")
    child.expect_exact("“Skemaet”")
    reply(child, "-")
    child.expect_exact("Removed.")
    reply(child, "At spørge først", "", "", "")
    assert "✓ Stored: 1 new answer, 1 removed, 2 as before." in end(child)
    assert answers(run) == {"learned": "At spørge først", "hard": "At sige det", "plan": "Når, så"}


def test_again_without_anything_new_has_no_tick(walk: Any, run: Any) -> None:
    run("week", "--answer", "remember=Skemaet", now=FRIDAY)
    child = walk()
    reply(child, "", "", "", "", "")
    assert "Nothing new. Your answers are as they were." in end(child)
    assert answers(run) == {"remember": "Skemaet"}


def test_each_answer_is_a_change_of_its_own(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "en", "to", "", "", "")
    end(child)
    run("undo", now=FRIDAY)
    assert answers(run) == {"remember": "en"}


def test_a_week_looked_through_without_an_answer_is_passed_over(walk: Any, run: Any) -> None:
    assert "mikro week --reflect" in run("week", now=FRIDAY).stdout
    child = walk()
    reply(child, "", "", "", "", "")
    assert "Nothing stored. The week is looked through." in end(child)
    assert answers(run) == {}
    assert "mikro week --reflect" not in run("week", now=FRIDAY).stdout


@pytest.mark.parametrize("leave", ["sendintr", "sendeof"])
def test_an_interruption_loses_nothing_and_ends_with_what_was_stored(walk: Any, run: Any, leave: str) -> None:
    child = walk()
    reply(child, "Den om ventelisten")
    child.expect_exact(PROMPT)
    getattr(child, leave)()
    assert "What you got to is stored: 1 answer." in end(child, 130)
    assert answers(run) == {"remember": "Den om ventelisten"}


@pytest.mark.parametrize(
    ("typed", "kept"), [("some of it", "partly"), ("noget", "partly"), ("ja", "yes"), ("3", "no")]
)
def test_next_week_the_walk_asks_whether_the_plan_was_used(
    walk: Any, run: Any, typed: str, kept: str
) -> None:
    run("week", "--answer", "plan=When we meet, then I ask", now=FRIDAY)
    child = walk(now=NEXT_FRIDAY)
    child.expect_exact("Your plan was: When we meet, then I ask")
    child.expect_exact("Did you use it?")
    reply(child, typed, "", "", "", "", "")
    end(child)
    assert json.loads(run("week", "--json", now=NEXT_FRIDAY).stdout)["plan_used"] == kept


def test_what_is_not_understood_is_asked_once_more_and_then_named(walk: Any, run: Any) -> None:
    run("week", "--answer", "plan=When we meet, then I ask", now=FRIDAY)
    child = walk(now=NEXT_FRIDAY)
    reply(child, "måske")
    child.expect_exact("“måske” is not one of them: yes · some of it · no")
    reply(child, "tja")
    child.expect_exact("That was not stored: “tja”.")
    reply(child, "", "", "", "", "")
    end(child)
    assert json.loads(run("week", "--json", now=NEXT_FRIDAY).stdout)["plan_used"] is None


def test_an_own_question_is_asked_in_the_place_of_its_key_and_read_back_as_asked(walk: Any, run: Any) -> None:
    run("config", "set", "question.learned", "Hvad lærte skemaet dig?", now=FRIDAY)
    child = walk()
    reply(child, "")
    child.expect_exact("2  Hvad lærte skemaet dig?")
    reply(child, "At spørge først", "", "", "")
    end(child)
    run("config", "reset", "question.learned", now=FRIDAY)
    assert "Hvad lærte skemaet dig?" in run("history", "--reflections", now=FRIDAY).stdout


def test_last_week_can_be_looked_back_on(walk: Any, run: Any) -> None:
    child = walk("last", now=NEXT_FRIDAY)
    reply(child, "Den om ventelisten", "", "", "", "")
    end(child)
    assert answers(run, "2026-W48", now=NEXT_FRIDAY) == {"remember": "Den om ventelisten"}


def test_personal_details_are_masked_and_that_is_said(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "Ring på 20 12 34 56")
    child.expect_exact("1 personal detail was masked.")
    reply(child, "", "", "", "")
    end(child)
    assert "20 12 34 56" not in json.dumps(answers(run))


def test_several_lines_are_written_in_the_editor(walk: Any, run: Any, tmp_path: Path, home: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "første linje\\nanden linje\\n" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    child = walk(EDITOR=str(editor))
    reply(child, "e", "", "", "", "")
    end(child)
    assert answers(run) == {"remember": "første linje\nanden linje"}
    assert list((home / "cache").glob("answer-*")) == []


def test_an_editor_that_cannot_be_used_leaves_the_question_open(walk: Any, run: Any) -> None:
    child = walk(EDITOR="/no/such/editor")
    reply(child, "e")
    child.expect_exact("could not be used")
    reply(child, "skrevet her", "", "", "", "")
    end(child)
    assert answers(run) == {"remember": "skrevet her"}


def test_an_answer_that_is_too_long_is_asked_for_again(walk: Any, run: Any, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\n"{sys.executable}" -c "print(\'ord \' * 9000)" > "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    child = walk(VISUAL=str(editor))
    reply(child, "e")
    child.expect_exact("Shorten it")
    reply(child, "kort", "", "", "", "")
    end(child)
    assert answers(run) == {"remember": "kort"}


def test_what_comes_from_the_editor_is_stored_as_it_is(walk: Any, run: Any, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "# 1 punkt\\n#hashtag\\n" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    child = walk(EDITOR=str(editor))
    reply(child, "e", "", "", "", "")
    end(child)
    assert answers(run) == {"remember": "# 1 punkt\n#hashtag"}


def test_where_nothing_comes_back_that_is_said_and_the_answer_kept(
    walk: Any, run: Any, tmp_path: Path
) -> None:
    run("week", "--answer", "remember=Skemaet", now=FRIDAY)
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\n: > "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    child = walk(EDITOR=str(editor))
    reply(child, "e")
    child.expect_exact("Nothing came back from the editor. Your answer is as it was")
    reply(child, "", "", "", "")
    end(child)
    assert answers(run) == {"remember": "Skemaet"}


def test_an_editor_that_ends_badly_leaves_what_was_written(
    walk: Any, run: Any, tmp_path: Path, home: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho vigtigt >> "$1"\nexit 1\n', encoding="utf-8")
    editor.chmod(0o700)
    child = walk(EDITOR=str(editor))
    reply(child, "e")
    child.expect_exact("What you wrote is still in")
    reply(child, "", "", "", "", "")
    end(child)
    (left,) = (home / "cache").glob("answer-*")
    assert "vigtigt" in left.read_text("utf-8")


def test_without_a_terminal_the_command_names_the_week_that_is_looked_back_on(mikro):
    mikro("log", "ask", "--at", "18/11")
    assert 'mikro week last --answer remember="…"' in mikro("week", "last", "--reflect").out
    assert 'mikro week --answer remember="…"' in mikro("week", "--reflect").out
