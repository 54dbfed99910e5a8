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
PROMPT = "> "


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


def end(child: Any) -> str:
    import pexpect

    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return str(child.before)


def test_own_words_come_first_oldest_first_then_the_questions(walk: Any) -> None:
    child = walk()
    for text in ("Om ventelisten", "Sagde min tvivl højt", "Five questions", "Which conversation"):
        child.expect_exact(text)


def test_enter_skips_and_answers_are_kept(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "Den om ventelisten", "", "", "", "Når vi mødes, så spørger jeg")
    said = end(child)
    assert "Thank you" in said
    assert "shows your plan all next week" in said
    assert answers(run) == {"remember": "Den om ventelisten", "plan": "Når vi mødes, så spørger jeg"}


def test_the_plan_comes_last_with_an_example_from_the_week(walk: Any) -> None:
    child = walk()
    reply(child, "", "", "", "")
    child.expect_exact("What will you try next week?")
    child.expect_exact("For example from your week: When ")
    child.expect(r",\s+then:\s")


def test_after_three_answers_only_the_plan_is_left(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "en", "to", "tre")
    child.expect_exact("What will you try next week?")
    reply(child, "fire")
    end(child)
    assert set(answers(run)) == {"remember", "learned", "hard", "plan"}


def test_an_interruption_loses_nothing_and_the_next_walk_goes_on(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "Den om ventelisten")
    child.expect_exact(PROMPT)
    child.sendintr()
    assert "goes on from here" in end(child)
    assert answers(run) == {"remember": "Den om ventelisten"}
    child = walk()
    child.expect_exact("So far: Den om ventelisten")
    child.expect_exact("What did you learn")
    reply(child, "At skemaet kan være kortere", "", "", "")
    end(child)
    assert set(answers(run)) == {"remember", "learned"}


def test_the_end_of_input_ends_the_walk_quietly(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "Den om ventelisten")
    child.expect_exact(PROMPT)
    child.sendeof()
    assert "goes on from here" in end(child)
    assert answers(run) == {"remember": "Den om ventelisten"}


def test_next_week_the_walk_asks_whether_the_plan_was_used(walk: Any, run: Any) -> None:
    run("week", "--answer", "plan=When we meet, then I ask", now=FRIDAY)
    child = walk(now=NEXT_FRIDAY)
    child.expect_exact("Your plan for the week: When we meet, then I ask")
    child.expect_exact("Did you use it?")
    child.sendline("2")
    reply(child, "", "", "", "", "")
    end(child)
    assert json.loads(run("week", "--json", now=NEXT_FRIDAY).stdout)["plan_used"] == "partly"


def test_last_week_can_be_looked_back_on(walk: Any, run: Any) -> None:
    child = walk("last", now=NEXT_FRIDAY)
    reply(child, "Den om ventelisten", "", "", "", "")
    end(child)
    assert answers(run, "2026-W48", now=NEXT_FRIDAY) == {"remember": "Den om ventelisten"}


def test_personal_details_are_masked_and_that_is_said(walk: Any, run: Any) -> None:
    child = walk()
    reply(child, "Ring på 20 12 34 56")
    child.expect_exact("Personal details were masked in your answer.")
    reply(child, "", "", "", "")
    end(child)
    assert "20 12 34 56" not in json.dumps(answers(run))


def test_several_lines_are_written_in_the_editor(walk: Any, run: Any, tmp_path: Path, home: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "første linje\\nanden linje\\n" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    child = walk(EDITOR=str(editor))
    child.expect_exact("opens your editor")
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
