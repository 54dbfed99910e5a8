"""What the screens have in common on a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.views.shared.terminal.console import cut

WORDS = st.lists(st.text("abcæø", min_size=1, max_size=30), min_size=1, max_size=12).map(" ".join)


@given(WORDS, st.integers(5, 60), st.booleans())
def test_a_text_is_cut_at_a_word_and_keeps_its_closing_mark(text: str, width: int, is_quoted: bool) -> None:
    said = f"»{text}«" if is_quoted else text
    shown = cut(said, width)
    assert len(shown) <= width or shown == said
    assert is_quoted == shown.endswith("«")
    if shown != said:
        begin = shown.rstrip("«").removesuffix("…")
        assert said.startswith(begin.rstrip())
        assert not begin.endswith(" ") or said[len(begin.rstrip())] == " "
