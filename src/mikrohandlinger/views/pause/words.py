"""Pauses in words."""

from __future__ import annotations

from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import full_date
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mikrohandlinger.domain.calendar import Pause


def added(pause: Pause) -> str:
    """The answer to a new pause."""
    return _("Pause: {pause}. No day in it counts against you.").format(pause=described(pause))


def listed(pauses: Sequence[Pause]) -> list[str]:
    """Every pause on a line of its own."""
    return [described(pause) for pause in pauses] or [_("There are no pauses.")]


def ended(count: int) -> str:
    """The answer of ``mikro resume``, which ended ``count`` pauses."""
    return _("Welcome back. Today counts again.") if count else _("There is no pause today.")


def described(pause: Pause) -> str:
    """The days of a pause."""
    if pause.last is None:
        return _("from {first} until “mikro resume”").format(first=full_date(pause.first))
    if pause.first == pause.last:
        return full_date(pause.first)
    return _("from {first} to {last}").format(first=full_date(pause.first), last=full_date(pause.last))
