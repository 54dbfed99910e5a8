"""A text that comes through standard input."""

from __future__ import annotations

import sys
from typing import Final

from mikrohandlinger.domain.privacy import too_long

#: Much more than a note holds, also of spaces that do not count, so that a longer one is refused instead of cut.
MOST_BYTES: Final = 1_000_000


def read_all() -> str:
    """All of standard input as text: UTF-8, or what the system writes where it is none.

    Raises:
        MikroError: When it is longer than any note.
    """
    content = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
    if len(content) > MOST_BYTES:
        raise too_long(len(content))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = sys.stdin.encoding.lower().replace("-", "")
        return content.decode("cp1252" if encoding.startswith("utf8") else encoding, "replace")
