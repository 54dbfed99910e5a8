"""``mikro today``: the proposal, the plan, the day off, the swap, the one line."""

from __future__ import annotations

import json

import pytest

MONDAY = "2026-11-23T08:30:00+01:00"
SATURDAY = "2026-11-28T08:30:00+01:00"


def shown(answer):
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def test_the_first_run_asks_nothing_creates_what_it_needs_and_shows_a_proposal(mikro, home):
    assert not home.exists()
    answer = mikro()
    assert answer.code == 0
    assert "Afterwards: mikro log" in answer.out
    assert answer.err == ""
    assert (home / "mikro.db").exists()


def test_mikro_alone_is_mikro_today(mikro):
    assert mikro().out == mikro("today").out
    assert mikro("--short").out == mikro("today", "--short").out


def test_the_proposal_is_the_same_all_day_and_in_every_form(mikro):
    morning = shown(mikro("today", "--json"))["nudge"]
    evening = shown(mikro("today", "--json", now="2026-11-23T22:10:00+01:00"))["nudge"]
    assert morning == evening
    assert morning["text"] in mikro("today", "--short").out
    assert morning["say"] in " ".join(mikro("today", columns=100).out.split())


def test_json_has_the_keys_of_the_contract_in_their_order(mikro):
    document = shown(mikro("today", "--json"))
    assert [key for key in document if key != "next_working_day"] == [
        "schema", "day", "working_day", "off_reason", "nudge", "plan", "done", "entries", "reflect", "away",
        "loops", "rules", "week",
    ]  # fmt: skip
    assert list(document["nudge"]) == [
        "action", "variation", "text", "when", "say", "why", "care", "level", "minutes", "cue", "otherwise", "swaps",
    ]  # fmt: skip
    assert document["week"] == {"week": "2026-W48", "done_days": 0, "goal": 3, "available_days": 5}


def test_another_swaps_within_the_action_and_holds_for_the_rest_of_the_day(mikro):
    first = shown(mikro("today", "--json"))["nudge"]
    second = shown(mikro("today", "--another", "--json"))["nudge"]
    assert (second["action"], second["swaps"]) == (first["action"], 1)
    assert second["variation"] != first["variation"]
    assert shown(mikro("today", "--json"))["nudge"] == second


def test_a_swap_is_offered_once_and_allowed_as_often_as_there_is_something_new(mikro):
    assert "--another" in mikro("today").out
    assert "--another" not in mikro("today", "--another").out
    seen = {shown(mikro("today", "--json"))["nudge"]["variation"]}
    for _again in range(200):
        answer = mikro("today", "--another", "--json")
        if answer.code == 1:
            break
        variation = shown(answer)["nudge"]["variation"]
        assert variation not in seen
        seen.add(variation)
    assert answer.code == 1
    assert json.loads(answer.err)["error"]["code"] == "no-more-today"
    assert mikro("today").code == 0


def test_a_plan_is_shown_all_week_but_not_the_week_after(mikro):
    mikro("today", "--plan", "Når jeg henter kaffe, så spørger jeg")
    assert (
        shown(mikro("--json", now="2026-11-27T09:00:00+01:00"))["plan"]
        == "Når jeg henter kaffe, så spørger jeg"
    )
    assert "Når jeg henter kaffe" in mikro("today").out
    assert shown(mikro("--json", now="2026-11-30T09:00:00+01:00"))["plan"] is None


def test_a_plan_is_masked_like_a_note_and_an_empty_one_takes_it_off(mikro):
    answer = mikro("today", "--plan", "Når jeg ringer til 12 34 56 78, så spørger jeg")
    assert "[tlf.]" in answer.out
    assert "masked" in answer.err
    assert mikro("today", "--plan", "  ").code == 0
    assert shown(mikro("today", "--json"))["plan"] is None


def test_a_day_off_says_which_kind_it_is_and_proposes_nothing(mikro):
    document = shown(mikro("today", "--json", now=SATURDAY))
    assert (document["working_day"], document["off_reason"], document["nudge"]) == (False, "weekend", None)
    answer = mikro("today", now=SATURDAY)
    assert "It is the weekend. The next working day is Monday 30 November." in answer.out
    assert "goal" not in answer.out


@pytest.mark.parametrize(
    ("day", "english", "danish"),
    [
        ("2026-12-24", "Christmas Eve", "juleaftensdag"),
        ("2026-12-25", "Christmas Day", "juledag"),
        ("2026-12-31", None, "nytårsaftensdag"),
        ("2027-05-06", "Ascension Day", "Kristi himmelfartsdag"),
    ],
)
def test_a_holiday_is_named(mikro, day, english, danish):
    mikro("config", "set", "new_years_eve", "off")
    now = f"{day}T08:30:00+01:00"
    assert shown(mikro("today", "--json", now=now))["off_reason"] == "holiday"
    assert danish in mikro("today", now=now, lang="da").out
    if english:
        assert english in mikro("today", now=now).out


def test_a_half_day_gets_a_proposal_and_says_that_it_is_half(mikro):
    now = "2026-06-05T08:30:00+02:00"
    answer = mikro("today", now=now, lang="da")
    assert "grundlovsdag, en halv dag" in answer.out
    document = shown(mikro("today", "--json", now=now))
    assert document["nudge"] is not None
    assert document["week"]["available_days"] == 4


def test_a_closed_day_and_a_part_time_day_are_told_apart(mikro):
    mikro("config", "set", "closed_days", "2026-11-23")
    mikro("config", "set", "workdays", "mon-thu")
    assert "closed today" in mikro("today").out
    assert "Today is your day off." in mikro("today", now="2026-11-27T08:00:00+01:00").out


def test_christmas_eve_within_a_pause_is_told_as_the_pause(mikro):
    mikro("pause", "2026-12-21", "--open")
    words = mikro("today", now="2026-12-24T08:00:00+01:00").out
    assert "This is a pause, and no day in it counts against you." in words
    assert "Christmas" not in words
    assert "mikro resume" in " ".join(words.split())


def test_a_pause_does_not_presume_that_it_is_enjoyed(mikro):
    mikro("pause", "i dag", "--open")
    words = " ".join(mikro("today").out.split())
    assert "This is a pause, and no day in it counts against you. “mikro resume” ends the pause" in words
    mikro("resume")
    mikro("pause", "i dag", "fredag")
    assert "The next working day is Monday 30 November." in " ".join(mikro("today").out.split())


def test_anyway_proposes_on_a_day_off_and_its_hint_works(mikro):
    proposed = mikro("today", "--anyway", now=SATURDAY)
    assert "It is the weekend." in proposed.out
    assert "mikro today --anyway --another" in proposed.out
    assert shown(mikro("today", "--anyway", "--another", "--json", now=SATURDAY))["nudge"]["swaps"] == 1


def test_another_on_a_day_off_is_refused_with_what_to_do(mikro):
    answer = mikro("today", "--another", now=SATURDAY)
    assert answer.code == 1
    assert "mikro today --anyway" in answer.err


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("23", "A new week. Your goal is 3 days."),
        ("24", "Your goal this week is 3 days, and today can be the first."),
        ("25", "Your goal this week is 3 days, and today can be the first."),
        ("26", "Today can be the first this week."),
        ("27", "Today can be the first this week."),
    ],
)
def test_a_week_is_new_only_when_it_is_and_nothing_is_counted_against_anybody(mikro, day, sentence):
    assert sentence in mikro("today", now=f"2026-11-{day}T08:30:00+01:00").out


def test_after_a_holiday_monday_tuesday_is_the_first_day_of_a_new_week(mikro):
    assert "A new week. Your goal is 3 days." in mikro("today", now="2027-03-30T08:30:00+02:00").out


def test_what_was_done_today_is_ticked_and_told(mikro):
    action = shown(mikro("today", "--json"))["nudge"]["action"]
    mikro("log", "a good talk")
    answer = mikro("today")
    title = [line for line in answer.out.splitlines() if line.startswith("✓ ")]
    assert len(title) == 1
    assert "Done today" in answer.out
    assert "a good talk" in answer.out
    assert "This week: 1 day of 3." in answer.out
    assert "Afterwards" not in answer.out
    document = shown(mikro("today", "--json"))
    assert document["done"] is True
    assert [entry["action"] for entry in document["entries"]] == [action]


def test_the_proposal_itself_is_not_ticked_when_something_else_was_done(mikro):
    action = shown(mikro("today", "--json"))["nudge"]["action"]
    mikro("log", "doubt" if action != "doubt" else "ask")
    ticked = [line for line in mikro("today", lang="en").out.splitlines() if "✓" in line]
    assert ticked == [
        "✓ Done today: " + ("Share your doubts" if action != "doubt" else "Ask interested questions")
    ]
    assert not mikro("today", "--short").out.startswith("✓ ")


def test_when_the_goal_is_met_the_screen_says_so(mikro):
    for day in ("23", "24", "25"):
        mikro("log", "ask", now=f"2026-11-{day}T10:00:00+01:00")
    assert (
        "This week: 3 days. You have reached your goal."
        in mikro("today", now="2026-11-25T11:00:00+01:00").out
    )


def test_the_anchor_stands_in_the_place_of_a_plan(mikro):
    mikro("config", "set", "anchor", "efter morgenkaffen")
    assert "Dit anker  Efter morgenkaffen" in mikro("today", lang="da").out
    planned = mikro("today", "--plan", "Når jeg henter kaffe, så spørger jeg", lang="da").out
    assert "Din plan   Når jeg henter kaffe" in planned
    assert "morgenkaffen" not in planned


def test_another_one_that_was_asked_for_after_logging_is_shown_below_without_a_tick(mikro):
    mikro("log", "Vi ringede sammen")
    first = shown(mikro("today", "--json"))["nudge"]["text"]
    out = mikro("today", "--another", lang="en").out
    assert out.index("✓ Done today") < out.index("“Vi ringede sammen”") < out.index("And here is one more:")
    assert out.count("✓") == 1
    assert first not in out
    assert not shown(mikro("today", "--json"))["done"]


def test_short_is_one_plain_line_also_on_a_day_off(mikro):
    for now in (MONDAY, SATURDAY):
        assert mikro("today", "--short", now=now).out.count("\n") == 1


def test_a_lower_level_cap_still_proposes(mikro):
    mikro("config", "set", "level_cap", "1")
    assert shown(mikro("today", "--json"))["nudge"]["level"] == 1


def test_what_was_not_for_me_is_taken_back_without_an_id_that_no_screen_of_it_showed(mikro):
    mikro()
    mikro("today", "--not-for-me")
    said = mikro("undo", lang="da").out
    assert said.startswith("Fortrudt: Den kan foreslås igen, og dagens mikrohandling er, som den var.\n")
