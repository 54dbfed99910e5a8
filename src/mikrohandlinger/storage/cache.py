"""What can be made again at any time, kept with a checksum: damaged or missing, it is made again without a word."""

from __future__ import annotations

import json
from zlib import crc32

from mikrohandlinger.storage.files import is_ordinary, write_if_possible
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.storage.files import StrPath


def recall(path: StrPath, stamp: list[Any]) -> Any:
    """What was remembered at ``path`` under the same ``stamp``; None if nothing was, or it is damaged."""
    try:
        if not is_ordinary(path):
            return None
        with open(path, "rb") as file:
            head, _, body = file.read().partition(b"\n")
        if json.loads(head) != [*stamp, crc32(body)]:
            return None
        return json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None


def remember(path: StrPath, stamp: list[Any], value: Any) -> Any:
    """Keep ``value``, if it can be kept, and return it as :func:`recall` will.

    Args:
        path: Where to keep it.
        stamp: What it was made from; plain values that JSON can hold.
        value: What JSON can hold, with dates and times as text.
    """
    body = json.dumps(value, ensure_ascii=False, default=str)
    head = json.dumps([*stamp, crc32(body.encode())])
    write_if_possible(path, f"{head}\n{body}".encode())
    return json.loads(body)
