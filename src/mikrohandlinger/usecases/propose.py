"""The proposal of a day: as it was first shown, or chosen now; and the plan beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mikrohandlinger.domain.calendar import ONE_DAY
from mikrohandlinger.domain.errors import N_, MikroError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.proposal import Memory, Proposal
    from mikrohandlinger.domain.today import Today
    from mikrohandlinger.usecases.context import Context

#: Days in which a proposal that is made or changed matters to those ahead.
_REMEMBERED: Final = 28


def of_day(context: Context, day: date) -> Proposal:
    """The proposal for ``day``, chosen and kept if this is the first time it is asked for."""
    proposals = context.store.proposals
    shown = proposals.of(day)
    if shown is None:
        # What another process shows at this moment is the day's answer too, and not something to swap.
        first = proposals.memory(day)._replace(today=())
        shown = proposals.keep(_chooser(context)(day, first), context.clock.now)
    return shown


def anew(context: Context, day: date) -> Proposal:
    """The swap for what was shown last on ``day``."""
    proposals = context.store.proposals
    return proposals.keep(_chooser(context)(day, proposals.memory(day)), context.clock.now)


def ahead(context: Context, days: int) -> Iterator[Proposal]:
    """What would be proposed on each working day to come, today included until something is done; nothing is kept.

    Days on which nobody runs the program use nothing up, so each is answered from what is known now.

    Args:
        context: What the program works with.
        days: How many days ahead to look, days off among them.
    """
    from mikrohandlinger.domain.proposal import Memory

    today, store, calendar = context.today, context.store, context.calendar()
    memory, choose = store.proposals.memory(today), _chooser(context)
    later = Memory(memory.last_shown, [*memory.recent, *memory.today[-1:]])
    is_done = bool(store.entries.between(today, today))
    for day in (today + count * ONE_DAY for count in range(is_done, days)):
        if calendar.is_working(day):
            kept = store.proposals.of(day) if day == today else None
            yield kept or choose(day, later)


def rests_on(context: Context) -> tuple[object, ...]:
    """What of the user's data decides :func:`ahead`, beside the settings, for the price of a few small questions."""
    store, today = context.store, context.today
    return (
        store.proposals.state(today - _REMEMBERED * ONE_DAY),
        store.entries.experience(),
        bool(store.entries.between(today, today)),
        context.calendar().pauses,
    )


def _chooser(context: Context) -> Callable[[date, Memory], Proposal]:
    """What chooses for a day from what was shown before it, with all else that a proposal rests on."""
    from mikrohandlinger.domain.proposal import choose

    store = context.store
    profile, experience, seed = context.settings.profile, store.entries.experience(), store.seed()
    return lambda day, memory: choose(day, context.catalogue, profile, memory, experience, seed)


def today(
    context: Context, *, another: bool = False, plan: Words | None = None, anyway: bool = False
) -> Today:
    """What there is to see today; the proposal is made and kept where nobody has looked yet.

    Args:
        context: What the program works with.
        another: Swap the proposal first.
        plan: The plan to keep first.
        anyway: Propose one on a day off too.

    Raises:
        MikroError: When there is nothing to swap or to propose, or the plan is empty.
    """
    from mikrohandlinger.domain.today import report
    from mikrohandlinger.usecases.review import stand_of

    day, calendar, store = context.today, context.calendar(), context.store
    # Before the first thing is kept: what is refused has left nothing behind.
    if plan is not None and plan.text is None:
        raise MikroError("plan-empty", N_('The plan is empty. Write it like: --plan "When …, then …"'))
    is_proposed = anyway or calendar.is_working(day)
    if another and not is_proposed:
        raise MikroError(
            "day-off",
            N_(
                "Today is a day off, so there is nothing to swap. “mikro today --anyway” proposes one all the same."
            ),
        )
    proposal = of_day(context, day) if is_proposed else None
    if another:
        proposal = anew(context, day)
    if plan is not None:
        store.plans.set(day, plan, context.clock.now)
    return report(
        day,
        calendar,
        stand_of(context, day),
        proposal=proposal,
        action=None if proposal is None else context.catalogue.action(proposal.variation.action),
        plan=store.plans.on(day),
        anchor=context.settings.anchor,
        entries=store.entries.between(day, day),
        without_holidays=context.without_holidays(),
    )
