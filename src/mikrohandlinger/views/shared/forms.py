"""The forms that a report can take, and the endings of the files that hold them."""

from __future__ import annotations

import os

from mikrohandlinger.values import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

Form = Literal["terminal", "markdown", "html", "svg", "json"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)

#: The usual ending of a form stands first.
ENDINGS: Final[Mapping[str, Form]] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".json": "json",
    ".txt": "terminal",
}

#: What a browser shows.
FOR_BROWSERS: Final[tuple[Form, ...]] = ("html", "svg")


def of_file(path: str) -> Form | None:
    """The form that the ending of ``path`` says; None when it says none that is written."""
    return ENDINGS.get(os.path.splitext(path)[1].lower())


def ending_of(form: Form) -> str:
    """The usual ending of a file in this form."""
    return next(ending for ending, of in ENDINGS.items() if of == form)
