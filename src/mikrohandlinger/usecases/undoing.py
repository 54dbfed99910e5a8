"""Taking back the last change, and doing it again."""

from __future__ import annotations

from contextlib import contextmanager

from mikrohandlinger.domain.changes import Turned
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Final

    from mikrohandlinger.domain.changes import Change
    from mikrohandlinger.storage.database.undoing import Along, Undone
    from mikrohandlinger.usecases.context import Context

#: How many changes a list tells.
LISTED: Final = 20
#: What undo does not take back, and what does.
WAYS_BACK: Final[Mapping[str, str]] = {"nudge on": "mikro nudge off", "nudge off": "mikro nudge on"}


def latest(context: Context) -> Change:
    """The change that would be taken back.

    Raises:
        MikroError: When there is none.
    """
    found = context.store.changes()
    if not found:
        raise MikroError("nothing-to-undo", N_("There is nothing to take back."))
    return _here(context, found[0])


def changes(context: Context) -> list[Change]:
    """The latest changes that can be taken back, newest first."""
    return [_here(context, change) for change in context.store.changes(LISTED)]


def is_older(context: Context, change: Change) -> bool:
    """Whether a change is of another day than today."""
    return change.day != context.today


def passed_by(context: Context) -> MikroError | None:
    """The refusal of what was done last, where undo cannot take that back but something else can."""
    command = context.store.marked()
    if command is None:
        return None
    return MikroError(
        "undo-elsewhere",
        N_(
            "“mikro {command}” came last, and undo does not take that back; “{way}” does. "
            "The change before it: mikro undo --older"
        ),
        command=command,
        way=WAYS_BACK[command],
    )


def undo(context: Context, change: Change) -> Turned:
    """Take this change back.

    Raises:
        MikroError: When another command has changed something meanwhile, or nothing could be stored.
    """
    with _carrying(context, change) as along:
        undone = context.store.undo(context.clock.now, change, along)
    return _turned(context, change, undone)


def redo(context: Context) -> Turned | None:
    """Do again what was taken back last; None where nothing was, or something else was changed since.

    Raises:
        MikroError: When another command has changed something meanwhile, or nothing could be stored.
    """
    change = context.store.undone()
    if change is None:
        return None
    with _carrying(context, change) as along:
        redone = context.store.redo(change, context.clock.now, along)
    # What it wrote is told as it was written.
    return _turned(context, _here(context, change), redone._replace(entry=change.entry))


@contextmanager
def _carrying(context: Context, change: Change) -> Iterator[Along | None]:
    """What hears of the settings of a change that is turned: the weeks keep their terms, and the reminder follows."""
    keys = [piece.id for piece in change.filed if piece.kind == "setting"]
    if not keys:
        yield None
        return
    from mikrohandlinger.domain.settings import read
    from mikrohandlinger.usecases.configure import carrying_the_reminder

    context.notice_terms()
    with carrying_the_reminder(context, keys) as along:
        yield lambda table: along(read(table))


def _here(context: Context, change: Change) -> Change:
    """The change with its time as the local clock told it."""
    return change._replace(at=context.clock.here(change.at))


def _turned(context: Context, change: Change, turned: Undone) -> Turned:
    context.forget("pauses")
    if change.filed:
        context.forget("settings")
        context.forget("catalogue")
    entry = turned.entry
    action = None if entry is None else context.catalogue.action(entry.action)
    return Turned(change._replace(entry=entry), action, turned.left, turned.untouched)
