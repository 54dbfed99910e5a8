"""How what is typed is read, the same in every command."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from mikrohandlinger.domain.entries import Moment
from mikrohandlinger.domain.errors import N_, MikroError

if TYPE_CHECKING:
    from mikrohandlinger.usecases.context import Context

#: The hour of an entry for another day when no time is told.
_MIDDAY: Final = time(12)


def moment_of(context: Context, at: str | None) -> Moment:
    """When ``--at`` says that it happened; now, unless it says anything.

    Raises:
        MikroError: When it is not understood, or still to come.
    """
    now = context.clock.now
    if at is None:
        return Moment(now, now.date())
    from mikrohandlinger.domain.when.reading import parse_when

    when = parse_when(at, now)
    if when.time is None and when.day == now.date():
        return Moment(now, now.date())
    return Moment(context.clock.localise(datetime.combine(when.day, when.time or _MIDDAY)), when.day)


def action_of(context: Context, word: str | None) -> str | None:
    """The id of the action that ``--action`` names; None where it names none.

    Raises:
        MikroError: When it is no action.
    """
    if word is None:
        return None
    found = context.catalogue.find_action(word)
    if found is None:
        raise MikroError(
            "action-unknown", N_("“{word}” is not an action. The three are: ask, doubt, feedback."), word=word
        )
    return found.id
