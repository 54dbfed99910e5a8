"""The proposal of a day: as it was first shown, or chosen now; and the plan beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.domain.errors import N_, MikroError

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.domain.today import Today
    from mikrohandlinger.usecases.context import Context


def of_day(context: Context, day: date) -> Proposal:
    """The proposal for ``day``, chosen and kept if this is the first time it is asked for."""
    return context.store.proposals.of(day) or anew(context, day)


def anew(context: Context, day: date) -> Proposal:
    """A new proposal for ``day``: its first, or the swap for the one already shown."""
    from mikrohandlinger.domain.proposal import choose

    store = context.store
    memory = store.proposals.memory(day)
    profile, experience = context.settings.profile, store.entries.experience()
    return store.proposals.keep(choose(day, context.catalogue, profile, memory, experience, store.seed()))


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
