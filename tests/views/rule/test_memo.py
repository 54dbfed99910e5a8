"""The memo that leaves: complete, on one page, naming nobody, safe whatever the words are."""

from __future__ import annotations

import html
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from mikrohandlinger.domain.rules.register import Listed, Memo
from mikrohandlinger.views.rule.face import face
from mikrohandlinger.views.rule.memo import leaves

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

BENCH = Path(__file__).parents[3] / "bench" / "rule_memos.py"


@pytest.mark.parametrize("which", ["one", "all"])
def test_the_memo_reads_like_this(
    rules: list[Listed], today: date, language: str, which: str, snapshot: SnapshotAssertion
) -> None:
    memo = Memo(tuple(rules if which == "all" else rules[:1]), today)
    assert face(memo, "markdown") == snapshot


def test_the_figure_that_stands_out_is_how_long_it_has_waited(
    rules: list[Listed], today: date, language: str
) -> None:
    page = face(Memo((rules[0],), today), "html")
    waited = "12 arbejdsdage uden svar" if language == "da" else "12 working days without an answer"
    assert f'<p class="headline">{waited}' in page
    assert f"**{waited}" in face(Memo((rules[0],), today), "markdown")


def test_hostile_words_are_words(rules: list[Listed], today: date, language: str, hostile_words: str) -> None:
    rule = rules[0].rule._replace(title=hostile_words, answer=hostile_words, protects=hostile_words)
    memo = Memo((Listed(rule, 12),), today)
    assert "<script>" not in face(memo, "html")
    assert html.escape(hostile_words, quote=False).count("&lt;script") * 3 <= face(memo, "html").count(
        "&lt;script"
    )
    read = MarkdownIt("commonmark", {"html": True}).render(face(memo, "markdown"))
    assert "<script" not in read
    assert "<a " not in read


def test_before_it_leaves_it_is_said_what_was_masked(rules: list[Listed], today: date) -> None:
    assert "2 personal details or names are masked" in leaves(Memo(tuple(rules), today, 2))
    assert "as you wrote it" in leaves(Memo(tuple(rules), today, is_whole=True))


def test_generated_registers_leave_nobody_behind() -> None:
    done = subprocess.run(
        [sys.executable, BENCH, "--registers", "150"],
        env=dict(os.environ),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("150 registers, ")
