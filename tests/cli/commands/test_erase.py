"""``mikro erase --all``: nothing is left but what the answer names."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Mikro

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="pretended programs and links of Unix")


@pytest.fixture
def lived_in(mikro: Mikro, home: Path) -> Path:
    """A home with a bit of everything in it."""
    for words in (
        ("log", "ask", "a secret word"),
        ("config", "set", "goal", "2"),
        ("today", "--short"),
        ("backup",),
        ("week", "--json", "--answer", "hard=another secret"),
    ):
        assert mikro(*words).code == 0
    for name in (
        "error.log",
        "nudge.log",
        "nudge.log.1",
        ".mikro.db.77.tmp",
        "actions.toml",
        "processes.toml",
    ):
        (home / name).write_text("a secret word")
    return home


def test_without_the_word_nothing_is_erased(mikro: Mikro, lived_in: Path) -> None:
    before = sorted(lived_in.rglob("*"))
    for words in (("erase",), ("erase", "--yes"), ("erase", "--all")):
        refused = mikro(*words)
        assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1)
    assert sorted(lived_in.rglob("*")) == before


def test_nothing_is_left(mikro: Mikro, lived_in: Path, tmp_path: Path) -> None:
    assert mikro("erase", "--all", "--yes").code == 0
    assert not lived_in.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file() and b"secret" in path.read_bytes()] == []
    assert mikro("erase", "--all", "--yes").code == 0, "once more does no harm"
    assert not lived_in.exists()


def test_in_the_systems_own_folders_too(run: Callable[..., Any], tmp_path: Path) -> None:
    env = {"MIKRO_HOME": None}
    assert run("log", "ask", "a secret word", env=env).returncode == 0
    assert run("config", "set", "goal", "2", env=env).returncode == 0
    assert run("erase", "--all", "--yes", env=env).returncode == 0
    assert [path for path in (tmp_path / "home").rglob("*") if "mikro" in path.name] == []


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 900, None])
def test_in_any_state_of_damage(mikro: Mikro, lived_in: Path, damage: bytes | None) -> None:
    if damage is None:
        (lived_in / "mikro.db").unlink()
        (lived_in / "mikro.db").mkdir()
        (lived_in / "mikro.db" / "thesis.txt").write_text("months of work")
        refused = mikro("erase", "--all", "--yes")
        assert refused.code == 1, "a folder in its place is not ours"
        assert str(lived_in / "mikro.db") in refused.err
        assert [path.name for path in lived_in.iterdir()] == ["mikro.db"]
        return
    (lived_in / "mikro.db").write_bytes(damage)
    (lived_in / "config.toml").write_bytes(damage)
    (lived_in / "device").write_bytes(damage)
    assert mikro("erase", "--all", "--yes").code == 0
    assert not lived_in.exists()


def test_what_is_not_ours_stays_and_is_named(mikro: Mikro, lived_in: Path) -> None:
    (lived_in / "thesis.txt").write_text("months of work")
    (lived_in / "backups" / "holiday.jpg").write_text("beach")
    answer = mikro("erase", "--all", "--yes", "--json")
    stays = json.loads(answer.out)["erased"]["stays"]
    assert sorted(stays) == sorted(map(str, (lived_in / "backups" / "holiday.jpg", lived_in / "thesis.txt")))
    assert sorted(path.name for path in lived_in.rglob("*")) == ["backups", "holiday.jpg", "thesis.txt"]


@UNIX
def test_a_link_goes_and_what_it_leads_to_stays(mikro: Mikro, lived_in: Path, tmp_path: Path) -> None:
    target = tmp_path / "shared.toml"
    target.write_text("goal = 2\n")
    (lived_in / "config.toml").unlink()
    (lived_in / "config.toml").symlink_to(target)
    answer = mikro("erase", "--all", "--yes")
    assert answer.code == 0
    assert str(target) in answer.out
    assert target.read_text() == "goal = 2\n"
    assert not lived_in.exists()


@UNIX
def test_the_reminder_goes_too(mikro: Mikro, lived_in: Path, bin_folder: Path) -> None:
    assert mikro("nudge", "on").code == 0
    assert "mikro" in (bin_folder / "table").read_text()
    assert mikro("erase", "--all", "--yes").code == 0
    table = bin_folder / "table"
    assert not table.exists() or "mikro" not in table.read_text()


@UNIX
def test_the_reminder_of_another_home_stays(
    mikro: Mikro, lived_in: Path, bin_folder: Path, tmp_path: Path
) -> None:
    other = {"MIKRO_HOME": str(tmp_path / "other")}
    assert mikro("nudge", "on", env=other).code == 0
    assert mikro("erase", "--all", "--yes").code == 0
    assert "mikro" in (bin_folder / "table").read_text()


def test_its_own_file_in_a_shared_folder_stays_unless_that_is_said(
    mikro: Mikro, lived_in: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    (lived_in / "actions.toml").unlink()
    assert mikro("sync", folder, "--yes").code == 0
    (folder / "mikro-0123456789abcdef.jsonl").write_text("another machine's")
    (own,) = (path for path in folder.iterdir() if "0123456789abcdef" not in path.name)
    assert mikro("erase", "--all", "--yes", "--shared").code == 0
    assert not own.exists()
    assert len(list(folder.iterdir())) == 1


def test_on_a_terminal_it_says_what_there_is_and_wants_the_words(
    terminal: Callable[..., Any], lived_in: Path
) -> None:
    process = terminal("erase", "--all", lines=40)
    process.expect("1 entry and 1 look back")
    process.expect("all settings")
    process.expect("cannot reach")
    process.expect("nothing happens")
    process.sendline("yes")
    process.expect("Nothing was erased")
    process.wait()
    assert (lived_in / "mikro.db").exists()
    process = terminal("erase", "--all", lines=40)
    process.expect("nothing happens")
    process.sendline("Slet  alt")
    process.expect("All of it is erased")
    process.wait()
    assert not lived_in.exists()
