"""Loop Habit Tracker: its CSV export, as the zip that it writes or a folder that somebody unpacked.

Only what the person ticked is done. The app also fills in the days around a tick, ahead of the day of the export even,
and those are no data of anybody's. A habit is found by the number of its folder, as its name there has lost letters.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Mapping

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.transfer import Fault, Tick
from mikrohandlinger.storage.transfer import dates, sources
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Final

    from mikrohandlinger.storage.transfer.sources import Source

HABITS: Final = "Habits.csv"
_CHECKMARKS: Final = "Checkmarks.csv"
_FOLDER: Final = re.compile(r"(\d{3,})(?: .*)?")
#: What each word stands for where it is a number, as an amount in thousandths or in an older form.
_CODES: Final = {"UNKNOWN": -1, "NO": 0, "YES_AUTO": 1, "YES_MANUAL": 2, "SKIP": 3}
_TICKED: Final = 2
_LARGEST_CODE: Final = 3


class _Habit(NamedTuple):
    name: str
    is_measured: bool | None = False
    is_limit: bool = False
    target: float = 0.0


def in_tree(files: Mapping[str, Source]) -> Mapping[str, Source] | None:
    """The files of an export among those of a folder or zip, by their place in it; None where there is none."""
    places = [name for name in files if name.rpartition("/")[2] == HABITS and not _is_hidden(name)]
    if not places:
        return None
    top = min(places, key=lambda name: name.count("/"))[: -len(HABITS)]
    return {name[len(top) :]: source for name, source in files.items() if name.startswith(top)}


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def read(files: Mapping[str, Source], today: date) -> Iterator[Tick | Fault]:
    """The ticks of an export, habit by habit, and what of it was not understood.

    Raises:
        MikroError: When its list of habits cannot be read.
    """
    habits = _habits(files[HABITS])
    for name in sorted(files):
        folder, _slash, file = name.rpartition("/")
        found = _FOLDER.fullmatch(folder)
        if file != _CHECKMARKS or found is None:
            continue
        habit = habits.get(int(found[1]))
        if habit is None:
            reason = MikroError("loop-unlisted", N_("no habit of that number stands in Habits.csv"))
            yield Fault(files[name].name, None, reason)
        elif habit.is_limit:
            continue
        else:
            yield from _ticks(files[name], habit, today)


def limits(files: Mapping[str, Source]) -> Iterator[str]:
    """The habits of which less is better, which are no actions."""
    for habit in _habits(files[HABITS]).values():
        if habit.is_limit:
            yield habit.name


def _habits(source: Source) -> dict[int, _Habit]:
    rows = csv.reader(sources.lines(source))
    try:
        columns = next(rows, [])
        if not {"Position", "Name"} <= set(columns):
            raise _unknown(source)
        habits = {}
        for row in rows:
            said = dict(zip(columns, row, strict=False))
            if said.get("Position", "").isdecimal() and said.get("Name", "").strip():
                habits[int(said["Position"][:9])] = _habit(said)
    except csv.Error:
        raise _unknown(source) from None
    return habits


def _habit(said: Mapping[str, str]) -> _Habit:
    name = said["Name"].strip()
    if "Type" not in said:
        return _Habit(name, is_measured=None)
    if said["Type"] != "NUMERICAL":
        return _Habit(name)
    try:
        target = float(said.get("Target Value") or 0)
    except ValueError:
        target = 0.0
    return _Habit(name, is_measured=True, is_limit=said.get("Target Type") == "AT_MOST", target=target)


def _ticks(source: Source, habit: _Habit, today: date) -> Iterator[Tick | Fault]:
    if habit.is_measured is None:
        # An older form does not say so, but an amount is larger than any code.
        codes = (_code(row[1]) for _line, row in _rows(source) if len(row) > 1)
        habit = habit._replace(is_measured=any((code or 0) > _LARGEST_CODE for code in codes))
    for line, row in _rows(source):
        if row[:2] == ["Date", "Value"]:
            continue
        try:
            if len(row) < 2 or len(row) > 3:
                raise MikroError("loop-fields", N_("a line has a date, a value and a note"))
            code = _code(row[1])
            if code is None:
                raise MikroError(
                    "loop-value", N_("“{value}” is no value that Loop writes"), value=row[1][:40]
                )
            day = dates.iso(row[0])
            if not _is_done(code, habit):
                continue
            dates.not_ahead(day, today)
        except MikroError as error:
            yield Fault(source.name, line, error)
            continue
        yield Tick(line, habit.name, day, note=row[2] if len(row) > 2 else "")


def _rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line on which it begins."""
    reader = csv.reader(sources.lines(source))
    line = 1
    try:
        for row in reader:
            if row:
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        raise _unknown(source) from None


def _code(text: str) -> int | None:
    if text in _CODES:
        return _CODES[text]
    plain = text.strip()
    return int(plain) if plain.removeprefix("-").isdecimal() and plain.isascii() and len(plain) < 16 else None


def _is_done(code: int, habit: _Habit) -> bool:
    if not habit.is_measured:
        return code == _TICKED
    # Without a target any amount will do; up to three thousandths it cannot be told from a word.
    return code / 1000 >= habit.target if habit.target > 0 else code > _LARGEST_CODE


def _unknown(source: Source) -> MikroError:
    return MikroError("loop-broken", N_("{file} is not as Loop Habit Tracker writes it."), file=source.name)


def of_folder(folder: str, name: str, most: int = 4000) -> dict[str, Source]:
    """The CSV files in a folder and the ones below it, by their place in it."""
    found: dict[str, Source] = {}
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        inside = os.path.relpath(place, folder).replace(os.sep, "/").removeprefix(".").strip("/")
        if inside.count("/") > 1:
            folders.clear()
        for file in sorted(files):
            if file in (HABITS, _CHECKMARKS):
                where = f"{inside}/{file}" if inside else file
                found[where] = sources.of_file(os.path.join(place, file), f"{name}/{where}")
                if len(found) > most:
                    raise sources.too_large(name)
    return found
