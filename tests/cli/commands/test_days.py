"""Days and instants: when a day begins, an offset that is given, a time that corrects an entry."""

from __future__ import annotations

import json

import pytest

NIGHT = "2026-11-28T02:10:00+01:00"


def logged(mikro, *args, now=None):
    return json.loads(mikro("log", "ask", *args, "--json", now=now).out)["entry"]


def edited(mikro, *args, now=None):
    return json.loads(mikro("edit", "1", *args, "--json", now=now).out)["entry"]


def placed(entry):
    return entry["at"], entry["day"]


def test_an_entry_before_the_day_starts_belongs_to_the_evening_before(mikro):
    assert logged(mikro, now=NIGHT)["day"] == "2026-11-28"
    mikro("config", "set", "day_starts", "04:00")
    assert placed(logged(mikro, now=NIGHT)) == (NIGHT, "2026-11-27")
    assert logged(mikro, now="2026-11-28T04:00:00+01:00")["day"] == "2026-11-28"


def test_words_mean_the_day_and_the_clock_of_the_calendar(mikro):
    mikro("config", "set", "day_starts", "04:00")
    assert placed(logged(mikro, "--at", "i går 02:10", now=NIGHT)) == (
        "2026-11-27T02:10:00+01:00",
        "2026-11-26",
    )
    assert placed(logged(mikro, "--at", "i nat", now="2026-11-28T09:00:00+01:00")) == (
        "2026-11-28T02:00:00+01:00",
        "2026-11-27",
    )
    assert logged(mikro, "--at", "i går", now=NIGHT)["day"] == "2026-11-27"
    assert logged(mikro, "--at", "i dag", now=NIGHT)["day"] == "2026-11-27"


def test_today_the_week_and_undo_know_the_same_day(mikro):
    monday = "2026-11-30T02:10:00+01:00"
    mikro("config", "set", "day_starts", "04:00")
    assert json.loads(mikro("today", "--json", now=monday).out)["day"] == "2026-11-29"
    assert json.loads(mikro("week", "--json", now=monday).out)["week"] == "2026-W48"
    logged(mikro, now="2026-11-29T23:00:00+01:00")
    assert mikro("undo", now=monday).code == 0  # of the same day: nothing is asked
    logged(mikro, now=monday)
    assert mikro("undo", now="2026-11-30T05:00:00+01:00").code == 1


@pytest.mark.parametrize("start", ["06:01", "12:00", "-1", "banana"])
def test_no_day_starts_later_than_six(mikro, start):
    assert mikro("config", "set", f"day_starts={start}").code != 0
    assert logged(mikro, now=NIGHT)["day"] == "2026-11-28"


def test_an_offset_that_is_given_is_kept_and_says_the_day(mikro):
    for at, day in (
        ("2026-07-01T00:30:00+02:00", "2026-07-01"),
        ("2026-11-20T19:30:00-05:00", "2026-11-20"),
        ("2026-11-21T00:30:00+00:00", "2026-11-21"),
    ):
        assert placed(logged(mikro, "--at", at)) == (at, day)


@pytest.mark.parametrize(
    "at", ["2026-11-20T10:00:00+01:00", "2026-07-01T00:30:00+02:00", "2026-11-19T19:30:00-05:00"]
)
def test_the_own_time_of_an_entry_given_back_moves_nothing(mikro, at):
    entry = logged(mikro, "--at", at)
    assert placed(edited(mikro, "--at", entry["at"])) == placed(entry)
    assert placed(logged(mikro, "--at", entry["at"])) == placed(entry)
    mikro("config", "set", "day_starts", "06:00")
    assert placed(edited(mikro, "--at", entry["at"])) == placed(entry)
    # Also where the clock was ahead when it was recorded.
    assert placed(edited(mikro, "--at", entry["at"], now="2026-01-05T08:00:00+01:00")) == placed(entry)


def test_a_time_alone_keeps_the_day_of_the_entry_that_it_corrects(mikro):
    logged(mikro, "--at", "20/11 10.00")
    for time, clock in (("07:30", "07:30"), ("14:30", "14:30"), ("kl. 9", "09:00"), ("noon", "12:00")):
        assert placed(edited(mikro, "--at", time)) == (f"2026-11-20T{clock}:00+01:00", "2026-11-20")
    assert edited(mikro, "--at", "i går 9:00")["day"] == "2026-11-22"


def test_a_time_alone_is_of_the_place_where_the_entry_was_recorded(mikro):
    logged(mikro, "--at", "2026-11-19T19:30:00-05:00")
    assert placed(edited(mikro, "--at", "18:00")) == ("2026-11-19T18:00:00-05:00", "2026-11-19")


def test_a_time_alone_before_the_day_starts_is_in_the_night_after_the_day_of_the_entry(mikro):
    mikro("config", "set", "day_starts", "04:00")
    logged(mikro, "--at", "20/11 22.00")
    assert placed(edited(mikro, "--at", "01:30")) == ("2026-11-21T01:30:00+01:00", "2026-11-20")


def test_a_time_that_is_still_to_come_is_refused_in_an_edit_too(mikro):
    logged(mikro, now="2026-11-23T08:00:00+01:00")
    answer = mikro("edit", "1", "--at", "16:00")
    assert answer.code == 1
    assert "later than now" in answer.err


def test_a_reminder_after_midnight_is_that_of_the_evening_before(mikro, home):
    home.mkdir()
    (home / "config.toml").write_text(
        'day_starts = "04:00"\nnudge_from = "20:00"\nnudge_to = "03:00"\nnudge_at = "23:00"\n'
    )
    after_midnight = "2026-11-24T00:30:00+01:00"
    logged(mikro, now="2026-11-23T22:00:00+01:00")
    assert "is done" in mikro("nudge", "deliver", now=after_midnight).out
    assert "is done" not in mikro("nudge", "deliver", now="2026-11-24T20:30:00+01:00").out
