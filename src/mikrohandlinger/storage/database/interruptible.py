"""Long statements that a person can end: SQLite calls back now and then, and Python hears of Ctrl-C only then."""

from __future__ import annotations

from contextlib import contextmanager

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from typing import Final

#: After how many steps of its own SQLite calls back: some hundredths of a second.
_STEPS: Final = 200_000


@contextmanager
def interruptible(connection: sqlite3.Connection) -> Iterator[None]:
    """Let what ends a program end the statements of the block too, which would otherwise run to their end first."""
    ended: list[BaseException] = []

    def look() -> int:
        try:
            return int(bool(ended))
        except BaseException as error:  # noqa: BLE001 - SQLite lets no exception through; it is raised below
            ended.append(error)
            return 1

    connection.set_progress_handler(look, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
        if ended:
            raise ended[0]
