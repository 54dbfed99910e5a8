"""Days off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.usecases import pause

if TYPE_CHECKING:
    from mikrohandlinger.usecases.context import Context


def kept(context: Context) -> list[tuple[date, date | None]]:
    return [(each.pause.first, each.pause.last) for each in pause.listed(context)]


def test_a_pause_is_kept_and_the_calendar_knows_it_at_once(context: Context) -> None:
    assert context.calendar().is_working(context.today)
    added = pause.add(context, ["today", "friday"])
    assert kept(context) == [(context.today, date(2026, 11, 27))]
    assert (added.merged, added.was_there) == (0, False)
    assert context.calendar().off_reason(context.today) == "pause"


def test_it_is_ended_so_that_today_counts_again(context: Context) -> None:
    added = pause.add(context, ["16/11"], is_open=True)
    assert not context.calendar().is_working(context.today)
    assert pause.end(context).pauses == (added.pause,)
    assert context.calendar().is_working(context.today)
    assert pause.end(context).pauses == ()


def test_words_that_are_no_days_keep_nothing(context: Context) -> None:
    with pytest.raises(MikroError):
        pause.add(context, ["some", "time"])
    assert kept(context) == []


def test_pauses_of_an_earlier_release_that_lie_over_each_other_end_together(context: Context) -> None:
    now = context.clock.now
    for last in (None, date(2026, 11, 30)):
        context.store.pauses.add(date(2026, 11, 16), last, now)
    assert len(pause.end(context).pauses) == 2
    assert kept(context) == [(date(2026, 11, 16), date(2026, 11, 22))] * 2


def test_the_list_counts_the_days_that_would_have_been_worked(context: Context) -> None:
    pause.add(context, ["23/12", "3/1"])
    pause.add(context, ["1/2"], is_open=True)
    assert [(each.number, each.working_days) for each in pause.listed(context)] == [(1, 4), (2, None)]
