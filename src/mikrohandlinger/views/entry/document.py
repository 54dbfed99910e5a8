"""An entry for programs."""

from __future__ import annotations

from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.feedback import Feedback


def document(entry: Entry, proposed: Variation | None) -> dict[str, Any]:
    """``mikro log --json`` and ``mikro edit --json``."""
    return envelope.document(entry=fields(entry, proposed))


def fields(entry: Entry, proposed: Variation | None) -> dict[str, Any]:
    """One entry, as it stands in every document.

    Args:
        entry: The entry.
        proposed: What was proposed and so done with it, as far as that is known.
    """
    return {
        "id": entry.id,
        "number": entry.number,
        "at": entry.at.isoformat(),
        "day": entry.day.isoformat(),
        "action": entry.action,
        "variation": entry.variation,
        "text": None if proposed is None else proposed.wording(language()).text,
        "note": entry.note,
        "reach": entry.reach,
        "went": entry.went,
        "masked": entry.masked,
        "rule": entry.rule,
        "feedback": None if entry.feedback is None else _feedback(entry.feedback),
    }


def _feedback(feedback: Feedback) -> dict[str, Any]:
    return {**feedback._asdict(), "parts": dict(feedback.parts)}
