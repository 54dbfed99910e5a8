"""What can be made again at any time: used when whole, made again without a word when not."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage import holidays as holiday_cache
from mikrohandlinger.storage.cache import recall, remember
from mikrohandlinger.storage.toml import catalogue as catalogue_file
from mikrohandlinger.storage.toml import reading
from mikrohandlinger.storage.toml.reading import remembered

if TYPE_CHECKING:
    from collections.abc import Callable

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "file"


@given(JSON)
def test_what_is_remembered_is_recalled_under_the_same_stamp_only(
    tmp_path_factory: pytest.TempPathFactory, value: Any
) -> None:
    file = tmp_path_factory.mktemp("cache") / "file"
    assert recall(file, [1, "a"]) is None
    assert remember(file, [1, "a"], value) == value
    assert recall(file, [1, "a"]) == value
    assert recall(file, [2, "a"]) is None


def _flip(position: int) -> Callable[[bytes], bytes]:
    def flipped(content: bytes) -> bytes:
        place = position % len(content)
        return content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :]

    return flipped


DAMAGE: list[Callable[[bytes], bytes]] = [
    lambda content: b"",
    lambda content: content[:-1],
    lambda content: content[: len(content) // 2],
    lambda content: content + b"x",
    lambda content: b"\x00" * len(content),
    lambda content: b"[" * 100_000,
    lambda content: b"{}\n{}",
    lambda content: b"\xff\xfe" + content,
    *(_flip(position) for position in range(0, 1000, 37)),
]


@pytest.mark.parametrize("damage", DAMAGE, ids=range(len(DAMAGE)))
def test_damage_is_never_recalled(file: Path, damage: Callable[[bytes], bytes]) -> None:
    value = {"2026": {"2026-12-25": ["Juledag", "Christmas Day"]}, "2027": {}}
    remember(file, [1, "DK"], value)
    file.write_bytes(damage(file.read_bytes()))
    assert recall(file, [1, "DK"]) is None


@pytest.mark.parametrize("obstacle", ["folder is a file", "file is a folder"])
def test_where_nothing_can_be_kept_everything_still_works(file: Path, obstacle: str) -> None:
    if obstacle == "file is a folder":
        file.mkdir(parents=True)
    else:
        file.parent.write_text("")
    assert remember(file, [1], {"a": 1}) == {"a": 1}
    assert recall(file, [1]) is None


def test_a_file_is_read_anew_when_it_has_changed(tmp_path: Path) -> None:
    toml, cache = tmp_path / "a.toml", tmp_path / "cache"
    toml.write_text("a = 1")
    assert remembered(toml, cache, "a", dict) == {"a": 1}
    toml.write_text("a = 22")
    assert remembered(toml, cache, "a", dict) == {"a": 22}


def test_two_installations_over_one_data_folder_parse_once_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, own = tmp_path / "cache", tmp_path / "actions.toml"
    ours = Path(catalogue_file.built_in_path())
    copies = [str(shutil.copyfile(ours, tmp_path / f"{name}.toml")) for name in ("checkout", "tool")]
    parsed: list[str] = []
    really = reading.parse

    def parse(path: str) -> dict[str, Any]:
        parsed.append(path)
        return really(path)

    monkeypatch.setattr(reading, "parse", parse)
    for copy in copies * 3:
        monkeypatch.setattr(catalogue_file, "built_in_path", lambda copy=copy: copy)
        assert catalogue_file.load(own, cache).catalogue.actions
    assert parsed == copies


def test_what_installations_of_long_ago_left_is_cleared_away(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for number in range(9):
        toml = tmp_path / f"{number}.toml"
        toml.write_text(f"a = {number}")
        assert remembered(toml, cache, "a", dict) == {"a": number}
        for age, file in enumerate(sorted(cache.iterdir(), key=os.path.getmtime)):
            os.utime(file, (age, age))
    assert len(list(cache.iterdir())) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of Unix")
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_reading_would_never_come_back_from_is_not_read(file: Path, kind: str) -> None:
    file.parent.mkdir()
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    assert recall(file, [1]) is None
    assert remember(file, [1], {"a": 1}) == {"a": 1}
    assert recall(file, [1]) == {"a": 1}


def test_what_is_refused_is_not_remembered(tmp_path: Path) -> None:
    def refuse(table: dict[str, Any]) -> Any:
        raise MikroError("no", "No.")

    (tmp_path / "a.toml").write_text("a = 1")
    for _ in range(2):
        with pytest.raises(MikroError):
            remembered(tmp_path / "a.toml", tmp_path / "cache", "a", refuse)
    assert not (tmp_path / "cache").exists()


def test_the_catalogue_of_a_damaged_cache_is_the_catalogue(tmp_path: Path) -> None:
    cache, own = tmp_path / "cache", tmp_path / "actions.toml"
    whole = catalogue_file.load(own, cache)
    (kept,) = cache.iterdir()
    for damage in DAMAGE[:5]:
        kept.write_bytes(damage(kept.read_bytes()))
        assert catalogue_file.load(own, cache) == whole
        assert whole.warning is None


def counted(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """The years that the package was asked for."""
    asked: list[list[int]] = []
    really = holiday_cache._compute

    def compute(country: str, years: list[int]) -> Any:
        asked.append(years)
        return really(country, years)

    monkeypatch.setattr(holiday_cache, "_compute", compute)
    return asked


def test_holidays_are_computed_once_a_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch)
    first = holiday_cache.load(tmp_path, "DK", 2026, 2027)
    assert holiday_cache.load(tmp_path, "DK", 2026, 2027) == first
    assert asked == [[2026, 2027]]
    holiday_cache.load(tmp_path, "DK", 2027, 2028)
    assert asked[1:] == [[2026, 2027, 2028]], "all of them anew, as a law may have changed"
    holiday_cache.load(tmp_path, "DK", 2027, 2028)
    assert len(asked) == 2


def test_holidays_have_their_danish_and_english_names(tmp_path: Path) -> None:
    found = holiday_cache.load(tmp_path, "DK", 2026, 2027)
    assert found[date(2026, 12, 25)] == ("Juledag", "Christmas Day") or found[date(2026, 12, 25)].da
    assert found[date(2026, 4, 3)].da == "Langfredag"
    assert date(2026, 5, 1) not in found, "Store Bededag has been a working day since 2024"
    assert date(2026, 6, 5) not in found, "an agreed day, which is a setting of its own"
    assert all(day.year in (2026, 2027) for day in found)


def test_each_country_has_its_own_holidays(tmp_path: Path) -> None:
    danish, swedish = (holiday_cache.load(tmp_path, country, 2026, 2026) for country in ("DK", "SE"))
    assert date(2026, 6, 6) in swedish
    assert date(2026, 6, 6) not in danish
    assert holiday_cache.load(tmp_path, "DK", 2026, 2026) == danish


def test_a_country_that_nobody_knows_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MikroError) as refused:
        holiday_cache.load(tmp_path, "XX", 2026, 2026)
    assert refused.value.code == "country-unknown"
    assert "config set country" in str(refused.value)


def test_damaged_holidays_are_computed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = holiday_cache.load(tmp_path, "DK", 2026, 2027)
    (kept,) = tmp_path.glob("holidays-*")
    asked = counted(monkeypatch)
    for number, damage in enumerate([DAMAGE[0], DAMAGE[2], DAMAGE[12]], 1):
        kept.write_bytes(damage(kept.read_bytes()))
        assert holiday_cache.load(tmp_path, "DK", 2026, 2027) == whole
        assert len(asked) == number
