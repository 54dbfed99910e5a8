"""The screens and the sheets of a meeting as they are, byte by byte."""

from __future__ import annotations

import html
from functools import partial
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.reports.process import ScriptPage
from mikrohandlinger.storage.toml.processes import built_in
from mikrohandlinger.views.process.face import face
from mikrohandlinger.views.process.terminal import draw, listed, one
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console
    from syrupy.assertion import SnapshotAssertion


SCRIPTS = {script.id: script for script in built_in()}


@pytest.mark.parametrize("width", [50, 80, 120])
def test_the_list_looks_like_this(
    drawn: Callable[..., str], language: str, width: int, snapshot: SnapshotAssertion
) -> None:
    def put(console: Console) -> None:
        console.file.write(listed(tuple(SCRIPTS.values()), console))

    assert drawn(put, width, "plain") == snapshot


@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("name", ["safety", "rule-week"])
def test_a_meeting_looks_like_this(
    drawn: Callable[..., str], language: str, name: str, width: int, snapshot: SnapshotAssertion
) -> None:
    screen = ScriptPage(SCRIPTS[name].shorter(), is_short=name == "safety", for_leader=name == "rule-week")
    assert drawn(partial(draw, screen), width, "plain") == snapshot


def test_the_sheets_read_like_this_in_markdown(language: str, snapshot: SnapshotAssertion) -> None:
    assert face(ScriptPage(SCRIPTS["one-rule"]), "markdown") == snapshot


def test_what_there_is_to_know_first_fits_a_screen(drawn: Callable[..., str], language: str) -> None:
    for script in SCRIPTS.values():
        rows = drawn(partial(draw, ScriptPage(script)), 80, "plain").split("\n")
        # The aim, every step with its minutes, and how to hold it.
        last = max(number for number, row in enumerate(rows) if "mikro process export" in row)
        assert last < 24


def test_a_list_fits_a_screen(drawn: Callable[..., str], language: str) -> None:
    def put(console: Console) -> None:
        console.file.write(listed(tuple(SCRIPTS.values()), console))

    assert drawn(put, 80, "plain").count("\n") < 24


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_leader_reads_what_to_do_and_what_to_leave_alone(name: str, language: str) -> None:
    words = SCRIPTS[name].wording(language)
    for form in ("terminal", "markdown", "html"):
        plain, leading = (
            _flat(face(ScriptPage(SCRIPTS[name], for_leader=leads), form)) for leads in (False, True)
        )
        for text in (*words.do, *words.avoid):
            assert _flat(text) in leading
            assert _flat(text) not in plain


def test_both_sheets_are_on_the_page_and_what_is_written_in_a_script_is_only_text(language: str) -> None:
    script = SCRIPTS["safety"]
    words = {key: of._replace(title="<b>Tryg</b> & *fri*") for key, of in script.wordings.items()}
    page = face(ScriptPage(script._replace(wordings=words)), "html")
    assert "&lt;b&gt;Tryg&lt;/b&gt; &amp; *fri*" in page
    assert "<b>" not in page
    assert page.count("<h1>") == 1
    assert 'class="wall"' in page
    assert "<script" not in page
    assert "\\*fri\\*" in face(ScriptPage(script._replace(wordings=words)), "markdown")


def test_a_pager_gets_the_same_as_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    assert one(ScriptPage(SCRIPTS["safety"])) == one(ScriptPage(SCRIPTS["safety"]), common.make())


def _flat(text: str) -> str:
    """The text without what only lays it out."""
    return "".join(character for character in html.unescape(text) if character.isalnum())
