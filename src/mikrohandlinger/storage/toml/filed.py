"""What the user's files say, piece by piece: each setting, each hidden id, each own variation.

A piece is known by its kind, one of those of the table ``filed``, and its id; its value is what JSON holds.
"""

from __future__ import annotations

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.settings import BY_KEY, plain_of
from mikrohandlinger.storage.toml import settings
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from mikrohandlinger.storage.toml.editing import Editing

    Pieces = dict[tuple[str, str], Any]


def of_settings(table: Mapping[str, Any]) -> Pieces:
    """The pieces of a ``config.toml`` that was checked."""
    return {("setting", key): value for key, value in plain_of(table).items()}


def of_actions(table: Mapping[str, Any]) -> Pieces:
    """The pieces of an ``actions.toml``; what is not well formed is none."""
    hide, variations = (
        found if isinstance(found, list) else [] for found in map(table.get, ("hide", "variation"))
    )
    hidden: Pieces = {("hidden", identity): True for identity in hide if isinstance(identity, str)}
    tables = [one for one in variations if isinstance(one, dict) and isinstance(one.get("id"), str)]
    return hidden | {("variation", one["id"]): one for one in tables}


def turn(file: Editing, kind: str, identity: str, *, expected: Any, wanted: Any) -> bool:
    """Let a piece be ``wanted`` if it still is ``expected``; None is for one that is not there.

    Returns:
        Whether it is. Where something else stands there now, or it stands in a way that cannot be changed from here,
        it is left as it is.

    Raises:
        MikroError: When a setting of the file does not fit.
    """
    if kind == "setting":
        settings.check(file.path, file.table)
        pieces = of_settings(file.table)
    elif not isinstance(file.table.get("hide" if kind == "hidden" else kind, []), list):
        return False
    else:
        pieces = of_actions(file.table)
    if pieces.get((kind, identity)) != expected:
        return False
    try:
        _put(file, kind, identity, expected, wanted)
    except MikroError as error:
        if error.code != "edit-by-hand":
            raise
        return False
    return True


def _put(file: Editing, kind: str, identity: str, expected: Any, wanted: Any) -> None:
    if kind == "setting":
        if wanted is None:
            file.remove(identity)
        else:
            file.put(identity, BY_KEY[identity].kind.toml(wanted))
    elif kind == "hidden":
        others = [name for name in file.table.get("hide", ()) if name != identity]
        file.put("hide", [*others, identity] if wanted else others)
    else:
        if expected is not None:
            file.take("variation", expected)
        if wanted is not None:
            file.append("variation", wanted)
