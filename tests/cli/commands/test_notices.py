"""What there is to lead on to, in a life with weeks, silences and retrospectives."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FRIDAY = "2026-11-27T15:00:00+01:00"
MONDAY = "2026-11-30T08:00:00+01:00"
TUESDAY = "2026-12-01T08:00:00+01:00"


@pytest.fixture
def today(mikro: Callable[..., Any]) -> Callable[[str], dict[str, Any]]:
    """``mikro today --json`` at a moment."""

    def ask(now: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(mikro("today", "--json", now=now).out)
        return found

    return ask


def test_a_week_with_an_entry_waits_on_its_last_day_and_on_the_next_first_one(
    mikro: Callable[..., Any], today: Callable[[str], dict[str, Any]]
) -> None:
    assert today(FRIDAY)["reflect"] is None
    mikro("log", "ask", now="2026-11-24T10:00:00+01:00")
    assert [today(now)["reflect"] for now in ("2026-11-26T08:00:00+01:00", FRIDAY, MONDAY, TUESDAY)] == [
        None, "2026-W48", "2026-W48", None,
    ]  # fmt: skip
    assert "mikro week --reflect" in mikro("log", "ask", now=FRIDAY).out
    assert "mikro week last --reflect" in mikro("today", now=MONDAY).out


def test_an_answer_ends_the_offer(mikro: Callable[..., Any], today: Callable[[str], dict[str, Any]]) -> None:
    mikro("log", "ask", now="2026-11-24T10:00:00+01:00")
    mikro("week", "--answer", "learned=x", now=FRIDAY)
    assert (today(FRIDAY)["reflect"], today(MONDAY)["reflect"]) == (None, None)
    assert "--reflect" not in mikro("log", "ask", now=FRIDAY).out


def test_a_silence_is_met_with_a_welcome_and_a_pause_that_can_be_typed(
    mikro: Callable[..., Any], today: Callable[[str], dict[str, Any]]
) -> None:
    mikro("log", "ask", now="2026-11-02T10:00:00+01:00")
    back = "2026-11-23T08:00:00+01:00"
    assert today(back)["away"] == {"from": "2026-11-03", "to": "2026-11-20"}
    screen = mikro("today", now=back).out
    assert "welcome back" in screen
    assert "mikro pause 3/11 20/11" in screen
    mikro("pause", "3/11", "20/11", now=back)
    assert today(back)["away"] is None


def test_an_entry_ends_the_welcome(mikro: Callable[..., Any], today: Callable[[str], dict[str, Any]]) -> None:
    mikro("log", "ask", now="2026-11-02T10:00:00+01:00")
    back = "2026-11-23T08:00:00+01:00"
    mikro("log", "ask", now=back)
    assert today(back)["away"] is None


def test_done_says_that_the_proposal_itself_was_done(
    mikro: Callable[..., Any], today: Callable[[str], dict[str, Any]]
) -> None:
    proposed = today(FRIDAY)["nudge"]["action"]
    other = next(action for action in ("ask", "doubt", "feedback") if action != proposed)
    mikro("log", other, now=FRIDAY)
    assert not today(FRIDAY)["done"]
    assert len(today(FRIDAY)["entries"]) == 1
    mikro("log", now=FRIDAY)
    assert today(FRIDAY)["done"]
    mikro("today", "--another", now=FRIDAY)
    assert not today(FRIDAY)["done"]
    assert "✓" not in mikro("today", "--short", now=FRIDAY).out
