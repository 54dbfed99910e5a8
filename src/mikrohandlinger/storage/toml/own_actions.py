"""Changing the user's own ``actions.toml`` without touching what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mikrohandlinger.domain.catalogue.check import SCHEMA, check
from mikrohandlinger.storage.files import refusing, write_whole
from mikrohandlinger.storage.toml import editing as toml_edit
from mikrohandlinger.storage.toml.catalogue import refusal
from mikrohandlinger.storage.toml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from mikrohandlinger.domain.catalogue.model import Catalogue


def read(path: Path, base: Catalogue) -> dict[str, Any]:
    """The user's own file as it is; a file that does not exist is an empty one.

    Raises:
        MikroError: When it cannot be read, or is not well formed.
    """
    if not path.exists():
        return {"schema": SCHEMA}
    raw = parse(path)
    faults = check(raw, base)
    if faults:
        raise refusal(path, faults[0], own=True)
    return raw


def add(path: Path, table: Mapping[str, Any]) -> None:
    """Append a variation, already checked together with the rest of the file.

    Raises:
        MikroError: When the file cannot be read or written, or its variations are written as one list.
    """
    _change(path, "variation", lambda text: toml_edit.append_table(text, "variation", table))


def hide(path: Path, identity: str) -> None:
    """Put an id on the list of those that are not proposed.

    Raises:
        MikroError: When the file cannot be read or written.
    """
    _change(path, "hide", lambda text: toml_edit.add_item(text, "hide", identity))


def unhide(path: Path, identity: str) -> None:
    """Take an id off that list.

    Raises:
        MikroError: When the file cannot be read or written.
    """
    _change(path, "hide", lambda text: toml_edit.remove_item(text, "hide", identity))


def _change(path: Path, key: str, change: Callable[[str], str]) -> None:
    text = f"schema = {SCHEMA}\n"
    if path.exists():
        with refusing(path):
            text = path.read_bytes().decode("utf-8")
    try:
        changed = change(text)
        toml_edit.parsed(changed)
    except ValueError as error:
        raise toml_edit.by_hand(path, key) from error
    # A link stays a link: what it points to is changed.
    write_whole(path.resolve(), changed.encode())
