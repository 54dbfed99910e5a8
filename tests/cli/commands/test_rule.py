"""``mikro rule``."""

from __future__ import annotations

import json

import pytest


def listed(mikro, **more):
    return json.loads(mikro("rule", "list", "--json", **more).out)["rules"]


def test_one_line_is_enough(mikro):
    answer = mikro("rule", "add", "Ugeskemaet skrives to steder")
    assert (answer.code, answer.err) == (0, "")
    (rule,) = listed(mikro)
    del rule["id"]
    assert rule == {
        "number": 1, "title": "Ugeskemaet skrives to steder", "kind": "rule", "detail": None, "origin": "unknown",
        "gets_in_the_way": None, "protects": None, "ask": None, "until": None, "door": None, "minutes": None,
        "times": None, "per": None, "people": None, "hours_a_year": None, "status": "noticed",
        "noticed": "2026-11-23", "raised": None, "answer_due": None, "answered": None, "answer": None,
        "waiting_days": None, "thanked": False, "minutes_after": None, "review_on": None, "masked": 0,
    }  # fmt: skip


def test_all_can_be_told_at_once_in_the_words_of_either_screen(mikro):
    danish = mikro(
        "regel", "tilføj", "To underskrifter", "--kind", "arbejdsgang", "--origin", "byraadet", "--ask", "prøve uden",
        "--detail", "mere end loven siger", "--protects", "at kørsel er godkendt", "--times", "3/uge", "--minutes",
        "5-10", "--people", "12", "--door", "økonomichefen", "--until", "tre måneder", "--in-the-way", "vi venter",
        "--json", lang="da",
    )  # fmt: skip
    rule = json.loads(danish.out)["rule"]
    told = {key: rule[key] for key in ("kind", "origin", "ask", "detail", "per", "times", "hours_a_year")}
    assert told == {
        "kind": "workflow", "origin": "council", "ask": "try-without", "detail": "beyond-law", "per": "week",
        "times": 3, "hours_a_year": [132.0, 264.0],
    }  # fmt: skip


@pytest.mark.parametrize("wanted", [("--ask", "remove"), ("--ask", "væk")])
def test_nothing_is_wished_away_before_it_is_said_what_it_protects(mikro, wanted):
    refused = mikro("rule", "add", "Skemaet", *wanted)
    assert refused.code == 1
    assert "--protects" in refused.err
    assert listed(mikro) == []
    assert mikro("rule", "add", "Skemaet", *wanted, "--protects", "overblik").code == 0


def test_a_door_is_a_role_and_never_a_name(mikro):
    refused = mikro("rule", "add", "Skemaet", "--door", "Mette fra økonomi")
    assert refused.code == 1
    assert "Mette" in refused.err
    assert listed(mikro) == []


def test_personal_details_are_masked_in_every_field_and_told(mikro):
    answer = mikro(
        "rule", "add", "Ring til 23 45 67 89", "--protects", "skriv til a@b.dk", "--in-the-way", "010203-1234"
    )
    assert "3 personal details were masked" in answer.out
    (rule,) = listed(mikro)
    assert (rule["title"], rule["protects"], rule["gets_in_the_way"], rule["masked"]) == (
        "Ring til [tlf.]", "skriv til [e-mail]", "[CPR]", 3,
    )  # fmt: skip
    assert mikro("rule", "edit", "1", "--protects", "a@b.dk", "--keep-personal").code == 0
    assert listed(mikro)[0]["protects"] == "a@b.dk"


@pytest.mark.parametrize(
    ("raised", "waited"),
    [("2026-11-20", (0, 1, 5)), ("2026-11-21", (0, 1, 5)), ("2026-11-22", (0, 1, 5))],
)
def test_working_days_without_an_answer_count_from_the_day_after(mikro, raised, waited):
    mikro("rule", "add", "Skemaet", now=f"{raised}T09:00:00+01:00")
    mikro("rule", "raise", "1", now=f"{raised}T09:00:00+01:00")
    days = [listed(mikro, now=f"2026-11-{day}T09:00:00+01:00")[0]["waiting_days"] for day in (22, 23, 27)]
    assert tuple(days) == waited


@pytest.mark.parametrize(
    ("raised", "seen", "waited"), [("2026-12-23", "2027-01-04", 4), ("2027-03-24", "2027-03-30", 1)]
)
def test_those_who_should_answer_have_holidays_too(mikro, raised, seen, waited):
    mikro("config", "set", "workdays", "sat,sun")
    mikro("rule", "add", "Skemaet", now=f"{raised}T09:00:00+01:00")
    mikro("rule", "raise", "1", now=f"{raised}T09:00:00+01:00")
    assert listed(mikro, now=f"{seen}T09:00:00+02:00")[0]["waiting_days"] == waited


def test_an_answer_stops_the_clock_and_a_new_question_starts_it_again(mikro):
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1", "--to", "afdelingslederen", "--due", "1/12")
    raised = listed(mikro, now="2026-11-25T09:00:00+01:00")[0]
    assert (raised["door"], raised["answer_due"], raised["waiting_days"]) == (
        "afdelingslederen",
        "2026-12-01",
        2,
    )
    mikro("rule", "answer", "1", "Det må direktionen se på", "--passed-on", now="2026-11-26T09:00:00+01:00")
    passed = listed(mikro, now="2026-11-27T09:00:00+01:00")[0]
    assert (passed["status"], passed["answered"], passed["waiting_days"]) == ("passed-on", "2026-11-26", None)
    mikro("rule", "raise", "1", "--to", "direktionen", now="2026-11-27T09:00:00+01:00")
    again = listed(mikro, now="2026-11-30T09:00:00+01:00")[0]
    assert (again["status"], again["waiting_days"], again["answered"]) == ("raised", 1, None)


def test_a_trial_has_an_end_and_what_is_kept_a_day_to_look_again(mikro):
    for _ in range(3):
        mikro("rule", "add", "Skemaet")
    mikro("rule", "answer", "1", "Vi prøver", "--trying", "--review", "1/3")
    mikro("rule", "answer", "2", "Vi prøver", "--trying")
    mikro("rule", "close", "3", "--kept")
    ends = {rule["number"]: rule["review_on"] for rule in listed(mikro)}
    assert ends == {1: "2027-03-01", 2: "2027-02-23", 3: "2027-11-23"}


def test_whether_it_helped_is_told_in_minutes(mikro):
    mikro("rule", "add", "Skemaet", "--minutes", "5-10", "--times", "3/week", "--people", "12")
    assert mikro("rule", "close", "1").code == 1
    answer = mikro("rule", "close", "1", "--changed", "--minutes-after", "0-2")
    assert "79–264 hours a year" in answer.out
    assert listed(mikro)[0]["minutes_after"] == [0, 2]


def test_each_step_is_one_change_that_can_be_taken_back_and_done_again(mikro):
    mikro("rule", "add", "Skemaet")
    mikro("rule", "raise", "1")
    mikro("rule", "answer", "1", "Ja", "--changed")
    whole = listed(mikro)
    for status in ("raised", "noticed"):
        assert mikro("undo").code == 0
        assert listed(mikro)[0]["status"] == status
    mikro("undo")
    assert listed(mikro) == []
    for _ in range(3):
        mikro("redo")
    assert listed(mikro) == whole
