"""What leaves: all of the user's data in one of four forms, as its rows come."""

from __future__ import annotations

from itertools import groupby

from mikrohandlinger.domain.transfer import Contents
from mikrohandlinger.storage.database import everything
from mikrohandlinger.storage.database.table import ENTRIES, PAUSES, PLANS, REFLECTIONS, RULES
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mikrohandlinger.domain.transfer import ExportForm, Period
    from mikrohandlinger.storage.database.journal import Row
    from mikrohandlinger.storage.database.table import Table
    from mikrohandlinger.usecases.context import Context

#: What a diary tells.
_DIARY = (ENTRIES, REFLECTIONS, PLANS, PAUSES, RULES)
#: How many lines are written at a time.
_A_PIECE = 500


def contents(context: Context, period: Period) -> Contents:
    """How much there is of each kind, and how much of it is own words."""
    kinds: dict[str, int] = {}
    words = 0
    for kind, number, with_words in everything.count(context.store.journal, *period):
        kinds[kind] = kinds.get(kind, 0) + number
        if kind not in ("proposal", "setting", "hidden"):
            words += with_words
    return Contents(kinds, words)


def pieces(
    context: Context,
    form: ExportForm,
    period: Period,
    *,
    notes: bool = True,
    advance: Callable[[int], object] = lambda _rows: None,
) -> Iterator[str]:
    """The text of an export, piece by piece; Markdown is drawn by whoever shows it, from :func:`diary`.

    Args:
        context: What the program works with.
        form: ``jsonl``, ``csv`` or ``toml``.
        period: Only these days.
        notes: Whether own words leave too.
        advance: Is told how many rows were read.
    """
    rows = _told(_rows(context, period, notes=notes), advance)
    if form == "csv":
        from mikrohandlinger.storage.transfer import csv_file

        return csv_file.pieces(rows)
    if form == "toml":
        from mikrohandlinger.storage.toml import export
        from mikrohandlinger.storage.transfer.records import record_of

        return export.pieces(_head(context), (record_of(*found) for found in rows))
    return _together(_lines(context, rows, notes=notes))


def diary(
    context: Context,
    period: Period,
    *,
    notes: bool = True,
    advance: Callable[[int], object] = lambda _rows: None,
) -> Iterator[tuple[str, Iterator[Row]]]:
    """The rows that a diary tells, kind by kind, each from its oldest day on."""
    built_in = _built_in(context)

    def told(table: Table) -> Iterator[Row]:
        for row in everything.by_day(context.store.journal, table, *period):
            advance(1)
            shared = _shared(table, row, built_in, notes=notes)
            if shared is not None:
                yield shared

    for table in _DIARY:
        yield table.kinds[0], told(table)


def _rows(context: Context, period: Period, *, notes: bool) -> Iterator[tuple[Table, Row]]:
    built_in = _built_in(context)
    for table in everything.TRAVELLING:
        for row in everything.rows(context.store.journal, table, *period):
            shared = _shared(table, row, built_in, notes=notes)
            if shared is not None:
                yield table, shared


def _shared(table: Table, row: Row, built_in: Callable[[str], bool], *, notes: bool) -> Row | None:
    """A row without the user's own words; None where nothing is left of it then."""
    if notes or row["deleted"] or not table.words:
        return row
    if table.name == "entries":
        return {**row, "note": None, "parts": None}
    if table.name == "proposals":
        return row if built_in(row["variation"]) else None
    if table.name == "filed":
        from mikrohandlinger.domain.settings import BY_KEY

        setting = BY_KEY.get(row["id"])
        is_plain = row["kind"] == "hidden" or (
            row["kind"] == "setting" and setting and not setting.kind.is_words
        )
        return row if is_plain else None
    return None


def _built_in(context: Context) -> Callable[[str], bool]:
    """Tells whether a variation is one of the program's own, whose words are nobody's."""

    def tell(identity: str) -> bool:
        from mikrohandlinger.storage.toml import catalogue

        return identity in catalogue.built_in(context.paths.cache).variations

    return tell


def _told(rows: Iterable[tuple[Table, Row]], advance: Callable[[int], object]) -> Iterator[tuple[Table, Row]]:
    for found in rows:
        yield found
        advance(1)


def _lines(context: Context, rows: Iterable[tuple[Table, Row]], *, notes: bool) -> Iterator[str]:
    from mikrohandlinger.storage.transfer import jsonl

    head = _head(context)
    more = {} if notes else {"notes": False}
    yield jsonl.header(head["program"], head["device"], head["made"], **more)
    for table, row in rows:
        yield jsonl.line(table, row)


def _head(context: Context) -> dict[str, str]:
    from mikrohandlinger import __version__

    made = context.clock.now.isoformat(timespec="seconds")
    return {"program": f"mikro {__version__}", "device": context.store.journal.device, "made": made}


def _together(lines: Iterable[str]) -> Iterator[str]:
    for _number, some in groupby(enumerate(lines), lambda numbered: numbered[0] // _A_PIECE):
        yield "".join(line for _place, line in some)
