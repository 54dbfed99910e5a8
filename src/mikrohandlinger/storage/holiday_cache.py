"""Public holidays, computed once by the ``holidays`` package and kept.

The package costs more to import than the whole program, so it is asked only for years not asked for before.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from mikrohandlinger.domain.calendar import Holiday
from mikrohandlinger.domain.errors import N_, MikroError

from .files import write_if_possible

if TYPE_CHECKING:
    from pathlib import Path

#: Years computed beyond the last one asked for, so that the package sleeps for a while.
AHEAD = 2


def load(cache: Path, country: str, first: int, last: int) -> dict[date, Holiday]:
    """The public holidays of ``country`` (``DK``) in the years ``first`` to ``last``.

    Raises:
        MikroError: When the ``holidays`` package does not know the country.
    """
    file = cache / f"holidays-{country}.json"
    known = _recall(file)
    missing = [year for year in range(first, last + 1) if str(year) not in known]
    if missing:
        years = [year for year in range(min(missing), last + AHEAD + 1) if str(year) not in known]
        known |= _compute(country, years)
        write_if_possible(file, json.dumps(known, ensure_ascii=False).encode())
    return {
        date.fromisoformat(day): Holiday(*names)
        for year in range(first, last + 1)
        for day, names in known[str(year)].items()
    }


def _recall(file: Path) -> dict[str, dict[str, list[str]]]:
    try:
        known = json.loads(file.read_bytes())
        for days in known.values():
            for day, names in days.items():
                date.fromisoformat(day)
                Holiday(*names)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return dict(known)


def _compute(country: str, years: list[int]) -> dict[str, dict[str, list[str]]]:
    try:
        danish = _in_language(country, years, "da")
        english = _in_language(country, years, "en_US")
    except NotImplementedError:
        raise MikroError(
            "country-unknown",
            N_(
                "There is no holiday calendar for the country «{country}». Set another with «mikro config set country DK»."
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
