"""What a command works with: each part read once, and read again only when the command changed it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.storage import holidays
from mikrohandlinger.storage.database.pauses import Pauses

from .files import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.usecases.context import Context

CHRISTMAS = date(2026, 12, 25)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the working calendar is made of, in the order in which it is read."""
    done: list[str] = []

    def counting(name: str, read: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object) -> object:
            done.append(name)
            return read(*args)

        return counted

    monkeypatch.setattr(holidays, "load", counting("holidays", holidays.load))
    monkeypatch.setattr(Pauses, "every", counting("pauses", Pauses.every))
    return done


def test_the_calendar_grows_by_the_years_that_are_asked_for(context: Context, reads: list[str]) -> None:
    assert context.calendar().holiday_on(CHRISTMAS) is not None
    assert context.calendar(date(2020, 1, 1)).holiday_on(date(2020, 12, 25)) is not None
    assert context.calendar(date(2022, 1, 1), date(2030, 1, 1)).holiday_on(date(2030, 12, 25)) is not None
    assert context.calendar().holiday_on(date(2020, 12, 25)) is not None
    assert reads == ["holidays", "pauses", "holidays", "holidays"]


def test_what_a_command_changed_is_read_anew(context: Context) -> None:
    assert context.calendar().is_working(context.today)
    assert context.settings.goal == 3
    context.store.pauses.add(context.today, None, context.clock.now)
    context.forget("pauses")
    assert not context.calendar().is_working(context.today)
    write_settings(context, "goal = 5\n")
    context.forget("settings")
    assert context.settings.goal == 5
