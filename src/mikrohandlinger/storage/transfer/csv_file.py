"""The user's own words as a table for a spreadsheet: right in a Danish Excel, and nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime

from mikrohandlinger.storage.transfer.foreign.plain_csv import FORMULAS, SHIELD
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, Final

    from mikrohandlinger.storage.database.journal import Row
    from mikrohandlinger.storage.database.table import Table

COLUMNS: Final = (
    "kind", "day", "time", "action", "text", "question", "reach", "went", "way", "used", "told",
    "until", "status", "minutes_from", "minutes_to", "times", "per", "people", "variation", "id",
)  # fmt: skip
#: With it Excel takes the file for UTF-8.
_MARK: Final = "\ufeff"
_ROWS_A_PIECE: Final = 500


def pieces(rows: Iterable[tuple[Table, Row]]) -> Iterator[str]:
    """The file piece by piece; what was taken away, and what is no word of the user's, is left out."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write(_MARK)
    writer.writerow(COLUMNS)
    for number, cells in enumerate(filter(None, map(_cells, rows)), 1):
        writer.writerow([_cell(cells.get(column)) for column in COLUMNS])
        if number % _ROWS_A_PIECE == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """A table of rows that all have the same columns."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write(_MARK)
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return buffer.getvalue()


def _cells(found: tuple[Table, Row]) -> dict[str, Any] | None:
    table, row = found
    if row["deleted"] or table.name not in _SAID:
        return None
    return {**row, "kind": table.kinds[0], **_SAID[table.name](row)}


def _entry_text(row: Row) -> str | None:
    parts = json.loads(row["parts"]) if row["parts"] else {}
    said = [str(row["note"]), *map(str, parts.values())] if row["note"] else list(map(str, parts.values()))
    return "\n".join(said) or None


def _time(at: str) -> str:
    return f"{datetime.fromisoformat(at):%H:%M}"


#: What a row of each table says under which column, beside those that are called the same.
_SAID: Final[Mapping[str, Callable[[Row], dict[str, Any]]]] = {
    "entries": lambda row: {"time": _time(row["at"]), "text": _entry_text(row)},
    "reflections": lambda row: {
        "day": row["monday"],
        "text": row["answer"],
        "question": row["question"] or row["key"],
    },
    "plans": lambda _row: {},
    "pauses": lambda row: {"day": row["first"], "until": row["last"]},
    "rules": lambda row: {
        "day": row["noticed"],
        "text": row["title"],
        "minutes_from": row["minutes_low"],
        "minutes_to": row["minutes_high"],
    },
}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return str(value).replace(".", ",")
    text = str(value)
    return SHIELD + text if isinstance(value, str) and text[:1] and text[0] in FORMULAS else text
