"""A folder shared by the user's machines: this one's own file written there, and the others' read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.settings import OF_ONE_MACHINE
from mikrohandlinger.domain.transfer import MOST_FAULTS, Brought, Fault, Period, Synced
from mikrohandlinger.storage.database import everything, merging, shared_folders
from mikrohandlinger.storage.database.conflicts import Conflicts
from mikrohandlinger.storage.database.device import known_in
from mikrohandlinger.storage.database.merging import Merging, Stamp, stamp_of
from mikrohandlinger.storage.database.opening import writing
from mikrohandlinger.storage.database.table import FILED
from mikrohandlinger.storage.files import exists, locked
from mikrohandlinger.storage.transfer import folder as shared
from mikrohandlinger.storage.transfer import jsonl
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from typing import Any, Final

    from mikrohandlinger.domain.transfer import Contents, Lost
    from mikrohandlinger.storage.database.filed import Both
    from mikrohandlinger.storage.database.journal import Journal, Row
    from mikrohandlinger.storage.database.table import Table
    from mikrohandlinger.usecases.context import Context

#: Stands for the id of a machine that has none yet, where nothing is written.
_NO_DEVICE: Final = "0" * 16


class Plan(NamedTuple):
    """What a synchronisation would do.

    Attributes:
        folder: Where.
        is_first: Whether nothing of this machine lies there yet.
        contents: What would leave.
    """

    folder: str
    is_first: bool
    contents: Contents


def plan(context: Context, folder: str) -> Plan:
    """See what would leave, and where to.

    Raises:
        MikroError: When the folder is none to share.
    """
    from mikrohandlinger.usecases.transfer.exporting import contents

    where = os.path.abspath(os.path.expanduser(folder))
    paths = context.paths
    shared.check(where, folder, (paths.data, paths.config, paths.cache))
    device = known_in(paths.data)
    is_first = device is None or not exists(os.path.join(where, shared.own_name(device)))
    return Plan(where, is_first, contents(context, Period()))


def lines(context: Context) -> Iterator[str]:
    """The lines that would be written; nothing is, not even an id for this machine."""
    journal = context.store.journal
    if known_in(context.paths.data) is None:
        journal.__dict__["device"] = _NO_DEVICE
    yield _header(context, {})
    yield from _Own(journal)


def conflicts(context: Context) -> list[Lost]:
    """The words that gave way to a newer change from another machine, the latest first."""
    return Conflicts(context.store.journal).every()


def told(context: Context) -> None:
    """Remember that what gave way has been told."""
    journal = context.store.journal
    with writing(journal.connection, journal.path):
        Conflicts(journal).tell()


def run(context: Context, folder: str, advance: Callable[[int], object] = lambda _lines: None) -> Synced:
    """Read the others' files, and write this machine's own.

    Args:
        context: What the program works with.
        folder: Where; absolute, as :func:`plan` says.
        advance: Is told how many lines were read or written.

    Raises:
        MikroError: When the folder or the data cannot be used; what was brought in by then is kept, or nothing was.
    """
    journal = context.store.journal
    with locked(os.path.join(context.paths.data, "sync")):
        own = os.path.join(folder, shared.own_name(journal.device))
        together = _Together(context, own, advance)
        with context.store.filed.both() as files, journal.storing(together.is_stored):
            files.notice(context.clock.now)
            together.read_all(shared.members(folder), files)
            shared_folders.remember(journal, folder, context.today)
            files.write()
        if together.has_news:
            for part in ("pauses", "settings", "catalogue"):
                context.forget(part)
        rows = _Own(journal, advance)
        try:
            is_new = shared.write(own, _header(context, together.marks), rows)
        except MikroError as error:
            raise MikroError(
                "sync-unwritten", N_("{fault} What came from the other machines is stored."), fault=error
            ) from error
    return Synced(
        folder,
        os.path.basename(own),
        rows.number,
        is_new,
        tuple(together.brought),
        tuple(Conflicts(journal).untold()),
        tuple(together.faults),
        together.not_understood,
    )


def _header(context: Context, marks: Mapping[str, str]) -> str:
    from mikrohandlinger import __version__

    return jsonl.header(
        f"{jsonl.PROGRAM} {__version__}",
        context.store.journal.device,
        context.clock.now.isoformat(timespec="seconds"),
        read=marks,
    )


class _Own(Iterable[str]):
    """The lines of this machine's own file after the first, to be gone through more than once."""

    def __init__(self, journal: Journal, advance: Callable[[int], object] = lambda _lines: None) -> None:
        self._journal = journal
        self._advance = advance
        self._heard = merging.lineage(journal)
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        self.number = 1
        for table in everything.TRAVELLING:
            for row in everything.rows(self._journal, table):
                if _stays(table, row):
                    continue
                self.number += 1
                self._advance(1)
                yield jsonl.line(table, row, **self._over(table, row))

    def _over(self, table: Table, row: Row) -> dict[str, Any]:
        """The versions of others that this machine knew when it changed the row."""
        if not self._heard or row["device"] != self._journal.device:
            return {}
        heard = self._heard.get((table.name, merging.key_of(table, row)))
        return {"over": heard} if heard else {}


def _stays(table: Table, row: Mapping[str, Any]) -> bool:
    """Whether a row is of this machine alone."""
    return table is FILED and row["kind"] == "setting" and row["id"].startswith(OF_ONE_MACHINE)


class _Contest(NamedTuple):
    """Two versions of a row, of which one gave way."""

    table: Table
    loser: Row
    winner: Row


class _Together:
    """What the files of the folder bring."""

    def __init__(self, context: Context, own: str, advance: Callable[[int], object]) -> None:
        self._context = context
        self._own = own
        self._advance = advance
        self._journal = context.store.journal
        self._merging = Merging(self._journal, context.today)
        self._heard = merging.lineage(self._journal)
        self._over: dict[tuple[str, str, Stamp], set[Stamp]] = {}
        self._last: tuple[Table, Row] | None = None
        self._contests: list[tuple[_Contest, str]] = []
        self.brought: list[Brought] = []
        self.faults: list[Fault] = []
        self.not_understood = 0
        self.marks: dict[str, str] = {}

    def is_stored(self, connection: sqlite3.Connection) -> bool:
        """Whether what was brought is there, as somebody sees who opens the data anew."""
        return self._last is None or merging.is_there(connection, *self._last)

    @property
    def has_news(self) -> bool:
        """Whether anything came."""
        return any(each.new or each.changed for each in self.brought)

    def read_all(self, members: Iterable[shared.Member], files: Both) -> None:
        """Merge all that the files say, within a transaction."""
        before = self._read_before()
        for member in members:
            self._read(member, files)
        conflicts = Conflicts(self._journal)
        for contest, name in self._contests:
            if self.marks.get(name) not in before and not self._knew(contest):
                conflicts.keep(*contest, self._context.clock.now)
        conflicts.forget_old(self._context.clock.now)

    def _read_before(self) -> frozenset[str]:
        """What this machine's own file says of what it had read when it was written: that has been told."""
        if not exists(self._own):
            return frozenset()
        opened = shared.Opened(shared.Member(os.path.basename(self._own), self._own))
        try:
            next(opened.lines(), None)
        except MikroError:
            return frozenset()
        said = (opened.header or {}).get("read")
        return frozenset(map(str, said.values())) if isinstance(said, dict) else frozenset()

    def _read(self, member: shared.Member, files: Both) -> None:
        opened = shared.Opened(member)
        counts = {"new": 0, "changed": 0}
        refusal = None
        try:
            for number, read, record in jsonl.rows(opened.lines()):
                self._advance(1)
                if isinstance(read, MikroError):
                    self._fault(Fault(member.name, number, read))
                elif not _stays(read.table, read.row):
                    self._hear(read.table, read.row, record)
                    outcome = self._take(member, read.table, read.row, files)
                    if outcome == "wrong":
                        wrong = MikroError(
                            "row-wrong", N_("it says what cannot be, or says it in a wrong place")
                        )
                        self._fault(Fault(member.name, number, wrong))
                    elif outcome != "same" and not read.row["deleted"]:
                        counts[outcome] += 1
                    elif outcome == "changed":
                        counts["changed"] += 1
        except MikroError as error:
            refusal = error
        self.marks[member.name] = opened.mark
        if member.path != self._own or counts["new"] or counts["changed"]:
            self.brought.append(Brought(member.name, **counts, is_whole=opened.is_whole, refusal=refusal))

    def _take(self, member: shared.Member, table: Table, row: Row, files: Both) -> str:
        before = self._journal.row(table, [row[column] for column in table.key])
        takes = self._merging.would_take(table, row, before)
        if table is FILED and takes and not files.put(row):
            # Nothing is remembered as standing in a file that could not take it.
            return "same"
        # A machine knows what it wrote itself.
        if before is not None and before["device"] != row["device"]:
            contest = _Contest(table, before, row) if takes else _Contest(table, row, before)
            if self._journal.device in (before["device"], row["device"]) and table.words:
                # A file that was read before has nothing more to tell of what it lost; what it wins is told anyway.
                self._contests.append((contest, "" if takes else member.name))
        if not takes:
            return "same"
        self._last = table, row
        return self._merging.take(table, row, before)

    def _hear(self, table: Table, row: Row, record: Mapping[str, Any]) -> None:
        over = record.get("over")
        if isinstance(over, list):
            stamps = {Stamp(*map(str, each)) for each in over if isinstance(each, list) and len(each) == 2}
            self._over[table.name, merging.key_of(table, row), stamp_of(row)] = stamps

    def _knew(self, contest: _Contest) -> bool:
        """Whether whoever wrote the version that stands knew the other one."""
        table, loser, winner = contest
        key = merging.key_of(table, winner)
        if winner["device"] == self._journal.device:
            return stamp_of(loser) in self._heard.get((table.name, key), ())
        return stamp_of(loser) in self._over.get((table.name, key, stamp_of(winner)), ())

    def _fault(self, fault: Fault) -> None:
        self.not_understood += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault)
