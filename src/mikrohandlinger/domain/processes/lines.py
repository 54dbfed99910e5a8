"""On which line of a file of scripts something stands, which the parser of TOML does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mikrohandlinger.domain.catalogue.model import LANGUAGES
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.processes.check import Found

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*=""")


class _Place(NamedTuple):
    """Within which table a line stands: the script and its step, by number, and the language; or another table."""

    process: int = 0
    step: int = 0
    language: str = ""
    other: str = ""

    def below(self, name: str) -> _Place:
        """Where the lines stand that follow the head of the table ``name``."""
        if name == "process":
            return _Place(self.process + 1)
        if name == "process.step":
            return _Place(self.process, self.step + 1)
        if name.startswith("process."):
            return self._replace(language=name.rpartition(".")[2], other="")
        return self._replace(other=name)


def line_of(text: str, found: Found) -> int:
    """The line, from 1, at which a fault stands; that of its table where its key does not stand on one of its own."""
    first, _dot, field = found.fault.key.partition(".")
    language, key = (first, field) if first in LANGUAGES else ("", first)
    nearest = 0
    for number, place, begun in _lines(text):
        if place.other or found.fault.table.startswith("[source"):
            is_here = found.fault.table == f"[{place.other}]"
        else:
            is_here = (place.process, place.step) == (found.process, found.step)
        if not is_here:
            continue
        if begun == (key or language) and place.language in ("", language):
            return number
        if not nearest or (not begun and place.language == language != ""):
            nearest = number
    return nearest or 1


def _lines(text: str) -> Iterator[tuple[int, _Place, str]]:
    """Each line that begins something: its number, its table, and the key; "" for the head of the table itself."""
    place, quoted = _Place(), ""
    for number, line in enumerate(text.splitlines(), 1):
        if quoted:
            quoted = "" if quoted in line else quoted
            continue
        head, key = _HEADER.match(line), _KEY.match(line)
        if head:
            place = place.below(re.sub(r"\s*\.\s*", ".", head[2]))
            yield number, place, ""
        elif key:
            yield number, place, key[1]
            quoted = next((marks for marks in ('"""', "'''") if line.count(marks) % 2), "")
