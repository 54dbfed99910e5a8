"""The values of settings in words."""

from __future__ import annotations

from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def is_now(key: str, value: Any) -> str:
    """The answer of ``mikro config set`` and ``reset``."""
    return _("{key} is now {value}.").format(key=key, value=shown(value))


def shown(value: Any) -> str:
    """A value, as JSON holds it, in the way that ``config set`` takes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(value) or "–"
    return str(value) or "–"
