"""An entry for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.entries import Entry


def document(entry: Entry) -> dict[str, Any]:
    """``mikro log --json`` and ``mikro edit --json``."""
    return envelope.document(entry=fields(entry))


def fields(entry: Entry) -> dict[str, Any]:
    """One entry, as it stands in every document."""
    return {
        "id": entry.id,
        "number": entry.number,
        "at": entry.at.isoformat(),
        "day": entry.day.isoformat(),
        "action": entry.action,
        "variation": entry.variation,
        "note": entry.note,
        "reach": entry.reach,
        "went": entry.went,
        "masked": entry.masked,
    }
