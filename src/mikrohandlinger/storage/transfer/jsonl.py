"""Our own form, without loss: a line that says what it is, then one line a row.

Lines end at a line feed alone, as a note may hold every other sign that some programs take for a line end.
"""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.transfer.records import read, record_of
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, BinaryIO, Final

    from mikrohandlinger.storage.database.journal import Row
    from mikrohandlinger.storage.database.table import Table
    from mikrohandlinger.storage.transfer.records import Read, Record

SCHEMA: Final = 1
PROGRAM: Final = "mikro"
#: No row of ours comes near it, in bytes.
LONGEST_LINE: Final = 1_000_000
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A line of a file.

    Attributes:
        number: From 1 up.
        record: What it says; None where that is nothing.
        reason: Why it says nothing.
    """

    number: int
    record: Record | None
    reason: MikroError | None = None


def header(program: str, device: str, made: str, **more: Any) -> str:
    """The first line."""
    return _line(
        {"kind": "header", "schema": SCHEMA, "program": program, "device": device, "made": made, **more}
    )


def line(table: Table, row: Row, **more: Any) -> str:
    """The line of a row."""
    return _line({**record_of(table, row), **more})


def _line(record: Record) -> str:
    import json

    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def is_header(record: object) -> bool:
    """Whether a first line is one of ours."""
    return (
        isinstance(record, dict)
        and record.get("kind") == "header"
        and isinstance(record.get("program"), str)
        and record["program"].startswith(PROGRAM)
    )


def check_header(record: Record, name: str) -> None:
    """See that the file can be read by this program.

    Raises:
        MikroError: When it was written by a newer one.
    """
    schema = record.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int) or not schema >= 1:
        raise MikroError("jsonl-form", N_("{file} does not say in which form it was written."), file=name)
    if schema > SCHEMA:
        raise MikroError(
            "jsonl-newer",
            N_("{file} was written by a newer mikro. Upgrade this one, and it can be read."),
            file=name,
        )


def lines(file: BinaryIO, heard: Callable[[bytes], object] | None = None) -> Iterator[Line]:
    """The lines of an open file that are whole, the header among them; empty ones say nothing.

    Args:
        file: Open for reading, at its beginning.
        heard: Is told every byte that was read.
    """
    number = 0
    while True:
        raw = file.readline(LONGEST_LINE + 1)
        if heard is not None:
            heard(raw)
        if not raw.endswith(b"\n"):
            if len(raw) <= LONGEST_LINE:
                return
            number += 1
            yield Line(number, None, MikroError("line-long", N_("it is longer than any line of mikro")))
            while raw and not raw.endswith(b"\n"):
                raw = file.readline(LONGEST_LINE)
                if heard is not None:
                    heard(raw)
            continue
        number += 1
        if number == 1:
            raw = raw.removeprefix(_BYTE_ORDER_MARK)
        if raw.strip():
            yield _parsed(number, raw)


def parsed(raw: bytes) -> Any:
    """What a line says.

    Raises:
        ValueError: When it is no JSON, or too deep.
    """
    import json

    try:
        return json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except RecursionError:
        raise ValueError from None


def _parsed(number: int, raw: bytes) -> Line:
    try:
        said = parsed(raw)
    except ValueError:  # a wrong letter is one too
        return Line(number, None, MikroError("line-no-json", N_("it is no JSON")))
    if not isinstance(said, dict):
        return Line(number, None, MikroError("line-no-object", N_("it is no object")))
    return Line(number, said)


def _no_number(name: str) -> object:
    raise ValueError(name)


def rows(found: Iterable[Line]) -> Iterator[tuple[int, Read | MikroError, Record]]:
    """The row that each line after the header holds, or why it holds none, with its number and the line itself."""
    for number, record, reason in found:
        if reason is not None or record is None:
            yield number, reason or MikroError("line-no-object", N_("it is no object")), {}
            continue
        if record.get("kind") == "header":
            continue
        try:
            yield number, read(record), record
        except MikroError as error:
            yield number, error, record
