"""Changing the user's own ``actions.toml`` without touching what stands there."""

from __future__ import annotations

from mikrohandlinger.domain.catalogue.check import SCHEMA, check
from mikrohandlinger.storage.files import exists
from mikrohandlinger.storage.toml.catalogue import refusal
from mikrohandlinger.storage.toml.reading import parse
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Final

    from mikrohandlinger.domain.catalogue.model import Catalogue
    from mikrohandlinger.storage.files import StrPath
    from mikrohandlinger.storage.toml.editing import Editing

#: How a file begins that is written for the first time.
BEGIN: Final = f"schema = {SCHEMA}\n"


def read(path: StrPath, base: Catalogue) -> dict[str, Any]:
    """The user's own file as it is; a file that does not exist is an empty one.

    Raises:
        MikroError: When it cannot be read, or is not well formed.
    """
    return _checked(path, parse(path), base) if exists(path) else {"schema": SCHEMA}


def add(
    file: Editing, base: Catalogue, make: Callable[[Mapping[str, Any]], dict[str, Any]]
) -> dict[str, Any]:
    """Append the variation that ``make`` makes, and return it.

    Args:
        file: The user's own file, while it is changed.
        base: The built-in catalogue.
        make: Gets what the file says at that moment, and refuses what does not fit beside it.

    Raises:
        MikroError: When the file is not well formed, or what ``make`` raises.
    """
    table = make(_checked(file.path, file.table, base))
    file.append("variation", table)
    return table


def hide(file: Editing, base: Catalogue, identity: str) -> list[str]:
    """Put an id on the list of those that are not proposed, and return the list.

    Raises:
        MikroError: When the file is not well formed.
    """
    hidden = list(_checked(file.path, file.table, base).get("hide", ()))
    if identity not in hidden:
        hidden.append(identity)
        file.put("hide", hidden)
    return hidden


def unhide(file: Editing, base: Catalogue, identity: str) -> list[str]:
    """Take an id off that list, and return the list.

    Raises:
        MikroError: When the file is not well formed.
    """
    hidden = [name for name in _checked(file.path, file.table, base).get("hide", ()) if name != identity]
    if "hide" in file.table:
        file.put("hide", hidden)
    return hidden


def _checked(path: StrPath, raw: dict[str, Any], base: Catalogue) -> dict[str, Any]:
    faults = check(raw, base)
    if faults:
        raise refusal(path, faults[0], "own")
    return raw
