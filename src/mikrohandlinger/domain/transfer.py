"""What leaves with an export, comes in with an import, and is brought together by a synchronisation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.errors import MikroError

ExportForm = Literal["jsonl", "csv", "markdown", "toml"]
EXPORT_FORMS: Final[tuple[ExportForm, ...]] = get_args(ExportForm)
#: The usual ending of a form stands first.
EXPORT_ENDINGS: Final[Mapping[str, ExportForm]] = {
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".toml": "toml",
}
#: How many of the lines that were not understood are kept, to be told one by one.
MOST_FAULTS: Final = 1000


class Period(NamedTuple):
    """The days that an export is about; None where it has no end on that side."""

    first: date | None = None
    last: date | None = None


class Contents(NamedTuple):
    """What there is to leave: how much of each kind, as the lines of an export call it, and how many own words."""

    kinds: Mapping[str, int]
    words: int


class Fault(NamedTuple):
    """A line that was not understood.

    Attributes:
        file: In which file.
        line: Its number, from 1 up; None where the whole file is meant.
        reason: Why.
        is_entry: Whether entries are numbered in that file, as where lines say nothing.
    """

    file: str
    line: int | None
    reason: MikroError
    is_entry: bool = False


class Tick(NamedTuple):
    """A day on which another program says that something was done.

    Attributes:
        line: Where it says so, from 1 up.
        habit: What was done, as the person called it.
        day: On which day.
        time: At what time, if that was told.
        note: What was written about it.
        tags: Words of which one may name an action, where there is no name of a habit.
        place: Its place among those of the same habit and day.
    """

    line: int
    habit: str
    day: date
    time: time | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    place: int = 0


class Imported(NamedTuple):
    """What came in, or would.

    Attributes:
        files: The names of the files.
        new: How much of each kind was not here before.
        changed: How much was newer than what was here.
        same: How much was here already, or is older than what is here.
        actions: How many of the new entries were of each action.
        first: The first day of the new entries.
        last: Their last.
        masked: How many personal details were masked.
        faults: The first lines that were not understood.
        not_understood: How many were not.
        left_out: What was understood and is not kept here: habits that are no actions, what only a newer program knows.
        is_stored: Whether it was stored.
    """

    files: tuple[str, ...]
    new: Mapping[str, int]
    changed: int
    same: int
    actions: Mapping[str, int]
    first: date | None
    last: date | None
    masked: int
    faults: tuple[Fault, ...]
    not_understood: int
    left_out: tuple[Fault, ...] = ()
    is_stored: bool = False

    @property
    def understood(self) -> int:
        """How much of it means anything here."""
        return sum(self.new.values()) + self.changed + self.same


class Lost(NamedTuple):
    """Own words that gave way to a newer change from another machine.

    Attributes:
        kind: What they stood in, as the lines of an export call it.
        key: Which one, by its key.
        field: In which field.
        words: The words.
        changed: When they were written.
        day: The day that they are about, where there is one.
        lost: When they gave way.
    """

    kind: str
    key: tuple[Any, ...]
    field: str
    words: str
    changed: datetime
    day: date | None
    lost: datetime


class Brought(NamedTuple):
    """What came from one file of a synchronised folder.

    Attributes:
        file: Its name.
        new: How much was not here before.
        changed: How much was newer than what was here.
        is_whole: Whether its last line is all there.
        refusal: Why nothing of it was read, if that is so.
    """

    file: str
    new: int = 0
    changed: int = 0
    is_whole: bool = True
    refusal: MikroError | None = None


class Synced(NamedTuple):
    """What a synchronisation did.

    Attributes:
        folder: Where.
        file: The name of this machine's own file.
        lines: How many lines it has.
        is_new: Whether it was written: otherwise it stood there already, word for word.
        brought: What came from the others.
        lost: The words that gave way and have not been told before.
        faults: The first lines that were not understood.
        not_understood: How many were not.
    """

    folder: str
    file: str
    lines: int
    is_new: bool
    brought: tuple[Brought, ...]
    lost: tuple[Lost, ...]
    faults: tuple[Fault, ...]
    not_understood: int
