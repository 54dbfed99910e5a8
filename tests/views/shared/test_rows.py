"""Plain rows: broken between words, and never within what can be typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.views.shared.rows import hint, wrapped

WORDS = st.lists(st.text("abcæø", min_size=1, max_size=12), max_size=20).map(" ".join)


@given(WORDS, st.integers(0, 4), st.integers(30, 90))
def test_rows_break_between_words_and_hold_all_of_them(text: str, left: int, width: int) -> None:
    rows = wrapped(text, left, width)
    assert " ".join(rows).split() == text.split()
    assert all(row.startswith(" " * left) and len(row) < width for row in rows)


@given(WORDS, WORDS, st.integers(30, 90))
def test_a_command_is_never_broken(words: str, command: str, width: int) -> None:
    typed = f"mikro {command}".strip()
    rows = hint(f"{words} {typed}".strip(), 2, width)
    assert rows[-1].endswith(typed)
    assert " ".join(" ".join(rows).split()) == f"{words} {typed}".strip()
