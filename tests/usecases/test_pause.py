"""Days off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.usecases import pause

if TYPE_CHECKING:
    from mikrohandlinger.usecases.context import Context


def test_a_pause_is_kept_and_the_calendar_knows_it_at_once(context: Context) -> None:
    assert context.calendar().is_working(context.today)
    added = pause.add(context, ["today", "friday"])
    assert (added.first, added.last) == (context.today, date(2026, 11, 27))
    assert pause.every(context) == (added,)
    assert context.calendar().off_reason(context.today) == "pause"


def test_it_is_ended_so_that_today_counts_again(context: Context) -> None:
    added = pause.add(context, ["16/11"])
    assert not context.calendar().is_working(context.today)
    assert pause.end(context) == [added]
    assert context.calendar().is_working(context.today)
    assert pause.end(context) == []


def test_words_that_are_no_days_keep_nothing(context: Context) -> None:
    with pytest.raises(MikroError):
        pause.add(context, ["some", "time"])
    assert pause.every(context) == ()
