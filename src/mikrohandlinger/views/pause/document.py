"""Pauses for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.calendar import Pause


def document(pauses: Iterable[Pause]) -> dict[str, Any]:
    """``mikro pause --json``."""
    return envelope.document(
        pauses=[{"id": pause.id, **envelope.span(pause.first, pause.last)} for pause in pauses]
    )


def ended(count: int) -> dict[str, Any]:
    """``mikro resume --json``: how many pauses it ended."""
    return envelope.document(ended=count)
