"""What was changed, as it can be taken back and done again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.catalogue.model import Action, Variation
    from mikrohandlinger.domain.entries import Entry

#: What a change was about, by the table of its first row; what it wrote into a file comes before that.
SUBJECTS: Final[Mapping[str, str]] = {
    "entries": "entry",
    "plans": "plan",
    "plan_uses": "answer",
    "reflections": "answer",
    "pauses": "pause",
    "proposals": "swap",
    "rules": "rule",
}


class InFile(NamedTuple):
    """A piece of one of the user's files that a change wrote.

    Attributes:
        kind: ``setting``, ``hidden`` or ``variation``.
        id: The key of a setting, or the id of a variation.
        before: What stood there, as JSON holds it; None for nothing.
        after: What it wrote; None where it took it away.
    """

    kind: str
    id: str
    before: Any
    after: Any


class Change(NamedTuple):
    """A change of the user.

    Attributes:
        number: Its number in the journal, from 1 up.
        at: When it was made.
        day: The local day on which it was made.
        command: The command that made it, such as ``log``.
        what: What it was about, one of :data:`SUBJECTS`, or the kind of what it wrote into a file.
        entry: The entry that it was about, with its words; None for anything else.
        words: The words that it wrote or took away, where it was no entry.
        about: What else tells it from others: the question of an answer, the Monday of its week, the days of a pause.
        filed: What it wrote into the user's files.
        swapped: The variation that it swapped to.
    """

    number: int
    at: datetime
    day: date
    command: str
    what: str
    entry: Entry | None = None
    words: str | None = None
    about: tuple[str | None, ...] = ()
    filed: tuple[InFile, ...] = ()
    swapped: Variation | None = None


class Turned(NamedTuple):
    """A change that was taken back, or done again.

    Attributes:
        change: Which one.
        action: That of its entry, if it was about one.
        left: How many more can be taken back.
        untouched: What was left as it is in a file, since something else stands there now.
    """

    change: Change
    action: Action | None
    left: int
    untouched: tuple[InFile, ...] = ()
