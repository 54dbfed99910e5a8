"""The user's own words on their way in: cleaned, masked, and not too long."""

from __future__ import annotations

import sys
from typing import Final

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import MAX_NOTE, Words, clean, mask_personal

#: Much more than a note holds, also of spaces that do not count, so that a longer one is refused instead of cut.
_MOST_BYTES: Final = 1_000_000


def own_words(text: str, *, keep_personal: bool = False) -> Words:
    """Clean and mask what the user wrote.

    Raises:
        MikroError: When it is longer than :data:`~mikrohandlinger.domain.privacy.MAX_NOTE`.
    """
    cleaned = clean(text)
    if len(cleaned) > MAX_NOTE:
        raise _too_long(len(cleaned))
    if keep_personal:
        return Words(cleaned or None, 0)
    masked = mask_personal(cleaned)
    return Words(masked.text or None, masked.count)


def from_standard_input() -> str:
    """All of standard input as text: UTF-8, or what the system writes where it is none."""
    content = sys.stdin.buffer.read(_MOST_BYTES + 1) if sys.stdin is not None else b""
    if len(content) > _MOST_BYTES:
        raise _too_long(len(content))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = sys.stdin.encoding.lower().replace("-", "")
        return content.decode("cp1252" if encoding.startswith("utf8") else encoding, "replace")


def _too_long(length: int) -> MikroError:
    return MikroError(
        "note-too-long",
        N_("That is {length} characters, and a note holds {most}. Shorten it and try again."),
        length=length,
        most=MAX_NOTE,
    )
