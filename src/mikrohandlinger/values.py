"""The frozen values that the program is made of, without what ``typing`` costs at every start.

Importing ``typing``, with the ``re`` and ``enum`` that it draws in, takes two thirds as long as a bare interpreter, and
its ``NamedTuple`` compiles the annotation of every field and a constructor for every class: with the eighty classes of a
morning that is every fifteenth part of it. A type checker reads the real ones here; what runs are these.
Modules that use them have their annotations as text (``from __future__ import annotations``), and take whatever else they
annotate with from ``typing`` under ``TYPE_CHECKING``.
"""

from __future__ import annotations

__all__ = ["TYPE_CHECKING", "Literal", "NamedTuple", "get_args"]

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Literal, NamedTuple, get_args
else:
    from collections import namedtuple

    #: What reads a field by its place: the library's own, as fast as an attribute can be.
    _Field = type(vars(namedtuple("_Row", "field"))["field"])

    class _Signature:
        """Tells whoever asks how a value is made; tools do, the program never does."""

        def __get__(self, _value, cls):
            from inspect import Parameter, Signature

            defaults, types = cls._field_defaults, cls.__annotations__
            return Signature(
                Parameter(
                    field,
                    Parameter.POSITIONAL_OR_KEYWORD,
                    default=defaults.get(field, Parameter.empty),
                    annotation=types[field],
                )
                for field in cls._fields
            )

    class _Value(tuple):
        """What every frozen value can do; it is ``collections.namedtuple``'s, written once and not once a class."""

        __slots__ = ()
        __signature__ = _Signature()

        def __new__(cls, /, *given, **named):
            if named or len(given) != len(cls._fields):
                given = _all_fields(cls, given, named)
            return tuple.__new__(cls, given)

        @classmethod
        def _make(cls, iterable):
            made = tuple.__new__(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **named):
            made = tuple.__new__(self.__class__, map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            parts = (f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{self.__class__.__name__}({', '.join(parts)})"

        def __getnewargs__(self):
            return tuple(self)

    def _all_fields(cls, given, named):
        """What each field is, by its place, its name or its default."""
        fields, defaults = cls._fields, cls._field_defaults
        try:
            rest = [named.pop(field) if field in named else defaults[field] for field in fields[len(given) :]]
        except KeyError as missing:
            raise TypeError(f"{cls.__name__} lacks {missing}") from None
        if named or len(given) > len(fields):
            raise TypeError(f"{cls.__name__} has the fields {fields}, and no {tuple(named) or 'more'}")
        return (*given, *rest)

    class _Fields(type):
        """Makes of a class with annotated fields what ``typing.NamedTuple`` makes of it."""

        def __new__(cls, name, _bases, namespace):
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            namespace |= {field: _Field(place, "") for place, field in enumerate(fields)}
            namespace |= {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type.__new__(type, name, (_Value,), namespace)

    #: A frozen value: a tuple whose fields have names.
    NamedTuple = type.__new__(_Fields, "NamedTuple", (), {})

    class Literal:
        """The words that a value can be; ``Literal["a", "b"]`` is the tuple of them."""

        def __class_getitem__(cls, words):
            return words if isinstance(words, tuple) else (words,)

    def get_args(words):
        """The words of a ``Literal``."""
        return words
