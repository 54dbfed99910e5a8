"""``config.toml``: the user's settings."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import time

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.settings import Settings, of_key, read
from mikrohandlinger.storage.cache import remembered
from mikrohandlinger.storage.files import exists, read_ordinary, remove, write_whole
from mikrohandlinger.storage.toml.reading import decoded, parse
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, Final

    from mikrohandlinger.storage.files import StrPath
    from mikrohandlinger.storage.toml.editing import Editing

_CACHED: Final = "settings"


def load(path: StrPath, cache: StrPath) -> Settings:
    """The settings that hold: those of the file, and the defaults for the rest.

    Raises:
        MikroError: When the file is broken; it names file, line and key, and nothing is overwritten.
    """
    if not exists(path):
        return read({})
    return read(remembered(path, cache, _CACHED, lambda: _as_typed(check(path, parse(path)))))


def store_all(path: StrPath, values: Mapping[str, Any]) -> None:
    """Set some settings and leave the others, beside the journal.

    Raises:
        MikroError: When the file is broken or cannot be written.
    """
    from mikrohandlinger.storage.toml.editing import editing

    with editing(path) as file:
        put(file, values)


def store(path: StrPath, key: str, value: Any) -> None:
    """The same for one."""
    store_all(path, {key: value})


def put(file: Editing, values: Mapping[str, Any]) -> None:
    """Set some settings in the file that is being changed.

    Raises:
        MikroError: When a value does not fit, or the file is broken.
    """
    read(values)
    check(file.path, file.table)
    for key, value in values.items():
        file.put(key, value)


def forget(file: Editing, key: str) -> None:
    """Let the default of a setting hold again.

    Raises:
        MikroError: When there is no such setting, or the file is broken.
    """
    of_key(key)
    check(file.path, file.table)
    file.remove(key)


@contextmanager
def put_back_unless_done(path: StrPath) -> Iterator[None]:
    """Put the file back as it was where the block fails.

    Raises:
        MikroError: When it cannot be read.
    """
    before = read_ordinary(path) if exists(path) else None
    try:
        yield
    except BaseException:
        with suppress(MikroError, OSError):
            if before is None:
                remove(path)
            elif read_ordinary(path) != before:
                write_whole(path, before)
        raise


def _as_typed(table: dict[str, Any]) -> dict[str, Any]:
    """``table`` as the cache can hold it: a time of day as somebody would type it."""
    return {
        key: value.strftime("%H:%M") if isinstance(value, time) else value for key, value in table.items()
    }


def check(path: StrPath, table: dict[str, Any]) -> dict[str, Any]:
    """The table of the file at ``path``, if every setting in it fits.

    Raises:
        MikroError: ``config-broken``, naming file and line.
    """
    try:
        read(table)
    except MikroError as error:
        raise MikroError(
            "config-broken",
            N_("{path}, line {line}: {fault}"),
            path=path,
            line=_line_of(path, str(error.values.get("key", ""))),
            fault=error,
        ) from error
    return table


def _line_of(path: StrPath, key: str) -> int:
    """The line on which ``key`` stands, for the message."""
    import re

    pattern = re.compile(rf"\s*[\[\"']*{re.escape(key)}\b")
    lines = decoded(path, read_ordinary(path)).splitlines()
    return next((number for number, line in enumerate(lines, 1) if pattern.match(line)), 1)
