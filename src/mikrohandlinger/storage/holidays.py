"""Public holidays, computed once by the ``holidays`` package and kept.

The package costs more to import than the whole program, so it is asked only when a year is missing: once a year.
"""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Final

from mikrohandlinger.domain.calendar import Holiday
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.cache import recall, remember

if TYPE_CHECKING:
    from mikrohandlinger.storage.files import StrPath

#: Grows when the form of what is remembered changes.
_FORM: Final = 1


def load(cache: StrPath, country: str, first: int, last: int) -> dict[date, Holiday]:
    """The public holidays of ``country`` (``DK``) in the years ``first`` to ``last``.

    Raises:
        MikroError: When the ``holidays`` package does not know the country.
    """
    file, stamp = os.path.join(cache, f"holidays-{country}.json"), [_FORM, country]
    known = recall(file, stamp) or {}
    if any(str(year) not in known for year in range(first, last + 1)):
        # The years known before are computed again, so that a law that changed meanwhile is heard of.
        years = sorted({*map(int, known), first, last})
        known = remember(file, stamp, _compute(country, list(range(years[0], years[-1] + 1))))
    return {
        date.fromisoformat(day): Holiday(*names)
        for year in range(first, last + 1)
        for day, names in known[str(year)].items()
    }


def _compute(country: str, years: list[int]) -> dict[str, dict[str, list[str]]]:
    try:
        danish = _in_language(country, years, "da")
        english = _in_language(country, years, "en_US")
    except NotImplementedError:
        raise MikroError(
            "country-unknown",
            N_(
                "There is no holiday calendar for the country “{country}”. Set another with “mikro config set country DK”."
            ),
            country=country,
        ) from None
    table: dict[str, dict[str, list[str]]] = {str(year): {} for year in years}
    for day in sorted(danish):
        if day.year in years:
            table[str(day.year)][day.isoformat()] = [danish[day], english.get(day, danish[day])]
    return table


def _in_language(country: str, years: list[int], language: str) -> dict[date, str]:
    import holidays

    supported = getattr(getattr(holidays, country, None), "supported_languages", ())
    chosen = language if language in supported else None
    return dict(holidays.country_holidays(country, years=years, language=chosen))
