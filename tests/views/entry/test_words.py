"""The one line that ``mikro log`` answers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from mikrohandlinger import texts
from mikrohandlinger.domain.entries import Entry
from mikrohandlinger.domain.weeks import WeekStand
from mikrohandlinger.views.entry.words import masked_line, recorded_line

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


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_answer_says_what_was_recorded_and_how_its_week_stands(snapshot, lang):
    texts.use(lang)
    title = {"da": "Giv dine tvivl til kende", "en": "Share your doubts"}[lang]
    lines = [
        f"{name}: {recorded_line(Entry('id', 12, datetime.fromisoformat(f'{day}T10:00:00+01:00'), day, 'doubt'), title, week, TODAY)}"
        for name, (day, week) in CASES.items()
    ]
    assert "\n".join(lines) == snapshot


@pytest.mark.parametrize("lang", ["da", "en"])
def test_masking_is_told_with_how_many_and_how_to_insist(snapshot, lang):
    texts.use(lang)
    assert "\n".join(masked_line(count) for count in (1, 2)) == snapshot
