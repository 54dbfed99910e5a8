"""All that is the user's, row by row: what leaves in an export, and what a synchronised folder is told.

Rows are read in portions, each on its own, so that nobody who writes has to wait for one who reads slowly, and a
million of them need no more memory than a thousand.
"""

from __future__ import annotations

from mikrohandlinger.storage.database.table import TABLES
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from typing import Any, Final

    from mikrohandlinger.storage.database.journal import Journal, Row
    from mikrohandlinger.storage.database.table import Table

#: How many rows are read at a time.
PORTION: Final = 1000

#: The tables whose rows are the user's, in the order in which they leave.
TRAVELLING: Final = tuple(table for table in TABLES if table.kinds)


def order_of(table: Table) -> tuple[str, ...]:
    """The columns by which its rows leave: as they were written where they are numbered, else by key."""
    return ("number",) if "number" in table.columns else table.key


def rows(
    journal: Journal, table: Table, first: date | None = None, last: date | None = None
) -> Iterator[Row]:
    """The rows of a table, those that were taken away among them.

    Args:
        journal: The open database.
        table: Which one.
        first: No row that ends before this day; one without a day is left out where a day is given.
        last: No row that begins after it.
    """
    order = order_of(table)
    condition, values = _within(table, first, last)
    if condition is None:
        return
    yield from _in_portions(journal, table, condition, values, order)


def by_day(
    journal: Journal, table: Table, first: date | None = None, last: date | None = None
) -> Iterator[Row]:
    """The rows that stand, of a table with days, from the oldest day to the newest."""
    assert table.days is not None
    order = (table.days[0], *order_of(table))
    if table.name == "entries":
        order = ("day", "at", "number")
    condition, values = _within(table, first, last)
    yield from _in_portions(journal, table, f"deleted = 0 AND {condition}", values, order)


def _in_portions(
    journal: Journal, table: Table, condition: str, values: Sequence[Any], order: Sequence[str]
) -> Iterator[Row]:
    """The rows that fit ``condition`` in this order, read a portion at a time, each from where the last one ended."""
    columns, places = ", ".join(order), ", ".join("?" * len(order))
    after: tuple[Any, ...] = ()
    while True:
        beyond = f"{condition} AND ({columns}) > ({places})" if after else condition
        portion = journal.query(
            f"SELECT {table.listing} FROM {table.name} WHERE {beyond} ORDER BY {columns} LIMIT {PORTION}",
            (*values, *after),
        ).fetchall()
        for row in portion:
            yield dict(zip(table.columns, row, strict=True))
        if len(portion) < PORTION:
            return
        found = dict(zip(table.columns, portion[-1], strict=True))
        after = tuple(found[column] for column in order)


def count(
    journal: Journal, first: date | None = None, last: date | None = None
) -> Iterator[tuple[str, int, int]]:
    """For each kind that stands anywhere: its name, how many there are, and how many of them hold own words."""
    for table in TRAVELLING:
        condition, values = _within(table, first, last)
        if condition is None:
            continue
        kind = "kind" if len(table.kinds) > 1 else f"'{table.kinds[0]}'"
        words = f"coalesce({', '.join(table.words)})" if len(table.words) > 1 else "".join(table.words)
        for found in journal.query(
            f"SELECT {kind}, count(*), count({words or 'NULL'}) FROM {table.name}"
            f" WHERE deleted = 0 AND {condition} GROUP BY 1",
            values,
        ).fetchall():
            if found[1]:
                yield found


def _within(table: Table, first: date | None, last: date | None) -> tuple[str | None, list[str]]:
    """The condition for the rows of these days, and its values; None where no row can be of a day."""
    if first is None and last is None:
        return "1", []
    if table.days is None:
        return None, []
    conditions, values = ["1"], []
    if first is not None:
        conditions.append(f"coalesce({table.days[1]}, '9999-12-31') >= ?")
        values.append(first.isoformat())
    if last is not None:
        conditions.append(f"{table.days[0]} <= ?")
        values.append(last.isoformat())
    return " AND ".join(conditions), values
