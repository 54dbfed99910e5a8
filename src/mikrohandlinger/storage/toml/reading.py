"""Reading TOML, and remembering what was read, for each file and release, by size and time of change.

Parsing a long catalogue costs tens of milliseconds; reading it back from the cache costs one. A damaged or
missing cache is made again without a word.
"""

from __future__ import annotations

import os
from contextlib import suppress
from zlib import crc32

from mikrohandlinger import __version__
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.cache import recall, remember
from mikrohandlinger.storage.files import read_ordinary, refusing, remove
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Final

    from mikrohandlinger.storage.files import StrPath

#: A key of many dots costs tomllib quadratic time. No file of ours comes near any of these.
MOST_DOTS: Final = 200
LONGEST_LINE: Final = 4_000
LARGEST_FILE: Final = 2_000_000

#: How much of a line is told in a message, in characters.
_SHOWN: Final = 60

#: How many installations over one data folder each find what they made.
_INSTALLATIONS: Final = 4


def parse(path: StrPath) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        MikroError: ``toml-broken`` with file and line, or what the operating system says.
    """
    return parsed(path, decoded(path, read_ordinary(path)))


def decoded(path: StrPath, content: bytes) -> str:
    """The text of the file at ``path``, without a byte order mark.

    Raises:
        MikroError: ``toml-broken`` when it is no UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content[: error.start].count(b"\n") + 1
        raise _broken(path, content.decode("utf-8", "replace"), number) from error


def parsed(path: StrPath, text: str) -> dict[str, Any]:
    """What ``text``, which stands or will stand at ``path``, says.

    Raises:
        MikroError: ``toml-broken``.
    """
    import re
    import tomllib

    if len(text) > LARGEST_FILE:
        raise MikroError(
            "toml-broken",
            N_("{path} is far too long to be a file of mikro's. Move it away."),
            path=path,
        )
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE or line.count(".") > MOST_DOTS:
            raise _broken(path, text, number)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"at line (\d+)", str(error))
        raise _broken(path, text, int(found[1]) if found else len(text.splitlines())) from error


def remembered(path: StrPath, cache: StrPath, name: str, prepare: Callable[[dict[str, Any]], Any]) -> Any:
    """What ``prepare`` makes of the TOML file at ``path``, from the cache if the file has not changed.

    Args:
        path: The TOML file; it must exist.
        cache: The cache folder.
        name: How the name of the cached file begins.
        prepare: Checks the parsed file and returns something that JSON can hold.

    Raises:
        MikroError: What :func:`parse` or ``prepare`` raise; nothing is remembered then.
    """
    with refusing(path):
        status = os.stat(path)
    # A name for each file and release: two installations over one data folder do not push each other out.
    origin = f"{__version__} {os.fspath(path)}"
    stamp = [origin, status.st_size, status.st_mtime_ns]
    file = os.path.join(cache, f"{name}-{crc32(os.fsencode(origin)):08x}.json")
    found = recall(file, stamp)
    if found is not None:
        return found
    value = remember(file, stamp, prepare(parse(path)))
    _forget_oldest(cache, name)
    return value


def _forget_oldest(cache: StrPath, name: str) -> None:
    """Keep what the installations made that were here last."""
    with suppress(OSError):
        kept = [os.path.join(cache, each) for each in os.listdir(cache) if each.startswith(f"{name}-")]
        for path in sorted(kept, key=os.path.getmtime)[:-_INSTALLATIONS]:
            remove(path)


def _broken(path: StrPath, text: str, number: int) -> MikroError:
    """The refusal of line ``number``: the line itself, for what tomllib says of it is English only."""
    line = " ".join("".join(text.split("\n")[number - 1 : number]).split())
    return MikroError(
        "toml-broken",
        N_(
            "{path}, line {line}: “{text}” cannot be read as TOML in UTF-8. Mend that line, or move the file away."
        ),
        path=path,
        line=number,
        text=line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…",
    )
