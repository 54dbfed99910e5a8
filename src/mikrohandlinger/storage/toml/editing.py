"""Small changes in a TOML file that a person wrote: every other byte stays as it was.

A TOML writer would put the file in its own order and drop the comments. Here a table is appended, or an item
put into or taken out of one list, and the result is parsed again: it must say exactly what was meant.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mikrohandlinger.domain.errors import N_, MikroError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

#: A list grows downwards once its line is this long.
LONG_LINE: Final = 90
#: A string, a comment, or a single character of a list.
_PIECE: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|.', re.DOTALL)


class _List(NamedTuple):
    """A list in the text: from behind ``[`` to ``]``, and where its strings are."""

    start: int
    end: int
    items: tuple[tuple[int, int], ...]


def append_table(text: str, name: str, table: Mapping[str, Any]) -> str:
    """``text`` with ``table`` as one more ``[[name]]`` at its end."""
    import tomli_w

    end = _line_end(text)
    block = tomli_w.dumps({name: [dict(table)]}).replace("\n", end)
    if not text:
        return block
    return text + ("" if text.endswith("\n") else end) + end + block


def add_item(text: str, key: str, item: str) -> str:
    """``text`` with ``item`` in the list at the top-level ``key``; the list is made if there is none."""
    for found in _lists(text, key):
        candidate = _with_item(text, found, item)
        if _says(candidate, text, key, [*_items(text, key), item]):
            return candidate
    candidate = _with_list(text, key, item)
    if key not in parsed(text) and _says(candidate, text, key, [item]):
        return candidate
    raise ValueError(key)


def remove_item(text: str, key: str, item: str) -> str:
    """``text`` without ``item`` in the list at the top-level ``key``."""
    left = [other for other in _items(text, key) if other != item]
    for found in _lists(text, key):
        candidate = text
        for start, end in reversed(found.items):
            if _value(text[start:end]) == item:
                candidate = _cut(candidate, start, end)
        if _says(candidate, text, key, left):
            return candidate
    raise ValueError(key)


def by_hand(path: Path, key: str) -> MikroError:
    """The refusal when the file is written in a way that a small change does not fit into."""
    return MikroError(
        "edit-by-hand",
        N_(
            "The list “{key}” in {path} is written in a way that cannot be changed from here. Change it in an editor."
        ),
        path=path,
        key=key,
    )


def _lists(text: str, key: str) -> Iterator[_List]:
    """Every list that could be the value of ``key``; whether it stands at the top is seen by parsing the result."""
    name = re.escape(key)
    for match in re.finditer(rf"(?m)^[ \t\ufeff]*(?:{name}|\"{name}\"|'{name}')[ \t]*=[ \t]*\[", text):
        items: list[tuple[int, int]] = []
        for piece in _PIECE.finditer(text, match.end()):
            if piece[0] == "]":
                yield _List(match.end(), piece.start(), tuple(items))
                break
            if piece[0][0] in "\"'":
                items.append(piece.span())


def _with_item(text: str, found: _List, item: str) -> str:
    written = json.dumps(item, ensure_ascii=False)
    if not found.items:
        return text[: found.start] + written + text[found.start :]
    # Behind the last item, in the way that it stands itself: on a line of its own, or beside the others.
    start, end = found.items[-1]
    line = re.search(r"(\r?\n[ \t]*)$", text[found.start : start])
    gap = line[1] if line else " "
    if not line and end - text.rfind("\n", 0, end) > LONG_LINE:
        gap = f"{_line_end(text)}  "
    return text[:end] + "," + gap + written + text[end:]


def _with_list(text: str, key: str, item: str) -> str:
    """Put a new list below the line of ``schema``, or at the very top, where no table has begun."""
    end = _line_end(text)
    written = f"{key} = [{end}  {json.dumps(item, ensure_ascii=False)},{end}]"
    schema = re.search(r"(?m)^[ \t\ufeff]*schema[ \t]*=[^\r\n]*", text)
    if schema:
        return text[: schema.end()] + end + written + text[schema.end() :]
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return mark + written + end + text[len(mark) :]


def _cut(text: str, start: int, end: int) -> str:
    """``text`` without the item there, its comma, and the line that it had to itself."""
    comma = re.match(r"[ \t]*,", text[end:])
    if comma:
        end += comma.end()
        rest = re.match(r"[ \t]*(?=[^\s#])", text[end:])
        end += rest.end() if rest else 0
    else:
        before = re.search(r",\s*$", text[:start])
        # The comma in front goes instead; blanks and line ends before the item go with it.
        start = before.start() if before else start
        return text[:start] + text[end:]
    own_line = re.search(r"\n[ \t]*$", text[:start])
    after = re.match(r"[ \t]*\r?\n", text[end:])
    if own_line and after:
        return text[: own_line.start() + 1] + text[end + after.end() :]
    return text[:start] + text[end:]


def _says(candidate: str, before: str, key: str, items: list[str]) -> bool:
    """Whether ``candidate`` says what ``before`` said, but for ``items`` at ``key``."""
    try:
        found = parsed(candidate)
    except ValueError:
        return False
    return found == {**parsed(before), key: items}


def _items(text: str, key: str) -> list[str]:
    items = parsed(text).get(key, [])
    return list(items) if isinstance(items, list) else []


def parsed(text: str) -> dict[str, Any]:
    """What ``text`` says. Raises ValueError when it is no TOML."""
    import tomllib

    return tomllib.loads(text.removeprefix("\ufeff"))


def _value(written: str) -> Any:
    try:
        return parsed(f"item = {written}")["item"]
    except ValueError:
        return None


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
