"""Settings: listed, kept, put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.settings import SPEC, parse
from mikrohandlinger.usecases import configure

from .files import is_there

if TYPE_CHECKING:
    from mikrohandlinger.usecases.context import Context


def row(context: Context, key: str) -> tuple[object, str]:
    (found,) = (row for row in configure.every(context).rows if row.setting.key == key)
    return found.value, found.source


def test_every_setting_is_listed_with_its_value_and_where_it_comes_from(context: Context) -> None:
    screen = configure.every(context)
    assert [row.setting for row in screen.rows] == list(SPEC)
    assert screen.path == str(context.paths.settings)
    assert row(context, "goal") == (3, "default")
    assert row(context, "language") == ("en", "MIKRO_LANG")


def test_a_setting_that_is_kept_holds_at_once(context: Context) -> None:
    assert context.settings.goal == 3
    assert configure.keep(context, "goal", parse("goal", "5")) == 5
    assert context.settings.goal == 5
    assert row(context, "goal") == (5, "config.toml")
    assert configure.reset(context, "goal") == 3
    assert row(context, "goal") == (3, "default")


def test_other_workdays_hold_at_once_for_the_calendar_too(context: Context) -> None:
    assert context.calendar().is_working(context.today)
    assert configure.keep(context, "workdays", parse("workdays", "tue-fri")) == ["tue", "wed", "thu", "fri"]
    assert not context.calendar().is_working(context.today)


def test_a_country_without_holidays_is_refused_and_not_kept(context: Context) -> None:
    with pytest.raises(MikroError) as refused:
        configure.keep(context, "country", "XX")
    assert refused.value.code == "country-unknown"
    assert not is_there(context.paths.settings)
