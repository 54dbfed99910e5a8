"""Changes for programs; what ``mikro edit`` answers is the entry itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mikrohandlinger.views.entry.document import fields
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from mikrohandlinger.domain.entries import TakenBack, Touched


def undone(taken: TakenBack) -> dict[str, Any]:
    """``mikro undo --json``."""
    entry = None if taken.touched is None else fields(taken.touched.entry)
    return envelope.document(undone=taken.command, entry=entry, left=taken.left)


def deleted(touched: Touched) -> dict[str, Any]:
    """``mikro delete --json``: the entry as it was."""
    return envelope.document(deleted=fields(touched.entry))
