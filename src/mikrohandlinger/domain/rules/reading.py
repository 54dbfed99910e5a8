"""How the figures of a rule are read: minutes as an interval, how often, and how many people."""

from __future__ import annotations

import re

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.rules.model import Interval, Times
from mikrohandlinger.domain.words import folded
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.rules.model import Per

#: A day has no more.
_MOST_MINUTES: Final = 24 * 60
_MOST_TIMES: Final = 10_000
_MOST_PEOPLE: Final = 1_000_000
_MINUTES: Final = r"(\d{1,6})(?: ?(?:-|til|to) ?(\d{1,6}))? ?(?:minutter|minutes|minut|minute|min)?\.?"
_TIMES: Final = r"(\d{1,6}) ?(?:gange|gang|times|time)? ?(?:/|om|i|per|pr\.?|a|hver|each|every)? ?([a-z]+)"
_PERS: Final[dict[str, Per]] = {
    **dict.fromkeys(("day", "dag", "dagen", "dagligt", "daily", "arbejdsdag", "d"), "day"),
    **dict.fromkeys(("week", "uge", "ugen", "ugentligt", "weekly", "u", "w"), "week"),
    **dict.fromkeys(("month", "maned", "maneden", "manedligt", "monthly", "md", "mdr", "m"), "month"),
    **dict.fromkeys(("year", "ar", "aret", "arligt", "yearly", "y"), "year"),
}


def parse_minutes(text: str) -> Interval:
    """The minutes that are meant; a single figure is an interval too, and one that runs backwards is turned round.

    Raises:
        MikroError: When it is not understood, such as a part of a minute.
    """
    found = re.fullmatch(_MINUTES, _plain(text))
    if found is None:
        raise MikroError(
            "minutes-unknown",
            N_("“{text}” is no number of minutes. Write whole minutes, from and to, such as 5-10."),
            text=text.strip(),
        )
    ends = sorted(int(end) for end in (found[1], found[2] or found[1]))
    if ends[1] > _MOST_MINUTES:
        raise MikroError(
            "minutes-too-many",
            N_("A day has {most} minutes. Write what it takes each time, such as 5-10."),
            most=_MOST_MINUTES,
        )
    return Interval(*ends)


def parse_cost(text: str) -> Interval:
    """The same for what a rule takes, which is something.

    Raises:
        MikroError: When it is not understood, or nothing.
    """
    found = parse_minutes(text)
    if not found.high:
        raise MikroError(
            "minutes-none", N_("0 minutes is no time. Write what it takes each time, such as 0-5.")
        )
    return found


def parse_times(text: str) -> Times:
    """How often it is met: "3/week", "2/måned", "3 gange om ugen".

    Raises:
        MikroError: When it is not understood.
    """
    found = re.fullmatch(_TIMES, _plain(text))
    per = _PERS.get(found[2]) if found else None
    if found is None or per is None or not 0 < int(found[1]) <= _MOST_TIMES:
        raise MikroError(
            "times-unknown",
            N_(
                "“{text}” does not say how often. Write it like 3/week: a whole number a day, week, month or year."
            ),
            text=text.strip(),
        )
    return Times(int(found[1]), per)


def parse_people(text: str) -> int:
    """How many people do it.

    Raises:
        MikroError: When it is no number from 1 up.
    """
    found = re.fullmatch(r"(\d{1,7})(?: ?(?:personer|person|people|medarbejdere|mennesker))?", _plain(text))
    if found is None or not 0 < int(found[1]) <= _MOST_PEOPLE:
        raise MikroError(
            "people-unknown",
            N_("“{text}” is no number of people. Write a whole number from 1 up, such as 12."),
            text=text.strip(),
        )
    return int(found[1])


def _plain(text: str) -> str:
    return folded(re.sub("[–—−]", "-", text)).strip()
