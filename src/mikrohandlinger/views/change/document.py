"""Changes for programs; what ``mikro edit`` answers is the entry itself."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.change import words
from mikrohandlinger.views.entry.document import fields
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.changes import Change, Turned
    from mikrohandlinger.domain.entries import Proposed, Touched


def undone(turned: Turned, proposed: Proposed) -> dict[str, Any]:
    """``mikro undo --json``."""
    change = turned.change
    entry = None if change.entry is None else fields(change.entry, proposed(change.entry))
    return envelope.document(change=_change(change), undone=change.command, entry=entry, left=turned.left)


def redone(turned: Turned | None) -> dict[str, Any]:
    """``mikro redo --json``; without a change where there was nothing to do again."""
    return envelope.document(change=None if turned is None else _change(turned.change))


def changes(found: Iterable[Change]) -> dict[str, Any]:
    """``mikro undo --list --json``, newest first."""
    return envelope.document(
        changes=[{**_change(change), "number": number} for number, change in enumerate(found, 1)]
    )


def deleted(touched: Touched, proposed: Variation | None) -> dict[str, Any]:
    """``mikro delete --json``: the entry as it was."""
    return envelope.document(deleted=fields(touched.entry, proposed))


def _change(change: Change) -> dict[str, Any]:
    return {
        "number": change.number,
        "at": change.at.isoformat(timespec="seconds"),
        "what": change.what,
        "text": words.in_short(change),
    }
