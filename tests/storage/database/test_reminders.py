"""The claim on the day's reminder, when clocks and processes are not as they should be."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.storage.database.store import Store

from .test_store import paths_in, quick

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mikrohandlinger.storage.database.reminders import Reminders

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()


@pytest.fixture
def reminders(home: Path) -> Iterator[Reminders]:
    store = quick(Store(paths_in(home)))
    yield store.reminders
    store.close()


def test_one_process_has_the_day_for_a_minute(reminders: Reminders) -> None:
    assert reminders.claim(TODAY, NOW, "daily")
    assert not reminders.claim(TODAY, NOW + timedelta(seconds=59), "daily")
    assert reminders.claim(TODAY, NOW + timedelta(seconds=61), "daily"), "whoever had it was ended"


@pytest.mark.parametrize("ahead", [timedelta(hours=1), timedelta(days=400)])
def test_a_claim_from_a_clock_that_was_ahead_does_not_block_the_day(
    reminders: Reminders, ahead: timedelta
) -> None:
    assert reminders.claim(TODAY, NOW + ahead, "daily")
    assert reminders.claim(TODAY, NOW, "daily")


def test_what_was_shown_is_never_claimed_again(reminders: Reminders) -> None:
    assert reminders.claim(TODAY, NOW, "daily")
    reminders.shown(TODAY, "desktop")
    assert not reminders.claim(TODAY, NOW + timedelta(hours=5), "daily")
    assert not reminders.claim(TODAY, NOW - timedelta(hours=5), "daily")


def test_a_claim_that_is_given_back_can_be_taken(reminders: Reminders) -> None:
    assert reminders.claim(TODAY, NOW, "daily")
    reminders.release(TODAY)
    assert reminders.claim(TODAY, NOW, "daily")
