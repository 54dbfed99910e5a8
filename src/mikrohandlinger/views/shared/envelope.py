"""The form that every JSON document has. Keys are only ever added."""

from __future__ import annotations

from collections.abc import Iterator

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from typing import Any, Final

SCHEMA: Final = 1


def document(**fields: Any) -> dict[str, Any]:
    """A document with these fields, in this order."""
    return {"schema": SCHEMA, **fields}


def refusal(code: str, message: str, detail: str | None = None) -> dict[str, Any]:
    """The document that tells why a command did nothing; ``detail`` is what another program said about it, if one did."""
    return document(error={"code": code, "message": message, **({"detail": detail} if detail else {})})


def span(first: date, last: date | None) -> dict[str, str | None]:
    """The fields ``from`` and ``to``, which no argument can be called; without an end ``to`` is null."""
    return {"from": first.isoformat(), "to": last.isoformat() if last is not None else None}


def day(day: date, off: str | None, entries: int) -> dict[str, Any]:
    """A day of a week or a year."""
    return {"day": day.isoformat(), "working_day": off is None, "off_reason": off, "entries": entries}


def as_text(document: Mapping[str, Any], *, ascii_only: bool = False) -> str:
    """The document as it is written; with ``ascii_only`` every other letter is escaped."""
    return "".join(pieces(document, ascii_only=ascii_only))


def pieces(document: Mapping[str, Any], *, ascii_only: bool = False) -> Iterator[str]:
    """The same piece by piece; a field that is an iterator becomes a list that is written as its rows come."""
    import json

    write = json.JSONEncoder(ensure_ascii=ascii_only, indent=2).encode
    opening = "{\n  "
    for key, value in document.items():
        yield f"{opening}{write(key)}: "
        opening = ",\n  "
        if isinstance(value, Iterator):
            yield from _rows(map(write, value))
        else:
            yield _deeper(write(value), 1)
    yield "\n}\n"


def _rows(rows: Iterable[str]) -> Iterator[str]:
    opening, closing = "[\n    ", "[]"
    for row in rows:
        yield opening + _deeper(row, 2)
        opening, closing = ",\n    ", "\n  ]"
    yield closing


def _deeper(written: str, levels: int) -> str:
    """What was written, where it stands within something else; a line break within words is escaped already."""
    return written.replace("\n", "\n" + "  " * levels)
