"""Which machine this is: an id beside the database, so that two machines can tell whose change is whose.

It lies outside the database on purpose: a copy of the data is not the machine that the data came from. Nor is a copy of
the whole folder: each id stands with a mark of the machine and the place that it belongs to, and whoever finds none of
their own gets another. On a drive that several machines use each has its line.
"""

from __future__ import annotations

import os
import sys
from zlib import crc32

from mikrohandlinger.storage.files import exists, make_new, read_ordinary, real, refusing, write_whole
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

NAME = "device"
_DIGITS = frozenset("0123456789abcdef")
#: How many machines and places are remembered.
_MOST: Final = 50


def device_in(folder: str) -> str:
    """The id of this machine, 16 hexadecimal digits; made when it is first asked for.

    Args:
        folder: That of the database.

    Raises:
        MikroError: When it can be neither read nor made.
    """
    path, mark = os.path.join(folder, NAME), _mark(folder)
    if not exists(path):
        with refusing(path):
            make_new(path, _line(another(), mark))
    known = _known(path)
    if mark not in known:
        # An id of before there were marks was that of this machine; anything else is not.
        known[mark] = known.pop("", "") or another()
        lines = [_line(identity, of) for of, identity in known.items()]
        write_whole(path, b"".join(lines[-_MOST:]))
    return known[mark]


def known_in(folder: str) -> str | None:
    """The id of this machine, if it was ever asked for; nothing is made."""
    path = os.path.join(folder, NAME)
    if not exists(path):
        return None
    known = _known(path)
    return known.get(_mark(folder), known.get(""))


def another() -> str:
    """An id that no machine has."""
    return os.urandom(8).hex()


def put(folder: str, identity: str) -> None:
    """Let this machine have that id from now on.

    Raises:
        MikroError: When it cannot be written.
    """
    write_whole(os.path.join(folder, NAME), _line(identity, _mark(folder)))


def _line(identity: str, mark: str) -> bytes:
    return f"{identity} {mark}\n".encode()


def _known(path: str) -> dict[str, str]:
    """The ids of the file by their marks; what is none is nobody's, and nobody misses it."""
    known = {}
    for line in read_ordinary(path).decode("ascii", "replace").splitlines():
        identity, _blank, mark = line.strip().partition(" ")
        if len(identity) == 16 and _DIGITS.issuperset(identity) and len(mark) in (0, 8):
            known[mark] = identity
    return known


def _mark(folder: str) -> str:
    """What tells this machine and this place from others, as eight digits that tell nothing else."""
    return f"{crc32(_machine() + os.fsencode(real(folder))):08x}"


def _machine() -> bytes:
    """What the system calls the machine, and keeps; empty where that cannot be had."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "").encode()
    if sys.platform == "darwin":
        return _of_mac()
    try:
        with open("/etc/machine-id", "rb") as file:
            return file.read(64)
    except OSError:
        return b""


def _of_mac() -> bytes:
    import ctypes

    found, wait = ctypes.create_string_buffer(16), (ctypes.c_long * 2)(1, 0)
    try:
        return found.raw if ctypes.CDLL(None).gethostuuid(found, wait) == 0 else b""
    except (OSError, AttributeError):
        return b""
