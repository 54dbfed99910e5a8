"""What is typed, read the same in every command."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.system.clock import Clock
from mikrohandlinger.usecases.reading import (
    LONGEST_TIME,
    YEARS_AHEAD,
    Said,
    action_and_note,
    action_named,
    action_of,
    bounds_of,
    is_only_a_time,
    moment_of,
    time_in_front,
    week_of,
    year_of,
)

if TYPE_CHECKING:
    from mikrohandlinger.usecases.context import Context

TODAY = date(2026, 11, 23)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], Said(None, "")),
        (["ask"], Said("ask", "")),
        (["2", "a", "note"], Said("doubt", "a note")),
        (["a", "note"], Said(None, "a note")),
        (["Stil", "interesserede", "spørgsmål"], Said("ask", "")),
        (["ask", "ask"], Said("ask", "ask")),
    ],
)
def test_the_first_word_may_be_an_action_and_the_rest_is_the_note(
    context: Context, words: list[str], said: Said
) -> None:
    assert action_and_note(context.catalogue, words) == said


@pytest.mark.parametrize("can_search", [False, True])
def test_what_is_no_action_is_refused_with_the_three_that_are(context: Context, can_search: bool) -> None:
    with pytest.raises(MikroError, match="“banana” is not an action") as refused:
        action_named(context.catalogue, "banana", can_search=can_search)
    assert refused.value.code == "action-unknown"
    assert ("--search banana" in str(refused.value)) is can_search


def test_an_action_that_is_not_given_is_none(context: Context) -> None:
    assert action_of(context, None) is None
    assert action_of(context, "tvivl") == "doubt"


def test_a_moment_is_now_unless_another_is_told(context: Context) -> None:
    now = context.clock.now
    assert moment_of(context, None) == moment_of(context, "today") == (now, TODAY)
    assert moment_of(context, "yesterday").at.isoformat() == "2026-11-22T12:00:00+01:00"
    assert moment_of(context, "yesterday 14:30").at.isoformat() == "2026-11-22T14:30:00+01:00"


def test_days_weeks_and_years_are_those_that_are_meant(context: Context) -> None:
    now = context.clock.now
    assert bounds_of(None, None, now) == (None, None)
    assert bounds_of("yesterday", None, now) == (date(2026, 11, 22), None)
    assert bounds_of(None, "friday", now) == (None, date(2026, 11, 20))
    assert bounds_of("last week", "last week", now) == (date(2026, 11, 16), date(2026, 11, 22))
    assert week_of((), date(2026, 11, 25)) == TODAY
    assert week_of(("sidste", "uge"), TODAY) == date(2026, 11, 16)
    assert (year_of(None, TODAY), year_of("2020", TODAY)) == (2026, 2020)
    assert year_of(str(2026 + YEARS_AHEAD), TODAY) == 2036


@pytest.mark.parametrize("text", ["", "20", "1999", "2037", "²⁰²⁶", "20266", "last"])
def test_what_is_no_year_is_refused_with_those_that_are(text: str) -> None:
    with pytest.raises(MikroError, match="from 2000 to 2036"):
        year_of(text, TODAY)


@pytest.mark.parametrize("note", ["i går", "yesterday 14:30", "20/11", "den 20. november", "mandag"])
def test_a_note_that_is_nothing_but_a_time_is_noticed(context: Context, note: str) -> None:
    assert is_only_a_time(note, context.clock.now)


@pytest.mark.parametrize(
    "note", ["", " ", "i går var det svært", "3 samtaler", "for", "i går" + " " * LONGEST_TIME]
)
def test_any_other_note_is_not(context: Context, note: str) -> None:
    assert not is_only_a_time(note, context.clock.now)


@pytest.mark.parametrize(
    ("note", "when"),
    [
        ("i går: talte med en kollega", "i går"),
        ("2013-11-30 15:42: Project", "2013-11-30 15:42"),
        ("mandag: x", "mandag"),
        ("i går 14:30", "i går 14:30"),
        ("i går talte jeg: højt", None),
        ("to ting: et og to", None),
        ("svært: i går", None),
    ],
)
def test_a_time_before_a_colon_is_noticed_too(context: Context, note: str, when: str | None) -> None:
    assert time_in_front(note, context.clock.now) == when


def test_a_clock_time_that_never_was_here_is_refused_and_hours_ago_are_real_ones(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The clock of this computer, whose zone knows of summer time, at a moment that is told.
    now = context.clock.now.replace(month=10, day=25, hour=8, minute=0)
    monkeypatch.setattr(Clock, "localise", lambda _clock, moment: moment.astimezone(COPENHAGEN)
                        if moment.tzinfo else moment.replace(tzinfo=COPENHAGEN))  # fmt: skip
    context.__dict__["clock"] = Clock(now, given=False)
    assert moment_of(context, "8 hours ago").at.isoformat() == "2026-10-25T01:00:00+02:00"
    with pytest.raises(MikroError) as refused:
        moment_of(context, "29/3 02:30")
    assert (refused.value.code, refused.value.values["nearest"]) == ("when-never", "03:00")
    assert moment_of(context, "2026-03-29T02:30+01:00").at.isoformat() == "2026-03-29T02:30:00+01:00"
