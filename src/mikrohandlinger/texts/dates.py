"""Dates in words, in Danish and English.

A dozen words, written here rather than loaded with a locale library: they are needed on every screen, and the
library costs more to import than the screen does to draw. A test holds them equal to the Unicode CLDR.
"""

from __future__ import annotations

from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from typing import Final

_WEEKDAYS: Final = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SHORT_WEEKDAYS: Final = {
    "da": ("ma", "ti", "on", "to", "fr", "lø", "sø"),
    "en": ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
}
_MONTHS: Final = {
    "da": (
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_SHORT_MONTHS: Final = {
    "da": ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def weekday(day: date) -> str:
    """``mandag`` / ``Monday``."""
    return _WEEKDAYS[language()][day.weekday()]


def short_weekday(index: int) -> str:
    """``ma`` / ``Mo`` for 0."""
    return _SHORT_WEEKDAYS[language()][index]


def full_weekday(index: int) -> str:
    """``mandag`` / ``Monday`` for 0."""
    return _WEEKDAYS[language()][index]


def month(number: int) -> str:
    """``januar`` / ``January`` for 1."""
    return _MONTHS[language()][number - 1]


def short_month(number: int) -> str:
    """``jan.`` / ``Jan`` for 1."""
    return _SHORT_MONTHS[language()][number - 1]


def full_date(day: date) -> str:
    """``mandag den 23. november 2026`` / ``Monday 23 November 2026``."""
    return f"{_day_and_month(day)} {day.year}"


def day_and_month(day: date) -> str:
    """``mandag den 23. november`` / ``Monday 23 November``."""
    return _day_and_month(day)


def short_date(day: date) -> str:
    """``23. nov.`` / ``23 Nov``."""
    dot = "." if language() == "da" else ""
    return f"{day.day}{dot} {short_month(day.month)}"


def short_date_with_year(day: date) -> str:
    """``23. nov. 2026`` / ``23 Nov 2026``."""
    return f"{short_date(day)} {day.year}"


def date_range(first: date, last: date) -> str:
    """``23.–29. november 2026`` / ``23–29 November 2026``, as short as the months and years allow."""
    dash = "–" if (first.year, first.month) == (last.year, last.month) else " – "
    return f"{_begin(first, last)}{dash}{_of_month(last)} {last.year}"


def from_to(first: date, last: date) -> str:
    """``2. til 20. november`` / ``2 to 20 November``, as short as the months and years allow."""
    if first == last:
        return _of_month(last)
    to = "til" if language() == "da" else "to"
    year = f" {last.year}" if first.year != last.year else ""
    return f"{_begin(first, last)} {to} {_of_month(last)}{year}"


def week_numbers(first: date, last: date) -> str:
    """``uge 29–31`` / ``week 29–31`` where these are whole weeks, from Monday to Sunday; otherwise empty."""
    if first.weekday() != 0 or last.weekday() != 6:
        return ""
    begin, end = first.isocalendar().week, last.isocalendar().week
    name = "uge" if language() == "da" else "week"
    return f"{name} {begin}–{end}" if begin != end else f"{name} {begin}"


def _begin(first: date, last: date) -> str:
    """The first day of a range, without what the last one says for both."""
    if first.year != last.year:
        return f"{_of_month(first)} {first.year}"
    return _of_month(first) if first.month != last.month else f"{first.day}{_dot()}"


def _of_month(day: date) -> str:
    return f"{day.day}{_dot()} {month(day.month)}"


def _dot() -> str:
    return "." if language() == "da" else ""


def clock(moment: datetime | time) -> str:
    """``14.30`` / ``14:30``."""
    return moment.strftime("%H.%M" if language() == "da" else "%H:%M")


def relative_day(day: date, today: date) -> str:
    """``i dag``, ``i går``, ``i morgen``; else the day and month, and the year where it is another one."""
    ago = (today - day).days
    if ago == 0:
        return _("today")
    if ago == 1:
        return _("yesterday")
    if ago == -1:
        return _("tomorrow")
    return day_and_month(day) if day.year == today.year else full_date(day)


def days(number: int) -> str:
    """``1 dag``, ``3 dage`` / ``1 day``, ``3 days``."""
    return ngettext("{number} day", "{number} days", number).format(number=number)


def weeks(number: int) -> str:
    """``1 uge``, ``3 uger`` / ``1 week``, ``3 weeks``."""
    return ngettext("{number} week", "{number} weeks", number).format(number=number)


def _day_and_month(day: date) -> str:
    if language() == "da":
        return f"{weekday(day)} den {day.day}. {month(day.month)}"
    return f"{weekday(day)} {day.day} {month(day.month)}"
