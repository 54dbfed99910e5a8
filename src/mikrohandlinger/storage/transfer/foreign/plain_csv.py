"""A plain CSV with a date, a name and a note, as office programs write it."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.transfer import Fault, Tick
from mikrohandlinger.storage.transfer import dates, sources
from mikrohandlinger.storage.transfer.dates import Order
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Final

    from mikrohandlinger.storage.transfer.sources import Source

MOST_COLUMNS: Final = 100
_SEPARATORS: Final = ";\t,"
#: What begins a formula, and the sign that a spreadsheet is given before it.
FORMULAS: Final = "=+-@\t\r\n|＝＋－＠"
SHIELD: Final = "'"
_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("dato", "date", "dag", "day", "hvornår", "when", "datetime", "tidspunkt"),
    "time": ("tid", "time", "klokkeslæt", "kl", "kl."),
    "name": (
        "navn",
        "name",
        "handling",
        "mikrohandling",
        "action",
        "vane",
        "habit",
        "aktivitet",
        "activity",
        "opgave",
    ),
    "note": (
        "note",
        "notat",
        "noter",
        "notes",
        "kommentar",
        "comment",
        "tekst",
        "text",
        "beskrivelse",
        "description",
    ),
}
#: Columns that say whether it was done at all: whoever writes them has a form of their own.
_OF_OTHERS: Final = (
    "value",
    "værdi",
    "status",
    "done",
    "gjort",
    "result",
    "resultat",
    "state",
    "completed",
    "udført",
)


class _Form(NamedTuple):
    separator: str
    columns: Mapping[str, int]
    has_head: bool
    skipped: int


def read(source: Source, today: date) -> Iterator[Tick | Fault]:
    """The rows of a table, and what of it was not understood.

    Raises:
        MikroError: When it is no such table.
    """
    form = _form(source)
    order = Order()
    for _line, row in _rows(source, form):
        order = order.with_date(_cell(row, form, "date"))
    for line, row in _rows(source, form):
        try:
            yield _tick(line, row, form, order, today)
        except MikroError as error:
            yield Fault(source.name, line, error)


def _tick(line: int, row: list[str], form: _Form, order: Order, today: date) -> Tick:
    found = dates.dated(_cell(row, form, "date"), order)
    clock = found.time
    if told := _cell(row, form, "time"):
        clock = dates.time_of(told)
        if clock is None:
            raise MikroError("time-unknown", N_("“{time}” is no time of day"), time=told[:40])
    name = _cell(row, form, "name")
    if not name:
        raise MikroError("habit-missing", N_("no habit is named"))
    dates.not_ahead(found.day, today)
    return Tick(line, name, found.day, clock, _cell(row, form, "note"))


def _cell(row: list[str], form: _Form, name: str) -> str:
    place = form.columns.get(name)
    text = row[place].strip() if place is not None and place < len(row) else ""
    return text[1:] if text[:1] == SHIELD and text[1:2] and text[1] in FORMULAS else text


def _form(source: Source) -> _Form:
    start = sources.first_lines(source, 20)
    skipped, separator = 0, ""
    if start and start[0].strip().casefold().startswith("sep=") and len(start[0].strip()) == 5:
        separator, skipped = start[0].strip()[4], 1
    head = start[skipped] if len(start) > skipped else ""
    separator = separator or max(_SEPARATORS, key=head.count)
    try:
        names = next(csv.reader([head], delimiter=separator), [])
    except csv.Error:
        raise _unknown(source) from None
    if len(names) > MOST_COLUMNS:
        raise MikroError(
            "csv-wide",
            N_("{file} has more columns than the date, name and note that mikro reads."),
            file=source.name,
        )
    plain = [name.strip().casefold() for name in names]
    columns = {
        meaning: place
        for meaning, called in _CALLED.items()
        for place in [next((place for place, name in enumerate(plain) if name in called), None)]
        if place is not None
    }
    if {"date", "name"} <= columns.keys():
        if not set(plain).isdisjoint(_OF_OTHERS):
            raise MikroError(
                "csv-of-others",
                N_(
                    "{file} also says whether each line was done, in a way that mikro does not know. "
                    "Keep the lines that were done, and only the columns date, name and note."
                ),
                file=source.name,
            )
        return _Form(separator, columns, has_head=True, skipped=skipped)
    try:
        dates.dated(names[0] if names else "", Order())
    except MikroError:
        raise _unknown(source) from None
    if len(names) < 2:
        raise _unknown(source)
    return _Form(separator, {"date": 0, "name": 1, "note": 2}, has_head=False, skipped=skipped)


def _rows(source: Source, form: _Form) -> Iterator[tuple[int, list[str]]]:
    """The rows below the head, each with the line on which it begins."""
    reader = csv.reader(sources.lines(source), delimiter=form.separator)
    passed, line = form.skipped + form.has_head, 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                if passed:
                    passed -= 1
                else:
                    yield line, row
            line = reader.line_num + 1
    except csv.Error:
        raise _unknown(source) from None


def _unknown(source: Source) -> MikroError:
    return MikroError(
        "csv-unknown",
        N_(
            "{file} is no history that mikro reads. These work: an export of mikro (.jsonl), of Loop Habit Tracker "
            "(CSV), of jrnl (JSON), the log of harsh or habitctl, and a CSV with the columns date, name and note."
        ),
        file=source.name,
    )
