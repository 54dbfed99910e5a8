"""The frozen values, held against those of ``typing`` that a type checker takes them for."""

from __future__ import annotations

import copy
import pickle
from inspect import signature
from typing import Final
from typing import NamedTuple as Typed

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    assert issubclass(Ours, tuple)
    assert not hasattr(Ours("a"), "__dict__")
    assert Ours.__match_args__ == Theirs.__match_args__
    assert Ours("a")._asdict() == Theirs("a")._asdict()
    assert tuple(Ours._make(["a", 1, ()])) == ("a", 1, ())


def test_a_value_keeps_its_methods_and_can_be_changed_copied_and_sent() -> None:
    value = Ours("a", 2)
    assert (value.twice, Ours.empty(), value._replace(number=5).twice) == (4, ("", 3, ()), 10)
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


VALUES: Final = st.lists(st.integers(), max_size=4)
NAMED: Final = st.dictionaries(st.sampled_from((*FIELDS, "other")), st.integers(), max_size=4)


@given(VALUES, NAMED)
@settings(max_examples=500)
def test_a_value_takes_and_refuses_what_that_of_typing_does(given: list[int], named: dict[str, int]) -> None:
    try:
        expected: tuple[object, ...] | None = Theirs(*given, **named)  # type: ignore[arg-type]
    except TypeError:
        expected = None
    if expected is not None:
        assert Ours(*given, **named) == expected  # type: ignore[arg-type]
        return
    with pytest.raises(TypeError):
        Ours(*given, **named)  # type: ignore[arg-type]


@given(NAMED)
def test_a_value_is_changed_in_the_fields_it_has(named: dict[str, int]) -> None:
    try:
        expected: tuple[object, ...] | None = Theirs("a")._replace(**named)  # type: ignore[arg-type]
    except ValueError:
        expected = None
    if expected is not None:
        assert Ours("a")._replace(**named) == expected  # type: ignore[arg-type]
        return
    with pytest.raises(ValueError, match="unexpected field"):
        Ours("a")._replace(**named)  # type: ignore[arg-type]


@pytest.mark.parametrize("few", [["a"], ["a", 1, (), 2]], ids=len)
def test_a_value_is_made_of_as_much_as_it_has(few: list[object]) -> None:
    with pytest.raises(TypeError):
        Theirs._make(few)
    with pytest.raises(TypeError):
        Ours._make(few)


def test_a_value_tells_how_it_is_made() -> None:
    ours, theirs = signature(Ours).parameters.values(), signature(Theirs).parameters.values()
    assert [(one.name, one.kind, one.default) for one in ours] == [
        (one.name, one.kind, one.default) for one in theirs
    ]
    assert [one.annotation for one in ours] == ["str", "int", "tuple[int, ...]"]


def test_a_field_is_never_changed() -> None:
    with pytest.raises(AttributeError):
        Ours("a").number = 4  # type: ignore[misc]


def test_a_literal_gives_its_words_once_and_in_order() -> None:
    assert get_args(Literal["a", "b"]) == ("a", "b")
    assert get_args(Literal["a"]) == ("a",)
