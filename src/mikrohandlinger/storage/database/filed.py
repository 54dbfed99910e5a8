"""What stands in the user's own files, as it was last seen there, and changing it so that it can be taken back.

The file stays the truth: what a person wrote into it by hand since is never overwritten by ``undo``.
"""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager

from mikrohandlinger.domain import settings
from mikrohandlinger.domain.catalogue.check import SCHEMA, check
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.database.table import FILED
from mikrohandlinger.storage.files import modified
from mikrohandlinger.storage.toml import filed
from mikrohandlinger.storage.toml.catalogue import built_in
from mikrohandlinger.storage.toml.editing import editing
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from typing import Any, Final

    from mikrohandlinger.domain.changes import Change as Told
    from mikrohandlinger.storage.database.journal import Change, Journal
    from mikrohandlinger.storage.paths import Paths
    from mikrohandlinger.storage.toml.editing import Editing


_IN_SETTINGS: Final = ("setting",)
_IN_ACTIONS: Final = ("hidden", "variation")


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
        self._cache = paths.cache

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
    def turning(self, change: Told) -> Iterator[Mapping[str, Editing]]:
        """The files that a change wrote, by the kinds of their pieces, to be turned back or forth."""
        kinds = {piece.kind for piece in change.filed}
        with ExitStack() as opened:
            files: dict[str, Editing] = {}
            for of, its in ((self._settings, _IN_SETTINGS), (self._actions, _IN_ACTIONS)):
                if not kinds.isdisjoint(its):
                    files |= dict.fromkeys(its, opened.enter_context(editing(of.path, of.begin)))
            yield files

    @contextmanager
    def both(self) -> Iterator[Both]:
        """Both files at once, to be brought together with what comes from elsewhere.

        Raises:
            MikroError: When one cannot be read or written.
        """
        with ExitStack() as opened:
            yield Both(
                self._journal,
                [
                    (of, opened.enter_context(editing(of.path, of.begin)), modified(of.path))
                    for of in (self._settings, self._actions)
                ],
                self._cache,
            )

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


class Both:
    """The two files while they are changed, and the table of what stands in them."""

    def __init__(
        self, journal: Journal, files: list[tuple[_File, Editing, datetime | None]], cache: str
    ) -> None:
        self._journal = journal
        self._cache = cache
        self._of: dict[str, tuple[_File, Editing]] = {}
        self._known: list[tuple[_File, Editing, datetime]] = []
        for (of, file, at), kinds in zip(files, (_IN_SETTINGS, _IN_ACTIONS), strict=True):
            if at is None or self._is_sound(file, kinds):
                self._of |= dict.fromkeys(kinds, (of, file))
                # A file that is not there says nothing, not even that something was taken out of it.
                if at is not None:
                    self._known.append((of, file, at))

    def notice(self, now: datetime) -> None:
        """Keep what somebody has written into the files, or taken out of them, by hand."""
        for of, file, at in self._known:
            pieces = of.pieces(file.table)
            kinds = [kind for kind, (_of, its) in self._of.items() if its is file]
            places = ", ".join("?" * len(kinds))
            rows = self._journal.query(
                f"SELECT kind, id FROM filed WHERE deleted = 0 AND kind IN ({places})", kinds
            ).fetchall()
            for kind, identity in dict.fromkeys([*rows, *pieces]):
                row = self._journal.row(FILED, (kind, identity))
                seen = pieces.get((kind, identity))
                if _value(row) != seen:
                    # When it was written, as far as the file tells.
                    self._journal.write(FILED, _row(kind, identity, seen), min(at, now), row)

    def put(self, row: Mapping[str, Any]) -> bool:
        """Let the file say what a row says; whether it does."""
        kind, identity, value = row["kind"], row["id"], _value(row)
        if kind not in self._of:
            return False
        of, file = self._of[kind]
        expected = of.pieces(file.table).get((kind, identity))
        if expected == value:
            return True
        if value is not None and not self._fits(kind, identity, value):
            return False
        try:
            return filed.turn(file, kind, identity, expected=expected, wanted=value)
        except (MikroError, ValueError, TypeError):
            return False

    def write(self) -> None:
        """Write the files, where they say something else now."""
        for _of, file in dict.fromkeys(self._of.values()):
            file.write()

    def _is_sound(self, file: Editing, kinds: tuple[str, ...]) -> bool:
        if kinds is _IN_SETTINGS:
            settings.read(file.table)
            return True
        return not check(file.table, built_in(self._cache))

    def _fits(self, kind: str, identity: str, value: Any) -> bool:
        if kind == "setting":
            try:
                setting = settings.BY_KEY[identity]
                settings.read({identity: setting.kind.toml(value)})
            except (KeyError, MikroError, ValueError, TypeError):
                return False
            return True
        if kind == "hidden":
            return value is True
        if not isinstance(value, dict) or value.get("id") != identity:
            return False
        return not check({"schema": SCHEMA, "variation": [value]}, built_in(self._cache))


def _row(kind: str, identity: str, value: Any) -> dict[str, Any]:
    written = None if value is None else json.dumps(value, ensure_ascii=False)
    return {"kind": kind, "id": identity, "value": written, "deleted": int(value is None)}


def _value(row: Mapping[str, Any] | None) -> Any:
    return json.loads(row["value"]) if row and row["value"] is not None else None
