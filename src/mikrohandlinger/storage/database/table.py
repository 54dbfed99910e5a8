"""The one list of tables: undo and the search for damage go through it, and whatever else concerns all data.

A new table is one module, one entry here, and one migration. A table of the database that stands neither in
:data:`TABLES` nor, with its reason, in :data:`INTERNAL` makes a test fail.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

#: What stands in a column: ids and values of a list as ``text``, lists and tables as ``json``.
Holds = Literal["text", "day", "instant", "number", "flag", "json"]


class Table(NamedTuple):
    """A table, and what has to be known of it by whoever goes through all of them.

    Attributes:
        name: Its name, which is that of its module too.
        key: The columns that tell one row from another, the same on every machine.
        columns: All its columns in order, and what each holds.
        kinds: What its rows are called where they leave the machine. None for what is of this machine: it is not
            undone either, and has no time of change.
        words: The columns with the user's own words, which a deleted row gives up.
        days: The columns of the first and the last day that a row is about, where it is about any.
    """

    name: str
    key: tuple[str, ...]
    columns: Mapping[str, Holds]
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    days: tuple[str, str] | None = None

    @property
    def listing(self) -> str:
        """Its columns as they stand in a statement."""
        return ", ".join(self.columns)

    @property
    def matching(self) -> str:
        """The condition that finds a row by its key."""
        return " AND ".join(f"{column} = ?" for column in self.key)

    def value(self, row: Sequence[Any]) -> dict[str, Any]:
        """What a row says: days and instants as such, JSON as what it means.

        Raises:
            ValueError, TypeError: When a column holds what was never written to it.
        """
        return self.read(dict(zip(self.columns, row, strict=True)))

    def read(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The same for a row by column, which may be of an earlier form: without some, and with others.

        Raises:
            ValueError, TypeError: When a column holds what was never written to it.
        """
        return {
            column: None if each is None else read(self.columns.get(column, "text"), each)
            for column, each in row.items()
        }


def read(holds: Holds, stored: Any) -> Any:
    """What a column says that is not empty.

    Raises:
        ValueError, TypeError: When it holds what was never written to it.
    """
    from datetime import date, datetime

    if holds == "day":
        return date.fromisoformat(stored)
    if holds == "instant":
        return datetime.fromisoformat(stored)
    if holds == "json":
        import json

        return json.loads(stored)
    if holds == "flag":
        return (False, True)[stored]
    return stored


#: The end of every row of the user: when it was changed, on which machine, and whether it was taken away.
_HISTORY: Final[dict[str, Holds]] = {"changed": "instant", "device": "text", "deleted": "flag"}

ENTRIES: Final = Table(
    "entries",
    ("id",),
    {
        "number": "number",
        "id": "text",
        "at": "instant",
        "day": "day",
        "action": "text",
        "variation": "text",
        "level": "number",
        "note": "text",
        "reach": "text",
        "went": "text",
        "masked": "number",
        "rule": "text",
        "way": "text",
        "frame": "text",
        "parts": "json",
        "used": "text",
        "told": "flag",
        **_HISTORY,
    },
    ("entry",),
    ("note", "parts"),
    days=("day", "day"),
)

PROPOSALS: Final = Table(
    "proposals",
    ("day", "turn"),
    {
        "day": "day",
        "turn": "number",
        "action": "text",
        "variation": "text",
        "level": "number",
        "wording": "json",
        "shown": "instant",
        "asked": "flag",
        **_HISTORY,
    },
    ("proposal",),
    ("wording",),
    days=("day", "day"),
)

PLANS: Final = Table(
    "plans", ("day",), {"day": "day", "text": "text", **_HISTORY}, ("plan",), ("text",), days=("day", "day")
)

PLAN_USES: Final = Table(
    "plan_uses",
    ("monday",),
    {"monday": "day", "used": "text", **_HISTORY},
    ("plan_use",),
    days=("monday", "monday"),
)

REFLECTIONS: Final = Table(
    "reflections",
    ("monday", "key"),
    {"monday": "day", "key": "text", "answer": "text", "question": "text", **_HISTORY},
    ("reflection",),
    ("answer", "question"),
    days=("monday", "monday"),
)

PAUSES: Final = Table(
    "pauses",
    ("id",),
    {"id": "text", "first": "day", "last": "day", **_HISTORY},
    ("pause",),
    days=("first", "last"),
)

TERMS: Final = Table(
    "terms",
    ("since",),
    {
        "since": "day",
        "goal": "number",
        "workdays": "text",
        "public_holidays": "text",
        "first_of_may": "text",
        "constitution_day": "text",
        "christmas_eve": "text",
        "new_years_eve": "text",
        "country": "text",
        **_HISTORY,
    },
    ("terms",),
    days=("since", "since"),
)

RULES: Final = Table(
    "rules",
    ("id",),
    {
        "number": "number",
        "id": "text",
        "title": "text",
        "kind": "text",
        "detail": "text",
        "origin": "text",
        "gets_in_the_way": "text",
        "protects": "text",
        "ask": "text",
        "until": "text",
        "door": "text",
        "minutes_low": "number",
        "minutes_high": "number",
        "times": "number",
        "per": "text",
        "people": "number",
        "status": "text",
        "moved": "day",
        "noticed": "day",
        "raised": "day",
        "answer_due": "day",
        "answered": "day",
        "answer": "text",
        "thanked": "flag",
        "minutes_after_low": "number",
        "minutes_after_high": "number",
        "review_on": "day",
        "masked": "number",
        **_HISTORY,
    },
    ("rule",),
    ("title", "gets_in_the_way", "protects", "until", "door", "answer"),
    days=("noticed", "noticed"),
)

FILED: Final = Table(
    "filed",
    ("kind", "id"),
    {"kind": "text", "id": "text", "value": "json", **_HISTORY},
    ("setting", "hidden", "variation"),
    ("value",),
)

REMINDERS: Final = Table(
    "reminders",
    ("day",),
    {"day": "day", "at": "instant", "rhythm": "text", "channel": "text", "settled": "flag"},
)

CONFLICTS: Final = Table(
    "conflicts",
    ("number",),
    {
        "number": "number",
        "target": "text",
        "key": "json",
        "field": "text",
        "words": "text",
        "changed": "instant",
        "device": "text",
        "lost": "instant",
        "told": "flag",
    },
)

SEEN: Final = Table("seen", ("what",), {"what": "text", "day": "day"})

TABLES: Final = (
    ENTRIES, PROPOSALS, PLANS, PLAN_USES, REFLECTIONS, PAUSES, TERMS, RULES, FILED, REMINDERS, CONFLICTS, SEEN,
)  # fmt: skip

#: By name, as the journal knows them.
BY_NAME: Final[Mapping[str, Table]] = {table.name: table for table in TABLES}

#: The other tables, and why nothing that concerns all data goes through them.
INTERNAL: Final[Mapping[str, str]] = {
    "meta": "the random number that makes this installation's order of variations its own, whether the reminder was switched last, and in which week it was told that no copy could be made",
    "week_marks": "counted from the entries by triggers, and counted again when they change",
    "memo": "counted from the week_marks, and may be forgotten at any time",
    "changes": "the journal: what was done to the tables above",
    "journal": "the journal: each row that a change wrote",
}
