"""A text that comes through standard input."""

from __future__ import annotations

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from mikrohandlinger.domain.privacy import too_long
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

#: Much more than a note holds, also of spaces that do not count, so that a longer one is refused instead of cut.
MOST_BYTES: Final = 1_000_000


def read_all() -> str:
    """All of standard input as text: UTF-8, UTF-16 with its mark, or what the system writes where it is neither.

    A byte that is none costs the one character it stands for.

    Raises:
        MikroError: When it is longer than any note.
    """
    content = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
    if len(content) > MOST_BYTES:
        raise too_long(len(content))
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _not_quite_utf_8(content)


def _not_quite_utf_8(content: bytes) -> str:
    text = content.decode("utf-8-sig", "replace")
    # Where a letter beyond ASCII was read, it is UTF-8 with a slip in it; where none was, it is another encoding.
    if any(character > "\x7f" and character != "\N{REPLACEMENT CHARACTER}" for character in text):
        return text
    encoding = sys.stdin.encoding.lower().replace("-", "")
    return content.decode("cp1252" if encoding.startswith("utf8") else encoding, "replace")
