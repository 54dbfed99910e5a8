"""Taking back the last change, and doing it again."""

from __future__ import annotations

from mikrohandlinger.domain.changes import Turned
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.changes import Change
    from mikrohandlinger.usecases.context import Context

#: How many changes a list tells.
LISTED: Final = 20


def latest(context: Context) -> Change:
    """The change that would be taken back.

    Raises:
        MikroError: When there is none.
    """
    found = context.store.changes()
    if not found:
        raise MikroError("nothing-to-undo", N_("There is nothing to take back."))
    return found[0]


def changes(context: Context) -> list[Change]:
    """The latest changes that can be taken back, newest first."""
    return context.store.changes(LISTED)


def is_older(context: Context, change: Change) -> bool:
    """Whether a change is of another day than today."""
    return change.day != context.today


def undo(context: Context, change: Change) -> Turned:
    """Take this change back.

    Raises:
        MikroError: When another command has changed something meanwhile, or nothing could be stored.
    """
    undone = context.store.undo(context.clock.now, change)
    return _turned(context, change._replace(entry=undone.entry), undone.left)


def redo(context: Context) -> Turned | None:
    """Do again what was taken back last; None where nothing was, or something else was changed since.

    Raises:
        MikroError: When another command has changed something meanwhile, or nothing could be stored.
    """
    change = context.store.undone()
    if change is None:
        return None
    return _turned(context, change, context.store.redo(change, context.clock.now))


def _turned(context: Context, change: Change, left: int) -> Turned:
    context.forget("pauses")
    action = None if change.entry is None else context.catalogue.action(change.entry.action)
    return Turned(change, action, left)
