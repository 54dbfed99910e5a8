"""What gets in the way."""

from __future__ import annotations

import os
from datetime import date

from mikrohandlinger.storage.database.table import RULES
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from mikrohandlinger.domain.rules.model import Rule
    from mikrohandlinger.storage.database.journal import Change, Journal, Row


#: What waits for an answer.
_WAITING = "status = 'raised' AND raised IS NOT NULL AND answered IS NULL"


class Rules:
    """The table of rules."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def calling(self, today: date) -> list[Rule]:
        """Those that wait for an answer, and those that are to be looked at again by ``today``."""
        return self._select(
            f"deleted = 0 AND ({_WAITING} OR status IN ('trying', 'kept') AND review_on <= ?)",
            (today.isoformat(),),
        )

    def lively(self, first: date, last: date) -> list[Rule]:
        """Those that were noticed, raised, answered or moved on one of these days, and those that wait for an answer."""
        days = (first.isoformat(), last.isoformat())
        moved = " OR ".join(f"{day} BETWEEN ? AND ?" for day in ("noticed", "raised", "answered", "moved"))
        return self._select(f"deleted = 0 AND ({_WAITING} OR {moved})", days * 4)

    def every(self) -> list[Rule]:
        """Every rule, by its number."""
        return self._select("deleted = 0 ORDER BY number")

    def find(self, wanted: str) -> Rule:
        """The rule with this number, or with an id that begins like this.

        Raises:
            MikroError: When there is none, or more than one.
        """
        text = wanted.strip().lstrip("#")
        if text.isdecimal() and len(text) < 16:
            found = self._select("number = ? AND deleted = 0", (int(text),))
            if found:
                return found[0]
        if len(text) >= 4 and text.isalnum():
            found = self._select("id >= ? AND id < ? AND deleted = 0 LIMIT 2", (text, text + "g"))
            if len(found) == 1:
                return found[0]
        raise _no_rule(wanted)

    def add(self, rules: Sequence[Rule], now: datetime) -> list[Rule]:
        """Store new rules as one change; returns them with their ids and numbers."""
        with self._journal.change("rule-add", now) as change:
            return [
                _rule(change.save(RULES, {**_columns(rule), "id": os.urandom(8).hex()})) for rule in rules
            ]

    def turn(self, before: Rule, after: Rule, command: str, now: datetime) -> Rule:
        """Store what is different in a rule, as one change of ``command``."""
        with self._journal.change(command, now) as change:
            return self._save(change, before, after)

    def amend(self, before: Rule, after: Rule, now: datetime) -> Rule:
        """Add to a rule just stored, as part of that change: one ``undo`` takes back all of it."""
        with self._journal.change("rule-add", now) as change:
            change.join(RULES, before.id)
            return self._save(change, before, after)

    def _save(self, change: Change, before: Rule, after: Rule) -> Rule:
        row = self._journal.row(RULES, (before.id,))
        if row is None or row["deleted"]:  # by another command meanwhile
            raise _no_rule(str(before.number))
        old = _columns(before)
        # Only what is different, so that what another command has told meanwhile stays.
        return _rule(
            change.save(
                RULES,
                {**row, **{name: value for name, value in _columns(after).items() if value != old[name]}},
            )
        )

    def _select(self, condition: str, values: Iterable[Any] = ()) -> list[Rule]:
        rows = self._journal.query(f"SELECT {RULES.listing} FROM rules WHERE {condition}", tuple(values))
        return [_rule(dict(zip(RULES.columns, row, strict=True))) for row in rows]


_DAYS = frozenset({"noticed", "moved", "raised", "answer_due", "answered", "review_on"})


def _rule(row: Mapping[str, Any]) -> Rule:
    from mikrohandlinger.domain.rules.model import Rule

    return Rule(**{field: _value(field, row[field]) for field in Rule._fields})


def _value(field: str, value: Any) -> Any:
    if field in _DAYS and value is not None:
        return date.fromisoformat(value)
    return bool(value) if field == "thanked" else value


def _columns(rule: Rule) -> Row:
    """What a rule says, as it is stored; its number is given by the table."""
    columns = rule._asdict()
    del columns["number"], columns["id"]
    columns |= {day: columns[day].isoformat() for day in _DAYS if columns[day] is not None}
    return {**columns, "thanked": int(rule.thanked)}


def _no_rule(wanted: str) -> Exception:
    from mikrohandlinger.domain.errors import N_, MikroError

    return MikroError(
        "rule-unknown",
        N_("There is no rule “{wanted}”. “mikro rule list” shows each with its number."),
        wanted=wanted,
    )
