"""Public holidays: the Danish ones from a table in the package, others computed by the ``holidays`` library and kept.

The library costs more to import than the whole program, so it is asked only when a year is missing: once a year, and
in Denmark never. It is an optional extra: where it is not installed, what is known already holds, and the rest is
named as unknown.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

from mikrohandlinger.domain.calendar import Holiday
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.cache import recall, remember, remembered
from mikrohandlinger.storage.files import read_ordinary
from mikrohandlinger.storage.paths import packaged
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.storage.files import StrPath

#: Grows when the form of what is remembered changes.
_FORM: Final = 2

#: The country whose holidays are in the package.
_OURS: Final = "DK"


class PublicHolidays(NamedTuple):
    """What is known of the public holidays of a country.

    Attributes:
        days: The holidays with their names.
        unknown: The years of which nothing is known, as the library is not installed.
    """

    days: Mapping[date, Holiday]
    unknown: frozenset[int] = frozenset()


def load(cache: StrPath, country: str, first: int, last: int) -> PublicHolidays:
    """The public holidays of ``country`` (``DK``) in the years ``first`` to ``last``.

    Raises:
        MikroError: When the library does not know the country.
    """
    years = range(first, last + 1)
    days = _in_the_package(cache, years) if country == _OURS else {}
    missing = [year for year in years if year not in days]
    if missing:
        days |= _computed(cache, country, missing)
    found = {day: holiday for year in years for day, holiday in days.get(year, {}).items()}
    return PublicHolidays(found, frozenset(missing).difference(days))


def _in_the_package(cache: StrPath, years: Iterable[int]) -> dict[int, dict[date, Holiday]]:
    """The Danish holidays of those of ``years`` that are in the table."""
    path = packaged("holidays-DK.json")
    try:
        table = remembered(path, cache, "table-DK", partial(_parsed, path))
        names = [Holiday(*name) for name in table["names"]]
        return {
            year: {
                date(year, *divmod(day, 100)): name
                for name, day in zip(names, table["years"][str(year)], strict=True)
                if day
            }
            for year in years
            if str(year) in table["years"]
        }
    except (MikroError, ValueError, LookupError, TypeError):
        return {}  # a damaged installation: the library may be there


def _parsed(path: str) -> Any:
    import json

    return json.loads(read_ordinary(path))


def _computed(cache: StrPath, country: str, years: list[int]) -> dict[int, dict[date, Holiday]]:
    """The holidays of ``years`` as they were remembered or are computed now; of some none where neither can be."""
    path, stamp = os.path.join(cache, f"holidays-{country}.cache"), [_FORM, country]
    known = recall(path, stamp) or {}
    if any(str(year) not in known for year in years):
        # The years known before are computed again, so that a law that changed meanwhile is heard of.
        every = sorted({*map(int, known), *years})
        computed = _compute(country, list(range(every[0], every[-1] + 1)))
        known = known if computed is None else remember(path, stamp, computed)
    return {
        year: {date.fromisoformat(day): Holiday(*names) for day, names in known[str(year)].items()}
        for year in years
        if str(year) in known
    }


def _compute(country: str, years: list[int]) -> dict[str, dict[str, list[str]]] | None:
    """The holidays of each year by day, in both languages; None where the library is not installed."""
    try:
        danish = _in_language(country, years, "da")
        english = _in_language(country, years, "en_US")
    except ImportError:
        return None
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

    supported: Any = getattr(getattr(holidays, country, None), "supported_languages", ())
    chosen = language if language in supported else None
    return dict(holidays.country_holidays(country, years=years, language=chosen))
