"""The user's own words on their way in: the one place where what somebody wrote becomes what may be stored."""

from __future__ import annotations

from mikrohandlinger.domain.privacy import MAX_NOTE, Words, clean, mask_personal, too_long
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def own_words(text: str, *, keep_personal: bool = False) -> Words:
    """Clean and mask what the user wrote; whoever shows the answer tells how many details were masked.

    Args:
        text: What was written.
        keep_personal: Whether the user insists on the personal details in it.

    Raises:
        MikroError: When it is longer than :data:`~mikrohandlinger.domain.privacy.MAX_NOTE`.
    """
    cleaned = clean(text)
    if len(cleaned) > MAX_NOTE:
        raise too_long(len(cleaned))
    if keep_personal:
        return Words(cleaned or None, 0)
    masked = mask_personal(cleaned)
    return Words(masked.text or None, masked.count, _name_in(masked.text))


def told_together(parts: Iterable[Words]) -> Words:
    """What is to be told of several texts at once: how many details were masked, and the first name; no text."""
    every = list(parts)
    name = next((words.name for words in every if words.name), None)
    return Words(None, sum(words.masked for words in every), name)


def _name_in(text: str) -> str | None:
    """What looks like a person's name; nothing is loaded for it where no word after the first begins large."""
    if not any(word[:1].isupper() and len(word) > 1 for word in text.split()[1:]):
        return None
    from mikrohandlinger.domain.catalogue.names import personal_name

    return personal_name(text)
