"""Own words: the one way in."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mikrohandlinger
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import MAX_NOTE, Words
from mikrohandlinger.usecases.own_words import own_words

PACKAGE = Path(mikrohandlinger.__file__).parent
DOOR = PACKAGE / "usecases" / "own_words.py"


def test_own_words_are_cleaned_masked_and_counted() -> None:
    assert own_words("  ring 12 34 56 78\x1b[31m, a@b.dk ") == Words("ring [tlf.], [e-mail]", 2)
    assert own_words(" \t\n") == Words(None, 0)


def test_personal_details_stay_when_the_user_insists() -> None:
    assert own_words("ring 12 34 56 78\x07", keep_personal=True) == Words("ring 12 34 56 78", 0)


def test_words_that_are_too_long_are_refused_whole() -> None:
    assert own_words("x" * MAX_NOTE + "  ").text == "x" * MAX_NOTE
    with pytest.raises(MikroError) as refused:
        own_words("x" * (MAX_NOTE + 1))
    assert refused.value.code == "note-too-long"


def test_nobody_else_makes_words_of_what_somebody_wrote() -> None:
    makers = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Words"
    ]
    assert set(makers) == {DOOR.relative_to(PACKAGE).as_posix()}
