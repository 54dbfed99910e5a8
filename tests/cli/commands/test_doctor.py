"""``mikro doctor``: a sentence and a command for each finding, and nothing cried over a healthy house."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Mikro

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="permission bits of Unix")


def checks(mikro: Mikro, *more: str) -> dict[str, dict[str, Any]]:
    """What was found, by what was looked at; of several findings the worst."""
    answer = mikro("doctor", "--json", *more)
    found: dict[str, dict[str, Any]] = {}
    order = ("ok", "note", "fault")
    for check in json.loads(answer.out)["checks"]:
        known = found.get(check["id"])
        if known is None or order.index(check["state"]) > order.index(known["state"]):
            found[check["id"]] = check
    assert answer.code == int(any(check["state"] == "fault" for check in found.values()))
    return found


def states(mikro: Mikro, *more: str) -> set[str]:
    return {check["state"] for check in checks(mikro, *more).values()}


@pytest.fixture
def diary(mikro: Mikro, home: Path) -> Path:
    for words in (("log", "ask", "first"), ("log", "doubt", "second"), ("config", "set", "goal", "2")):
        assert mikro(*words).code == 0
    return home / "mikro.db"


def change(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute(statement)


@pytest.mark.parametrize("lang", ["en", "da"])
def test_all_is_well_in_a_new_home_and_in_one_that_is_used_and_nothing_is_made(
    mikro: Mikro, home: Path, lang: str
) -> None:
    answer = mikro("doctor", lang=lang)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(
        "Everything is as it should be." if lang == "en" else "Alt er, som det skal være."
    )
    assert not home.exists()
    mikro("log", "ask", "a note")
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    assert states(mikro) == {"ok"}
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def test_a_letter_that_changed_is_a_fault_and_the_file_stays(mikro: Mikro, diary: Path) -> None:
    content = bytearray(diary.read_bytes())
    content[content.index(b"second")] ^= 1
    diary.write_bytes(content)
    for more in ((), ("--fix",), ("--fix",)):
        found = checks(mikro, *more)["database"]
        assert (found["state"], found["mend"]) == ("fault", "mikro doctor --rescue")
        assert str(diary) in found["message"]
    assert diary.read_bytes() == content


def test_a_rescue_keeps_the_damaged_file_and_says_what_it_could_not_read(mikro: Mikro, diary: Path) -> None:
    content = bytearray(diary.read_bytes())
    content[content.index(b"second")] ^= 1
    diary.write_bytes(content)
    answer = mikro("doctor", "--rescue")
    assert answer.code == 0
    assert "2 entries" in answer.out
    assert "no. 2" in answer.out
    (aside,) = (diary.parent / "backups").glob("mikro-damaged-*.db")
    assert aside.read_bytes() == content
    assert states(mikro) == {"ok"}
    assert mikro("log", "ask", "third").code == 0
    assert "nothing to rescue" in mikro("doctor", "--rescue").out
    assert json.loads(mikro("doctor", "--rescue", "--json").out) == {"schema": 1, "rescued": None}


def test_where_there_is_nothing_to_rescue_it_is_refused(mikro: Mikro, home: Path) -> None:
    assert mikro("doctor", "--rescue").code == 1
    assert not home.exists()


def test_an_empty_or_foreign_file_names_the_latest_copy(mikro: Mikro, diary: Path) -> None:
    copy = json.loads(mikro("backup", "--json").out)["backup"]["path"]
    os.utime(copy, (datetime.fromisoformat("2026-11-23T08:30:00+01:00").timestamp(),) * 2)
    for other in (diary.parent / "backups").glob("*.db"):
        other.unlink()
    for content in (b"", b"Dear diary, " * 500):
        diary.write_bytes(content)
        found = checks(mikro)["database"]
        assert (found["state"], found["mend"]) == ("fault", f"mikro restore {copy}")
        assert diary.read_bytes() == content


def test_what_is_only_counted_is_counted_again(mikro: Mikro, diary: Path) -> None:
    week = mikro("week", "--json").out
    change(diary, "UPDATE week_marks SET entries = 7, doubt = 31")
    change(diary, "INSERT INTO journal (change, step, target, key) VALUES (99, 0, 'entries', '[\"x\"]')")
    found = checks(mikro)
    assert {found[each]["state"] for each in ("counts", "changes")} == {"fault"}
    assert {found[each]["mend"] for each in ("counts", "changes")} == {"mikro doctor --fix"}
    found = checks(mikro, "--fix")
    assert {found[each]["state"] for each in ("counts", "changes")} == {"note"}
    assert states(mikro) == {"ok"}
    assert mikro("week", "--json").out == week


def test_settings_and_own_variations_that_cannot_be_used_are_faults_with_their_own_sentence(
    mikro: Mikro, diary: Path
) -> None:
    (diary.parent / "config.toml").write_text("goal = many\n")
    (diary.parent / "actions.toml").write_text("schema = 9\n")
    found = checks(mikro, "--fix")
    assert found["settings"]["state"] == found["catalogue"]["state"] == "fault"
    assert "config.toml" in found["settings"]["message"]
    assert found["catalogue"]["mend"] == f"mikro actions check {diary.parent / 'actions.toml'}"
    assert (diary.parent / "config.toml").read_text() == "goal = many\n"


@UNIX
def test_what_others_could_read_is_closed_and_said_once(mikro: Mikro, diary: Path) -> None:
    copy = next((diary.parent / "backups").iterdir())
    for path in (diary, copy):
        path.chmod(0o644)
    answer = mikro("doctor", "--json")
    found = [check for check in json.loads(answer.out)["checks"] if check["state"] == "note"]
    assert str(diary) in answer.err, "as at every start"
    assert [check["id"] for check in found] == ["private"]
    assert str(copy) in found[0]["message"]
    assert {path.stat().st_mode & 0o777 for path in (diary, copy)} == {0o600}
    assert states(mikro) == {"ok"}


@UNIX
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_another_user_is_a_fault(mikro: Mikro, diary: Path) -> None:
    os.chown(diary.parent / "config.toml", 12345, 12345)
    assert checks(mikro)["private"]["state"] == "fault"


@UNIX
def test_what_a_kill_left_and_cannot_be_removed_is_told(mikro: Mikro, diary: Path) -> None:
    left = diary.parent / ".mikro.db.999999999.tmp"
    left.mkdir()
    found = checks(mikro)["leftovers"]
    assert found["state"] == "note"
    assert str(left) in found["message"]
    left.rmdir()
    left.write_bytes(b"half")
    assert checks(mikro)["leftovers"]["state"] == "ok"
    assert not left.exists()


def test_a_command_that_was_cut_off_is_told_and_rolled_back(
    mikro: Mikro, diary: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "hot"
    with closing(sqlite3.connect(diary, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE entries SET note = 'half done'")
        for number in range(40):
            connection.execute("INSERT INTO seen VALUES (?, '2026-11-23')", (f"{number} " + "x" * 3000,))
        shutil.copytree(diary.parent, folder)
        connection.execute("ROLLBACK")
    shutil.rmtree(diary.parent)
    shutil.copytree(folder, diary.parent)
    assert (diary.parent / "mikro.db-journal").stat().st_size
    assert checks(mikro)["leftovers"]["state"] == "note"
    assert "half done" not in mikro("history").out
    assert states(mikro) == {"ok"}


def test_old_copies_and_none_at_all_are_notes(mikro: Mikro, diary: Path) -> None:
    found = checks(mikro)
    assert found["copies"]["state"] == "ok"
    later = json.loads(mikro("doctor", "--json", now="2026-12-12T09:00:00+01:00").out)["checks"]
    (old,) = [check for check in later if check["id"] == "copies"]
    assert (old["state"], old["mend"]) == ("note", "mikro backup")
    assert "23 November 2026" in old["message"]
    shutil.rmtree(diary.parent / "backups")
    assert checks(mikro)["copies"]["state"] == "note"


def test_a_database_in_a_folder_that_another_program_keeps_alike_is_a_note(
    mikro: Mikro, tmp_path: Path
) -> None:
    env = {"MIKRO_HOME": str(tmp_path / "OneDrive - Kommunen" / "mikro")}
    mikro("log", "ask", "a note", env=env)
    answer = mikro("doctor", env=env)
    assert answer.code == 0
    assert "mikro sync" in answer.out


def test_a_database_of_an_earlier_form_is_well_and_left_as_it_is(mikro: Mikro, home: Path) -> None:
    home.mkdir()
    script = Path(__file__).parents[2] / "storage" / "database" / "versions" / "version-2.sql"
    with closing(sqlite3.connect(home / "mikro.db", isolation_level=None)) as connection:
        connection.executescript(script.read_text("utf-8"))
    before = (home / "mikro.db").read_bytes()
    assert states(mikro) <= {"ok", "note"}
    assert (home / "mikro.db").read_bytes() == before


@UNIX
def test_a_reminder_that_differs_from_the_settings_is_a_fault(
    mikro: Mikro, diary: Path, bin_folder: Path
) -> None:
    assert mikro("nudge", "on", "--at", "09:00").code == 0
    assert checks(mikro)["reminder"]["state"] == "ok"
    (diary.parent / "config.toml").write_text('nudge_at = "10:00"\n')
    found = checks(mikro)["reminder"]
    assert (found["state"], found["mend"]) == ("fault", "mikro nudge on")
    assert mikro("nudge", "on").code == 0
    assert checks(mikro)["reminder"]["state"] == "ok"


def test_letters_that_a_terminal_lacks_are_a_note(
    process: Callable[..., Any], mikro: Mikro, diary: Path
) -> None:
    answer = process("doctor", env={"PYTHONIOENCODING": "ascii"})
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "ascii" in answer.stdout
