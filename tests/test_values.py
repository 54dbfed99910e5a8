"""The frozen values, held against those of ``typing`` that a type checker takes them for."""

from __future__ import annotations

import copy
import pickle
from typing import Final
from typing import NamedTuple as Typed

import pytest

from mikrohandlinger.values import Literal, NamedTuple, get_args

FIELDS: Final = ("name", "number", "more")


class Ours(NamedTuple):
    """A value."""

    name: str
    number: int = 3
    more: tuple[int, ...] = ()

    @property
    def twice(self) -> int:
        """Twice the number."""
        return 2 * self.number

    @classmethod
    def empty(cls) -> Ours:
        """One without a name."""
        return cls("")


class Theirs(Typed):
    """A value."""

    name: str
    number: int = 3
    more: tuple[int, ...] = ()


def test_a_value_is_the_tuple_that_typing_makes() -> None:
    assert Ours._fields == Theirs._fields == FIELDS
    assert Ours._field_defaults == Theirs._field_defaults
    assert tuple(Ours("a", more=(1,))) == tuple(Theirs("a", more=(1,))) == ("a", 3, (1,))
    assert repr(Ours("a")) == repr(Theirs("a")).replace("Theirs", "Ours")
    assert (Ours.__name__, Ours.__module__, Ours.__doc__) == ("Ours", __name__, Theirs.__doc__)
    assert Ours.__mro__[1:] == Theirs.__mro__[1:]


def test_a_value_keeps_its_methods_and_can_be_changed_copied_and_sent() -> None:
    value = Ours("a", 2)
    assert (value.twice, Ours.empty(), value._replace(number=5).twice) == (4, ("", 3, ()), 10)
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


@pytest.mark.parametrize("given", [(), ("a", 1, (), 2)], ids=len)
def test_a_value_wants_its_fields_and_no_others(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Ours(*given)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        Ours("a").number = 4  # type: ignore[misc]


def test_a_literal_gives_its_words_once_and_in_order() -> None:
    assert get_args(Literal["a", "b"]) == ("a", "b")
    assert get_args(Literal["a"]) == ("a",)
