"""The user's own words on their way in: the one place where what somebody wrote becomes what may be stored."""

from __future__ import annotations

from mikrohandlinger.domain.privacy import MAX_NOTE, Words, clean, mask_personal, too_long


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


def _name_in(text: str) -> str | None:
    """What looks like a person's name; nothing is loaded for it where no word after the first begins large."""
    if not any(word[:1].isupper() and len(word) > 1 for word in text.split()[1:]):
        return None
    from mikrohandlinger.domain.catalogue.names import personal_name

    return personal_name(text)
