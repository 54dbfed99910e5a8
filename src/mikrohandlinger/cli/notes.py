"""The user's own words on their way in: cleaned, masked, and not too long."""

from __future__ import annotations

import sys
from typing import NamedTuple

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import MAX_NOTE, clean, mask_personal


class Words(NamedTuple):
    """What will be stored: None if nothing is left, and how many personal details were masked."""

    text: str | None
    masked: int


def own_words(text: str, *, keep_personal: bool = False) -> Words:
    """Clean and mask what the user wrote.

    Raises:
        MikroError: When it is longer than :data:`~mikrohandlinger.domain.privacy.MAX_NOTE`.
    """
    cleaned = clean(text)
    if len(cleaned) > MAX_NOTE:
        raise MikroError(
            "note-too-long",
            N_(
                "That is {length} characters, and a note holds {most}. Shorten it and try again; nothing was stored."
            ),
            length=len(cleaned),
            most=MAX_NOTE,
        )
    if keep_personal:
        return Words(cleaned or None, 0)
    masked = mask_personal(cleaned)
    return Words(masked.text or None, masked.count)


def from_standard_input() -> str:
    """All of standard input as text, whatever its bytes are."""
    # A little more than a note holds, so that a longer one is refused instead of cut.
    return sys.stdin.buffer.read(8 * MAX_NOTE).decode("utf-8", "replace")
