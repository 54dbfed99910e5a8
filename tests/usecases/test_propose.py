"""The proposal of a day and the plan beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.database.proposals import Proposals
from mikrohandlinger.usecases import plans, propose, record
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.usecases.reading import moment_of

from .files import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.usecases.context import Context

FRIDAY = "2026-11-27T08:30:00+01:00"
SATURDAY = "2026-11-28T08:30:00+01:00"


def test_the_first_look_keeps_the_proposal_of_the_day(context: Context) -> None:
    screen = propose.today(context)
    assert screen.proposal is not None
    assert screen.action is not None
    assert screen.action.id == screen.proposal.variation.action
    assert context.store.proposals.of(context.today) == screen.proposal == propose.today(context).proposal


def test_what_another_process_shows_at_the_same_moment_is_the_proposal_of_the_day(
    context: Context, at: Callable[..., Context], monkeypatch: pytest.MonkeyPatch
) -> None:
    proposals = context.store.proposals
    quicker: list[object] = []

    def nothing_yet(day: date) -> Proposal | None:
        if not quicker:
            quicker.append(propose.of_day(at(), day))
            return None
        return Proposals.of(proposals, day)

    monkeypatch.setattr(proposals, "of", nothing_yet)
    assert [propose.of_day(context, context.today)] == quicker


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


@pytest.mark.parametrize(("wanted", "code"), [({"another": True}, "day-off")])
def test_what_is_refused_has_left_nothing_behind(
    at: Callable[..., Context], wanted: dict[str, object], code: str
) -> None:
    saturday = at(SATURDAY)
    with pytest.raises(MikroError) as refused:
        propose.today(saturday, anyway="plan" in wanted, **wanted)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert saturday.store.proposals.of(saturday.today) is None
    assert plans.on(saturday, saturday.today) is None


def test_the_days_left_of_a_week_end_on_sunday_for_those_who_work_at_weekends(
    at: Callable[..., Context],
) -> None:
    friday = at(FRIDAY)
    write_settings(friday, 'workdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]\n')
    assert propose.today(friday).days_left == 3
    assert propose.today(at(SATURDAY)).days_left == 2


def test_the_days_left_of_a_week_end_on_friday_for_those_who_do_not(at: Callable[..., Context]) -> None:
    assert propose.today(at(FRIDAY)).days_left == 1
    assert propose.today(at(SATURDAY)).days_left == 0


def test_the_days_ahead_begin_with_today_and_leave_out_the_days_off(at: Callable[..., Context]) -> None:
    friday = at(FRIDAY)
    kept = propose.of_day(friday, friday.today)
    days = list(propose.ahead(friday, 14))
    assert days[0] == kept
    assert [proposal.day.isocalendar().weekday for proposal in days] == [5, 1, 2, 3, 4, 5, 1, 2, 3, 4]
    assert friday.store.proposals.of(days[1].day) is None
    monday = at("2026-11-30T08:30:00+01:00")
    assert propose.of_day(monday, monday.today) == days[1]


def test_a_day_on_which_something_was_done_asks_for_nothing_more(at: Callable[..., Context]) -> None:
    friday = at(FRIDAY)
    record.log(friday, None, moment_of(friday, None), own_words(""))
    assert next(propose.ahead(friday, 14)).day.isocalendar().weekday == 1
