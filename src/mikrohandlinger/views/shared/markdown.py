"""Markdown that pastes into Teams, Outlook and a wiki, and reads well as it stands."""

from __future__ import annotations

import re

from mikrohandlinger.domain.privacy import clean, one_line
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Final

    from mikrohandlinger.views.shared.sections import Said, Section

_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
#: What can begin or end something in CommonMark, in tables and in the wikis' own dialects.
_PUNCTUATION: Final = re.compile(r"([\\`*_{}\[\]|~^$#!@])|((?<=\w)://)|(^\s*(?:[-+=:]|\d+(?=[.)])))")


def joined(blocks: Iterable[str]) -> str:
    """The blocks as a page; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """``text`` on one line, so that no dialect of Markdown, nor HTML, sees anything but text in it."""
    plain = "".join(_ENTITIES.get(char, char) for char in one_line(text))
    return _PUNCTUATION.sub(_escape, plain)


def _escape(found: re.Match[str]) -> str:
    if found[2]:
        return "\\://"  # no address becomes a link by itself
    if found[3]:
        mark = found[3]
        return f"\\{mark}" if not mark[-1].isdigit() else f"{mark}\\"
    return f"\\{found[0]}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table, the first row its head, padded so that it is one to the eye as well."""
    widths = [max(3, *(len(row[column]) for row in rows)) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def section(part: Section) -> list[str]:
    """A part of a report: own words quoted below what they are about."""
    return [f"### {part.title}", *map(_quoted, part.said)]


def _quoted(item: Said) -> str:
    lines = [escaped(line) for line in clean(item.words).split("\n") if line.strip()]
    about = [escaped(item.about), f"*{escaped(item.proposed)}*" if item.proposed else ""]
    return joined([*about, "\n>\n".join(f"> {line}" for line in lines)]).rstrip("\n")


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)
