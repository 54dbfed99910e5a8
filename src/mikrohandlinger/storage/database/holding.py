"""What a database holds, counted."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.care import Holding
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def holding(connection: sqlite3.Connection) -> Holding:
    """Count what is there and was not deleted, in the present form."""

    def count(what: str) -> int:
        return int(connection.execute(f"SELECT {what}").fetchone()[0])

    first, last = connection.execute("SELECT min(day), max(day) FROM entries WHERE deleted = 0").fetchone()
    return Holding(
        entries=count("count(*) FROM entries WHERE deleted = 0"),
        weeks=count("count(DISTINCT monday) FROM reflections WHERE deleted = 0 AND key <> 'passed'"),
        plans=count("count(*) FROM plans WHERE deleted = 0 AND text IS NOT NULL"),
        pauses=count("count(*) FROM pauses WHERE deleted = 0"),
        rules=count("count(*) FROM rules WHERE deleted = 0"),
        first=first and date.fromisoformat(first),
        last=last and date.fromisoformat(last),
    )
