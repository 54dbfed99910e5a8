"""``mikro backup`` and ``mikro restore``: one file with everything, and back, with what was there kept."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Mikro

VERSIONS = Path(__file__).parents[2] / "storage" / "database" / "versions"


def notes(mikro: Mikro) -> list[str]:
    return [entry["note"] for entry in json.loads(mikro("history", "--json").out)["entries"]]


@pytest.fixture
def kept(mikro: Mikro, tmp_path: Path) -> Path:
    """A backup of a home with an entry and a setting, which has gone on since."""
    file = tmp_path / "kept.zip"
    mikro("log", "ask", "before")
    mikro("config", "set", "goal", "2")
    assert mikro("backup", file).code == 0
    mikro("log", "ask", "after")
    mikro("config", "set", "goal", "4")
    mikro("config", "set", "role", "leader")
    return file


def test_a_backup_tells_what_it_holds_and_is_for_the_user_alone(
    mikro: Mikro, home: Path, tmp_path: Path
) -> None:
    mikro("log", "ask", "a note")
    mikro("config", "set", "goal", "2")
    answer = mikro("backup", tmp_path / "kept.zip")
    assert (answer.code, answer.err) == (0, "")
    assert "1 entry and the settings" in answer.out
    assert "your own words" in answer.out
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        assert archive.namelist() == ["mikro.db", "config.toml"]
        assert archive.testzip() is None
        assert archive.read("config.toml") == (home / "config.toml").read_bytes()
    if os.name == "posix":
        assert (tmp_path / "kept.zip").stat().st_mode & 0o777 == 0o600


def test_without_a_name_it_lies_among_the_copies_and_takes_no_other_ones_place(
    mikro: Mikro, home: Path
) -> None:
    mikro("log", "ask", "a note")
    paths = [json.loads(mikro("backup", "--json").out)["backup"]["path"] for _ in range(2)]
    assert len({*paths}) == 2
    assert all(Path(path).parent == home / "backups" and Path(path).exists() for path in paths)


def test_a_folder_gets_a_file_and_what_is_no_backup_is_never_written_over(
    mikro: Mikro, tmp_path: Path
) -> None:
    mikro("log", "ask", "a note")
    assert mikro("backup", tmp_path).code == 0
    assert len(list(tmp_path.glob("mikro-2026-11-23-*.zip"))) == 1
    other = tmp_path / "thesis.docx"
    other.write_text("months of work")
    refused = mikro("backup", other)
    assert (refused.code, refused.out) == (1, "")
    assert other.read_text() == "months of work"
    assert mikro("backup", tmp_path / "nowhere" / "kept.zip").code == 1
    assert mikro("backup", tmp_path / "kept.zip").code == 0
    assert mikro("backup", tmp_path / "kept.zip").code == 0, "one of ours may be renewed"


def test_nothing_is_put_back_unasked(mikro: Mikro, kept: Path) -> None:
    refused = mikro("restore", kept)
    assert (refused.code, refused.out) == (1, "")
    assert "--yes" in refused.err
    assert notes(mikro) == ["after", "before"]


def test_what_was_there_is_kept_and_putting_it_back_gives_exactly_that(
    mikro: Mikro, home: Path, kept: Path
) -> None:
    before = mikro("history", "--json").out, mikro("config", "--json").out, mikro("week", "--json").out
    (home / "actions.toml").write_text('schema = 1\nhide = ["ask-map-the-room"]\n')
    answer = json.loads(mikro("restore", kept, "--yes", "--json").out)["restored"]
    assert answer["entries"] == 1
    assert notes(mikro) == ["before"]
    assert (home / "config.toml").read_text() == "goal = 2\n"
    assert not (home / "actions.toml").exists()
    assert mikro("restore", answer["aside"], "--yes").code == 0
    now = mikro("history", "--json").out, mikro("config", "--json").out, mikro("week", "--json").out
    assert now == before
    assert (home / "actions.toml").exists()


def test_what_comes_back_counts_as_changed_now_by_another_machine(
    mikro: Mikro, home: Path, kept: Path
) -> None:
    earlier = (home / "device").read_text()
    mikro("restore", kept, "--yes", now="2026-11-24T09:00:00+01:00")
    device = (home / "device").read_text()
    assert device != earlier
    with closing(sqlite3.connect(home / "mikro.db")) as connection:
        rows = connection.execute(
            "SELECT changed, device FROM entries UNION SELECT changed, device FROM filed"
        )
        assert set(rows) == {("2026-11-24T08:00:00.000000+00:00", device.split()[0])}
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert "Recorded as no. 3" in mikro("log", "ask", "a number is given once").out


def test_undo_right_after_names_the_way_back(mikro: Mikro, home: Path, kept: Path) -> None:
    mikro("restore", kept, "--yes")
    refused = mikro("undo")
    assert refused.code == 1
    assert "mikro restore" in refused.err
    assert "before-restore" in refused.err
    assert notes(mikro) == ["before"]
    mikro("log", "ask", "new")
    assert mikro("undo").code == 0
    assert notes(mikro) == ["before"]


def test_a_bare_database_comes_back_without_touching_the_settings(
    mikro: Mikro, home: Path, tmp_path: Path
) -> None:
    mikro("log", "ask", "before")
    shutil.copyfile(home / "mikro.db", tmp_path / "old.db")
    mikro("config", "set", "goal", "4")
    mikro("log", "ask", "after")
    assert mikro("restore", tmp_path / "old.db", "--yes").code == 0
    assert notes(mikro) == ["before"]
    assert (home / "config.toml").read_text() == "goal = 4\n"


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_database_of_an_earlier_form_comes_back_and_stays_as_it_was(
    mikro: Mikro, tmp_path: Path, version: int
) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.executescript((VERSIONS / f"version-{version}.sql").read_text("utf-8"))
    content = old.read_bytes()
    mikro("log", "ask", "here")
    assert mikro("restore", old, "--yes").code == 0
    assert len(notes(mikro)) > 20
    assert old.read_bytes() == content


def test_into_an_empty_home_and_in_the_place_of_a_damaged_database(
    mikro: Mikro, home: Path, kept: Path
) -> None:
    shutil.rmtree(home)
    answer = mikro("restore", kept, "--yes")
    assert answer.code == 0
    assert "kept" not in answer.out
    assert notes(mikro) == ["before"]
    damaged = (home / "mikro.db").read_bytes()[:-5000]
    (home / "mikro.db").write_bytes(damaged)
    aside = json.loads(mikro("restore", kept, "--yes", "--json").out)["restored"]["aside"]
    assert notes(mikro) == ["before"]
    with zipfile.ZipFile(aside) as archive:
        assert archive.read("mikro.db") == damaged


def _something_else(folder: Path, sound: bytes) -> dict[str, Path]:
    flipped = bytearray(sound)
    # In the row itself: another release of SQLite leaves the word in a part of the file that nobody uses any more.
    row = re.search(rb"ask[\w-]*?(before)2026", sound)
    assert row is not None
    flipped[row.start(1)] ^= 1
    contents = {
        "empty": b"",
        "text": b"Dear diary",
        "export": b'{"kind":"header","schema":1}\n',
        "cut": sound[:-5000],
        "flipped": bytes(flipped),
        "zip of nothing": b"PK\x05\x06" + bytes(18),
        "half a zip": b"PK\x03\x04" + bytes(200),
        "another program's": b"SQLite format 3\0" + bytes(4080),
    }
    paths = {}
    for name, content in contents.items():
        paths[name] = folder / name
        paths[name].write_bytes(content)
    paths["folder"] = folder
    paths["nothing"] = folder / "nothing"
    paths["other zip"] = folder / "other.zip"
    with zipfile.ZipFile(paths["other zip"], "w") as archive:
        archive.writestr("../mikro.db", "climbs")
    paths["bomb"] = folder / "bomb.zip"
    with zipfile.ZipFile(paths["bomb"], "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mikro.db", bytes(10_000_000))
    return paths


def test_something_else_is_refused_in_one_sentence_and_what_is_there_stays(
    mikro: Mikro, home: Path, kept: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "else"
    folder.mkdir()
    with zipfile.ZipFile(kept) as archive:
        sound = archive.read("mikro.db")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    for name, path in _something_else(folder, sound).items():
        refused = mikro("restore", path, "--yes")
        assert (refused.code, refused.out) == (1, ""), name
        assert refused.err.count("\n") == 1, name
        assert ("mikro import" in refused.err) == (name == "export"), name
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("typed", "comes_back"), [("", False), ("n", False), ("j", True)])
def test_on_a_terminal_it_is_asked_after_the_file_was_looked_at(
    terminal: Callable[..., Any], mikro: Mikro, kept: Path, typed: str, comes_back: bool
) -> None:
    process = terminal("restore", str(kept))
    process.expect("1 entry")
    process.expect(r"\[y/N\]")
    process.sendline(typed)
    process.expect("Put back" if comes_back else "stays as it is")
    process.wait()
    assert notes(mikro) == (["before"] if comes_back else ["after", "before"])


def test_what_finds_no_room_leaves_everything_as_it_was(
    mikro: Mikro, home: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mikrohandlinger.storage.files import disk_full
    from mikrohandlinger.usecases.care import backup

    def fails(path: str, _content: bytes) -> None:
        raise disk_full(path)

    before = mikro("history", "--json").out, (home / "config.toml").read_bytes()
    monkeypatch.setattr(backup, "write_whole", fails)
    refused = mikro("restore", kept, "--yes")
    assert (refused.code, refused.out) == (1, "")
    assert (mikro("history", "--json").out, (home / "config.toml").read_bytes()) == before


@pytest.mark.skipif(
    sys.platform == "win32", reason="a file in the place of a folder is told there as one that is missing"
)
def test_a_setting_that_cannot_be_put_back_is_told_and_once_more_does_it(
    mikro: Mikro, home: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mikrohandlinger.usecases.care import backup

    def fails(ready: dict[str, str | None]) -> None:
        for path in ready:
            ready[path] = str(home / "mikro.db" / "nowhere")
        put(ready)

    put = backup._put_texts
    with monkeypatch.context() as patch:
        patch.setattr(backup, "_put_texts", fails)
        refused = mikro("restore", kept, "--yes")
    assert refused.code == 1
    assert "config.toml" in refused.err
    assert notes(mikro) == ["before"]
    assert mikro("restore", kept, "--yes").code == 0
    assert (home / "config.toml").read_text() == "goal = 2\n"
