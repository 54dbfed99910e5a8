"""Finding variations in the catalogue."""

from __future__ import annotations

import re

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.catalogue.model import Catalogue, Variation


_WORD: Final = re.compile(r"\w+")


class Wanted(NamedTuple):
    """What is looked for; what is None or empty does not matter.

    Attributes:
        action: Only this action.
        words: Only variations with all of these words, or beginnings of words; or the beginning of an id.
        level: Only this level.
        minutes: Only those that take this long.
        rules: Only those about one's own local rules.
    """

    action: str | None = None
    words: str = ""
    level: int | None = None
    minutes: int | None = None
    rules: bool = False


def search(catalogue: Catalogue, wanted: Wanted, language: str) -> list[Variation]:
    """The variations in use that fit, in the order of the catalogue; hidden ones too, retired ones not.

    Args:
        catalogue: Where to look.
        wanted: What is looked for.
        language: The language of the screen, in which the words are looked for: ``da`` or ``en``.
    """
    return [
        variation
        for variation in catalogue.variations.values()
        if not variation.retired and _fits(variation, wanted, language)
    ]


def fold(text: str) -> str:
    """``text`` as it is compared: lower case, and with æ, ø and å as they are typed without a Danish keyboard."""
    return text.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _fits(variation: Variation, wanted: Wanted, language: str) -> bool:
    return (
        wanted.action in (None, variation.action)
        and wanted.level in (None, variation.level)
        and wanted.minutes in (None, variation.minutes)
        and (variation.rules or not wanted.rules)
        and _has_words(variation, wanted.words, language)
    )


def _has_words(variation: Variation, words: str, language: str) -> bool:
    wanted = fold(words).split()
    if not wanted:
        return True
    told = _WORD.findall(fold(" ".join(variation.wording(language))))
    return all(
        variation.id.startswith(word)
        or all(any(one.startswith(piece) for one in told) for piece in _WORD.findall(word) or [word])
        for word in wanted
    )
