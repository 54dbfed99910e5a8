"""Keys and words while a meeting is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.cli.terminal.keys import Typed

if TYPE_CHECKING:
    from collections.abc import Iterable


def asked(struck: Iterable[str | None]) -> list[Any]:
    """What is asked for with these keys, which come at these times: "" is a time at which none come."""
    coming = iter(struck)
    shown: list[str] = []
    typed = Typed(lambda _seconds: next(coming), shown.append)
    found = []
    try:
        while True:
            found.append(typed.move(1))
    except StopIteration:
        return [move for move in found if move is not None]


@pytest.mark.parametrize(
    ("struck", "moves"),
    [
        (["\n"], ["next"]),
        (["\r"], ["next"]),
        (["\n\n"], ["next", "next"]),
        (["b", ""], ["back"]),
        (["b\n"], ["back"]),
        (["b", "\n"], ["back"]),
        (["b", "", "\n"], ["back", "next"]),
        (["bb", ""], ["back", "back"]),
        (["B", ""], ["back"]),
        (["q", ""], ["end"]),
        (["t", "", "s", "", "n", ""], ["back", "end", "next"]),
        (["til", "bage", "\n"], ["back"]),
        (["næste\r"], ["next"]),
        (["back\n", "quit\n"], ["back", "end"]),
        (["slut\n"], ["end"]),
        (["\x04"], ["end"]),
        (["xyz\n"], ["xyz"]),
        (["x\x7f\n"], ["next"]),
        (["\x1b[A", "\n"], ["next"]),
        (["\x00\x07", "\n"], ["next"]),
    ],
)  # fmt: skip
def test_a_key_or_a_word_in_either_language_asks_for_a_move(struck: list[str], moves: list[str]) -> None:
    assert asked([*struck, ""]) == moves


def test_where_nobody_is_there_any_more_it_ends() -> None:
    with pytest.raises(EOFError):
        asked([None])


def test_a_word_is_shown_as_it_is_typed_and_a_key_is_not() -> None:
    coming = iter(["b", "", "sl", "ut", "\n"])
    shown: list[str] = []
    typed = Typed(lambda _seconds: next(coming), shown.append)
    assert typed.move(1) == "back"
    assert shown == []
    assert typed.move(1) == "end"
    assert "".join(shown) == "slut\n"


@given(struck=st.lists(st.text(max_size=4), max_size=8))
def test_whatever_is_struck_is_a_move_a_word_or_nothing(struck: list[str]) -> None:
    for move in asked(struck):
        assert isinstance(move, str)
        assert move
