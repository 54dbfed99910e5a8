"""What stands in the user's own files, as it was last seen there, and changing it so that it can be taken back.

The file stays the truth: what a person wrote into it by hand since is never overwritten by ``undo``.
"""

from __future__ import annotations

import json
from contextlib import contextmanager

from mikrohandlinger.storage.database.table import FILED
from mikrohandlinger.storage.toml import filed
from mikrohandlinger.storage.toml.editing import editing
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from typing import Any

    from mikrohandlinger.domain.changes import Change as Told
    from mikrohandlinger.storage.database.journal import Change, Journal
    from mikrohandlinger.storage.paths import Paths
    from mikrohandlinger.storage.toml.editing import Editing


class _File(NamedTuple):
    """One of the files: where it lies, how it begins, and what reads its pieces."""

    path: str
    begin: str
    pieces: Callable[[Mapping[str, Any]], filed.Pieces]


class Filed:
    """The table of what stands in the files, and the files themselves."""

    def __init__(self, journal: Journal, paths: Paths) -> None:
        from mikrohandlinger.storage.toml.own_actions import BEGIN

        self._journal = journal
        self._settings = _File(paths.settings, "", filed.of_settings)
        self._actions = _File(paths.own_actions, BEGIN, filed.of_actions)

    @contextmanager
    def settings(self, command: str, now: datetime) -> Iterator[tuple[Editing, Change]]:
        """Change ``config.toml``, and whatever else belongs to the same change of the user.

        Raises:
            MikroError: When it cannot be read or written, or nothing could be stored; then all is as it was.
        """
        with self._change(self._settings, command, now) as changing:
            yield changing

    @contextmanager
    def actions(self, command: str, now: datetime) -> Iterator[tuple[Editing, Change]]:
        """The same for the user's own ``actions.toml``."""
        with self._change(self._actions, command, now) as changing:
            yield changing

    @contextmanager
    def turning(self, change: Told) -> Iterator[Editing]:
        """The file that a change wrote, to be turned back or forth."""
        of = self._settings if change.filed[0].kind == "setting" else self._actions
        with editing(of.path, of.begin) as file:
            yield file

    @contextmanager
    def _change(self, of: _File, command: str, now: datetime) -> Iterator[tuple[Editing, Change]]:
        # The lock of the file comes before that of the database, here and in turning.
        with editing(of.path, of.begin) as file, self._journal.change(command, now) as change:
            table = file.table
            yield file, change
            before, after = of.pieces(table), of.pieces(file.table)
            for piece in [each for each in before | after if before.get(each) != after.get(each)]:
                self._notice(*piece, before.get(piece), now)
                change.save(FILED, _row(*piece, after.get(piece)))
            # Within the transaction: what cannot be written is not remembered as written either.
            file.write()

    def _notice(self, kind: str, identity: str, seen: Any, now: datetime) -> None:
        """Keep what stood in the file before the change, which somebody may have written by hand."""
        row = self._journal.row(FILED, (kind, identity))
        if _value(row) != seen:
            self._journal.write(FILED, _row(kind, identity, seen), now, row)


def _row(kind: str, identity: str, value: Any) -> dict[str, Any]:
    written = None if value is None else json.dumps(value, ensure_ascii=False)
    return {"kind": kind, "id": identity, "value": written, "deleted": int(value is None)}


def _value(row: Mapping[str, Any] | None) -> Any:
    return json.loads(row["value"]) if row and row["value"] is not None else None
