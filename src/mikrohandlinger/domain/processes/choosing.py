"""Which of several lines somebody means with an answer."""

from __future__ import annotations

from mikrohandlinger.domain.words import folded
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

_ALL: Final = ("", "j", "ja", "y", "yes", "alle", "all")
_NONE: Final = ("n", "nej", "no", "ingen", "none")


def chosen(typed: str, count: int) -> tuple[int, ...] | None:
    """The numbers, from 1, of the lines that are meant; None where the answer is not understood.

    Args:
        typed: Yes (also nothing at all), no, or numbers, in either language.
        count: How many lines there are.
    """
    said = folded(typed).rstrip(".")
    if said in _ALL:
        return tuple(range(1, count + 1))
    if said in _NONE:
        return ()
    words = said.replace(",", " ").replace(" og ", " ").replace(" and ", " ").split()
    if not words or not all(word.isascii() and word.isdecimal() for word in words):
        return None
    numbers = sorted({int(word) for word in words})
    return tuple(numbers) if numbers[0] >= 1 and numbers[-1] <= count else None
