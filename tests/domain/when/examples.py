"""What the tests of days, times and weeks have in common."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from mikrohandlinger.domain.errors import MikroError

if TYPE_CHECKING:
    from collections.abc import Callable

WINTER = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 25, 15, 0, tzinfo=WINTER)  # a Wednesday
FIRST = datetime(2000, 1, 1, 0, 0)  # noqa: DTZ001 - hypothesis adds the zone
LAST = datetime(2026, 11, 25, 14, 59)  # noqa: DTZ001

TODAY = date(2026, 11, 25)
YESTERDAY = date(2026, 11, 24)
LATEST_MONDAY = date(2026, 11, 23)

DAYS = {
    "i dag": TODAY,
    "idag": TODAY,
    "today": TODAY,
    "i går": YESTERDAY,
    "i gaar": YESTERDAY,
    "igår": YESTERDAY,
    "igaar": YESTERDAY,
    "i gar": YESTERDAY,
    "yesterday": YESTERDAY,
    "i forgårs": date(2026, 11, 23),
    "i forgaars": date(2026, 11, 23),
    "day before yesterday": date(2026, 11, 23),
    "the day before yesterday": date(2026, 11, 23),
    "i mandags": LATEST_MONDAY,
    "mandag": LATEST_MONDAY,
    "monday": LATEST_MONDAY,
    "last monday": LATEST_MONDAY,
    "sidste mandag": LATEST_MONDAY,
    "on monday": LATEST_MONDAY,
    "man": LATEST_MONDAY,
    "man.": LATEST_MONDAY,
    "mon": LATEST_MONDAY,
    "tirs": date(2026, 11, 24),
    "tir.": date(2026, 11, 24),
    "tue": date(2026, 11, 24),
    "onsdag": TODAY,
    "i onsdags": date(2026, 11, 18),
    "last wednesday": date(2026, 11, 18),
    "torsdag": date(2026, 11, 19),
    "thurs": date(2026, 11, 19),
    "i fredags": date(2026, 11, 20),
    "fri": date(2026, 11, 20),
    "i lørdags": date(2026, 11, 21),
    "loerdag": date(2026, 11, 21),
    "lordag": date(2026, 11, 21),
    "i søndags": date(2026, 11, 22),
    "søn": date(2026, 11, 22),
    "for 3 dage siden": date(2026, 11, 22),
    "3 dage siden": date(2026, 11, 22),
    "3 days ago": date(2026, 11, 22),
    "for en uge siden": date(2026, 11, 18),
    "a week ago": date(2026, 11, 18),
    "two days ago": date(2026, 11, 23),
    "to dage siden": date(2026, 11, 23),
    "for 2 uger siden": date(2026, 11, 11),
    "for et døgn siden": YESTERDAY,
    "0 days ago": TODAY,
    "20/11": date(2026, 11, 20),
    "20-11": date(2026, 11, 20),
    "20–11": date(2026, 11, 20),
    "25/11": TODAY,
    "5/2": date(2026, 2, 5),
    "20.11.2026": date(2026, 11, 20),
    "20/11/2026": date(2026, 11, 20),
    "20/11-2026": date(2026, 11, 20),
    "20/11 2026": date(2026, 11, 20),
    "forgårs": date(2026, 11, 23),
    "mandag i sidste uge": date(2026, 11, 16),
    "fredag i sidste uge": date(2026, 11, 20),
    "monday last week": date(2026, 11, 16),
    "mandag i denne uge": date(2026, 11, 23),
    "20-11-2026": date(2026, 11, 20),
    "20.11.26": date(2026, 11, 20),
    "1/1/2000": date(2000, 1, 1),
    "2026-11-20": date(2026, 11, 20),
    "2026/11/20": date(2026, 11, 20),
    "20. november": date(2026, 11, 20),
    "20.november": date(2026, 11, 20),
    "den 20. november": date(2026, 11, 20),
    "d. 20/11": date(2026, 11, 20),
    "20 nov 2026": date(2026, 11, 20),
    "20. nov. 2026": date(2026, 11, 20),
    "20nov2026": date(2026, 11, 20),
    "November 20": date(2026, 11, 20),
    "nov. 20, 2026": date(2026, 11, 20),
    "the 20th of november": date(2026, 11, 20),
    "1. maj": date(2026, 5, 1),
    "may 1st": date(2026, 5, 1),
    "3. marts": date(2026, 3, 3),
    "fredag den 20. november": date(2026, 11, 20),
    "fre. 20/11": date(2026, 11, 20),
    "Friday 20 November 2026": date(2026, 11, 20),
}


def code_of(parse: Callable[[str], object], text: str) -> str | None:
    """The code of the refusal, or None where the text is understood."""
    try:
        parse(text)
    except MikroError as refusal:
        return refusal.code if str(refusal) else "no sentence"
    return None
