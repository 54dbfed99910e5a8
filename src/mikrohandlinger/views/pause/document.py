"""Pauses for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.pauses import Listed


def document(pauses: Iterable[Listed]) -> dict[str, Any]:
    """``mikro pause --json``."""
    return envelope.document(
        pauses=[
            {
                "number": each.number,
                "id": each.pause.id,
                **envelope.span(each.pause.first, each.pause.last),
            }
            for each in pauses
        ]
    )


def ended(count: int) -> dict[str, Any]:
    """``mikro resume --json``: how many pauses it ended."""
    return envelope.document(ended=count)
