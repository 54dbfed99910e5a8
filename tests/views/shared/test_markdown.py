"""Words in Markdown stay words, whatever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.views.shared import markdown

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def inline(text: str) -> list[Token]:
    """What a reader of Markdown finds within the lines of ``text``."""
    return [child for token in READER.parse(text) for child in token.children or ()]


@given(words=st.text(max_size=60))
def test_any_words_come_back_out_of_markdown(words: str) -> None:
    found = "".join(token.content for token in inline(f"> {markdown.escaped(words)}\n"))
    assert found.split() == one_line(words).split()


@given(words=st.text(alphabet="<>&*_`[]()!|#+-=.:/\\ ~1a\n", max_size=40))
def test_nothing_that_looks_like_markdown_becomes_markdown(words: str) -> None:
    line = f"- {markdown.escaped('x ' + words)}\n"
    blocks = {token.type for token in READER.parse(line)}
    assert blocks == {
        "bullet_list_open", "list_item_open", "paragraph_open", "inline",
        "paragraph_close", "list_item_close", "bullet_list_close",
    }  # fmt: skip
    assert {token.type for token in inline(line)} == {"text"}


def test_a_table_is_one_to_the_eye_as_well() -> None:
    assert markdown.table([["", "Antal"], ["Spørgsmål", "3"]]) == (
        "|           | Antal |\n|-----------|-------|\n| Spørgsmål | 3     |"
    )
