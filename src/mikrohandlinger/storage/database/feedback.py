"""What an entry says of feedback, in the columns of its row; nearly every entry says nothing, and never comes here."""

from __future__ import annotations

import json

from mikrohandlinger.domain.feedback import Feedback, changed
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from mikrohandlinger.domain.feedback import FeedbackChange


def of_columns(columns: Sequence[Any]) -> Feedback:
    """What the five columns say, in the order of the fields of :class:`Feedback`."""
    way, frame, parts, used, told = columns
    return Feedback(way, frame, parts_of(parts), used, None if told is None else bool(told))


def parts_of(stored: str | None) -> dict[str, str]:
    """The parts by key, as they are stored."""
    read = json.loads(stored) if stored else {}
    return (
        {key: text for key, text in read.items() if isinstance(text, str)} if isinstance(read, dict) else {}
    )


def columns_of(change: FeedbackChange, row: Mapping[str, Any]) -> dict[str, Any]:
    """What the columns of ``row`` say afterwards."""
    before = of_columns([row.get(field) for field in Feedback._fields])
    after = changed(before, change)
    return {
        "way": after.way,
        "frame": after.frame,
        "parts": json.dumps(after.parts, ensure_ascii=False) if after.parts else None,
        "used": after.used,
        "told": None if after.told is None else int(after.told),
    }
