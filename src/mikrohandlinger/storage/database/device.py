"""Which machine this is: an id beside the database, so that two machines can tell whose change is whose.

It lies outside the database on purpose: a copy of the data is not the machine that the data came from.
"""

from __future__ import annotations

import os

from mikrohandlinger.storage.files import exists, make_new, read_ordinary, refusing, write_whole

_NAME = "device"
_DIGITS = frozenset("0123456789abcdef")


def device_in(folder: str) -> str:
    """The id of this machine, 16 hexadecimal digits; made when it is first asked for.

    Args:
        folder: That of the database.

    Raises:
        MikroError: When it can be neither read nor made.
    """
    path = os.path.join(folder, _NAME)
    if not exists(path):
        with refusing(path):
            make_new(path, _new())
    found = read_ordinary(path).decode("ascii", "replace").strip()
    if len(found) == 16 and _DIGITS.issuperset(found):
        return found
    # What stands there is no id, and nobody misses it: from now on the machine has another.
    made = _new()
    write_whole(path, made)
    return made.decode().strip()


def known_in(folder: str) -> str | None:
    """The id of this machine, if it was ever asked for; nothing is made."""
    return device_in(folder) if exists(os.path.join(folder, _NAME)) else None


def _new() -> bytes:
    return f"{os.urandom(8).hex()}\n".encode()
