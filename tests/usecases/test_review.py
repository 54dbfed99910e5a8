"""Looking back: what is read for the week, the year and the history, and what is kept on the way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.entries import Filter
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.usecases import configure, record, review
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.usecases.reading import moment_of

from .files import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.usecases.context import Context

MONDAY = date(2026, 11, 23)
LAST_MONDAY = date(2026, 11, 16)


def log(context: Context, action: str, at: str, note: str = "") -> None:
    record.log(context, action, moment_of(context, at), own_words(note))


def test_a_week_is_told_with_what_is_answered_now(context: Context) -> None:
    log(context, "ask", "17/11", "a note")
    screen = review.week(context, LAST_MONDAY, answers={"learned": own_words("that 12 34 56 78")})
    assert (screen.stand.done_days, screen.total) == (1, 1)
    assert [entry.note for entry in screen.entries] == ["a note"]
    assert screen.reflection == {"learned": "that [tlf.]"}
    assert context.store.reflections.of(LAST_MONDAY) == screen.reflection


def test_an_answer_without_words_takes_away_what_was_answered(context: Context) -> None:
    review.answer(context, MONDAY, {"hard": own_words("x")})
    review.answer(context, MONDAY, {"hard": own_words(" "), "learned": Words(None, 0)})
    assert context.store.reflections.of(MONDAY) == {}


def test_an_answer_keeps_the_question_that_it_answers(context: Context) -> None:
    configure.keep(context, "question.learned", "Hvad lærte skemaet dig?")
    review.answer(context, MONDAY, {"learned": own_words("x"), "hard": own_words("y")})
    configure.reset(context, "question.learned")
    assert review.answers_of(context, MONDAY).asked == {"learned": "Hvad lærte skemaet dig?"}


def test_a_week_that_was_passed_over_is_not_offered_again(at: Callable[..., Context]) -> None:
    friday = at("2026-11-27T14:00:00+01:00")
    log(friday, "ask", "i dag")
    assert review.week(friday, MONDAY).invites_reflection
    review.pass_over(friday, MONDAY)
    assert not review.week(friday, MONDAY).invites_reflection


def test_the_plan_of_the_week_before_can_be_told_used(context: Context) -> None:
    review.answer(context, LAST_MONDAY, {"plan": own_words("When a, then b")})
    screen = review.week(context, MONDAY, plan_used="partly")
    assert (screen.plan, screen.plan_used) == ("When a, then b", "partly")


def test_without_a_plan_nothing_is_kept_at_all(context: Context) -> None:
    with pytest.raises(MikroError) as refused:
        review.week(context, MONDAY, answers={"hard": own_words("x")}, plan_used="yes")
    assert refused.value.code == "no-plan"
    assert context.store.reflections.of(MONDAY) == {}


def test_what_is_refused_because_of_the_settings_has_kept_nothing(context: Context) -> None:
    write_settings(context, "goal = 'many'\n")
    with pytest.raises(MikroError):
        review.week(context, MONDAY, answers={"hard": own_words("x")})
    assert context.store.reflections.of(MONDAY) == {}


def test_a_year_counts_the_entries_that_are_asked_for(context: Context) -> None:
    for action, at in (("ask", "2/11"), ("ask", "3/11"), ("doubt", "3/11"), ("ask", "2025-11-03")):
        log(context, action, at)
    everything = review.year(context, 2026, Filter())
    assert (everything.entries, everything.done_days, everything.filtered) == (3, 2, False)
    narrowed = review.year(context, 2026, Filter(first=date(2026, 11, 3), action="ask"))
    assert (narrowed.entries, narrowed.filtered) == (1, True)
    assert review.year(context, 2025, Filter()).entries == 1


def test_entries_are_told_newest_first(context: Context) -> None:
    log(context, "ask", "2/11", "older")
    log(context, "doubt", "3/11", "newer")
    assert [entry.note for entry in review.entries(context, Filter())] == ["newer", "older"]
    assert [entry.note for entry in review.entries(context, Filter(action="ask"))] == ["older"]
    assert [entry.note for entry in review.latest(context, 1)] == ["newer"]


def test_retrospectives_are_found_by_their_days_and_their_words(context: Context) -> None:
    review.answer(context, LAST_MONDAY, {"hard": own_words("Mødet"), "plan": own_words("When a, then b")})
    review.answer(context, MONDAY, {"learned": own_words("noget")})
    review.tell_plan_use(context, MONDAY, "yes")

    def mondays(wanted: Filter) -> list[date]:
        return [found.monday for found in review.reflections(context, wanted)]

    newest, oldest = review.reflections(context, Filter())
    assert (newest.monday, newest.next_plan_used) == (MONDAY, None)
    assert (oldest.monday, oldest.next_plan_used) == (LAST_MONDAY, "yes")
    assert mondays(Filter(words="MØDET")) == [LAST_MONDAY]
    assert mondays(Filter(words="nothing of it")) == []
    # A week is there as soon as one of its days is.
    assert mondays(Filter(first=date(2026, 11, 22))) == [MONDAY, LAST_MONDAY]
    assert mondays(Filter(first=date(2026, 11, 23))) == [MONDAY]
    assert mondays(Filter(last=date(2026, 11, 22))) == [LAST_MONDAY]
    assert mondays(Filter(last=date(2026, 11, 15))) == []
