"""``config.toml``: the user's settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.settings import BY_KEY, Settings, read
from mikrohandlinger.storage.files import exists, locked, write_whole
from mikrohandlinger.storage.toml.reading import parse, remembered

if TYPE_CHECKING:
    from pathlib import Path

CACHED = "settings.json"


def load(path: Path, cache: Path) -> Settings:
    """The settings that hold: those of the file, and the defaults for the rest.

    Raises:
        MikroError: When the file is broken; it names file, line and key, and nothing is overwritten.
    """
    if not exists(path):
        return read({})
    return read(remembered(path, cache, CACHED, lambda table: _checked(path, table)))


def store(path: Path, key: str, value: Any) -> None:
    """Set one setting and leave the others.

    Raises:
        MikroError: When the file is broken or cannot be written.
    """
    store_all(path, {key: value})


def forget(path: Path, key: str) -> None:
    """Let the default of a setting hold again.

    Raises:
        MikroError: When there is no such setting, or the file is broken or cannot be written.
    """
    read({key: BY_KEY[key].default if key in BY_KEY else None})
    with locked(path):
        table = _table(path)
        if key in table:
            _write(path, {name: value for name, value in table.items() if name != key})


def store_all(path: Path, values: dict[str, Any]) -> None:
    """Set some settings and leave the others.

    Raises:
        MikroError: When the file is broken or cannot be written.
    """
    with locked(path):
        changed = {**_table(path), **values}
        read(changed)
        _write(path, changed)


def _table(path: Path) -> dict[str, Any]:
    return _checked(path, parse(path)) if exists(path) else {}


def _write(path: Path, table: dict[str, Any]) -> None:
    """Write ``table``, keeping the user's own lines and comments where only values have changed."""
    text = path.read_text("utf-8-sig") if path.exists() else ""
    lines = [line for line in text.splitlines() if _key_of(line) in (None, *table)]
    for key, value in table.items():
        line = f"{key} = {_as_toml(value)}"
        places = [number for number, known in enumerate(lines) if _key_of(known) == key]
        if not places:
            lines.append(line)
        elif _values(lines[places[0]]) != {key: value}:
            lines[places[0]] = line
    content = "".join(f"{line}\n" for line in lines)
    if _values(content) != table:
        # A value over several lines, or a key in an unusual form.
        content = "".join(f"{key} = {_as_toml(value)}\n" for key, value in table.items())
    write_whole(path, content.encode())


def _values(text: str) -> dict[str, Any] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _key_of(line: str) -> str | None:
    found = re.match(r"\s*([A-Za-z_]+)\s*=", line)
    return found[1] if found else None


def _as_toml(value: Any) -> str:
    """A value on one line."""
    import tomli_w

    if isinstance(value, list):
        return f"[{', '.join(_as_toml(item) for item in value)}]"
    return tomli_w.dumps({"": value}).partition("=")[2].strip()


def _checked(path: Path, table: dict[str, Any]) -> dict[str, Any]:
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


def _line_of(path: Path, key: str) -> int:
    """The line on which ``key`` stands, for the message."""
    pattern = re.compile(rf"\s*[\[\"']*{re.escape(key)}\b")
    lines = path.read_text("utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, 1) if pattern.match(line)), 1)
