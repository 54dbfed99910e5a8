"""The rows in a file of SQLite, read page by page, whatever the rest of the file looks like.

SQLite itself ends at the first page that makes no sense. Here every page stands for itself: nothing leads to it, and
what it holds either makes sense to the last byte or is counted as unread. The form of a page is that of
https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import os
import struct

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from typing import Final

    #: A value as SQLite keeps it.
    Value = int | float | str | bytes | None

#: The kinds of pages that hold rows: of a table, of an index, and within an index.
_TABLE: Final = 0x0D
_INDEX: Final = (0x0A, 0x02)
_HEAD: Final = {0x0D: 8, 0x0A: 8, 0x02: 12}
#: How many bytes an integer takes, by its serial type.
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_SIZES: Final = frozenset(1 << power for power in range(9, 17))
_USUAL_SIZE: Final = 4096


class Row(NamedTuple):
    """What a piece of a page says.

    Attributes:
        values: Its columns.
        rowid: Its number in a table that has such; None in an index.
    """

    values: tuple[Value, ...]
    rowid: int | None


class Page(NamedTuple):
    """What a page holds.

    Attributes:
        is_table: Whether it is of a table with rowids; otherwise of an index, or a table without.
        rows: What could be read of it.
        unread: How many pieces of it made no sense.
    """

    is_table: bool
    rows: list[Row]
    unread: int


class _NonsenseError(Exception):
    """What stands there is not what SQLite writes."""


def pages(path: str) -> Iterator[Page]:
    """Every page of the file that holds rows, in order.

    Raises:
        OSError: When the file cannot be read.
    """
    with open(path, "rb") as file:
        whole = os.fstat(file.fileno()).st_size
        size = _page_size(file.read(100))
        for number in range(whole // size):
            file.seek(number * size)
            page = _read(file, file.read(size), 100 if number == 0 else 0)
            if page is not None:
                yield page


def version_of(path: str) -> int:
    """The version of the form as the head of the file has it; it may be anything."""
    with open(path, "rb") as file:
        return int.from_bytes(file.read(100)[60:64], "big")


def page_count(path: str) -> int:
    """How many pages there are."""
    with open(path, "rb") as file:
        return os.fstat(file.fileno()).st_size // _page_size(file.read(100))


def _page_size(head: bytes) -> int:
    size = int.from_bytes(head[16:18], "big")
    return size if size in _SIZES else _USUAL_SIZE


def _read(file: BufferedReader, page: bytes, begin: int) -> Page | None:
    kind = page[begin]
    if kind not in _HEAD:
        return None
    (count,) = struct.unpack_from(">H", page, begin + 3)
    first = begin + _HEAD[kind]
    if first + 2 * count > len(page):
        return Page(kind == _TABLE, [], 1)
    rows, unread = [], 0
    for (place,) in struct.iter_unpack(">H", page[first : first + 2 * count]):
        try:
            rows.append(_cell(file, page, place, kind))
        except (_NonsenseError, IndexError, struct.error, UnicodeDecodeError):
            unread += 1
    return Page(kind == _TABLE, rows, unread)


def _cell(file: BufferedReader, page: bytes, place: int, kind: int) -> Row:
    if kind == 0x02:
        place += 4  # which page stands before it
    length, place = _varint(page, place)
    rowid = None
    if kind == _TABLE:
        rowid, place = _varint(page, place)
        rowid -= (rowid >> 63) << 64
    usable = len(page)
    most = usable - 35 if kind == _TABLE else (usable - 12) * 64 // 255 - 23
    least = (usable - 12) * 32 // 255 - 23
    here = length
    if length > most:
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
    payload = page[place : place + here]
    if length > here:
        payload += _overflow(file, page[place + here : place + here + 4], length - here, usable)
    if len(payload) != length:
        raise _NonsenseError
    return Row(_record(payload), rowid)


def _overflow(file: BufferedReader, pointer: bytes, length: int, size: int) -> bytes:
    """What did not fit into the page, from the pages that it goes on in."""
    if length > os.fstat(file.fileno()).st_size:
        raise _NonsenseError
    pieces = []
    while length > 0:
        number = int.from_bytes(pointer, "big")
        if number == 0:
            raise _NonsenseError
        file.seek((number - 1) * size)
        page = file.read(size)
        pointer, piece = page[:4], page[4 : 4 + length]
        if len(page) < size:
            raise _NonsenseError
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def _record(payload: bytes) -> tuple[Value, ...]:
    head, place = _varint(payload, 0)
    types = []
    while place < head:
        kind, place = _varint(payload, place)
        types.append(kind)
    if place != head:
        raise _NonsenseError
    values: list[Value] = []
    for kind in types:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise _NonsenseError
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, place
    if kind in (8, 9):
        return kind - 8, place
    if kind in _INTEGERS or kind == 7:
        end = place + _INTEGERS.get(kind, 8)
        raw = payload[place:end]
        if kind == 7:
            return struct.unpack(">d", raw)[0], end
        return int.from_bytes(raw, "big", signed=True), end
    if kind < 12:
        raise _NonsenseError
    end = place + (kind - 12) // 2
    if end > len(payload):
        raise _NonsenseError
    raw = payload[place:end]
    return (raw.decode() if kind % 2 else raw), end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for taken in range(8):
        byte = data[place + taken]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + taken + 1
    return value << 8 | data[place + 8], place + 9
