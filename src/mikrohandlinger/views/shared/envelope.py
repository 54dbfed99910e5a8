"""The form that every JSON document has. Keys are only ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

SCHEMA: Final = 1


def document(**fields: Any) -> dict[str, Any]:
    """A document with these fields, in this order."""
    return {"schema": SCHEMA, **fields}


def refusal(code: str, message: str) -> dict[str, Any]:
    """The document that tells why a command did nothing."""
    return document(error={"code": code, "message": message})


def span(first: date, last: date | None) -> dict[str, str | None]:
    """The fields ``from`` and ``to``, which no argument can be called; without an end ``to`` is null."""
    return {"from": first.isoformat(), "to": last.isoformat() if last is not None else None}


def day(day: date, off: str | None, entries: int) -> dict[str, Any]:
    """A day of a week or a year."""
    return {"day": day.isoformat(), "working_day": off is None, "off_reason": off, "entries": entries}


def as_text(document: Mapping[str, Any], *, ascii_only: bool = False) -> str:
    """The document as it is written; with ``ascii_only`` every other letter is escaped."""
    import json

    return json.dumps(document, ensure_ascii=ascii_only, indent=2) + "\n"
