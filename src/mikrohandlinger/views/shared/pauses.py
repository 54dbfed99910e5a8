"""The days of a pause in words."""

from __future__ import annotations

from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import date_range, full_date, week_numbers
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def days_of(first: date, last: date | None) -> str:
    """The days of a pause, each with its year; whole weeks with their numbers."""
    if last is None:
        return _("from {first} until “mikro resume”").format(first=full_date(first))
    if first == last:
        return full_date(first)
    weeks = week_numbers(first, last)
    if weeks:
        return f"{weeks}: {date_range(first, last)}"
    return f"{full_date(first)} – {full_date(last)}"
