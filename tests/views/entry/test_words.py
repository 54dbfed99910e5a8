"""What ``mikro log`` answers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.catalogue.model import Action, Title, Variation, Wording
from mikrohandlinger.domain.entries import Entry, Recorded
from mikrohandlinger.domain.meant import Meant
from mikrohandlinger.domain.weeks import WeekStand
from mikrohandlinger.views.entry.words import masked, meant_line, meant_when, recorded

TODAY = date(2026, 11, 25)
MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)

CASES = {
    "today": (TODAY, WeekStand(MONDAY, 1, 3, 5)),
    "today, met": (TODAY, WeekStand(MONDAY, 3, 3, 5)),
    "today, in a short week": (TODAY, WeekStand(MONDAY, 1, 3, 2)),
    "today, in a week off": (TODAY, WeekStand(MONDAY, 1, 3, 0)),
    "yesterday": (TODAY - timedelta(days=1), WeekStand(MONDAY, 2, 3, 5)),
    "last week": (TODAY - WEEK, WeekStand(MONDAY - WEEK, 2, 3, 5)),
    "last week, met": (TODAY - WEEK, WeekStand(MONDAY - WEEK, 4, 3, 5)),
    "a week off long ago": (date(2025, 7, 15), WeekStand(date(2025, 7, 14), 1, 3, 0)),
}


ACTIONS = {
    "doubt": Action(
        "doubt", 2, ("doubt",), Title("Giv dine tvivl til kende", ""), Title("Share your doubts", "")
    )
}
WORDING = Wording("Bed en kollega vise dig det trin i fagsystemet, som du er mest usikker på.", "", "", "")
PROPOSED = Variation(
    "doubt-1", "doubt", 1, 2, "all", "sender", ("meeting",), ("known",), ("wonder",), False, (), WORDING, WORDING
)  # fmt: skip
NOTES = {
    "nothing known": (None, None),
    "proposed": (None, PROPOSED),
    "a note": ("Det vidste hun heller ikke.\nVi ringede sammen.", None),
    "a long note": ("Vi ringede sammen, og så kom der en til. " * 4, None),
}


def entry(day: date, note: str | None = None) -> Entry:
    return Entry("id", 12, datetime.fromisoformat(f"{day}T10:00:00+01:00"), day, "doubt", note=note)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_answer_says_what_was_recorded_and_how_its_week_stands(snapshot, lang):
    texts.use(lang)
    answers = {
        name: recorded(Recorded(entry(day), ACTIONS["doubt"], week), TODAY)
        for name, (day, week) in CASES.items()
    }
    assert "\n".join(f"{name}:\n" + "\n".join(lines) for name, lines in answers.items()) == snapshot


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_answer_shows_what_was_stored(snapshot, lang):
    texts.use(lang)
    week = WeekStand(MONDAY, 1, 3, 5)
    answers = [
        recorded(Recorded(entry(TODAY, note), ACTIONS["doubt"], week, variation), TODAY)
        for note, variation in NOTES.values()
    ]
    assert max(len(line) for lines in answers for line in lines) < 80
    assert "\n".join("\n".join(lines) for lines in answers) == snapshot


@pytest.mark.parametrize("lang", ["da", "en"])
def test_masking_is_told_with_how_many_and_how_to_insist(snapshot, lang):
    texts.use(lang)
    assert "\n".join(line for count in (1, 2) for line in masked(count, 12)) == snapshot


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_hint_is_a_question_and_a_line_that_can_be_pasted(snapshot, lang):
    texts.use(lang)
    hints = [
        meant_line(Meant("ask", is_name=False), entry(TODAY)),
        meant_line(Meant("feedback", is_name=False), entry(TODAY)),
        meant_line(Meant("ask", is_name=True, is_all=True), entry(TODAY)),
        meant_line(Meant("ask", is_name=True), entry(TODAY)),
        meant_line(Meant("doubt", is_name=True, is_all=True), entry(TODAY)),
        meant_when("i går", 12, is_all=True),
    ]
    assert "\n".join(line for lines in hints for line in lines) == snapshot
    assert meant_line(Meant("doubt", is_name=True), entry(TODAY)) == []
