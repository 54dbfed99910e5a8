"""Public holidays: the Danish ones from the table, others from the library, and what holds where it is missing."""

from __future__ import annotations

import runpy
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from holidays import country_holidays

from mikrohandlinger.domain.calendar import Holiday
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage import holidays
from mikrohandlinger.storage.holidays import PublicHolidays, load

SCRIPT = Path(__file__).parents[2] / "scripts" / "danish_holidays.py"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """The years that the library was asked for."""
    years_asked: list[list[int]] = []
    really = holidays._compute

    def compute(country: str, years: list[int]) -> Any:
        years_asked.append(years)
        return really(country, years)

    monkeypatch.setattr(holidays, "_compute", compute)
    return years_asked


@pytest.fixture
def without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)


@pytest.mark.parametrize(("field", "language"), [("da", "da"), ("en", "en_US")])
def test_the_danish_table_is_what_the_library_says(tmp_path: Path, field: str, language: str) -> None:
    found = load(tmp_path, "DK", 2000, 2060)
    expected = country_holidays("DK", years=range(2000, 2061), language=language)
    assert {day: getattr(holiday, field) for day, holiday in found.days.items()} == dict(expected)
    assert found.unknown == frozenset()


@pytest.mark.skipif(not SCRIPT.exists(), reason="only a checkout has the scripts")
def test_the_table_is_what_its_script_writes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", [str(SCRIPT), "--check"])
    with pytest.raises(SystemExit) as leave:
        runpy.run_path(str(SCRIPT), run_name="__main__")
    assert leave.value.code == 0, capsys.readouterr().out


def test_denmark_needs_no_library_and_reads_its_table_with_and_without_a_cache(
    tmp_path: Path, without_the_library: None
) -> None:
    (tmp_path / "file").touch()
    found = load(tmp_path / "cache", "DK", 2026, 2027)
    assert load(tmp_path / "cache", "DK", 2026, 2027) == found, "from the cache"
    assert load(tmp_path / "file", "DK", 2026, 2027) == found, "where nothing can be kept"
    assert found.days[date(2026, 12, 25)] == Holiday("Juledag", "Christmas Day")
    assert found.days[date(2026, 4, 3)].da == "Langfredag"
    assert date(2026, 5, 1) not in found.days, "Store Bededag has been a working day since 2024"
    assert date(2026, 6, 5) not in found.days, "an agreed day, which is a setting of its own"
    assert {day.year for day in found.days} == {2026, 2027}


def test_danish_years_outside_the_table_come_from_the_library(tmp_path: Path, asked: list[list[int]]) -> None:
    found = load(tmp_path, "DK", 1998, 2061)
    assert asked == [[*range(1998, 2062)]]
    assert found.days[date(1998, 12, 25)] == Holiday("Juledag", "Christmas Day")
    assert {day.year for day in found.days} == set(range(1998, 2062))
    load(tmp_path, "DK", 2026, 2027)
    assert len(asked) == 1


def test_other_countries_are_computed_once_a_year(tmp_path: Path, asked: list[list[int]]) -> None:
    first = load(tmp_path, "SE", 2026, 2027)
    assert date(2026, 6, 6) in first.days
    assert load(tmp_path, "SE", 2026, 2027) == first
    assert asked == [[2026, 2027]]
    load(tmp_path, "SE", 2027, 2028)
    assert asked[1:] == [[2026, 2027, 2028]], "all of them anew, as a law may have changed"
    load(tmp_path, "SE", 2027, 2028)
    assert len(asked) == 2


def test_each_country_has_its_own_holidays(tmp_path: Path) -> None:
    danish, swedish, german = (load(tmp_path, country, 2026, 2026).days for country in ("DK", "SE", "DE"))
    assert date(2026, 6, 6) in swedish
    assert date(2026, 6, 6) not in danish
    assert date(2026, 10, 3) in german
    assert load(tmp_path, "SE", 2026, 2026).days == swedish


def test_a_country_that_nobody_knows_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MikroError) as refused:
        load(tmp_path, "XX", 2026, 2026)
    assert refused.value.code == "country-unknown"
    assert "config set country" in str(refused.value)


@pytest.mark.parametrize("content", [b"", b'[1,"SE",0]\n{}', b"\xff" * 900])
def test_damaged_holidays_are_computed_again(tmp_path: Path, asked: list[list[int]], content: bytes) -> None:
    whole = load(tmp_path, "SE", 2026, 2027)
    (kept,) = tmp_path.glob("holidays-*")
    kept.write_bytes(content)
    assert load(tmp_path, "SE", 2026, 2027) == whole
    assert len(asked) == 2


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"names": [["a", "b"]], "years": {"2026": [1, 2]}}', b"[]"]
)
def test_a_damaged_table_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    whole = load(tmp_path, "DK", 2026, 2026)
    table = tmp_path / "table.json"
    table.write_bytes(content)
    monkeypatch.setattr(holidays, "packaged", lambda _name: str(table))
    assert load(tmp_path, "DK", 2026, 2026) == whole


def test_without_the_library_years_already_computed_hold_and_the_others_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = load(tmp_path, "SE", 2026, 2027)
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert load(tmp_path, "SE", 2026, 2027) == known
    more = load(tmp_path, "SE", 2025, 2028)
    assert more.days == known.days
    assert more.unknown == {2025, 2028}
    (kept,) = tmp_path.glob("holidays-*")
    assert load(tmp_path, "SE", 2026, 2027) == known, f"{kept} was left as it was"


def test_without_the_library_nothing_is_known_of_other_countries_and_nothing_refused(
    tmp_path: Path, without_the_library: None
) -> None:
    cache = tmp_path / "cache"
    assert load(cache, "SE", 2026, 2027) == PublicHolidays({}, frozenset({2026, 2027}))
    assert load(cache, "XX", 2026, 2026) == PublicHolidays({}, frozenset({2026}))
    assert not cache.exists(), "what is not known is not remembered"
    assert load(cache, "DK", 2060, 2061).unknown == {2061}


def test_every_danish_holiday_is_where_easter_puts_it(tmp_path: Path) -> None:
    """An oracle beside the library: the days that move stand at fixed distances from Easter Sunday."""
    for year in range(2000, 2061):
        names = {holiday.da: day for day, holiday in load(tmp_path, "DK", year, year).days.items()}
        easter = names["Påskedag"]
        distances = {"Skærtorsdag": -3, "Langfredag": -2, "Anden påskedag": 1, "Kristi himmelfartsdag": 39,
                     "Pinsedag": 49, "Anden pinsedag": 50}  # fmt: skip
        assert {name: (names[name] - easter).days for name in distances} == distances
        assert easter.isoweekday() == 7
        assert names.get("Store bededag") == (easter + timedelta(days=26) if year < 2024 else None)
