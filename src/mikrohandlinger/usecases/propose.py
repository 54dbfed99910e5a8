"""The proposal of a day: as it was first shown, or chosen now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.proposal import Proposal
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
