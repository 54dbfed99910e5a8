"""What was proposed, worded as it was shown."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.catalogue.model import Variation, variation
from mikrohandlinger.domain.proposal import Memory, Proposal, Shown
from mikrohandlinger.storage.database import as_json
from mikrohandlinger.storage.database.opening import translating, writing
from mikrohandlinger.storage.database.table import PROPOSALS
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any, Final

    from mikrohandlinger.storage.database.journal import Change, Journal

#: From one variation to the next in the index: as quick after forty years as after forty days.
_LAST_SHOWN: Final = """
WITH RECURSIVE shown (name) AS (
  SELECT min(variation) FROM proposals WHERE deleted = 0
  UNION ALL
  SELECT (SELECT min(variation) FROM proposals WHERE deleted = 0 AND variation > name)
  FROM shown WHERE name IS NOT NULL
)
SELECT name, (
  SELECT day || ' ' || turn FROM proposals
  WHERE deleted = 0 AND variation = name ORDER BY day DESC, turn DESC LIMIT 1
) FROM shown
"""

#: Beside max(), SQLite takes the other columns from the row that has it: the day's final proposal.
_FINALS: Final = """
SELECT day, max(turn), action, variation,
  (SELECT max(level) FROM proposals AS turns WHERE deleted = 0 AND turns.day = proposals.day), asked
FROM proposals
"""


class Proposals:
    """The table of proposals."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def of(self, day: date) -> Proposal | None:
        """What is proposed for ``day``, worded as it was first shown; None if nothing was shown yet."""
        row = self._journal.query(
            "SELECT wording, turn FROM proposals WHERE deleted = 0 AND day = ? ORDER BY turn DESC LIMIT 1",
            (day.isoformat(),),
        ).fetchone()
        if row is None:
            return None
        with translating(self._journal.path):
            return Proposal(day, variation(as_json.read(self._journal.connection, row[0])), row[1])

    def last_shown(self, day: date) -> Shown | None:
        """What :meth:`of` gives for ``day``, without its words."""
        row = self._journal.query(
            "SELECT day, turn, action, variation, level, asked FROM proposals WHERE deleted = 0 AND day = ?"
            " ORDER BY turn DESC LIMIT 1",
            (day.isoformat(),),
        ).fetchone()
        return None if row is None else _shown(row)

    def latest_day(self, until: date) -> date | None:
        """The latest day up to this one whose proposal was really shown."""
        row = self._journal.query(
            "SELECT day FROM proposals WHERE deleted = 0 AND shown IS NOT NULL AND day <= ? ORDER BY day DESC LIMIT 1",
            (until.isoformat(),),
        ).fetchone()
        return date.fromisoformat(row[0]) if row else None

    def between(self, first: date, last: date) -> dict[str, Variation]:
        """Every variation shown on these days, by id, worded as it was shown."""
        rows = self._journal.query(
            "SELECT variation, wording FROM proposals WHERE deleted = 0 AND day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        )
        return {name: _worded(wording) for name, wording in rows}

    def worded(self, name: str) -> Variation | None:
        """A variation as it was last shown; None where it never was."""
        row = self._journal.query(
            "SELECT wording FROM proposals WHERE deleted = 0 AND variation = ? ORDER BY day DESC, turn DESC LIMIT 1",
            (name,),
        ).fetchone()
        return None if row is None else _worded(row[0])

    def settled_between(self, first: date, last: date) -> dict[date, Variation]:
        """The proposal that stood at the end of each of these days: what was swapped away is not in it."""
        rows = self._journal.query(
            "SELECT day, wording FROM proposals WHERE deleted = 0 AND day BETWEEN ? AND ? ORDER BY day, turn",
            (first.isoformat(), last.isoformat()),
        )
        last_turns: dict[str, str] = dict(rows.fetchall())
        return {date.fromisoformat(day): _worded(text) for day, text in last_turns.items()}

    def state(self, first: date) -> tuple[int, str | None]:
        """How many there are from ``first`` on, swaps among them, and when one last changed: together, each change."""
        rows = self._journal.query(
            "SELECT count(*), max(changed) FROM proposals WHERE day >= ?", (first.isoformat(),)
        )
        count, changed = rows.fetchone()
        return count, changed

    def memory(self, day: date) -> Memory:
        """What was shown before ``day`` and on it, and what is stored for later days already."""
        iso = day.isoformat()
        last_shown = {}
        for name, latest in self._journal.query(_LAST_SHOWN):
            if latest is not None:
                last_day, turn = latest.split()
                last_shown[name] = (date.fromisoformat(last_day), int(turn))
        recent = self._journal.query(
            f"{_FINALS} WHERE deleted = 0 AND day < ? GROUP BY day ORDER BY day DESC LIMIT 21", (iso,)
        )
        later = self._journal.query(
            f"{_FINALS} WHERE deleted = 0 AND day > ? GROUP BY day ORDER BY day LIMIT 10", (iso,)
        )
        today = self._journal.query(
            "SELECT day, turn, action, variation, level, asked FROM proposals WHERE deleted = 0 AND day = ?"
            " ORDER BY turn",
            (iso,),
        )
        return Memory(
            last_shown,
            [_shown(row) for row in recent][::-1],
            [_shown(row) for row in today],
            [_shown(row) for row in later],
        )

    def keep(self, proposal: Proposal, now: datetime, *, asked: bool = False) -> Proposal:
        """Store what is shown now; if another process was quicker, its answer is the day's answer and is returned.

        Args:
            proposal: What is shown.
            now: The instant.
            asked: Whether it was asked for on a day off.
        """
        self.keep_many([proposal], now, asked=asked)
        return self.of(proposal.day) or proposal

    def swap(self, proposal: Proposal, now: datetime, *, asked: bool = False) -> Proposal:
        """The same for a swap, which is a change that can be taken back."""
        with self._journal.change("swap", now) as change:
            self.save_swap(change, proposal, asked=asked)
        return self.of(proposal.day) or proposal

    def save_swap(self, change: Change, proposal: Proposal, *, asked: bool) -> None:
        """Keep a swap as part of a change; where another process was quicker, nothing is changed."""
        row = _row(proposal)
        before = self._journal.row(PROPOSALS, (row["day"], row["turn"]))
        if before is None or before["deleted"]:
            shown = change.now.isoformat(timespec="seconds")
            change.save(PROPOSALS, {**row, "shown": shown, "asked": int(asked)})

    def keep_many(
        self, proposals: Iterable[Proposal], now: datetime, *, asked: bool = False, offered: bool = False
    ) -> None:
        """Store what is shown now, or was only ``offered`` at the prompt; what a day already has stays as it is."""
        shown = None if offered else now.isoformat(timespec="seconds")
        with writing(self._journal.connection, self._journal.path):
            for proposal in proposals:
                row = _row(proposal)
                before = self._journal.row(PROPOSALS, (row["day"], row["turn"]))
                if before is None or before["deleted"]:
                    self._journal.write(
                        PROPOSALS, {**row, "shown": shown, "asked": int(asked), "deleted": 0}, now, before
                    )


def _shown(row: tuple[Any, ...]) -> Shown:
    day, turn, action, name, level, asked = row
    return Shown(date.fromisoformat(day), turn, action, name, level, bool(asked))


def _row(proposal: Proposal) -> dict[str, Any]:
    chosen = proposal.variation
    return {
        "day": proposal.day.isoformat(),
        "turn": proposal.swaps,
        "action": chosen.action,
        "variation": chosen.id,
        "level": chosen.level,
        "wording": _as_text(chosen),
    }


def _worded(text: str) -> Variation:
    import json

    return variation(json.loads(text))


def _as_text(chosen: Variation) -> str:
    import json

    return json.dumps(_as_table(chosen), ensure_ascii=False)


def _as_table(chosen: Variation) -> dict[str, Any]:
    """The raw table of a variation, as in the catalogue."""
    table = chosen._asdict()
    return {
        **table,
        "settings": table.pop("places"),
        "source": table.pop("sources"),
        "da": chosen.da._asdict(),
        "en": chosen.en._asdict(),
    }
