"""What comes in: our own export, and the histories of other programs, as one change or not at all."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, time

from mikrohandlinger.domain.calendar import local_day
from mikrohandlinger.domain.changes import IMPORT
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.transfer import MOST_FAULTS, Fault, Imported
from mikrohandlinger.storage.database import merging
from mikrohandlinger.storage.database.merging import Merging
from mikrohandlinger.storage.database.table import ENTRIES, FILED
from mikrohandlinger.storage.transfer import finding, jsonl
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.usecases.reading import action_named
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from typing import Final

    from mikrohandlinger.domain.transfer import Tick
    from mikrohandlinger.storage.database.filed import Both
    from mikrohandlinger.storage.database.journal import Change, Row
    from mikrohandlinger.storage.database.table import Table
    from mikrohandlinger.storage.transfer.finding import Found
    from mikrohandlinger.usecases.context import Context

    #: The action of each name that was given one; empty for a name that is left out on purpose.
    Names = Mapping[str, str]

_MIDDAY: Final = time(12)


class _NotStored(Exception):  # noqa: N818 - no error: it takes back what was only tried
    pass


def names_of(context: Context, given: Iterable[str]) -> dict[str, str]:
    """What ``--map NAME=ACTION`` says; an empty action leaves the name out.

    Raises:
        MikroError: When one is not written like that, or names no action.
    """
    names = {}
    for text in given:
        name, equals, word = text.rpartition("=")
        if not equals or not name.strip():
            raise MikroError(
                "map-form",
                N_('“{text}” is no --map. Write it like: --map "Talked to someone new=ask"'),
                text=text,
            )
        names[_folded(name)] = action_named(context.catalogue, word).id if word.strip() else ""
    return names


def look(paths: Sequence[str]) -> list[Found]:
    """What the files are.

    Raises:
        MikroError: When one cannot be read.
    """
    return [finding.look(os.path.abspath(os.path.expanduser(path)), path) for path in paths]


def unknown_names(context: Context, found: Iterable[Found], names: Names) -> dict[str, int]:
    """The names that mean no action yet, with how often each was done, the most frequent first."""
    unknown: dict[str, int] = {}
    spelt: dict[str, str] = {}
    for file in found:
        for tick in file.ticks(context.today) if file.ticks else ():
            if isinstance(tick, Fault):
                continue
            # Whoever tags what they write has other tags too: each is asked for that no other one explains.
            called = tick.tags[:1] if file.is_tagged else (tick.habit,)
            if (
                called
                and not _actions(context, tick, names, is_tagged=file.is_tagged)
                and not _is_left_out(tick, names)
            ):
                name = spelt.setdefault(_folded(called[0]), called[0])
                unknown[name] = unknown.get(name, 0) + 1
    return dict(sorted(unknown.items(), key=lambda item: -item[1]))


def run(
    context: Context,
    found: Sequence[Found],
    names: Names,
    *,
    skip: bool = False,
    dry_run: bool = False,
    keep_personal: bool = False,
    advance: Callable[[int], object] = lambda _lines: None,
) -> Imported:
    """Take in what the files hold, as one change.

    Args:
        context: What the program works with.
        found: The files, as :func:`look` found them.
        names: What the names of other programs mean.
        skip: Whether to take in the rest where something is not understood.
        dry_run: Whether to store nothing.
        keep_personal: Whether the user insists on personal details in notes.
        advance: Is told how many lines were read.

    Returns:
        What came in; where lines were not understood and not to be skipped, or nothing was new, nothing was stored.

    Raises:
        MikroError: When a file cannot be read, or nothing could be stored.
    """
    reading = _Reading(context, found, names, keep_personal=keep_personal, advance=advance)
    stored = False
    try:
        with (
            context.store.filed.both() as files,
            context.store.journal.change(IMPORT, context.clock.now) as change,
        ):
            reading.all(change, files)
            stored = not dry_run and reading.has_news and (skip or not reading.not_understood)
            if not stored:
                raise _NotStored
            files.write()
    except _NotStored:
        pass
    if stored:
        for part in ("pauses", "settings", "catalogue"):
            context.forget(part)
    return reading.result(is_stored=stored)


class _Reading:
    """The files on their way in."""

    def __init__(
        self,
        context: Context,
        found: Sequence[Found],
        names: Names,
        *,
        keep_personal: bool,
        advance: Callable[[int], object],
    ) -> None:
        self._context = context
        self._found = found
        self._names = names
        self._keep_personal = keep_personal
        self._advance = advance
        self._journal = context.store.journal
        self._new: dict[str, int] = {}
        self._changed = self._same = self._masked = self.not_understood = 0
        self._actions: dict[str, int] = {}
        self._first: date | None = None
        self._last: date | None = None
        self._faults: list[Fault] = []
        self._left_out: dict[tuple[str, str], Fault] = {}

    @property
    def has_news(self) -> bool:
        """Whether anything would be different afterwards."""
        return bool(self._new or self._changed)

    def all(self, change: Change, files: Both) -> None:
        """Merge every file."""
        self._files = files
        files.notice(self._context.clock.now)
        self._has_taken_back = merging.taken_back(self._journal, IMPORT)
        self._merging = Merging(self._journal, self._context.today, change)
        for file in self._found:
            if file.ticks is not None:
                self._foreign(file)
            else:
                self._own(file)

    def result(self, *, is_stored: bool) -> Imported:
        """What came of it."""
        return Imported(
            tuple(file.name for file in self._found),
            self._new,
            self._changed,
            self._same,
            self._actions,
            self._first,
            self._last,
            self._masked,
            tuple(self._faults),
            self.not_understood,
            tuple(self._left_out.values()),
            is_stored,
        )

    def _own(self, file: Found) -> None:
        assert file.source is not None
        with file.source.open() as opened:
            for number, read, _record in jsonl.rows(jsonl.lines(opened)):
                self._advance(1)
                if isinstance(read, MikroError):
                    self._fault(Fault(file.name, number, read))
                    continue
                for key in read.unknown:
                    self._leave_out(
                        file,
                        MikroError("key-unknown", N_("“{key}”, which this mikro knows nothing of"), key=key),
                    )
                if not self._take(read.table, read.row):
                    wrong = MikroError("row-wrong", N_("it says what cannot be, or says it in a wrong place"))
                    self._fault(Fault(file.name, number, wrong))

    def _take(self, table: Table, row: Row) -> bool:
        before = self._journal.row(table, [row[column] for column in table.key])
        if table is FILED and self._merging.would_take(table, row, before) and not self._files.put(row):
            return False
        if before is not None and self._was_taken_back(table, row, before) and not row["deleted"]:
            outcome = self._merging.add(table, row, before)
        else:
            outcome = self._merging.take(table, row, before)
        if outcome == "wrong":
            return False
        kind = row["kind"] if table.name == "filed" else table.kinds[0]
        self._count(kind, row, is_new=before is None or bool(before["deleted"]), outcome=outcome)
        return True

    def _foreign(self, file: Found) -> None:
        assert file.ticks is not None
        for name in file.left_out:
            self._leave_out(
                file, MikroError("habit-limit", N_("“{habit}”, of which less is better"), habit=name)
            )
        places: dict[tuple[str, str], int] = {}
        for tick in file.ticks(self._context.today):
            self._advance(1)
            if isinstance(tick, Fault):
                self._fault(tick)
                continue
            actions = _actions(self._context, tick, self._names, is_tagged=file.is_tagged)
            place = places[tick.habit, tick.day.isoformat()] = (
                places.get((tick.habit, tick.day.isoformat()), 0) + 1
            )
            if len(actions) == 1:
                self._tick(file, tick._replace(place=place), actions[0])
            elif _is_left_out(tick, self._names):
                continue
            elif file.is_tagged:
                self._fault(Fault(file.name, tick.line, _no_tag(tick, actions), is_entry=True))
            else:  # once a habit, not once a day
                self._leave_out(file, _no_action(tick.habit), tick.line)

    def _tick(self, file: Found, tick: Tick, action: str) -> None:
        try:
            words = own_words(tick.note, keep_personal=self._keep_personal)
        except MikroError as error:
            self._fault(Fault(file.name, tick.line, error, is_entry=file.is_tagged))
            return
        at = self._context.clock.localise(datetime.combine(tick.day, tick.time or _MIDDAY))
        row: Row = {
            **dict.fromkeys(ENTRIES.columns),
            "id": _identity(file.kind, tick),
            "at": at.isoformat(timespec="seconds"),
            # A date alone is a day; a clock time belongs to the day that begins when the settings say.
            "day": (local_day(at, self._context.day_starts) if tick.time else tick.day).isoformat(),
            "action": action,
            "note": words.text,
            "masked": words.masked,
            # As old as what it tells of: whatever was changed or deleted on any machine since stands over it.
            "changed": at.astimezone(UTC).isoformat(timespec="microseconds"),
            "device": self._journal.device,
            "deleted": 0,
        }
        del row["number"]
        before = self._journal.row(ENTRIES, (row["id"],))
        if before is not None and not self._was_taken_back(ENTRIES, row, before):
            self._same += 1
            return
        self._merging.add(ENTRIES, row, before)
        self._masked += words.masked
        self._count("entry", row, is_new=True, outcome="new")

    def _was_taken_back(self, table: Table, row: Row, before: Row) -> bool:
        """Whether it came with an import that was taken back, and may come again."""
        if not self._has_taken_back or not before["deleted"]:
            return False
        return merging.was_taken_back(self._journal, table, row)

    def _count(self, kind: str, row: Row, *, is_new: bool, outcome: str) -> None:
        if outcome == "same":
            self._same += 1
        elif row["deleted"] or not is_new:
            self._changed += 1
        else:
            self._new[kind] = self._new.get(kind, 0) + 1
            if kind == "entry":
                from datetime import date

                day = date.fromisoformat(row["day"])
                self._actions[row["action"]] = self._actions.get(row["action"], 0) + 1
                self._first = min(self._first or day, day)
                self._last = max(self._last or day, day)

    def _fault(self, fault: Fault) -> None:
        self.not_understood += 1
        if len(self._faults) < MOST_FAULTS:
            self._faults.append(fault)

    def _leave_out(self, file: Found, reason: MikroError, line: int | None = None) -> None:
        if len(self._left_out) < MOST_FAULTS:
            self._left_out.setdefault((file.name, str(reason)), Fault(file.name, line, reason))


def _actions(context: Context, tick: Tick, names: Names, *, is_tagged: bool) -> list[str]:
    """The actions that the name of a tick means, or its tags mean; none where they mean none."""
    found = []
    for called in tick.tags if is_tagged else (tick.habit,):
        known = names.get(_folded(called))
        if known is None:
            action = context.catalogue.find_action(called[1:] if is_tagged else called)
            known = action.id if action else ""
        if known:
            found.append(known)
    return list(dict.fromkeys(found))


def _is_left_out(tick: Tick, names: Names) -> bool:
    return any(names.get(_folded(called)) == "" for called in (tick.habit, *tick.tags))


def _folded(name: str) -> str:
    from mikrohandlinger.domain.privacy import one_line

    return one_line(name).casefold()


def _identity(kind: str, tick: Tick) -> str:
    """The id of a foreign entry: the same wherever and whenever the same history comes in."""
    made_of = "\0".join((kind, _folded(tick.habit), tick.day.isoformat(), str(tick.place)))
    return hashlib.sha256(made_of.encode("utf-8", "replace")).hexdigest()[:16]


def _no_action(habit: str) -> MikroError:
    return MikroError(
        "habit-unknown",
        N_('“{habit}” is no micro-action. To take it in: --map "{habit}=…"'),
        habit=habit,
    )


def _no_tag(tick: Tick, actions: Sequence[str]) -> MikroError:
    if actions:
        return MikroError("tags-two", N_("its tags name more than one action"))
    if tick.tags:
        return MikroError(
            "tag-unknown",
            N_('none of its tags names an action. To take it in: --map "{tag}=…"'),
            tag=tick.tags[0],
        )
    return MikroError("tag-missing", N_("it has no tag that names an action"))
