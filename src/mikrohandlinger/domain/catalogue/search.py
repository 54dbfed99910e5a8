"""Finding variations in the catalogue."""

from __future__ import annotations

from mikrohandlinger.domain.catalogue.model import LANGUAGES
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mikrohandlinger.domain.catalogue.model import Catalogue, Variation


class Wanted(NamedTuple):
    """What is looked for; what is None or empty does not matter.

    Attributes:
        action: Only this action.
        words: Only variations with all of these words, or beginnings of words, in either language or in the id.
        level: Only this level.
        minutes: Only those that take this long.
        rules: Only those about one's own local rules.
    """

    action: str | None = None
    words: str = ""
    level: int | None = None
    minutes: int | None = None
    rules: bool = False


def search(catalogue: Catalogue, wanted: Wanted) -> list[Variation]:
    """The variations in use that fit, in the order of the catalogue; hidden ones too, retired ones not."""
    return [
        variation
        for variation in catalogue.variations.values()
        if not variation.retired and _fits(variation, wanted)
    ]


def fold(text: str) -> str:
    """``text`` as it is compared: lower case, and with æ, ø and å as they are typed without a Danish keyboard."""
    return text.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _fits(variation: Variation, wanted: Wanted) -> bool:
    return (
        wanted.action in (None, variation.action)
        and wanted.level in (None, variation.level)
        and wanted.minutes in (None, variation.minutes)
        and (variation.rules or not wanted.rules)
        and _has_words(variation, wanted.words)
    )


def _has_words(variation: Variation, words: str) -> bool:
    wanted = fold(words).split()
    if not wanted:
        return True
    text = fold(
        " ".join((variation.id, *(part for language in LANGUAGES for part in variation.wording(language))))
    )
    return all(word in text for word in wanted)
