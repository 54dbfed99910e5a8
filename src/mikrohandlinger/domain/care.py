"""What is told of the user's data as a whole: what there is of it, and how it stands."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Any

#: What ``doctor`` looks at, in this order.
Check = Literal[
    "database",
    "counts",
    "changes",
    "settings",
    "catalogue",
    "processes",
    "team",
    "private",
    "leftovers",
    "copies",
    "reminder",
    "disk",
    "place",
    "encoding",
]
#: How it stands: as it should be, worth knowing, or to be mended.
State = Literal["ok", "note", "fault"]


class Finding(NamedTuple):
    """What was found of one thing.

    Attributes:
        check: What was looked at.
        state: How it stands.
        sentence: What is told of it, in English with ``{placeholders}``; of what is well, a few words for a list.
        values: What fills the placeholders.
        mend: The command that mends it, where there is one.
    """

    check: Check
    state: State
    sentence: str
    values: Mapping[str, Any] = {}
    mend: str | None = None


class Holding(NamedTuple):
    """What a database and the files beside it hold.

    Attributes:
        entries: How many there are, those that were deleted left out; so it is with the others.
        weeks: Weeks that were looked back on.
        plans: If-then plans.
        pauses: Pauses.
        rules: Rules that get in the way.
        first: The day of the earliest entry.
        last: The day of the latest one.
    """

    entries: int = 0
    weeks: int = 0
    plans: int = 0
    pauses: int = 0
    rules: int = 0
    first: date | None = None
    last: date | None = None


class Kept(NamedTuple):
    """A backup that was written.

    Attributes:
        path: Where it lies.
        holding: What it holds.
        has_settings: Whether there were settings to go into it.
        own_variations: Whether there were own variations.
        own_meetings: Whether there were own scripts of meetings.
    """

    path: str
    holding: Holding
    has_settings: bool = False
    own_variations: bool = False
    own_meetings: bool = False


class Restored(NamedTuple):
    """What came back.

    Attributes:
        holding: What it is.
        has_texts: Whether settings and own variations came back too.
        aside: Where what was there before lies now; None where there was nothing.
    """

    holding: Holding
    has_texts: bool
    aside: str | None


class Rescued(NamedTuple):
    """What was read out of a damaged database.

    Attributes:
        holding: What it is.
        missing: The numbers of entries that could not be read, from and to.
        doubtful: The numbers of entries that stood there in two readings.
        unread: How many pieces of the file made no sense.
        aside: Where the damaged file lies now.
    """

    holding: Holding
    missing: tuple[tuple[int, int], ...]
    doubtful: tuple[int, ...]
    unread: int
    aside: str


class Traces(NamedTuple):
    """What there is of the program on this machine.

    Attributes:
        holding: What the database holds; None where it cannot be read.
        settings: Whether there is a settings file.
        own_variations: Whether there are own variations.
        copies: How many copies of the data there are.
        logs: How many log files.
        reminder: Whether a reminder stands.
        folders: The folders in which all of it lies.
        beyond: Files that are not of the program and stay, and what a symbolic link of ours leads to.
        shared: Files of this machine in folders that it shares with others.
        own_meetings: Whether there are own scripts of meetings.
        team: The folder that the user's team shares, which is never touched; "" where none is named.
    """

    holding: Holding | None
    settings: bool
    own_variations: bool
    copies: int
    logs: int
    reminder: bool
    folders: tuple[str, ...]
    beyond: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    own_meetings: bool = False
    team: str = ""
