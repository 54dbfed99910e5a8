"""The user's own files, as the tests of the use cases find and write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.usecases.context import Context


def write_settings(context: Context, text: str) -> None:
    """Put ``text`` into ``config.toml``, as an editor would."""
    path = Path(context.paths.settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def is_there(path: str) -> bool:
    """Whether there is a file."""
    return Path(path).exists()
