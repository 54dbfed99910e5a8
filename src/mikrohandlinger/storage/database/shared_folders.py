"""The folders that this machine has shared with the user's others, so that whoever erases can tell where a copy lies."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from typing import Final

    from mikrohandlinger.storage.database.journal import Journal

_BEGINS: Final = "sync "


def remember(journal: Journal, folder: str, day: date) -> None:
    """Keep that a folder was shared on this day, within a transaction."""
    journal.query(
        "INSERT INTO seen (what, day) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET day = excluded.day",
        (_BEGINS + folder, day.isoformat()),
    )


def every(journal: Journal) -> list[str]:
    """Every folder that was ever shared."""
    rows = journal.query("SELECT what FROM seen WHERE what GLOB ? ORDER BY what", (f"{_BEGINS}*",))
    return [what[len(_BEGINS) :] for (what,) in rows]
