"""A new database out of what can still be read of a damaged one."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.database import salvage
from mikrohandlinger.storage.database.damage import is_readable
from mikrohandlinger.storage.database.holding import holding
from mikrohandlinger.storage.database.opening import APPLICATION_ID, VERSION, connect, translating
from mikrohandlinger.storage.database.schema import is_damaged, migrate
from mikrohandlinger.storage.database.table import BY_NAME, read
from mikrohandlinger.storage.database.whole import put_in_place, work_name
from mikrohandlinger.storage.files import refusing, remove, second_name
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any, Final

    from mikrohandlinger.domain.care import Holding
    from mikrohandlinger.storage.database.salvage import Page, Row, Value
    from mikrohandlinger.storage.database.table import Holds

#: What is counted from the rest, and comes again by itself.
_COUNTED: Final = frozenset({"week_marks", "memo"})
#: How the rows begin in which SQLite keeps the form of the database.
_OF_THE_FORM: Final = ("table", "index", "trigger", "view")
#: What the tables of the earlier forms are called now.
_RENAMED: Final = {"nudges": "reminders"}
#: What the columns of the journal hold, which stands in no list.
_ALIKE: Final[dict[str, Holds]] = {
    "at": "instant",
    "day": "day",
    "key": "json",
    "before": "json",
    "after": "json",
}
#: What a column of each kind can hold.
_KINDS: Final = {"TEXT": str, "INTEGER": int}


class Shape(NamedTuple):
    """How the rows of a table look where they are kept.

    Attributes:
        table: Its name.
        columns: Its columns.
        kinds: What each can hold.
        number: The place of the column that is the rowid; None where there is none.
        order: Where each column stands in what is kept.
    """

    table: str
    columns: tuple[str, ...]
    kinds: tuple[type, ...]
    number: int | None
    order: tuple[int, ...]

    def row(self, found: Row) -> tuple[Value, ...] | None:
        """The columns in their order; None where what was found is no row of this table."""
        values: list[Value] = [found.values[place] for place in self.order]
        if self.number is not None and found.rowid is not None:
            values[self.number] = found.rowid
        for value, kind in zip(values, self.kinds, strict=True):
            if value is not None and type(value) is not kind:
                return None
        return tuple(values)


class Salvaged(NamedTuple):
    """What came out of a damaged file.

    Attributes:
        holding: What it is.
        missing: Numbers of entries that could not be read, from and to.
        doubtful: Numbers of entries that stood there in two readings.
        unread: How many pieces made no sense.
    """

    holding: Holding
    missing: tuple[tuple[int, int], ...]
    doubtful: tuple[int, ...]
    unread: int


def page_count(path: str) -> int:
    """How many steps a rescue takes.

    Raises:
        MikroError: When the file cannot be read.
    """
    with refusing(path):
        return salvage.page_count(path)


def rescue(path: str, aside: str, advance: Callable[[], None]) -> Salvaged:
    """Read what can be read of the database into a new one, which takes its place.

    Args:
        path: The damaged database.
        aside: Where it goes.
        advance: Called for each page that was read.

    Raises:
        MikroError: When nothing of it can be read, or the new one cannot be written; then all is as it was.
    """
    work = work_name(path, "rescue")
    try:
        with refusing(path):
            _make(work, _version(path))
            with closing(connect(work, writable=True)) as connection, translating(work):
                salvaged = _fill(connection, path, advance)
            with suppress(FileExistsError):
                _keep(path, aside)
            put_in_place(work, path)
    finally:
        for ending in ("", "-journal"):
            remove(work + ending)
    return salvaged


def _version(path: str) -> int:
    said = salvage.version_of(path)
    return said if 1 <= said <= VERSION else VERSION


def _make(work: str, version: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(fresh, 0, version)
        content = fresh.serialize()
    with os.fdopen(os.open(work, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)


def _keep(path: str, aside: str) -> None:
    """Let the damaged file be found under another name too; a copy where the file system gives no second name."""
    if not second_name(path, aside):
        import shutil

        shutil.copyfile(path, aside)
        os.chmod(aside, 0o600)


def _fill(connection: sqlite3.Connection, path: str, advance: Callable[[], None]) -> Salvaged:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    filling = _Filling(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    for page in salvage.pages(path):
        filling.take(page)
        advance()
    if not filling.taken:
        raise _nothing(path)
    _mend(connection, version)
    migrate(connection, version, VERSION)
    connection.execute("COMMIT")
    if is_damaged(connection, VERSION) or not is_readable(connection):
        raise _nothing(path)
    return Salvaged(
        holding(connection), _missing(connection), tuple(sorted(filling.doubtful)), filling.told()
    )


def _nothing(path: str) -> MikroError:
    return MikroError(
        "nothing-rescued",
        N_("Nothing could be read of {path}, so it stays as it is. See what there is in {backups}."),
        path=path,
        backups=os.path.join(os.path.dirname(path), "backups"),
    )


class _Filling:
    """Puts what is read into the new database, each row once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.taken = 0
        self.unread = 0
        self.doubtful: set[int] = set()
        self._connection = connection
        #: Of each table what its rows come to, where each that is read a second time takes away what it added.
        self._balance: dict[str, int] = {}
        self._shapes = _shapes(connection)
        self._keeps_twice = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'entries_twin')"
        ).fetchone() == (1,)
        self._other_indexes = _other_indexes(connection)

    def told(self) -> int:
        """How many pieces made no sense; where every row is kept twice, what was read only once counts as one."""
        return self.unread or (sum(map(bool, self._balance.values())) if self._keeps_twice else 0)

    def take(self, page: Page) -> None:
        """Take the rows of a page, all of which are of one table."""
        self.unread += page.unread
        found: dict[int, list[Row]] = {}
        for row in page.rows:
            if not (page.is_table and row.values and row.values[0] in _OF_THE_FORM):
                found.setdefault(len(row.values), []).append(row)
        for width, rows in found.items():
            candidates = self._shapes.get((page.is_table, width), ())
            # Where rows look alike, most of those of a page tell which table it is of.
            fitting = {shape: sum(self._of(shape, row) is not None for row in rows) for shape in candidates}
            likeliest = sorted(candidates, key=lambda shape: -fitting[shape])
            # What is of another index tells nothing that its table does not.
            is_needed = bool(candidates) and (page.is_table or width not in self._other_indexes)
            for row in rows:
                self.unread += not self._put_somewhere(likeliest, row) and is_needed

    def _put_somewhere(self, candidates: Sequence[Shape], row: Row) -> bool:
        """Put the row into the first table that takes it; returns whether any did."""
        for shape in candidates:
            values = self._of(shape, row)
            if values is not None and self._put(shape, values):
                return True
        return False

    def _of(self, shape: Shape, row: Row) -> tuple[Value, ...] | None:
        values = shape.row(row)
        return values if values is not None and _makes_sense(shape, values) else None

    def _put(self, shape: Shape, values: Sequence[Value]) -> bool:
        """Put the row into its table, unless it is there; returns whether it belongs there at all."""
        if shape.table in _COUNTED:
            return True
        listing = ", ".join(shape.columns)
        try:
            done = self._connection.execute(
                f"INSERT INTO {shape.table} ({listing}) VALUES ({', '.join('?' * len(values))})"
                " ON CONFLICT DO NOTHING",
                values,
            ).rowcount
        except (sqlite3.IntegrityError, sqlite3.DataError, UnicodeEncodeError):
            return False
        self.taken += done
        self._balance[shape.table] = self._balance.get(shape.table, 0) ^ hash(tuple(values))
        if not done and not self._is_there(shape, values):
            # It stands there in two readings, of which the first was taken.
            if shape.table == "entries":
                self.doubtful.add(int(values[shape.columns.index("number")] or 0))
            else:
                self.unread += 1
        return True

    def _is_there(self, shape: Shape, values: Sequence[Value]) -> bool:
        same = " AND ".join(f"{column} IS ?" for column in shape.columns)
        found = self._connection.execute(f"SELECT 1 FROM {shape.table} WHERE {same}", values)
        return bool(found.fetchone())


def _makes_sense(shape: Shape, values: Sequence[Value]) -> bool:
    """Whether the row becomes a value again, as only what was written does."""
    row: dict[str, Any] = dict(zip(shape.columns, values, strict=True))
    if shape.table == "meta":
        return bool(row["key"] == "seed")
    if "target" in row and row["target"] not in BY_NAME:
        return False
    table = BY_NAME.get(_RENAMED.get(shape.table, shape.table))
    holds = {**_ALIKE, **(table.columns if table else {})}
    try:
        found = {
            column: read(holds[column], value)
            for column, value in row.items()
            if column in holds and value is not None
        }
        if shape.table == "proposals" and not row.get("deleted"):
            from mikrohandlinger.domain.catalogue.model import variation

            variation(found["wording"])
        for side in ("before", "after"):
            if "target" in row and found.get(side) is not None:
                BY_NAME[row["target"]].read(found[side])
    except (ValueError, TypeError, LookupError, AttributeError):
        return False
    return True


def _shapes(connection: sqlite3.Connection) -> dict[tuple[bool, int], list[Shape]]:
    """How the rows of every table look, by the kind of page and how many columns are kept there."""
    found: dict[tuple[bool, int], list[Shape]] = {}
    for shape, is_table, width in _each_shape(connection):
        known = found.setdefault((is_table, width), [])
        if shape not in known:
            known.append(shape)
    return found


def _each_shape(connection: sqlite3.Connection) -> Iterator[tuple[Shape, bool, int]]:
    tables = connection.execute(
        "SELECT name, wr FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    for name, without_rowid in tables:
        info = connection.execute(f"PRAGMA table_info({name})").fetchall()
        columns = tuple(column[1] for column in info)
        kinds = tuple(_KINDS[column[2]] for column in info)
        key = [place for place, column in enumerate(info) if column[5]]
        number = key[0] if not without_rowid and len(key) == 1 and kinds[key[0]] is int else None
        places = tuple(range(len(columns)))
        yield Shape(name, columns, kinds, number, places), not without_rowid, len(columns)
        twin = [row[1] for row in connection.execute(f"PRAGMA index_xinfo({name}_twin)").fetchall()]
        if twin:
            order = tuple(twin.index(place) for place in places)
            yield Shape(name, columns, kinds, None, order), False, len(twin)


def _other_indexes(connection: sqlite3.Connection) -> set[int]:
    """How many columns are kept in the indexes that do not have all of them."""
    indexes = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index'").fetchall()
    return {
        len(connection.execute(f"PRAGMA index_xinfo({name})").fetchall())
        for (name,) in indexes
        if not name.endswith("_twin")
    }


def _mend(connection: sqlite3.Connection, version: int) -> None:
    """Let what was read refer to nothing that was not."""
    connection.execute(
        "INSERT INTO meta (key, value) VALUES ('seed', ?) ON CONFLICT DO NOTHING", (os.urandom(8).hex(),)
    )
    if version == VERSION:
        connection.execute("DELETE FROM journal WHERE change NOT IN (SELECT number FROM changes)")
        connection.execute(
            "DELETE FROM changes WHERE what NOT IN ('restore', 'nudge on', 'nudge off')"
            " AND number NOT IN (SELECT change FROM journal)"
        )


def _missing(connection: sqlite3.Connection) -> tuple[tuple[int, int], ...]:
    """The numbers that were given to no entry which is there: numbers are given one after the other."""
    rows = connection.execute(
        "SELECT previous + 1, number - 1 FROM"
        " (SELECT number, lag(number, 1, 0) OVER (ORDER BY number) AS previous FROM entries)"
        " WHERE number > previous + 1"
    )
    return tuple((int(first), int(last)) for first, last in rows)
