"""The values of settings in the words of the screens: each is understood just as it is shown."""

from __future__ import annotations

from mikrohandlinger.domain.settings import BY_KEY
from mikrohandlinger.domain.words import shown as in_words
from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


def shown(key: str, value: Any) -> str:
    """A value, as JSON holds it, in the way that ``config set`` takes it."""
    kind = BY_KEY[key].kind
    if value in ("", []):
        return _amount("none")
    if isinstance(value, bool):
        value = str(value).lower()
    elif not kind.words or isinstance(value, int):
        return ", ".join(value) if isinstance(value, list) else str(value)
    ids = [value] if isinstance(value, str) else value
    if len(ids) > 1 and len(ids) == len(kind.choices) and kind.words != "weekday":
        return _amount("all")
    words = in_words(kind.words, language(), ids)
    return _weekdays(ids, words) if kind.words == "weekday" else ", ".join(words)


def _amount(amount: str) -> str:
    (word,) = in_words("amount", language(), [amount])
    return word


def _weekdays(ids: Sequence[str], words: Sequence[str]) -> str:
    """``man-fre`` where the days follow each other, ``man, tir, tor`` where they do not."""
    every = BY_KEY["workdays"].kind.choices
    begin = every.index(ids[0])
    if len(ids) > 2 and tuple(ids) == every[begin : begin + len(ids)]:
        return f"{words[0]}-{words[-1]}"
    return ", ".join(words)
