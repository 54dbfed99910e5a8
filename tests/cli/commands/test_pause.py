"""``mikro pause`` and ``resume``."""

from __future__ import annotations

import json

import pytest


def pauses(mikro):
    return [
        (item["from"], item["to"]) for item in json.loads(mikro("pause", "--list", "--json").out)["pauses"]
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("i dag",), ("2026-11-23", "2026-11-23")),
        (("i dag", "--open"), ("2026-11-23", None)),
        (("--open", "i", "dag"), ("2026-11-23", None)),
        (("1-5/12",), ("2026-12-01", "2026-12-05")),
        (("uge", "29-31"), ("2027-07-19", "2027-08-08")),
        (("next", "week"), ("2026-11-30", "2026-12-06")),
        (("5", "uger"), ("2026-11-23", "2026-12-27")),
        (("i morgen", "fredag"), ("2026-11-24", "2026-11-27")),
        (("20/12", "2/1"), ("2026-12-20", "2027-01-02")),
        (("2026-10-12", "2026-10-16"), ("2026-10-12", "2026-10-16")),
        (("16/11", "18/11"), ("2026-11-16", "2026-11-18")),
        (("i går", "i går"), ("2026-11-22", "2026-11-22")),
        (("i", "dag"), ("2026-11-23", "2026-11-23")),
        (("i", "går", "i", "dag"), ("2026-11-22", "2026-11-23")),
        (("20", "december", "2", "januar"), ("2026-12-20", "2027-01-02")),
        (("fra", "20.", "december", "til", "2.", "januar"), ("2026-12-20", "2027-01-02")),
        (("20/12", "-", "2/1"), ("2026-12-20", "2027-01-02")),
        (("tomorrow", "until", "next", "friday"), ("2026-11-24", "2026-11-27")),
        (("mandag", "onsdag"), ("2026-11-23", "2026-11-25")),
        (("om 3 dage",), ("2026-11-26", "2026-11-26")),
    ],
)
def test_a_pause_lies_ahead_or_in_the_past(mikro, words, expected):
    assert mikro("pause", *words).code == 0
    assert pauses(mikro) == [expected]


def test_a_pause_in_the_past_makes_that_week_a_bridge(mikro):
    def streak():
        return json.loads(mikro("week", "--json").out)["streak_weeks"]

    for day in ("9/11", "10/11", "11/11"):
        mikro("log", "ask", "--at", day)
    assert streak() == 0
    mikro("pause", "16/11", "20/11")
    assert streak() == 1


def test_what_was_done_in_a_week_is_never_taken_away_by_a_pause_over_it(mikro):
    def week():
        found = json.loads(mikro("week", "last", "--json").out)
        return found["streak_weeks"], found["met"]

    for day in ("9/11", "10/11", "11/11", "16/11", "17/11", "18/11"):
        mikro("log", "ask", "--at", day)
    assert week() == (2, True)
    mikro("pause", "9/11", "13/11")
    assert week() == (2, True)
    mikro("pause", "16/11", "20/11")
    assert week() == (2, True)


def test_resume_makes_today_count_again_and_leaves_the_days_before(mikro):
    mikro("pause", "16/11", "--open")
    assert mikro("resume").out == "✓ Welcome back. The days count again from today, Monday 23 November.\n"
    assert pauses(mikro) == [("2026-11-16", "2026-11-22")]
    assert mikro("resume").out == "You are not on a pause.\n"
    assert json.loads(mikro("resume", "--json").out) == {"schema": 1, "ended": 0}


def test_a_forgotten_pause_ends_on_the_day_that_work_began_again(mikro):
    mikro("pause", "12/1", "--open", now="2027-01-12T08:00:00+01:00")
    for day in (22, 23, 24):
        said = mikro("log", "ask", now=f"2027-02-{day}T08:00:00+01:00").out
        assert "You have been down as off since 12 January. At work again? mikro resume 22/2" in said
    now = "2027-03-02T08:00:00+01:00"
    assert "mikro resume" not in mikro("log", "ask", "--at", "4/1", now=now).out  # before the pause
    answer = mikro("resume", "22/2", now=now)
    assert answer.out == "✓ The pause ended on Sunday 21 February. Your 3 days since then count.\n"
    week = json.loads(mikro("week", "2027-W08", "--json", now=now).out)
    assert (week["available_days"], week["met"]) == (5, True)
    assert "mikro resume" not in mikro("log", "ask", now=now).out
    mikro("undo", now=now)
    mikro("undo", now=now)
    assert pauses(mikro) == [("2027-01-12", None)]
    mikro("redo", now=now)
    assert pauses(mikro) == [("2027-01-12", "2027-02-21")]


def test_a_pause_ends_by_itself_where_it_has_a_last_day_and_earlier_where_one_is_back(mikro):
    mikro("pause", "23/11", "4/12")
    said = mikro("log", "ask").out
    assert "You are down as off until 4 December. At work again? mikro resume 23/11" in said
    said = mikro("resume", "tomorrow").out
    assert said == "✓ The pause ends on Monday 23 November. The days count again from Tuesday 24\nNovember.\n"
    assert "is taken away" in mikro("resume", "23/11").out
    assert pauses(mikro) == []


@pytest.mark.parametrize(
    ("day", "code"),
    [("15/11", "resume-too-early"), ("1/1-2027", "resume-too-late"), ("banana", "when-unknown")],
)
def test_a_return_that_does_not_fit_the_pause_is_refused(mikro, day, code):
    mikro("pause", "16/11", "30/11")
    answer = mikro("resume", day, "--json")
    assert (answer.code, json.loads(answer.err)["error"]["code"]) == (1, code)
    assert pauses(mikro) == [("2026-11-16", "2026-11-30")]


def test_without_a_pause_the_next_one_is_named(mikro):
    mikro("pause", "1/10", "2/10-2026")
    mikro("pause", "23/12", "3/1")
    assert mikro("resume").out == (
        "You are not on a pause. The next begins on Wednesday 23 December; to take it\n"
        "away: mikro pause --delete 2\n"
    )


def test_pauses_that_overlap_become_one_and_undo_parts_them_again(mikro):
    mikro("pause", "23/12", "3/1")
    mikro("pause", "4/1", "6/1")
    assert "The two pauses have become one." in " ".join(mikro("pause", "20/12", "24/12").out.split())
    assert pauses(mikro) == [("2026-12-20", "2027-01-03"), ("2027-01-04", "2027-01-06")]
    assert "The pauses have become one." in " ".join(mikro("pause", "2/1", "5/1").out.split())
    assert pauses(mikro) == [("2026-12-20", "2027-01-06")]
    assert mikro("undo").out.startswith("Taken back: your pauses are as they were before.\n")
    assert pauses(mikro) == [("2026-12-20", "2027-01-03"), ("2027-01-04", "2027-01-06")]
    mikro("redo")
    assert pauses(mikro) == [("2026-12-20", "2027-01-06")]
    mikro("undo")
    mikro("undo")
    assert pauses(mikro) == [("2026-12-23", "2027-01-03"), ("2027-01-04", "2027-01-06")]


def test_days_that_are_off_already_change_nothing(mikro):
    mikro("pause", "23/12", "3/1")
    for words in (["23/12", "3/1"], ["24/12"], ["uge", "53"]):
        answer = mikro("pause", *words)
        assert answer.code == 0
        assert answer.out == ("You are already: off from Wednesday 23 December to Sunday 3 January.\n")
    assert pauses(mikro) == [("2026-12-23", "2027-01-03")]
    assert mikro("undo").out.startswith("Taken back: the pause Wednesday 23 December 2026 – ")
    assert pauses(mikro) == []


def test_one_day_that_lasts_longer_is_made_open(mikro):
    assert mikro("pause", "today").out == (
        "✓ Off today, Monday 23 November. Should it last longer:\nmikro pause today --open\n"
    )
    assert mikro("pause", "today", "--open").out == (
        "✓ Off from today until you write mikro resume.\n  None of the days counts against you.\n"
    )
    assert pauses(mikro) == [("2026-11-23", None)]


def test_a_pause_that_is_moved_is_taken_away_by_its_number(mikro):
    mikro("pause", "5/7", "25/7")
    mikro("pause", "23/12", "3/1")
    assert mikro("pause", "--delete", "2").out == (
        "✓ Taken away: off from Monday 5 July 2027 to Sunday 25 July 2027.\n  To have it again: mikro undo\n"
    )
    assert pauses(mikro) == [("2026-12-23", "2027-01-03")]
    mikro("undo")
    assert len(pauses(mikro)) == 2
    mikro("redo")
    assert pauses(mikro) == [("2026-12-23", "2027-01-03")]
    for number in ("0", "2", "-1", "x", "99999999999999999999"):
        answer = mikro("pause", f"--delete={number}", "--json")
        assert (answer.code, json.loads(answer.err)["error"]["code"]) == (1, "pause-unknown")


@pytest.mark.parametrize(
    ("words", "code"),
    [(["1-5/12", "--open"], "pause-open-with-end"), (["today", "--delete", "1"], "pause-two-things")],
)
def test_two_wishes_at_once_are_refused(mikro, words, code):
    answer = mikro("pause", *words, "--json")
    assert (answer.code, json.loads(answer.err)["error"]["code"]) == (1, code)
    assert pauses(mikro) == []


def test_a_plan_waits_for_the_week_after_the_pause(mikro):
    friday = "2026-12-18T14:00:00+01:00"
    mikro("week", "--answer", "plan=When I am back, I ask", now=friday)
    assert "Your plan waits for week 1." in mikro("pause", "21/12", "3/1", now=friday).out
    assert "plan" not in mikro("pause", "18/12", now=friday).out


@pytest.mark.parametrize(
    "words", [("2026-12-20", "2026-12-18"), ("20/12", "18/12"), ("20.", "december", "18.", "december")]
)
def test_a_pause_that_ends_before_it_begins_is_refused(mikro, words):
    answer = mikro("pause", *words)
    assert answer.code == 1
    assert "Turn them round" in answer.err
    assert pauses(mikro) == []


def test_a_pause_without_a_beginning_is_refused_with_examples(mikro):
    answer = mikro("pause")
    assert answer.code == 1
    assert "mikro pause 20/12 2/1" in answer.err


def test_the_list_says_when_there_are_none(mikro):
    assert mikro("pause", "--list").out == "There are no pauses.\n"
    mikro("pause", "24/12")
    mikro("pause", "i dag", "--open")
    mikro("pause", "--delete", "2")
    mikro("pause", "23/12-2027", "3/1")
    mikro("pause", "uge 29-31 2026")
    assert mikro("pause", "--list").out.splitlines() == [
        " 1  week 29–31: 13 July – 2 August 2026                15 working days",
        " 2  from Monday 23 November 2026 until “mikro resume”",
        "",
        "To take one away: mikro pause --delete 2",
    ]
    document = json.loads(mikro("pause", "--list", "--json").out)
    assert [(each["number"], each["from"]) for each in document["pauses"]] == [
        (1, "2026-07-13"),
        (2, "2026-11-23"),
    ]


@pytest.mark.parametrize(
    "words", [("engang",), ("i dag", "engang"), ("1/2", "3/4", "5/6"), ("fra",), ("til",)]
)
def test_words_that_are_no_days_are_refused_with_forms_that_work(mikro, words):
    answer = mikro("pause", *words)
    assert (answer.code, answer.out) == (1, "")
    assert "20/12" in answer.err
    assert pauses(mikro) == []


def test_a_week_that_was_worked_in_a_forgotten_pause_names_it(mikro):
    mikro("pause", "i dag", "--open", now="2027-01-12T08:00:00+01:00")
    mikro("log", "ask", now="2027-02-22T10:00:00+01:00")
    friday = "2027-02-26T10:00:00+01:00"
    assert "Pause siden 12. jan. 2027" in mikro("week", now=friday, lang="da").out
    assert mikro("resume", "22/2", now=friday).code == 0
    assert "Pause" not in mikro("week", now=friday, lang="da").out


#: A year of pauses as they are typed, one after the other; each with the day on which it is typed.
TYPED = (
    ("2026-11-23", "pause --list"),
    ("2026-11-23", "resume"),
    ("2026-11-23", "pause i dag"),
    ("2026-11-23", "pause i dag"),
    ("2026-11-23", "undo"),
    ("2026-11-23", "pause fredag"),
    ("2026-11-23", "pause 20/12 2/1"),
    ("2026-11-23", "pause 1/1 10/1"),
    ("2026-11-23", "pause uge 29-31"),
    ("2026-11-23", "resume"),
    ("2026-11-23", "pause --list"),
    ("2026-12-22", "today"),
    ("2026-12-24", "today"),
    ("2026-12-26", "today"),
    ("2026-12-28", "log spørg"),
    ("2026-12-28", "resume 28/12"),
    ("2027-02-01", "pause i dag --open"),
    ("2027-02-03", "today"),
    ("2027-02-15", "log spørg"),
    ("2027-02-17", "resume 15/2"),
    ("2027-02-17", "pause --delete 1"),
    ("2027-02-17", "pause --delete 9"),
    ("2027-02-17", "pause 32/13"),
    ("2027-02-17", "pause --list"),
)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_year_of_pauses_reads_as_it_was_reviewed(mikro, lang, snapshot):
    told: list[str] = []
    for day, typed in TYPED:
        answer = mikro(*typed.split(), now=f"{day}T08:00:00+01:00", lang=lang, columns=80)
        told += [f"{day} $ mikro {typed}", (answer.out + answer.err).rstrip("\n")]
        assert max(map(len, answer.out.splitlines()), default=0) <= 80, typed
    assert "\n".join(told) == snapshot
