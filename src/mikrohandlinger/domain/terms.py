"""What was asked of each week: the goal and the working calendar that held at its end.

What counted once goes on counting: neither a goal nor a workday that is changed today takes a met week away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mikrohandlinger.domain.calendar import (
    CHRISTMAS_EVE,
    CONSTITUTION_DAY,
    FIRST_OF_MAY,
    NEW_YEARS_EVE,
    Treatment,
)
from mikrohandlinger.values import NamedTuple

#: The first value holds for every week before it.
BEGINNING = date.min


class Agreement(NamedTuple):
    """What the settings ask of a week; each is the setting of that name."""

    goal: int
    workdays: frozenset[int]
    public_holidays: str
    first_of_may: Treatment
    constitution_day: Treatment
    christmas_eve: Treatment
    new_years_eve: Treatment
    country: str

    @property
    def agreed(self) -> dict[tuple[int, int], Treatment]:
        """How the days of the collective agreements are treated, by (month, day)."""
        return {
            FIRST_OF_MAY: self.first_of_may,
            CONSTITUTION_DAY: self.constitution_day,
            CHRISTMAS_EVE: self.christmas_eve,
            NEW_YEARS_EVE: self.new_years_eve,
        }

    @property
    def has_holidays(self) -> bool:
        """Whether public holidays are days off."""
        return self.public_holidays == "off"


class Since(NamedTuple):
    """An agreement, and the Monday of the first week that it holds for."""

    monday: date
    agreement: Agreement


def held(kept: Sequence[Since], now: Agreement, monday: date) -> tuple[Since, ...]:
    """The agreements with the one that holds now, which may not have been kept yet.

    Args:
        kept: Those kept so far, oldest first.
        now: What the settings say.
        monday: The first day of the present week.
    """
    # What a clock that was ahead has kept says nothing yet.
    known = tuple(since for since in kept if since.monday <= monday)
    if known and known[-1].agreement == now:
        return known
    earlier = tuple(since for since in known if since.monday < monday)
    return (*earlier, Since(monday if earlier else BEGINNING, now))


def of_week(agreements: Sequence[Since], monday: date) -> Agreement:
    """The agreement that holds for the week of ``monday``, or held at its end."""
    found = agreements[0].agreement
    for since, agreement in agreements:
        if since > monday:
            break
        found = agreement
    return found
