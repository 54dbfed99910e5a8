"""The form of every JSON document is written once."""

from __future__ import annotations

import ast
import json
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import mikrohandlinger
from mikrohandlinger.views.shared import envelope

PACKAGE = Path(mikrohandlinger.__file__).parent
#: The files of the catalogue and of the exported data have a form of their own.
ELSEWHERE = ("domain", "storage")


def writes_the_form(module: Path) -> bool:
    """Whether a module writes the name of the form of documents itself."""
    return any(
        isinstance(node, ast.Constant) and node.value == "schema"
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
    )


def test_the_form_of_documents_is_written_in_one_module() -> None:
    modules = [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in ELSEWHERE]
    assert len(modules) > 80
    assert [path.relative_to(PACKAGE).as_posix() for path in modules if writes_the_form(path)] == [
        "views/shared/envelope.py"
    ]


def test_a_document_begins_with_its_form_and_keeps_the_order_of_its_fields() -> None:
    assert list(envelope.document(b=1, a=2)) == ["schema", "b", "a"]
    assert envelope.refusal("some-code", "Some words.") == {
        "schema": 1,
        "error": {"code": "some-code", "message": "Some words."},
    }


def test_a_span_without_an_end_has_none() -> None:
    assert envelope.span(date(2026, 11, 2), None) == {"from": "2026-11-02", "to": None}
    assert envelope.span(date(2026, 11, 2), date(2026, 11, 20))["to"] == "2026-11-20"


def test_a_document_is_written_in_letters_that_the_reader_has() -> None:
    document = envelope.document(note="på tværs")
    assert "på tværs" in envelope.as_text(document)
    assert envelope.as_text(document, ascii_only=True).isascii()
    assert json.loads(envelope.as_text(document, ascii_only=True)) == document


#: Whatever a document may hold.
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(0, 1),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(fields=st.dictionaries(st.from_regex(r"[a-z_]{1,6}", fullmatch=True), VALUES, max_size=4))
def test_a_document_is_written_as_json_itself_writes_it(fields: dict[str, Any]) -> None:
    document = envelope.document(**fields)
    assert envelope.as_text(document) == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


@given(rows=st.lists(VALUES, max_size=3))
def test_rows_are_written_as_a_list_is(rows: list[Any]) -> None:
    as_list = envelope.document(rows=rows, count=len(rows))
    assert envelope.as_text(as_list | {"rows": iter(rows)}) == envelope.as_text(as_list)


def test_rows_are_read_no_further_than_they_are_written() -> None:
    read = []
    rows = (read.append(number) or number for number in range(1000))  # type: ignore[func-returns-value]
    pieces = envelope.pieces(envelope.document(rows=rows))
    assert "0" in "".join(islice(pieces, 4))
    assert len(read) < 3
