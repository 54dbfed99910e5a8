"""SQLite's JSON, held against Python's."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mikrohandlinger.storage.database.as_json import array, object_of, parts_of, read

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What a column can hold, and what can stand in a text: SQLite ends a text for JSON at a NUL, which no text of ours has.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
COLUMN = st.none() | st.integers(-(2**63), 2**63 - 1) | TEXT
NESTED = st.recursive(
    COLUMN | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
)


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        yield opened


@settings(max_examples=500)
@given(row=st.dictionaries(TEXT, COLUMN, max_size=6))
def test_what_sqlite_writes_python_reads(connection: sqlite3.Connection, row: dict[str, Any]) -> None:
    values = list(row.values())
    written, listed = connection.execute(
        f"SELECT {object_of(row)}, {array(values)}", (*parts_of(row), *values)
    ).fetchone()
    assert json.loads(written) == row
    assert json.loads(listed) == values


@settings(max_examples=500)
@given(value=NESTED)
def test_what_python_writes_sqlite_reads(connection: sqlite3.Connection, value: Any) -> None:
    assert read(connection, json.dumps(value, ensure_ascii=False)) == value
    assert read(connection, json.dumps(value)) == value


def test_no_row_is_null(connection: sqlite3.Connection) -> None:
    assert connection.execute(f"SELECT {object_of(None)}", parts_of(None)).fetchone() == (None,)


# A comma behind the last item is none of ours either, but SQLite takes it from its release 3.42 on.
@pytest.mark.parametrize("text", ["", "{", "[1", '{"a": nobody}'])
def test_what_is_no_json_is_refused(connection: sqlite3.Connection, text: str) -> None:
    with pytest.raises(sqlite3.Error):
        read(connection, text)
