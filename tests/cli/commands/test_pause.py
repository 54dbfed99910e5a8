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
        (("i dag",), ("2026-11-23", None)),
        (("i morgen", "fredag"), ("2026-11-24", "2026-11-27")),
        (("20/12", "2/1"), ("2026-12-20", "2027-01-02")),
        (("2026-10-12", "2026-10-16"), ("2026-10-12", "2026-10-16")),
        (("16/11", "18/11"), ("2026-11-16", "2026-11-18")),
        (("i går", "i går"), ("2026-11-22", "2026-11-22")),
        (("i", "dag"), ("2026-11-23", None)),
        (("i", "går", "i", "dag"), ("2026-11-22", "2026-11-23")),
        (("20", "december", "2", "januar"), ("2026-12-20", "2027-01-02")),
        (("fra", "20.", "december", "til", "2.", "januar"), ("2026-12-20", "2027-01-02")),
        (("20/12", "-", "2/1"), ("2026-12-20", "2027-01-02")),
        (("tomorrow", "until", "next", "friday"), ("2026-11-24", "2026-11-27")),
        (("mandag", "onsdag"), ("2026-11-23", "2026-11-25")),
        (("om 3 dage",), ("2026-11-26", None)),
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


def test_resume_makes_today_count_again_and_leaves_the_days_before(mikro):
    mikro("pause", "16/11")
    assert mikro("resume").out == "Welcome back. Today counts again.\n"
    assert pauses(mikro) == [("2026-11-16", "2026-11-22")]
    assert mikro("resume").out == "There is no pause today.\n"
    assert json.loads(mikro("resume", "--json").out) == {"schema": 1, "ended": 0}


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
    mikro("pause", "24/12", "24/12")
    mikro("pause", "i dag")
    assert mikro("pause", "--list").out.splitlines() == [
        "from Monday 23 November 2026 until “mikro resume”",
        "Thursday 24 December 2026",
    ]


@pytest.mark.parametrize(
    "words", [("engang",), ("i dag", "engang"), ("1/2", "3/4", "5/6"), ("fra",), ("til",)]
)
def test_words_that_are_no_days_are_refused_with_forms_that_work(mikro, words):
    answer = mikro("pause", *words)
    assert (answer.code, answer.out) == (1, "")
    assert "20/12" in answer.err
    assert pauses(mikro) == []
