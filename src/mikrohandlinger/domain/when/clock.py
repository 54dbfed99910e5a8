"""A time of day: "14:30", "kl. 14", "2 pm", "middag"."""

from __future__ import annotations

import datetime as dt
import re

from mikrohandlinger.domain.when.words import NOON
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

_CLOCK: Final = (
    r"(?P<at>kl\.?|klokken|at)? ?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?: (?P<half>[ap])\.?m\.?)?"
)


def clock_time(plain: str) -> dt.time | None:
    """Read a clock time: 14:30, 14.30, kl. 14, 2 pm, noon. A bare number is none."""
    if plain.removeprefix("at ") in NOON:
        return dt.time(12)
    match = re.fullmatch(_CLOCK, plain)
    if not match:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif match["minute"] is None and (match["at"] or "at") == "at":
        return None
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
