"""The frozen values that the program is made of, without what ``typing`` costs at every start.

Importing ``typing``, with the ``re`` and ``enum`` that it draws in, takes two thirds as long as a bare interpreter, and
its ``NamedTuple`` compiles the annotation of every field. A type checker reads the real ones here; what runs are these.
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

    class _Fields(type):
        """Makes of a class with annotated fields what ``typing.NamedTuple`` makes of it."""

        def __new__(cls, name, _bases, namespace):
            fields = namespace.pop("__annotations__", {})
            defaults = [namespace.pop(field) for field in fields if field in namespace]
            made = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
            made.__annotations__ = made.__new__.__annotations__ = fields
            for key, value in namespace.items():
                if key not in ("__module__", "__slots__"):
                    setattr(made, key, value)
            return made

    #: A frozen value: a tuple whose fields have names.
    NamedTuple = type.__new__(_Fields, "NamedTuple", (), {})

    class Literal:
        """The words that a value can be; ``Literal["a", "b"]`` is the tuple of them."""

        def __class_getitem__(cls, words):
            return words if isinstance(words, tuple) else (words,)

    def get_args(words):
        """The words of a ``Literal``."""
        return words
