"""The words for days and times in Danish and English, and how what is typed is compared with them.

Danish and English are understood at once, whatever the language of the screen, since people think of a day in
their own words.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

#: The years that a day may lie in; anything else is a slip of the fingers.
YEARS: Final = range(2000, 3000)

_LONGEST: Final = 80
_SHOWN: Final = 40


class Part(NamedTuple):
    """A part of the day: a clock time given with it lies in it; without one, it is about that time."""

    start: dt.time
    about: dt.time
    end: dt.time


# All words are written as plain_form() leaves them: lower case, å and aa as a, ø and oe as o, æ as ae.
DAYS_AGO: Final = {
    **dict.fromkeys(("i dag", "idag", "today"), 0),
    **dict.fromkeys(("i gar", "igar", "yesterday"), 1),
    **dict.fromkeys(
        ("i forgars", "iforgars", "forgars", "day before yesterday", "the day before yesterday"), 2
    ),
    **dict.fromkeys(("i morgen", "imorgen", "tomorrow"), -1),
    **dict.fromkeys(("i overmorgen", "overmorgen", "day after tomorrow", "the day after tomorrow"), -2),
}
WEEKDAYS: Final = {
    word: number
    for number, words in enumerate(
        (
            "mandag mandags man monday mon",
            "tirsdag tirsdags tirs tir tuesday tues tue",
            "onsdag onsdags ons wednesday weds wed",
            "torsdag torsdags tors tor thursday thurs thur thu",
            "fredag fredags fre friday fri",
            "lordag lordags lor saturday sat",
            "sondag sondags son sunday sun",
        )
    )
    for word in words.split()
}
MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "marts march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}
AMOUNTS: Final = {
    word: number
    for number, words in enumerate(
        (
            "en et a an one",
            "to two",
            "tre three",
            "fire four",
            "fem five",
            "seks six",
            "syv seven",
            "otte eight",
            "ni nine",
            "ti ten",
        ),
        start=1,
    )
    for word in words.split()
}
DAYS_IN: Final = {
    **dict.fromkeys(("dag", "dage", "dogn", "day", "days"), 1),
    **dict.fromkeys(("uge", "uger", "week", "weeks"), 7),
}
#: How many weeks from this one each of these is.
WEEKS_AWAY: Final = {
    **dict.fromkeys(("denne", "this"), 0),
    **dict.fromkeys(("sidste", "forrige", "last"), -1),
    **dict.fromkeys(("naeste", "next"), 1),
}
MINUTES_IN: Final = {
    **dict.fromkeys(("min", "mins", "minut", "minutter", "minute", "minutes"), 1),
    "kvarter": 15,
    **dict.fromkeys(("halv time", "half hour"), 30),
    **dict.fromkeys(("time", "timer", "t", "hour", "hours", "h"), 60),
}
NOW: Final = {"nu", "lige nu", "now", "right now", "just now"}
NOON: Final = {"middag", "noon", "midday"}

_MORNING: Final = Part(dt.time(4), dt.time(9), dt.time(12))
_FORENOON: Final = Part(dt.time(8), dt.time(10), dt.time(12))
_AFTERNOON: Final = Part(dt.time(12), dt.time(14), dt.time(18))
_EVENING: Final = Part(dt.time(17), dt.time(20), dt.time.max)
PARTS: Final = {
    **dict.fromkeys(("morgen", "morges", "morning"), _MORNING),
    **dict.fromkeys(("formiddag", "formiddags"), _FORENOON),
    **dict.fromkeys(("eftermiddag", "eftermiddags", "afternoon"), _AFTERNOON),
    **dict.fromkeys(("aften", "aftes", "evening"), _EVENING),
}
_LATE: Final = Part(dt.time(22), dt.time(23), dt.time.max)
_NIGHT: Final = Part(dt.time(0), dt.time(2), dt.time(6))
#: A part of a day by its days ago; a night lies in two of them, and is about the first.
DAYS_AGO_AND_PART: Final = {
    **dict.fromkeys(
        ("i morges", "imorges", "her til morgen", "this morning", "earlier this morning"), ((0, _MORNING),)
    ),
    **dict.fromkeys(("i formiddag", "i formiddags"), ((0, _FORENOON),)),
    **dict.fromkeys(("i eftermiddag", "i eftermiddags", "this afternoon"), ((0, _AFTERNOON),)),
    **dict.fromkeys(("i aften", "this evening"), ((0, _EVENING),)),
    "i aftes": ((1, _EVENING),),
    "last night": ((1, _EVENING), (0, _NIGHT)),
    **dict.fromkeys(("i nat", "inat"), ((0, _NIGHT), (1, _LATE))),
}

#: So many of something ago.
AGO: Final = r"(?:for )?(?P<amount>\d{1,4}|[a-z]+) (?P<unit>[a-z ]+) (?:siden|ago)"


def number_of(word: str) -> int | None:
    """The number that ``word`` is, in figures or in letters."""
    return int(word) if word.isdecimal() else AMOUNTS.get(word)


def shown(text: str) -> str:
    """Return the user's words as they may stand in a sentence."""
    line = one_line(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_FOLDED: Final = (("å", "a"), ("aa", "a"), ("ø", "o"), ("oe", "o"), ("æ", "ae"))


def plain_form(text: str, longest: int = _LONGEST) -> str:
    """Return ``text`` as the tables are written: one spelling of each letter, digits apart from letters.

    What is longer than any day or time can be is returned empty, and so never understood.
    """
    if len(text) > longest:
        return ""
    plain = unicodedata.normalize("NFKC", one_line(text)).casefold().translate(_DASHES)
    for letters, folded in _FOLDED:
        plain = plain.replace(letters, folded)
    plain = re.sub(r"(?<=\S) ?, ?(?=\S)", " ", plain)
    return " ".join(re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", plain).split())
