"""JSON written and read by SQLite, which is there already: importing Python's own costs a fourth of a whole ``log``.

For the few rows that a command of every day touches; where many are read, Python's is quicker.
"""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from typing import Any, Final

#: How SQLite writes what Python has other values for.
_WORDS: Final = {"true": True, "false": False}


def array(values: Sequence[Any]) -> str:
    """The expression that writes so many values as a JSON array; they are bound in its place."""
    return f"json_array({_marks(len(values))})"


def object_of(row: Mapping[str, Any] | None) -> str:
    """The expression that writes a row as a JSON object, or NULL; :func:`parts_of` is bound in its place."""
    return "NULL" if row is None else f"json_object({_marks(2 * len(row))})"


def parts_of(row: Mapping[str, Any] | None) -> list[Any]:
    """The names and values of a row by turns, as :func:`object_of` wants them."""
    return [] if row is None else [part for pair in row.items() for part in pair]


def read(connection: sqlite3.Connection, text: str) -> Any:
    """What a JSON text says, as Python's own reader would give it.

    Raises:
        sqlite3.Error: When it is no JSON.
    """
    containers: dict[int, Any] = {}
    whole: Any = None
    for key, atom, kind, number, parent in connection.execute(
        "SELECT key, atom, type, id, parent FROM json_tree(?)", (text,)
    ):
        value: Any = _WORDS.get(kind, atom)
        if kind in ("object", "array"):
            value = containers[number] = {} if kind == "object" else []
        if parent is None:
            whole = value
        elif isinstance(containers[parent], list):
            containers[parent].append(value)
        else:
            containers[parent][key] = value
    return whole


def _marks(count: int) -> str:
    return ", ".join("?" * count)
