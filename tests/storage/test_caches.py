"""What can be made again at any time: used when whole, made again without a word when not."""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.cache import recall, remember, remembered
from mikrohandlinger.storage.toml import catalogue as catalogue_file
from mikrohandlinger.storage.toml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Callable

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "file"


@given(VALUES)
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
    assert remembered(toml, cache, "a", partial(parse, toml)) == {"a": 1}
    toml.write_text("a = 22")
    assert remembered(toml, cache, "a", partial(parse, toml)) == {"a": 22}


def test_two_installations_over_one_data_folder_parse_once_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, own = tmp_path / "cache", tmp_path / "actions.toml"
    ours = Path(catalogue_file.built_in_path())
    copies = [str(shutil.copyfile(ours, tmp_path / f"{name}.toml")) for name in ("checkout", "tool")]
    parsed: list[str] = []

    def counted(path: str) -> dict[str, Any]:
        parsed.append(path)
        return parse(Path(path))

    monkeypatch.setattr(catalogue_file, "parse", counted)
    for copy in copies * 3:
        monkeypatch.setattr(catalogue_file, "built_in_path", lambda copy=copy: copy)
        assert catalogue_file.load(own, cache).catalogue.actions
    assert parsed == copies


def test_what_installations_of_long_ago_left_is_cleared_away(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for number in range(9):
        toml = tmp_path / f"{number}.toml"
        toml.write_text(f"a = {number}")
        assert remembered(toml, cache, "a", partial(parse, toml)) == {"a": number}
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
    def refuse() -> Any:
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
