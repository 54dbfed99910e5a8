"""The proposal remembers: a look ahead, the lines at the prompt, days off asked for, and what was not for somebody."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Mikro


def at(day: str, clock: str = "08:00") -> str:
    return f"2026-11-{day}T{clock}:00+01:00"


def nudge(mikro: Mikro, day: str, *options: str) -> dict[str, Any]:
    answer = mikro("today", "--json", *options, now=at(day))
    found: dict[str, Any] = json.loads(answer.out)["nudge"]
    return found


def balanced(actions: list[str]) -> bool:
    windows = (Counter(actions[start : start + 5]) for start in range(len(actions) - 4))
    return all(len(window) == 3 and max(window.values()) == 2 for window in windows)


WEEKS = ("09", "10", "11", "12", "13", "16", "17", "18", "19", "20")


@pytest.mark.parametrize("seed", range(6))
def test_a_look_at_friday_is_known_to_the_days_before_it(mikro: Mikro, seed: int) -> None:
    mikro("config", "get", "goal", now=at(f"0{seed + 2}"))
    days = {day: nudge(mikro, day) for day in WEEKS}
    days["24"] = nudge(mikro, "24")
    days["27"] = nudge(mikro, "27")
    days |= {day: nudge(mikro, day) for day in ("25", "26", "27", "30")}
    in_order = [days[day] for day in sorted(days)]
    assert balanced([each["action"] for each in in_order])
    assert len({each["variation"] for each in in_order}) == len(in_order)


def test_no_line_at_the_prompt_comes_twice_or_returns_within_days(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "prompt", "bash", now=at("16"))
    content = (home / "cache" / "prompt.tsv").read_text("utf-8").splitlines()
    names = dict(line[1:].split("\t") for line in content if line.startswith("#2"))
    assert len(set(names.values())) == len(names)
    # Four days with the prompt alone, then mikro again: it says what the prompt said, and repeats none of them.
    assert nudge(mikro, "20")["variation"] == names["2026-11-20"]
    seen = {names[f"2026-11-{day}"] for day in ("16", "17", "18", "19")}
    assert seen.isdisjoint(nudge(mikro, day)["variation"] for day in ("23", "24", "25", "26"))


def test_what_the_prompt_offered_counts_as_the_proposal_that_was_done(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "prompt", "bash", now=at("23"))
    content = (home / "cache" / "prompt.tsv").read_text("utf-8").splitlines()
    name = dict(line[1:].split("\t") for line in content if line.startswith("#2"))["2026-11-24"]
    entry = json.loads(mikro("log", name.partition("-")[0], "det", "--json", now=at("24")).out)["entry"]
    assert entry["variation"] == name
    assert nudge(mikro, "24")["variation"] == name


def test_logging_an_action_settles_the_proposal_of_the_day_and_a_backdated_entry_settles_none(
    mikro: Mikro,
) -> None:
    logged = [json.loads(mikro("log", word, "--json", now=at("24")).out)["entry"] for word in ("1", "2", "3")]
    proposed = nudge(mikro, "24")
    assert {each["variation"] for each in logged} == {None, proposed["variation"]}
    back = json.loads(mikro("log", "ask", "--at", "2026-11-23 10:00", "--json", now=at("24")).out)["entry"]
    assert back["variation"] is None


def test_a_day_off_asked_for_stands_outside_the_balance_of_working_days(mikro: Mikro) -> None:
    before = [nudge(mikro, day)["action"] for day in ("09", "10", "11", "12", "13")]
    assert nudge(mikro, "14", "--anyway")
    after = [nudge(mikro, day)["action"] for day in ("16", "17", "18", "19", "20")]
    assert balanced([*before, *after])


def test_the_first_five_proposals_can_be_begun_without_anybody_coming_first(mikro: Mikro) -> None:
    for day in ("16", "17", "18", "19", "20"):
        for options in ((), ("--another",)):
            found = nudge(mikro, day, *options)
            assert (found["cue"], found["level"], found["otherwise"]) == ("mine", 1, None)


def test_what_waits_for_somebody_names_the_one_that_another_brings(mikro: Mikro) -> None:
    waiting = 0
    for number in range(2, 31):
        found = nudge(mikro, f"{number:02}")
        if found is None or found["cue"] == "mine":
            continue
        waiting += 1
        instead = found["otherwise"]
        assert nudge(mikro, f"{number:02}") == found, "it does not count as shown"
        swapped = nudge(mikro, f"{number:02}", "--another")
        assert (swapped["variation"], swapped["text"]) == (instead["variation"], instead["text"])
        assert (swapped["cue"], swapped["otherwise"], swapped["action"]) == ("mine", None, found["action"])
    assert waiting


def test_not_for_me_hides_it_for_good_and_swaps(mikro: Mikro) -> None:
    first = nudge(mikro, "23")
    second = nudge(mikro, "23", "--not-for-me")
    assert (second["action"], second["swaps"]) == (first["action"], 1)
    assert second["variation"] != first["variation"]
    one = json.loads(mikro("actions", first["variation"], "--json").out)["variation"]
    assert one["hidden"]
    told = mikro("today", "--not-for-me", now=at("23")).out
    assert told.splitlines()[-1] == "The one before is not proposed any more. To have it back: mikro undo"
    assert mikro("today", "--not-for-me", now=at("22")).code == 1, "a day off has none"
