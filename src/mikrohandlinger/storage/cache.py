"""What can be made again at any time, kept with a checksum: damaged or missing, it is made again without a word.

Kept as Python keeps its own compiled files, by ``marshal``: read in a third of the time of JSON, whose reader would cost
every start more than all that is kept. The checksum is looked at first, so that nothing damaged is ever read by it.
"""

from __future__ import annotations

import marshal
import os
from contextlib import suppress
from zlib import crc32

from mikrohandlinger import __version__
from mikrohandlinger.storage.files import is_ordinary, refusing, remove, write_if_possible
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Final

    from mikrohandlinger.storage.files import StrPath

#: The form that every supported Python reads, so that two of them over one folder do not push each other out.
_FORM: Final = 4

#: Bytes of the checksum.
_HEAD: Final = 4

#: How many installations over one data folder each find what they made.
_INSTALLATIONS: Final = 4


def packed(value: Any) -> bytes:
    """``value`` as one piece inside something that is remembered, for :func:`unpacked` to read when it is needed."""
    return marshal.dumps(_plain(value), _FORM)


def unpacked(piece: bytes) -> Any:
    """What :func:`packed` packed."""
    return marshal.loads(piece)  # noqa: S302 - part of what had its checksum


def recall(path: StrPath, stamp: list[Any]) -> Any:
    """What was remembered at ``path`` under the same ``stamp``; None if nothing was, or it is damaged."""
    found = latest(path)
    return found[1] if found is not None and found[0] == stamp else None


def latest(path: StrPath) -> tuple[list[Any], Any] | None:
    """What was last remembered at ``path``, with its stamp, whatever that is; None if nothing was, or it is damaged."""
    try:
        if not is_ordinary(path):
            return None
        with open(path, "rb") as file:
            content = file.read()
        if content[:_HEAD] != _checksum(content[_HEAD:]):
            return None
        found, value = marshal.loads(content[_HEAD:])  # noqa: S302 - it has its checksum
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return found, value


def remember(path: StrPath, stamp: list[Any], value: Any) -> Any:
    """Keep ``value``, if it can be kept, and return it as :func:`recall` will.

    Args:
        path: Where to keep it.
        stamp: What it was made from; plain values.
        value: Plain values, lists, tuples and dictionaries of them; dates and times become text.
    """
    plain = _plain(value)
    content = marshal.dumps((stamp, plain), _FORM)
    write_if_possible(path, _checksum(content) + content)
    return plain


def remembered(path: StrPath, cache: StrPath, name: str, make: Callable[[], Any]) -> Any:
    """What ``make`` makes of the file at ``path``, from the cache if the file has not changed.

    Args:
        path: The file; it must exist.
        cache: The cache folder.
        name: How the name of the cached file begins.
        make: Reads the file and returns something that :func:`remember` can keep.

    Raises:
        MikroError: When there is no such file, and what ``make`` raises; nothing is remembered then.
    """
    with refusing(path):
        status = os.stat(path)
    # A name for each file and release: two installations over one data folder do not push each other out.
    origin = f"{__version__} {os.fspath(path)}"
    stamp = [origin, status.st_size, status.st_mtime_ns]
    file = os.path.join(cache, f"{name}-{crc32(os.fsencode(origin)):08x}.cache")
    found = recall(file, stamp)
    if found is not None:
        return found
    value = remember(file, stamp, make())
    _forget_oldest(cache, name)
    return value


def _forget_oldest(cache: StrPath, name: str) -> None:
    """Keep what the installations made that were here last."""
    with suppress(OSError):
        kept = [os.path.join(cache, each) for each in os.listdir(cache) if each.startswith(f"{name}-")]
        for path in sorted(kept, key=os.path.getmtime)[:-_INSTALLATIONS]:
            remove(path)


def _plain(value: Any) -> Any:
    """``value`` without the types that are not Python's plainest, such as named tuples and dates."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, list):
        return list(map(_plain, value))
    return value if value is None or isinstance(value, bool | int | float | str | bytes) else str(value)


def _checksum(content: bytes) -> bytes:
    return crc32(content).to_bytes(_HEAD, "big")
