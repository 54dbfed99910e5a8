"""How alike two sentences are, and which of a catalogue are too much so: the same act, or the same reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from mikrohandlinger.domain.catalogue.lint_lines import lines
from mikrohandlinger.domain.catalogue.model import LANGUAGES
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.catalogue.model import Catalogue

#: From this likeness on, two acts are the same in other clothes.
NEAR: Final = 0.8
#: From this likeness on, two acts (of whatever action), or two reasons, are near enough to look at: a fault of a
#: whole catalogue, a hint in a user's own file.
NEAR_ACTS: Final = 0.7
NEAR_REASONS: Final = 0.5


def similarity(one: str, other: str) -> float:
    """How alike two sentences are, 0–1: the Dice coefficient of their sets of three-letter pieces.

    Case, punctuation and spacing make no difference.
    """
    first, second = pieces(one), pieces(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


@lru_cache(maxsize=4000)
def pieces(text: str) -> frozenset[str]:
    """The three-letter pieces of a sentence, words apart."""
    words = re.findall(r"[^\W_]+", text.casefold())
    plain = f" {' '.join(words)} "
    return frozenset(plain[start : start + 3] for start in range(len(plain) - 2))


def near_duplicates(raw: Mapping[str, Any], base: Catalogue | None) -> Iterator[Fault]:
    """The acts and the reasons of a file that nearly repeat one before them, or one of the built-in catalogue."""
    for language in LANGUAGES:
        for field, near in (("text", NEAR_ACTS), ("why", NEAR_REASONS)):
            yield from _alike(raw, base, language, field, near)


def _alike(
    raw: Mapping[str, Any], base: Catalogue | None, language: str, field: str, near: float
) -> Iterator[Fault]:
    known = () if base is None else [one for one in base.variations.values() if not one.retired]
    earlier = [(one.id, getattr(one.wording(language), field)) for one in known]
    for line in lines(raw):
        if line.language != language or line.field != field or line.retired:
            continue
        name, likeness = max(
            ((name, similarity(line.text, other)) for name, other in earlier),
            key=lambda found: found[1],
            default=("", 0.0),
        )
        earlier.append((line.name, line.text))
        if likeness >= near:
            yield line.fault(
                _TOLD[field],
                other=name,
                percent=round(likeness * 100),
                is_hint=base is not None and not (field == "text" and likeness >= NEAR),
            )


_TOLD: Final = {
    "text": N_(
        "This is nearly the same sentence as in {other} ({percent} per cent alike). Find another act."
    ),
    "why": N_(
        "This is nearly the same reason as in {other} ({percent} per cent alike). Say why just this act."
    ),
}
