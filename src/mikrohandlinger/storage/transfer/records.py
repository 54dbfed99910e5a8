"""A row as it leaves the machine: an object with its kind, its id, its time of change, and what it says.

It is told in the words of the other documents, so that whoever reads one knows the other: feedback is an object, time
is an interval, a week is named by its number. Numbers that hold on one machine alone stay there.
"""

from __future__ import annotations

from datetime import date, datetime

from mikrohandlinger.domain.calendar import monday_of, week_label
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import MAX_NOTE, clean
from mikrohandlinger.storage.database.table import FILED, TABLES
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Final

    from mikrohandlinger.storage.database.journal import Row
    from mikrohandlinger.storage.database.table import Holds, Table

    Record = dict[str, Any]

#: By what its rows are called where they leave the machine.
BY_KIND: Final[Mapping[str, Table]] = {kind: table for table in TABLES for kind in table.kinds}

#: What every record has, whatever its kind.
COMMON: Final = ("kind", "id", "changed", "device", "deleted")
#: Of this machine alone.
_OWN: Final = frozenset({"number"})
#: Columns that are called something else.
_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "pauses": {"first": "from", "last": "to"},
    "reflections": {"monday": "week", "answer": "text"},
    "plan_uses": {"monday": "week"},
}
#: Columns that become one object, which is null where all of them are.
_GROUPS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "entries": {"feedback": ("way", "frame", "parts", "used", "told")},
}
#: Columns that become one list of two, which is null where both are.
_PAIRS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "rules": {
        "minutes": ("minutes_low", "minutes_high"),
        "minutes_after": ("minutes_after_low", "minutes_after_high"),
    },
}
_YEARS: Final = range(1970, 3000)
_LARGEST: Final = 2**53
#: Ids and values of a list are much shorter.
_LONGEST_PLAIN: Final = 200
#: A variation with all its words in both languages, with room to spare.
_LONGEST_JSON: Final = 40_000


class Read(NamedTuple):
    """A record that was understood.

    Attributes:
        table: Of which table its row is.
        row: The row, whole but for the number.
        unknown: The keys that a newer program has written, and that are not kept here.
    """

    table: Table
    row: Row
    unknown: frozenset[str]


def record_of(table: Table, row: Row) -> Record:
    """The record of a row."""
    kind = row["kind"] if table is FILED else table.kinds[0]
    names, said = _NAMES.get(table.name, {}), {}
    for column, holds in table.columns.items():
        if column not in _OWN and column not in COMMON:
            said[names.get(column, column)] = _told(column, holds, row[column], names)
    for name, columns in _GROUPS.get(table.name, {}).items():
        parts = {column: said.pop(column) for column in columns}
        said[name] = None if all(part is None for part in parts.values()) else parts
    for name, pair in _PAIRS.get(table.name, {}).items():
        ends = [said.pop(column) for column in pair]
        said[name] = None if ends == [None, None] else ends
    return {
        "kind": kind,
        "id": _identity(table, row),
        "changed": row["changed"],
        "device": row["device"],
        "deleted": bool(row["deleted"]),
        **said,
    }


def read(record: object) -> Read:
    """The row of a record.

    Raises:
        MikroError: When it can be none; the sentence says what is wrong with it.
    """
    if not isinstance(record, dict):
        raise MikroError("line-no-object", N_("it is no object"))
    kind = record.get("kind")
    table = BY_KIND.get(kind) if isinstance(kind, str) else None
    if table is None:
        raise MikroError(
            "kind-unknown", N_("this mikro knows nothing of the kind “{kind}”"), kind=_short(kind)
        )
    said = dict(record)
    _take_apart(table, said)
    names = _NAMES.get(table.name, {})
    deleted = _flag("deleted", said.get("deleted", False))
    row: Row = {}
    known = set(COMMON)
    for column, holds in table.columns.items():
        if column in _OWN:
            continue
        name = names.get(column, column)
        known.add(name)
        value = said.get(name)
        row[column] = None if value is None else _stored(table, column, name, holds, value)
    row["deleted"] = int(deleted or False)
    row["device"] = row["device"] or ""
    if deleted:
        row |= dict.fromkeys(table.words)
    _fill(table, row)
    if _identity(table, row) != said.get("id"):
        raise _wrong("id", said.get("id"))
    return Read(table, row, frozenset(said.keys() - known))


def _identity(table: Table, row: Row) -> str:
    if table is FILED:
        return str(row["id"])
    return "/".join(str(row[column]) for column in table.key)


def _take_apart(table: Table, said: Record) -> None:
    for name, columns in _GROUPS.get(table.name, {}).items():
        group = said.pop(name, None)
        if group is not None:
            if not isinstance(group, dict) or not group.keys() <= set(columns):
                raise _wrong(name, group)
            said.update(group)
    for name, pair in _PAIRS.get(table.name, {}).items():
        ends = said.pop(name, None)
        if ends is not None:
            if not isinstance(ends, list) or len(ends) != 2:
                raise _wrong(name, ends)
            said.update(zip(pair, ends, strict=True))


def _fill(table: Table, row: Row) -> None:
    """What every row has to say, and what a record may leave out."""
    for column in ("masked", "asked", "thanked"):
        if column in row and row[column] is None:
            row[column] = 0
    for column in (*table.key, "changed"):
        if row[column] is None:
            raise _wrong(column, None)


def _told(column: str, holds: Holds, value: Any, names: Mapping[str, str]) -> Any:
    if value is None:
        return None
    if holds == "flag":
        return bool(value)
    if holds == "json":
        import json

        return json.loads(value)
    if names.get(column) == "week":
        return week_label(date.fromisoformat(value))
    return value


def _stored(table: Table, column: str, name: str, holds: Holds, value: Any) -> Any:
    if holds == "flag":
        return None if (flag := _flag(name, value)) is None else int(flag)
    if holds == "number":
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < _LARGEST:
            raise _wrong(name, value)
        return value
    if holds == "json":
        if column == "parts" and not (isinstance(value, dict) and all(map(_is_text, value.values()))):
            raise _wrong(name, value)
        return _json(name, value)
    if not isinstance(value, str):
        raise _wrong(name, value)
    return _text(table, column, name, holds, value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= MAX_NOTE


def _text(table: Table, column: str, name: str, holds: Holds, value: str) -> str:
    if holds == "day":
        return _day(name, value)
    if holds == "instant":
        return _instant(name, value, is_exact=column == "changed")
    if column not in table.words:
        return _plain(name, value)
    words = clean(value)
    if not words or len(words) > MAX_NOTE:
        raise _wrong(name, value)
    return words


def _day(name: str, value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise _wrong(name, value) from None
    # The terms of all weeks before the first change hold from the first day there is.
    if day.year >= _YEARS.stop or (name == "week" and day != monday_of(day)):
        raise _wrong(name, value)
    return day.isoformat()


def _instant(name: str, value: str, *, is_exact: bool) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise _wrong(name, value) from None
    if moment.tzinfo is None or moment.year not in _YEARS or len(value) > 40:
        raise _wrong(name, value)
    if is_exact and moment.isoformat(timespec="microseconds") != value:
        raise _wrong(name, value)
    return value


def _plain(name: str, value: object) -> str:
    """An id, or a value of a list."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_PLAIN or clean(value) != value:
        if name == "device" and value == "":
            return ""
        raise _wrong(name, value)
    if name in ("device", "id") and not all(sign.isalnum() or sign in "-_." for sign in value):
        raise _wrong(name, value)
    return value


def _flag(name: str, value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise _wrong(name, value)
    return value


def _json(name: str, value: object) -> str:
    import json

    try:
        text = json.dumps(_cleaned(value), ensure_ascii=False)
    except (RecursionError, ValueError):
        raise _wrong(name, None) from None
    if len(text) > _LONGEST_JSON:
        raise _wrong(name, text)
    return text


def _cleaned(value: Any) -> Any:
    """Every text within, harmless to show."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(key): _cleaned(item) for key, item in value.items()}
    return value


def _wrong(name: str, value: object) -> MikroError:
    if value is None:
        return MikroError("field-missing", N_("“{field}” is missing"), field=name)
    return MikroError(
        "field-wrong", N_("“{field}” is “{value}”, which it cannot be"), field=name, value=_short(value)
    )


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
