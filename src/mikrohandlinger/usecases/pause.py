"""Days off: set in advance or afterwards, and ended."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mikrohandlinger.domain.calendar import Pause
    from mikrohandlinger.usecases.context import Context


def add(context: Context, words: Sequence[str]) -> Pause:
    """Keep a pause of the days that the words mean.

    Raises:
        MikroError: When they are not understood, or nothing was stored.
    """
    from mikrohandlinger.domain.when.ranges import parse_range

    now = context.clock.now
    added = context.store.pauses.add(*parse_range(words, now), now)
    context.forget("pauses")
    return added


def every(context: Context) -> tuple[Pause, ...]:
    """Every pause, oldest first."""
    return context.store.pauses.every()


def end(context: Context) -> list[Pause]:
    """End the pauses that cover today, so that it counts again; returns them as they were."""
    ended = context.store.pauses.end(context.today, context.clock.now)
    context.forget("pauses")
    return ended
