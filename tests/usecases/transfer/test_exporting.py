"""What leaves: right in a spreadsheet, as TOML and as lines, only the days that are asked for."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.entries import Moment
from mikrohandlinger.domain.privacy import Words
from mikrohandlinger.domain.transfer import Period
from mikrohandlinger.usecases import record
from mikrohandlinger.usecases.transfer import exporting

from .test_importing import fill

if TYPE_CHECKING:
    from mikrohandlinger.domain.transfer import ExportForm
    from mikrohandlinger.usecases.context import Context

EVER = Period()
NOTES = [
    "=1+1",
    "+45",
    "-1",
    "@SUM(A1)",
    "\u2212",
    'med "anførsel"; og semikolon',
    "to\nlinjer",
    "＝1",
    "almindelig",
]


def text(context: Context, form: ExportForm, period: Period = EVER) -> str:
    return "".join(exporting.pieces(context, form, period))


def log(context: Context, note: str) -> None:
    record.log(context, "ask", Moment(context.clock.now, context.today), Words(note, 0))


def test_no_cell_of_a_table_is_a_formula_and_a_danish_excel_reads_it(context: Context) -> None:
    for note in NOTES:
        log(context, note)
    whole = text(context, "csv")
    assert whole.startswith("\ufeffkind;day;time;action;text;")
    rows = list(csv.DictReader(io.StringIO(whole.removeprefix("\ufeff"), newline=""), delimiter=";"))
    cells = [row["text"] for row in rows if row["kind"] == "entry"]
    assert all(cell[0] not in "=+-@\t\r＝" for cell in cells)
    assert [cell.removeprefix("'") for cell in cells] == NOTES
    assert [row["time"] for row in rows[:1]] == ["08:30"]
    assert "\r\n" in whole


def test_toml_says_the_same_as_the_lines(context: Context) -> None:
    fill(context)
    said = tomllib.loads(text(context, "toml"))
    lines = [json.loads(line) for line in text(context, "jsonl").splitlines()[1:]]
    for kind in {line["kind"] for line in lines}:
        expected = [
            {key: value for key, value in line.items() if value is not None and key != "kind"}
            for line in lines
            if line["kind"] == kind
        ]
        for table, line in zip(said[kind], expected, strict=True):
            assert table.keys() == line.keys()
            assert table["id"] == line["id"]


@pytest.mark.parametrize(("first", "last", "kinds"), [(-1, 0, True), (1, 2, False), (-3, -2, False)])
def test_only_the_days_that_are_asked_for_leave(context: Context, first: int, last: int, kinds: bool) -> None:
    from datetime import timedelta

    fill(context)
    period = Period(context.today + timedelta(first), context.today + timedelta(last))
    found = {json.loads(line)["kind"] for line in text(context, "jsonl", period).splitlines()[1:]}
    assert ("entry" in found) == kinds
    assert "setting" not in found
    assert exporting.contents(context, period).kinds.keys() == found - {"plan_use"} | (found & {"plan_use"})


def test_what_leaves_is_counted_before(context: Context) -> None:
    fill(context)
    found = exporting.contents(context, Period())
    assert found.kinds["entry"] == 1
    assert found.words == 4, "a note, an answer, a plan, a rule"
