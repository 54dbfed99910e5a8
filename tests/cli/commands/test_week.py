"""``mikro week``: every form, every way out, and what it says before words leave the screen."""

from __future__ import annotations

import json
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FRIDAY = "2026-11-27T14:00:00+01:00"
THURSDAY = "2026-11-26T14:00:00+01:00"
NEXT_MONDAY = "2026-11-30T09:00:00+01:00"
NEXT_FRIDAY = "2026-12-04T14:00:00+01:00"


@pytest.fixture
def week(run: Any) -> Any:
    """A week with three entries, one with a note, seen on its Friday."""
    for day, words in (
        ("23", ["ask", "hvad fylder hos dig", "--went", "easy"]),
        ("24", ["doubt"]),
        ("25", ["feedback"]),
    ):
        run("log", *words, now=f"2026-11-{day}T10:00:00+01:00")
    return lambda *args, now=FRIDAY, **more: run("week", *args, now=now, **more)


@pytest.mark.parametrize(
    ("ending", "beginning"),
    [(".html", "<!DOCTYPE html>"), (".svg", "<svg "), (".md", "## "), (".json", "{"), (".txt", "Week 48")],
)
def test_the_ending_of_the_file_says_the_form(week: Any, tmp_path: Path, ending: str, beginning: str) -> None:
    file = tmp_path / f"uge{ending}"
    done = week("-o", file)
    assert done.returncode == 0
    assert done.stdout == ""
    assert file.read_text(encoding="utf-8").startswith(beginning)


def test_a_hyphen_is_standard_output(week: Any, tmp_path: Path) -> None:
    done = week("--format", "markdown", "-o", "-")
    assert done.stdout.startswith("## Week 48")
    assert done.stderr == ""


def test_a_form_and_an_ending_that_disagree_are_refused(week: Any, tmp_path: Path) -> None:
    file = tmp_path / "uge.txt"
    assert week("--format", "html", "-o", file).returncode == 1
    assert not file.exists()


@pytest.mark.parametrize("name", ["uge.pdf", "uge.docx", "uge", "uge.48"])
def test_an_ending_that_is_not_written_is_refused_with_those_that_are(
    week: Any, tmp_path: Path, name: str
) -> None:
    done = week("-o", tmp_path / name)
    assert done.returncode == 1
    assert ".md, .markdown, .html" in done.stderr
    assert not (tmp_path / name).exists()


def test_a_file_without_an_ending_takes_the_form_that_is_named(week: Any, tmp_path: Path) -> None:
    assert week("--format", "markdown", "-o", tmp_path / "uge").returncode == 0
    assert (tmp_path / "uge").read_text(encoding="utf-8").startswith("## Week 48")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission bits")
def test_a_file_is_for_the_user_alone(week: Any, tmp_path: Path) -> None:
    file = tmp_path / "uge.html"
    week("-o", file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_written_is_said_before_and_the_way_without_is_offered(week: Any, tmp_path: Path) -> None:
    done = week("-o", tmp_path / "uge.html")
    assert "It holds your own words: 1 note. Without them: --no-notes" in done.stderr
    bare = week("-o", tmp_path / "bare.html", "--no-notes")
    assert "It holds counts only, and none of your own words." in bare.stderr
    assert "hvad fylder" not in (tmp_path / "bare.html").read_text(encoding="utf-8")


def test_answers_and_plan_are_named_too(week: Any, tmp_path: Path) -> None:
    week("--answer", "learned=at spørge først", "--answer", "plan=When we meet, then I ask")
    done = week("-o", tmp_path / "a.md")
    assert "1 note and 2 answers from your reflection." in done.stderr
    done = week("-o", tmp_path / "b.md", now=NEXT_FRIDAY)
    assert "It holds your own words: your plan. Without them: --no-notes" in done.stderr


def test_a_file_that_cannot_be_written_is_left_as_it_was(week: Any, tmp_path: Path) -> None:
    folder = tmp_path / "uge.html"
    folder.mkdir()
    done = week("-o", folder)
    assert done.returncode == 1
    assert str(folder) in done.stderr
    assert [path.name for path in tmp_path.iterdir() if "uge" in path.name] == ["uge.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a browser is a shell script")
def test_open_hands_a_private_page_to_the_browser(week: Any, tmp_path: Path, home: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/opened"\n', encoding="utf-8")
    browser.chmod(0o700)
    done = week("--open", env={"BROWSER": f"{browser} %s"})
    assert done.returncode == 0, done.stderr
    assert "It holds your own words" in done.stderr
    address = (tmp_path / "opened").read_text(encoding="utf-8")
    assert address == (home / "cache" / "week-2026-W48.html").as_uri()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a browser")
def test_without_a_browser_the_page_is_named(week: Any, process: Any, home: Path) -> None:
    done = process("week", "--open", now=FRIDAY, env={"BROWSER": "", "PATH": ""})
    assert done.returncode == 1
    assert str(home / "cache" / "week-2026-W48.html") in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--json", "--format", "svg"], "two-forms"), (["--open", "--json"], "not-for-browser")],
)
def test_two_forms_at_once_are_refused(week: Any, arguments: list[str], code: str) -> None:
    done = week(*arguments)
    assert done.returncode == 1
    assert json.loads(done.stderr)["error"]["code"] == code


def test_json_on_the_screen_is_that_of_the_file(week: Any, tmp_path: Path) -> None:
    week("-o", tmp_path / "w.json")
    assert json.loads(week("--json").stdout) == json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))
    assert json.loads(week("--format", "json").stdout)["done_days"] == 3


def test_the_plan_is_shown_the_week_after_and_asked_about_in_one_line(week: Any) -> None:
    week("--answer", "plan=When the meeting ends, then I ask one thing")
    assert "Did you use it?" not in week(now=NEXT_MONDAY).stdout
    friday = week(now=NEXT_FRIDAY).stdout
    assert "The week's plan   When the meeting ends, then I ask one thing" in friday
    assert "Did you use it?" in friday


@pytest.mark.parametrize(
    ("used", "sentence"),
    [
        ("yes", "I ask one thing (used)"),
        ("partly", "I ask one thing (used in part)"),
        ("no", "I ask one thing\n"),
    ],
)
def test_the_answer_about_the_plan_is_kept_and_can_be_taken_back(
    week: Any, run: Any, used: str, sentence: str
) -> None:
    week("--answer", "plan=When the meeting ends, then I ask one thing")
    told = week("--plan-used", used, now=NEXT_FRIDAY)
    assert sentence in told.stdout
    assert "Did you use it?" not in told.stdout
    document = json.loads(week("--json", now=NEXT_FRIDAY).stdout)
    assert document["plan_used"] == used
    assert document["reflection"] is None
    assert run("undo", now=NEXT_FRIDAY).returncode == 0
    assert json.loads(week("--json", now=NEXT_FRIDAY).stdout)["plan_used"] is None


@pytest.mark.parametrize(("typed", "kept"), [("ja", "yes"), ("noget", "partly"), ("Nej", "no")])
def test_whether_the_plan_was_used_is_understood_in_danish_and_can_be_removed(
    week: Any, typed: str, kept: str
) -> None:
    week("--answer", "plan=When the meeting ends, then I ask one thing")
    week("--plan-used", typed, now=NEXT_FRIDAY)
    assert json.loads(week("--json", now=NEXT_FRIDAY).stdout)["plan_used"] == kept
    assert "Removed: whether you used the plan." in week("--plan-used", "", now=NEXT_FRIDAY).stdout
    assert json.loads(week("--json", now=NEXT_FRIDAY).stdout)["plan_used"] is None


@pytest.mark.parametrize("key", ["remember", "learned", "hard", "friction", "plan"])
def test_every_answer_can_be_taken_away_again_and_that_is_said(week: Any, key: str) -> None:
    week("--answer", f"{key}=secret")
    done = week("--answer", f"{key}=")
    assert "Removed: " in done.stdout
    assert json.loads(week("--json").stdout)["reflection"] is None
    assert "secret" not in week().stdout
    assert "There was no answer to remove" in week("--answer", f"{key}=").stdout


def test_danish_keys_are_understood(week: Any) -> None:
    week("--answer", "husk=a", "--answer", "lært=b", "--answer", "svaert=c", "--answer", "bøvl=d")
    kept = json.loads(week("--json").stdout)["reflection"]
    assert kept == {"remember": "a", "learned": "b", "hard": "c", "friction": "d"}


def test_personal_details_in_an_answer_are_masked_and_told_and_can_be_kept(week: Any) -> None:
    done = week("--answer", "learned=Ring på 20 12 34 56")
    assert "1 personal detail was masked" in done.stdout
    assert "20 12 34 56" not in week().stdout
    week("--answer", "learned=Ring på 20 12 34 56", "--keep-personal")
    assert json.loads(week("--json").stdout)["reflection"]["learned"] == "Ring på 20 12 34 56"


@pytest.fixture
def answered(week: Any) -> Any:
    """The same week, with a number, a note and three answers."""
    week("--answer", "learned=At spørge først", "--answer", "remember=Hemmelig", "--answer", "plan=Når, så")
    return week


def test_only_the_answers_that_are_named_are_shared(answered: Any) -> None:
    done = answered("--share", "plan,lært")
    assert done.stdout == (
        "# Week 48\n\n## What I learned\n\nAt spørge først\n\n## What I will try next week\n\nNår, så\n"
    )
    assert done.stderr == ""


@pytest.mark.parametrize("ending", [".md", ".html", ".txt", ".json"])
def test_what_is_shared_holds_no_numbers_notes_or_makers(answered: Any, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"uge{ending}"
    done = answered("--share", "learned", "-o", file)
    shared = file.read_text(encoding="utf-8")
    assert "Only this answer: no numbers, no notes, no name." in done.stderr
    assert "At spørge først" in shared
    for word in ("Hemmelig", "hvad fylder", "mikro", "3 days", "November"):
        assert word not in shared


def test_what_was_not_answered_is_named_and_left_out(answered: Any) -> None:
    done = answered("--share", "learned,friction")
    assert "There is no answer to “In the way” in week 48." in done.stderr
    assert "got in the way" not in done.stdout


def test_with_none_of_them_answered_there_is_no_file(answered: Any, tmp_path: Path) -> None:
    file = tmp_path / "uge.md"
    assert answered("--share", "hard", "-o", file).returncode == 1
    assert not file.exists()


def test_answers_are_not_shared_as_a_picture(answered: Any) -> None:
    assert answered("--share", "learned", "--format", "svg").returncode == 1


def test_last_week_is_offered_until_it_was_looked_back_on(week: Any) -> None:
    assert "mikro week last --reflect" in week("last", now=NEXT_MONDAY).stdout
    week("last", "--answer", "learned=noget", now=NEXT_MONDAY)
    assert "Five minutes" not in week("last", now=NEXT_MONDAY).stdout


def test_json_tells_loops_and_rules(week: Any) -> None:
    document = json.loads(week("--json").stdout)
    assert (document["loops_closed"], document["rules"]) == (0, [])


def test_nothing_is_told_about_a_plan_that_was_never_made(week: Any) -> None:
    done = week("--plan-used", "yes")
    assert done.returncode == 1
    assert "That week had no plan" in done.stderr


def test_the_weeks_before_stand_in_one_quiet_line(week: Any, run: Any) -> None:
    assert "The weeks before" not in week("--all").stdout
    assert "The weeks before   week 48: 3 days\n" in week("--all", now=NEXT_FRIDAY).stdout


def test_the_invitation_comes_on_the_last_working_day(week: Any, run: Any) -> None:
    assert "mikro week --reflect" not in week(now=THURSDAY).stdout
    assert "mikro week --reflect" in week().stdout
    run("config", "set", "closed_days", "2026-11-27", now=THURSDAY)
    assert "mikro week --reflect" in week(now=THURSDAY).stdout
    week("--answer", "learned=noget", now=THURSDAY)
    assert "Five minutes" not in week(now=THURSDAY).stdout
    assert "Read or change your answers: mikro week --reflect" in week(now=THURSDAY).stdout


def test_reflecting_without_a_terminal_says_how_and_waits_for_nothing(week: Any) -> None:
    done = week("--reflect")
    assert done.returncode == 0
    assert "--answer remember=" in done.stdout


def test_what_was_tried_is_told_from_five_proposals_of_a_kind(run: Any) -> None:
    from datetime import date, timedelta

    for number in range(12):
        day = date(2026, 9, 7) + timedelta(weeks=number)
        run("log", "--went", "easy", now=f"{day}T10:00:00+01:00")
    worked = json.loads(run("week", "--json", now=FRIDAY).stdout)["worked"]
    assert worked["entries"] == 12
    assert worked["variations"] == []
    assert all(row["proposed"] >= 5 for row in (*worked["settings"], *worked["cues"]))
    assert "What you have tried" in run("week", "--all", now=FRIDAY).stdout
    assert "What you have tried" not in run("week", now=FRIDAY).stdout


@pytest.mark.parametrize(
    "words", [("uge", "47"), ("uge 47",), ("sidste", "uge"), ("last", "week"), ("forrige",)]
)
def test_a_week_may_be_several_words(run: Any, words: tuple[str, ...]) -> None:
    assert json.loads(run("week", *words, "--json").stdout)["week"] == "2026-W47"


def test_what_is_refused_has_kept_no_answer_either(run: Any) -> None:
    assert run("week", "--answer", "learned=noget", "--plan-used", "yes").returncode == 1
    assert json.loads(run("week", "--json").stdout)["reflection"] is None


def test_a_goal_that_is_raised_takes_no_met_week_away(mikro):
    for day in ("2026-11-16", "2026-11-17", "2026-11-18"):
        mikro("log", "ask", "--at", day)
    mikro("config", "set", "goal", "5")
    last = json.loads(mikro("week", "last", "--json").out)
    assert (last["goal"], last["met"], last["streak_weeks"]) == (3, True, 1)
    now = json.loads(mikro("week", "--json").out)
    assert (now["goal"], now["met"], now["streak_weeks"], now["best_weeks"]) == (5, False, 1, 1)


def test_a_workday_that_is_added_by_hand_asks_nothing_of_the_weeks_before(mikro, home):
    mikro("log", "ask")
    (home / "config.toml").write_text('workdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]\n')
    assert json.loads(mikro("week", "--json").out)["available_days"] == 7
    assert json.loads(mikro("week", "last", "--json").out)["available_days"] == 5


def test_a_pause_that_is_entered_afterwards_takes_no_met_week_away(mikro):
    for day in ("2026-11-16", "2026-11-17", "2026-11-18"):
        mikro("log", "ask", "--at", day)
    mikro("pause", "16/11", "20/11")
    after = json.loads(mikro("week", "last", "--json").out)
    assert (after["met"], after["streak_weeks"], after["done_days"]) == (True, 1, 3)
    assert after["actions"][0]["strength"] > 0


def test_a_plan_made_before_the_holidays_is_there_on_the_first_day_back(mikro):
    friday = "2026-12-18T15:00:00+01:00"
    mikro("week", "--answer", "plan=When I am back, I ask", now=friday)
    mikro("pause", "21/12", "3/1", now=friday)
    back = json.loads(mikro("today", "--json", now="2027-01-04T08:00:00+01:00").out)
    assert back["plan"] == "When I am back, I ask"


def test_a_nurse_on_duty_on_christmas_day_is_met_like_on_any_other(mikro):
    mikro("config", "set", "workdays", "mon-sun")
    mikro("config", "set", "public_holidays", "work")
    christmas = "2026-12-25T15:00:00+01:00"
    today = json.loads(mikro("today", "--json", now=christmas).out)
    assert today["working_day"]
    assert today["nudge"] is not None
    assert mikro("log", now=christmas).code == 0


def test_a_bare_number_after_new_year_is_the_week_that_has_begun(mikro):
    mikro("log", "ask", "before Christmas", now="2026-12-23T10:00:00+01:00")
    january = "2027-01-04T09:00:00+01:00"
    found = json.loads(mikro("week", "52", "--json", now=january).out)
    assert (found["week"], found["done_days"]) == ("2026-W52", 1)
    assert mikro("week", "52", "--answer", "learned=x", now=january).code == 0
    assert json.loads(mikro("week", "2026-W52", "--json", now=january).out)["reflection"]["learned"] == "x"
    assert json.loads(mikro("week", "53", "--json", now=january).out)["week"] == "2026-W53"
    assert (
        json.loads(mikro("week", "52", "--json", now="2025-12-30T09:00:00+01:00").out)["week"] == "2025-W52"
    )


def test_a_week_that_has_not_begun_takes_no_answers(mikro):
    answer = mikro("week", "next", "--answer", "learned=x", "--json")
    assert (answer.code, json.loads(answer.err)["error"]["code"]) == (1, "week-to-come")
    assert json.loads(mikro("week", "next", "--json").out)["reflection"] is None
