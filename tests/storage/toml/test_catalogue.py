"""Reading the built-in catalogue and the user's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.toml import catalogue as catalogue_file
from mikrohandlinger.storage.toml.catalogue import built_in_path, load

OWN = """schema = 1
hide = ["ask-what-surprised"]

[[variation]]
id = "ask-own-best-hour"
action = "ask"
level = 1
minutes = 5
settings = ["corridor"]
reach = ["known"]
signs = ["wonder"]
da = { text = "Spørg en kollega, hvilken time der går hurtigst.", when = "Når I venter.", say = "Hvilken time går hurtigst?" }
en = { text = "Ask a colleague which hour passes fastest.", when = "When you wait.", say = "Which hour passes fastest?" }
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "actions.toml"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_without_an_own_file_there_is_the_built_in_catalogue(own: Path, cache: Path) -> None:
    catalogue, warning = load(own, cache)
    assert warning is None
    assert [action.id for action in catalogue.actions] == ["ask", "doubt", "feedback"]
    assert len(catalogue.variations) >= 150


def test_an_own_file_adds_and_hides(own: Path, cache: Path) -> None:
    own.write_text(OWN, "utf-8")
    catalogue, warning = load(own, cache)
    assert warning is None
    assert catalogue.hidden == {"ask-what-surprised"}
    added = catalogue.variations["ask-own-best-hour"]
    assert (added.role, added.part, added.rules, added.sources, added.da.why) == (
        "all",
        "sender",
        False,
        (),
        "",
    )
    assert "ask-what-surprised" in catalogue.variations


def test_the_second_time_comes_from_the_cache_and_is_the_same(
    own: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write_text(OWN, "utf-8")
    first = load(own, cache)
    monkeypatch.setattr("tomllib.loads", lambda _text: pytest.fail("the file was parsed again"))
    assert load(own, cache) == first


def test_a_change_of_the_own_file_holds_at_once(own: Path, cache: Path) -> None:
    own.write_text(OWN, "utf-8")
    load(own, cache)
    own.write_text(OWN.replace("ask-what-surprised", "ask-unused-skill"), "utf-8")
    os.utime(own, ns=(1, 1))
    assert load(own, cache).catalogue.hidden == {"ask-unused-skill"}


@pytest.mark.parametrize("damage", [b"", b"[]", b"\xff\xfe", b"{", b'[1]\n"rows"'])
def test_a_damaged_cache_is_made_again_without_a_word(own: Path, cache: Path, damage: bytes) -> None:
    own.write_text(OWN, "utf-8")
    first = load(own, cache)
    for file in cache.iterdir():
        file.write_bytes(damage)
    assert load(own, cache) == first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (OWN.replace("level = 1", "level = 7"), ["[[variation]] ask-own-best-hour level", "7"]),
        (OWN.replace("schema = 1", "schema = 9"), ["schema"]),
        (OWN + "mood = good\n", ["line 14"]),
        (OWN.replace('"ask-own-best-hour"', '"ask-what-surprised"'), ["[[variation]] ask-what-surprised id"]),
    ],
)
def test_a_broken_own_file_is_a_warning_and_the_built_in_catalogue_still_works(
    own: Path, cache: Path, text: str, words: list[str]
) -> None:
    own.write_text(text, "utf-8")
    catalogue, warning = load(own, cache)
    assert len(catalogue.variations) >= 150
    assert catalogue.hidden == frozenset()
    assert all(word in str(warning) for word in [str(own), *words])


def test_an_own_file_that_is_a_folder_is_a_warning(own: Path, cache: Path) -> None:
    own.mkdir()
    assert str(own) in str(load(own, cache).warning)


def test_a_broken_built_in_file_names_file_table_and_key(
    own: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "built-in.toml"
    text = (
        Path(built_in_path()).read_text("utf-8").replace('settings = ["corridor"]', 'settings = ["roof"]', 1)
    )
    broken.write_text(text, "utf-8")
    monkeypatch.setattr(catalogue_file, "built_in_path", lambda: str(broken))
    with pytest.raises(MikroError) as refused:
        load(own, cache)
    assert refused.value.code == "catalogue-broken"
    assert all(
        word in str(refused.value)
        for word in (str(broken), "[[variation]] ask-what-surprised", "settings", "roof")
    )


def test_no_cache_folder_is_no_hindrance(own: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert len(load(own, tmp_path / "file" / "cache").catalogue.variations) >= 150
