"""Words that gave way to a newer change from another machine: kept for a while, told once."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from mikrohandlinger.domain.settings import BY_KEY
from mikrohandlinger.domain.transfer import Lost
from mikrohandlinger.storage.database.journal import stamp
from mikrohandlinger.storage.database.table import BY_NAME, FILED, PROPOSALS
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.storage.database.journal import Journal, Row
    from mikrohandlinger.storage.database.table import Table

#: How long they are kept.
KEPT_FOR: Final = timedelta(days=90)


class Conflicts:
    """The table of words that gave way."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def keep(self, table: Table, loser: Row, winner: Row, now: datetime) -> None:
        """Keep the words of a version that gave way to another, as far as that one says something else."""
        key = json.dumps([loser[column] for column in table.key], ensure_ascii=False)
        if datetime.fromisoformat(loser["changed"]) < now - KEPT_FOR:
            return
        for field, words in _words(table, loser).items():
            if _words(table, winner).get(field) == words:
                continue
            known = self._journal.query(
                "SELECT 1 FROM conflicts WHERE target = ? AND key = ? AND field = ? AND changed = ? AND device = ?",
                (table.name, key, field, loser["changed"], loser["device"]),
            ).fetchone()
            if known is None:
                self._journal.query(
                    "INSERT INTO conflicts (target, key, field, words, changed, device, lost)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (table.name, key, field, words, loser["changed"], loser["device"], stamp(now, None)),
                )

    def forget_old(self, now: datetime) -> None:
        """Let go of what was kept long enough."""
        self._journal.query("DELETE FROM conflicts WHERE lost < ?", (stamp(now - KEPT_FOR, None),))

    def every(self) -> list[Lost]:
        """All that are kept, the latest first."""
        return self._select("1")

    def untold(self) -> list[Lost]:
        """Those that have not been told."""
        return self._select("told = 0")

    def tell(self) -> None:
        """Remember that all have been told."""
        self._journal.query("UPDATE conflicts SET told = 1 WHERE told = 0")

    def _select(self, condition: str) -> list[Lost]:
        rows = self._journal.query(
            f"SELECT target, key, field, words, changed, lost FROM conflicts WHERE {condition}"
            " ORDER BY lost DESC, number DESC"
        ).fetchall()
        return [self._lost(*row) for row in rows]

    def _lost(self, target: str, key: str, field: str, words: str, changed: str, lost: str) -> Lost:
        table, names = BY_NAME[target], json.loads(key)
        row = self._journal.row(table, names) or {}
        day = row.get(table.days[0]) if table.days else None
        return Lost(
            names[0] if table is FILED else table.kinds[0],
            tuple(names),
            field,
            words,
            datetime.fromisoformat(changed),
            date.fromisoformat(day) if day else None,
            datetime.fromisoformat(lost),
        )


def _words(table: Table, row: Row) -> dict[str, str]:
    """The user's own words in a row, by where they stand."""
    if table is PROPOSALS or row["deleted"]:
        return {}
    found: dict[str, str] = {}
    for column in table.words:
        value: Any = row[column]
        if value is None:
            continue
        if table.columns[column] != "json":
            found[column] = value
        elif table is not FILED:
            found |= {name: str(text) for name, text in json.loads(value).items() if text}
        elif row["kind"] == "variation":
            said = json.loads(value)
            found |= {lang: said[lang]["text"] for lang in ("da", "en") if said.get(lang, {}).get("text")}
        elif row["kind"] == "setting" and row["id"] in BY_KEY and BY_KEY[row["id"]].kind.is_words:
            found[row["id"]] = str(json.loads(value))
    return found
