"""The proposal of a day and the plan beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.usecases import propose
from mikrohandlinger.usecases.own_words import own_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.usecases.context import Context

FRIDAY = "2026-11-27T08:30:00+01:00"
SATURDAY = "2026-11-28T08:30:00+01:00"


def settings(context: Context, text: str) -> None:
    Path(context.paths.config).mkdir(parents=True, exist_ok=True)
    Path(context.paths.settings).write_text(text)


def test_the_first_look_keeps_the_proposal_of_the_day(context: Context) -> None:
    screen = propose.today(context)
    assert screen.proposal is not None
    assert screen.action is not None
    assert screen.action.id == screen.proposal.variation.action
    assert context.store.proposals.of(context.today) == screen.proposal == propose.today(context).proposal


def test_a_swap_is_another_variation_of_the_same_action(context: Context) -> None:
    first = propose.of_day(context, context.today)
    swapped = propose.today(context, another=True).proposal
    assert swapped is not None
    assert swapped.variation != first.variation
    assert (swapped.swaps, swapped.variation.action) == (1, first.variation.action)


def test_a_plan_holds_from_the_day_it_is_made(context: Context) -> None:
    assert propose.today(context).plan is None
    assert propose.today(context, plan=own_words("When a, then b")).plan == "When a, then b"


def test_a_day_off_proposes_nothing_unless_asked(at: Callable[..., Context]) -> None:
    saturday = at(SATURDAY)
    screen = propose.today(saturday)
    assert (screen.proposal, screen.action) == (None, None)
    assert screen.off is not None
    assert propose.today(saturday, anyway=True).proposal is not None


@pytest.mark.parametrize(
    ("wanted", "code"), [({"another": True}, "day-off"), ({"plan": own_words(" ")}, "plan-empty")]
)
def test_what_is_refused_has_left_nothing_behind(
    at: Callable[..., Context], wanted: dict[str, object], code: str
) -> None:
    saturday = at(SATURDAY)
    with pytest.raises(MikroError) as refused:
        propose.today(saturday, anyway="plan" in wanted, **wanted)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert saturday.store.proposals.of(saturday.today) is None
    assert saturday.store.plans.on(saturday.today) is None


def test_the_days_left_of_a_week_end_on_sunday_for_those_who_work_at_weekends(
    at: Callable[..., Context],
) -> None:
    friday = at(FRIDAY)
    settings(friday, 'workdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]\n')
    assert propose.today(friday).days_left == 3
    assert propose.today(at(SATURDAY)).days_left == 2


def test_the_days_left_of_a_week_end_on_friday_for_those_who_do_not(at: Callable[..., Context]) -> None:
    assert propose.today(at(FRIDAY)).days_left == 1
    assert propose.today(at(SATURDAY)).days_left == 0
