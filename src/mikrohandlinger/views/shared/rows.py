"""Plain rows of a screen, for the answers that do without Rich."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

#: Where the answers of commands end, whoever reads them.
WIDTH: Final = 80


def wrapped(text: str, left: int = 2, width: int = WIDTH) -> list[str]:
    """``text`` in rows that break between words; a longer word stands whole."""
    rows: list[str] = []
    for word in text.split():
        if rows and len(rows[-1]) + 1 + len(word) < width - left:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return [" " * left + row for row in rows]


def hint(text: str, left: int = 2, width: int = WIDTH) -> list[str]:
    """A hint in rows: its command, from ``mikro`` to the end, is never broken."""
    words, command = parted(text)
    rows = wrapped(words, left, width)
    if not command:
        return rows
    if rows and len(rows[-1]) + 1 + len(command) < width:
        rows[-1] += f" {command}"
    else:
        rows.append(" " * left + command)
    return rows


def parted(text: str) -> tuple[str, str]:
    """The words of a hint, and what can be typed with all that follows it."""
    begin = text.find("mikro ")
    return (text, "") if begin < 0 else (text[:begin].rstrip(), text[begin:])
