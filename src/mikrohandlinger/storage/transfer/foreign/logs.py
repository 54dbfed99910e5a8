"""The logs of harsh and habitctl: a line for each answer, a calendar day, a habit, and whether it was done."""

from __future__ import annotations

import re

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.transfer import Fault, Tick
from mikrohandlinger.storage.transfer import dates, sources
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import Final

    from mikrohandlinger.storage.transfer.sources import Source

    Answer = tuple[date, str, str, str]

#: How lines of each begin; other programs write other things.
HARSH: Final = re.compile(r"\d{4}-\d\d-\d\d : ")
HABITCTL: Final = re.compile(r"\d{4}-\d\d-\d\d\t")
#: Their lists of habits, which lie beside the logs and are no history.
_HARSH_LIST: Final = re.compile(r"! .+|[^:]+: ?\d+(?:/\d+|[wd])?(?:: ?\d{4}-\d\d-\d\d)?")
_HABITCTL_LIST: Final = re.compile(r"\d+ .+")
_DONE: Final = "y"
_ANSWERS: Final = ("y", "n", "s")


def is_list(line: str) -> bool:
    """Whether a line may stand in a list of habits of either."""
    plain = line.strip()
    return bool(_HARSH_LIST.fullmatch(plain) or _HABITCTL_LIST.fullmatch(plain))


def harsh(source: Source, today: date) -> Iterator[Tick | Fault]:
    """The days of a log of harsh; of two lines for the same day and habit the later holds, as it does there."""
    yield from _read(source, today, _of_harsh, later_holds=True)


def habitctl(source: Source, today: date) -> Iterator[Tick | Fault]:
    """The days of a log of habitctl; of two lines for the same day and habit the first holds, as it does there."""
    yield from _read(source, today, _of_habitctl, later_holds=False)


def _read(
    source: Source, today: date, answer: Callable[[str], Answer], *, later_holds: bool
) -> Iterator[Tick | Fault]:
    holding: dict[tuple[date, str], int] = {}
    for number, line in _lines(source):
        try:
            day, habit, _done, _note = answer(line)
        except MikroError:
            continue
        if later_holds or (day, habit) not in holding:
            holding[day, habit] = number
    for number, line in _lines(source):
        try:
            day, habit, done, note = answer(line)
            if done != _DONE or holding[day, habit] != number:
                continue
            dates.not_ahead(day, today)
        except MikroError as error:
            yield Fault(source.name, number, error)
            continue
        yield Tick(number, habit, day, note=note)


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(sources.lines(source), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip("\n")


def _of_harsh(line: str) -> Answer:
    plain = line.rstrip()
    # An editor that takes away what ends in blanks leaves the colons of what was empty.
    while plain.endswith(" :"):
        plain = plain[:-2].rstrip()
    fields = plain.split(" : ")
    if not 3 <= len(fields) <= 5:
        raise _fields()
    day, habit, done, *rest = (field.strip() for field in fields)
    return _answer(day, habit, done, rest[0] if rest else "")


def _of_habitctl(line: str) -> Answer:
    fields = line.split("\t")
    if len(fields) != 3:
        raise _fields()
    day, habit, done = (field.strip() for field in fields)
    return _answer(day, habit, done, "")


def _answer(day: str, habit: str, done: str, note: str) -> Answer:
    found = dates.iso(day)
    if not habit:
        raise MikroError("habit-missing", N_("no habit is named"))
    if done.casefold() not in _ANSWERS:
        raise MikroError("answer-unknown", N_("“{answer}” is neither y, n nor s"), answer=done[:40])
    return found, habit, done.casefold(), note


def _fields() -> MikroError:
    return MikroError("fields-wrong", N_("it has not as many fields as it should"))
