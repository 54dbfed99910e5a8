"""A range of days: "20/12 2/1", "fra mandag til onsdag", "today"."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when.day import parse_day
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

HALF_A_YEAR: Final = timedelta(days=183)

_FROM: Final = frozenset({"fra", "from"})
_TO: Final = frozenset({"til", "to", "-", "–", "until"})


class Range(NamedTuple):
    """The first day and the last; None while it is not known when it ends."""

    first: date
    last: date | None


def parse_range(words: Sequence[str], now: datetime) -> Range:
    """The days that the words mean, whether or not each day stands in quotation marks.

    A day without a year is the nearest one, before or after; what is said of the end is seen from the beginning.

    Args:
        words: What the user wrote, as the shell has cut it.
        now: The present moment, aware, in local time.

    Raises:
        MikroError: ``when-unknown`` or ``pause-backwards``.
    """
    if len(words) == 2:
        # The form of the help; what is wrong with it is told by itself.
        with suppress(MikroError):
            return _from_to(words[0], words[1], now)
    plain = " ".join(words).split()
    if plain[:1] and plain[0].casefold() in _FROM:
        del plain[0]
    found: set[Range] = set()
    backwards = None
    with suppress(MikroError):
        found.add(Range(_nearest(" ".join(plain), now), None))
    for cut in range(1, len(plain)):
        end = plain[cut + 1 :] if plain[cut].casefold() in _TO else plain[cut:]
        try:
            found.add(_from_to(" ".join(plain[:cut]), " ".join(end), now))
        except MikroError as error:
            backwards = error if error.code == "pause-backwards" else backwards
    if len(found) == 1:
        return found.pop()
    if not found and backwards is not None:
        raise backwards
    # Neither one reading nor none: what is wrong is told of the days as they were typed.
    return (
        _from_to(words[0], words[1], now) if len(words) == 2 else Range(_nearest(" ".join(words), now), None)
    )


def _from_to(first: str, last: str, now: datetime) -> Range:
    """The days from ``first`` to ``last``; “20/12 2/1” goes over the new year."""
    begin = _nearest(first, now)
    end = parse_day(last, now, future=True, since=begin)
    if end - begin > HALF_A_YEAR:
        # “20/12 18/12” is turned round, and no pause of a year.
        with suppress(MikroError):
            before = parse_day(last, now.replace(year=begin.year, month=begin.month, day=begin.day))
            end = min(end, before, key=lambda day: abs(day - begin))
    if end < begin:
        raise MikroError(
            "pause-backwards",
            N_("The pause would end on {last}, before it begins on {first}. Turn them round."),
            first=begin,
            last=end,
        )
    return Range(begin, end)


def _nearest(text: str, now: datetime) -> date:
    """The day that ``text`` means; a date without a year is the nearest one, before or after."""
    ahead = parse_day(text, now, future=True)
    if ahead - now.date() <= HALF_A_YEAR:
        return ahead
    with suppress(MikroError):
        behind = parse_day(text, now)
        return min(ahead, behind, key=lambda day: abs(day - now.date()))
    return ahead
