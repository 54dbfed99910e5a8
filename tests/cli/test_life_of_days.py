"""Cases that public reports of other trackers tell of: days, weeks and pauses as people meet them."""

from __future__ import annotations

import json

import pytest

MONDAY = "2026-11-23T08:00:00+01:00"
TUESDAY = "2026-11-24T08:00:00+01:00"
WEDNESDAY = "2026-11-25T10:00:00+01:00"
FRIDAY = "2026-11-27T10:00:00+01:00"


def entry_at(mikro, at, now):
    found = mikro("log", "ask", "--at", at, "--json", now=now)
    assert found.code == 0, found.err
    return json.loads(found.out)["entry"]


def week_of(mikro, now):
    return json.loads(mikro("week", "--json", now=now).out)


@pytest.mark.parametrize(
    ("at", "now", "day"),
    [
        ("May 16", MONDAY, "2026-05-16"),
        ("mon", WEDNESDAY, "2026-11-23"),
        ("monday", WEDNESDAY, "2026-11-23"),
        ("tir", WEDNESDAY, "2026-11-24"),
        ("fre", WEDNESDAY, "2026-11-20"),
        ("mandag", TUESDAY, "2026-11-23"),
        ("20/11-2026", MONDAY, "2026-11-20"),
        ("i fredags 14", MONDAY, "2026-11-20"),
    ],
)
def test_a_day_in_words_is_the_latest_such_day(mikro, at, now, day):
    assert entry_at(mikro, at, now)["day"] == day


def test_midnight_and_noon_are_not_exchanged(mikro):
    assert entry_at(mikro, "12am", TUESDAY)["at"] == "2026-11-24T00:00:00+01:00"
    assert entry_at(mikro, "24/11 12:15 am", TUESDAY)["at"] == "2026-11-24T00:15:00+01:00"
    assert mikro("log", "ask", "--at", "12pm", now=TUESDAY).code == 1


@pytest.mark.parametrize(
    "at", ["31/12", "1/12", "24/11", "26/06/2027", "next monday", "lørdag d. 20/11", "1-5/12", "uge 47"]
)
def test_what_is_ahead_or_contradicts_itself_is_refused_and_nothing_is_stored(mikro, at):
    assert mikro("log", "ask", "--at", at, now=MONDAY).code == 1
    assert json.loads(mikro("history", "--json", now=MONDAY).out)["entries"] == []


@pytest.mark.parametrize("at", ["24/11", "next monday"])
def test_an_edit_puts_nothing_into_the_future(mikro, at):
    before = entry_at(mikro, "i fredags", MONDAY)
    assert mikro("edit", "1", "--at", at, now=MONDAY).code == 1
    assert json.loads(mikro("history", "--json", now=MONDAY).out)["entries"] == [before]


@pytest.mark.parametrize(
    ("words", "now", "day"), [("søndag", FRIDAY, "2026-11-29"), ("mandag", TUESDAY, "2026-11-30")]
)
def test_a_weekday_of_a_pause_lies_ahead(mikro, words, now, day):
    mikro("pause", words, now=now)
    (pause,) = json.loads(mikro("pause", "--list", "--json", now=now).out)["pauses"]
    assert (pause["from"], pause["to"]) == (day, day)


def test_an_entry_ahead_of_the_clock_stops_no_command_and_can_be_changed(mikro):
    mikro("log", "ask", now="2031-01-01T08:00:00+01:00")
    for command in (
        (),
        ("week",),
        ("history",),
        ("edit", "1", "--note", "x"),
        ("undo", "--older"),
        ("undo", "--older"),
    ):
        assert mikro(*command, now=MONDAY).code == 0, command
    assert json.loads(mikro("history", "--json", now=MONDAY).out)["entries"] == []


def test_travel_moves_no_entry_to_another_day(mikro):
    mikro("log", "ask", now="2026-11-20T19:30:00-05:00")
    mikro("edit", "1", "--note", "x", now=MONDAY)
    (entry,) = json.loads(mikro("history", "--json", now=MONDAY).out)["entries"]
    assert (entry["day"], entry["at"]) == ("2026-11-20", "2026-11-20T19:30:00-05:00")


@pytest.mark.parametrize(
    ("now", "week"), [("2026-11-29T23:59:59+01:00", "2026-W48"), ("2026-11-30T00:00:00+01:00", "2026-W49")]
)
def test_a_week_ends_with_the_last_second_of_sunday(mikro, now, week):
    assert week_of(mikro, now)["week"] == week


def test_a_streak_stands_while_its_week_is_open_and_comes_back_with_what_is_entered_later(mikro):
    for day in (9, 10, 11, 16, 17, 18):
        entry_at(mikro, f"2026-11-{day:02}", "2026-11-20T10:00:00+01:00")
    for now in (MONDAY, "2026-11-29T23:59:59+01:00"):
        assert week_of(mikro, now)["streak_weeks"] == 2
    monday = "2026-11-30T00:01:00+01:00"
    assert week_of(mikro, monday)["streak_weeks"] == 0
    for day in (24, 26, 28):
        entry_at(mikro, f"2026-11-{day}", monday)
    assert week_of(mikro, monday)["streak_weeks"] == 3
    mikro("undo", now=monday)
    assert week_of(mikro, monday)["streak_weeks"] == 0


def test_after_a_pause_the_plan_made_before_it_holds(mikro):
    friday = "2026-12-18T14:00:00+01:00"
    mikro("week", "--answer", "plan=When I am back, I ask", now=friday)
    mikro("pause", "21/12", "3/1", now=friday)
    assert json.loads(mikro("--json", now="2027-01-04T08:00:00+01:00").out)["plan"] == "When I am back, I ask"
