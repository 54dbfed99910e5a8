"""Which meeting is meant with a word."""

from __future__ import annotations

from mikrohandlinger.domain.words import folded
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from mikrohandlinger.domain.processes.model import Script

#: So many letters of a name are its beginning.
LEAST: Final = 3


def meant(scripts: Sequence[Script], word: str) -> Script | None:
    """The script that is meant by its id, its number from 1, its title in either language, or a word for it.

    The beginning of an id or a word is enough where it begins no other's.
    """
    wanted = _plain(word)
    if not wanted:
        return None
    if wanted.isdecimal() and 1 <= int(wanted) <= len(scripts):
        return scripts[int(wanted) - 1]
    named = {script.id: [_plain(name) for name in _names(script)] for script in scripts}
    whole = [script for script in scripts if wanted in named[script.id]]
    if whole or len(wanted) < LEAST:
        return whole[0] if whole else None
    begun = [script for script in scripts if any(name.startswith(wanted) for name in named[script.id])]
    return begun[0] if len(begun) == 1 else None


def _names(script: Script) -> list[str]:
    return [script.id, *script.words, *(words.title for words in script.wordings.values())]


def _plain(word: str) -> str:
    return folded(word).replace("-", " ")
