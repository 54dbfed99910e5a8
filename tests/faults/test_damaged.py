"""Data that is damaged, foreign, unwritable or without room: one sentence, exit code 1, the file as it was."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess, Popen

Mikro = Callable[..., Any]
Run = Callable[..., "CompletedProcess[str]"]
Start = Callable[..., "Popen[str]"]
Stored = Callable[[], list[str]]

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="permission bits and pipes of Unix")

#: Runs each command on each damaged copy within one process, and tells what came of it, one JSON document a line.
TRY_ALL = """
import contextlib, gc, io, json, pathlib
database = pathlib.Path(os.environ["MIKRO_HOME"], "mikro.db")
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    for words in json.loads(sys.argv[2]):
        content = path.read_bytes()
        database.write_bytes(content)
        database.with_name("mikro.db-journal").unlink(missing_ok=True)
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
            code = mikro(*words)
        gc.collect()  # what an error still holds of the database; a process that ends lets go of it
        same = database.read_bytes() == content
        log = database.with_name("error.log")
        bug = log.read_text() if log.exists() else ""
        print(json.dumps([path.name, words[0], code, err.getvalue(), same, out.getvalue()[-80:], bug]))
        log.unlink(missing_ok=True)
"""
COMMANDS = [
    ["log", "ask", "new"],
    ["week", "--json"],
    ["today", "--another", "--short"],
    ["undo"],
]


@pytest.fixture
def a_diary(mikro: Mikro, home: Path) -> bytes:
    """A database with something in every table."""
    for words in (
        ["today", "--short"],
        ["today", "--another", "--short", "--plan", "When I meet someone, then I ask"],
        ["log", "ask", "first", "--reach", "new", "--went", "hard", "--at", "yesterday"],
        ["log", "ask", "second"],
        ["log", "doubt", "third"],
        ["delete", "2"],
        ["week", "--json", "--answer", "hard=nothing", "--answer", "plan=When x, then y"],
        ["pause", "2026-12-21", "2026-12-31"],
    ):
        assert mikro(*words).code == 0, words
    return (home / "mikro.db").read_bytes()


def try_all(start: Start, folder: Path, commands: list[list[str]]) -> list[list[object]]:
    process = start(TRY_ALL, folder, json.dumps(commands))
    output, complaint = process.communicate(timeout=240)
    assert process.returncode == 0, complaint
    return [json.loads(line) for line in output.splitlines()]


def assert_honest(results: list[list[object]]) -> None:
    """Every command either worked or refused in one line; none was a bug, and none confirmed what it refused."""
    for name, command, code, complaint, same, output, bug in results:
        where = f"{name} {command}: {complaint} {bug}"
        assert code in (0, 1), where
        if code == 1:
            assert str(complaint).count("\n") == 1, where
            assert "Recorded" not in str(output), f"{where}{output}"
            # A writing command may meet the damage after it has stored its row; the user was told of neither.
            assert same or command != "week", where


def test_a_file_cut_off_anywhere_is_refused_and_left(a_diary: bytes, start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "cut"
    folder.mkdir()
    for length in [1, 15, 16, 99, 100, 511, 512, 1024, *range(4096, len(a_diary), 4096), len(a_diary) - 4097]:
        (folder / f"{length:06}").write_bytes(a_diary[:length])
    results = try_all(start, folder, [["log", "ask", "new"], ["history"]])
    assert_honest(results)
    assert all(result[4] for result in results)
    assert [result for result in results if result[2] == 0] == []


def test_a_bit_that_fell_over_anywhere_is_told_or_harmless(
    a_diary: bytes, start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "flipped"
    folder.mkdir()
    choice = random.Random(53)
    used = [place for place, byte in enumerate(a_diary) if byte]
    places = [*range(0, 100, 4), *choice.sample(used, 45), *choice.sample(range(len(a_diary)), 5)]
    for place in places:
        flipped = bytearray(a_diary)
        flipped[place] ^= 1 << choice.randrange(8)
        (folder / f"{place:06}").write_bytes(flipped)
    results = try_all(start, folder, COMMANDS)
    assert_honest(results)
    assert sum(result[2] == 1 for result in results) > 30, "many of them were found out"


def test_nonsense_inside_a_value_is_told_as_damage(
    a_diary: bytes, start: Start, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "nonsense"
    folder.mkdir()
    statements = [
        "UPDATE entries SET day = '2026-1q-23'",
        "UPDATE entries SET action = 'asj'",
        "UPDATE entries SET at = 'yesterday'",
        "UPDATE entries SET note = CAST(x'ff' AS TEXT)",
        "UPDATE week_marks SET monday = '2026-11-2' WHERE monday > '2026-11-22'",
        "UPDATE proposals SET wording = '{'",
        "UPDATE proposals SET wording = '{}'",
        'UPDATE proposals SET wording = replace(wording, \'"action": "\', \'"action": "x\')',
        "UPDATE proposals SET day = 'x' WHERE turn = 1",
        "UPDATE pauses SET first = ''",
        "UPDATE journal SET key = 'x'",
        "UPDATE journal SET target = 'x'",
        "DROP TABLE pauses",
        "DROP TRIGGER recounted",
        "DROP INDEX entries_by_day",
        "ALTER TABLE proposals RENAME COLUMN wording TO words",
    ]
    for number, statement in enumerate(statements):
        path = folder / f"{number:02}"
        path.write_bytes(a_diary)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            connection.execute(statement)
    results = try_all(start, folder, COMMANDS)
    for name, command, code, complaint, _, output, bug in results:
        where = f"{statements[int(str(name))]} / {command}: {complaint}{output}{bug}"
        assert code in (0, 1), where
        assert code == 0 or "damaged" in str(complaint), where
    told = {result[0] for result in results if result[2] == 1}
    assert len(told) > len(statements) / 2


def _cannot_be_used(home: Path) -> list[tuple[str, Callable[[Path], object]]]:
    return [
        ("empty", lambda path: path.touch()),
        ("text", lambda path: path.write_text("Kære dagbog")),
        ("folder", lambda path: path.mkdir()),
        ("link", lambda path: path.symlink_to("elsewhere.db")),
        ("pipe", os.mkfifo),
        ("device", lambda path: path.symlink_to("/dev/full")),
    ]


@UNIX
@pytest.mark.parametrize("kind", ["empty", "text", "folder", "link", "pipe", "device"])
def test_what_lies_in_the_place_of_the_data_is_left_alone(run: Run, home: Path, kind: str) -> None:
    home.mkdir()
    database = home / "mikro.db"
    dict(_cannot_be_used(home))[kind](database)
    before = database.lstat()
    for words in (["log", "ask", "new"], ["today", "--json"]):
        refused = run(*words)
        assert refused.returncode == 1
        assert refused.stdout == ""
        assert refused.stderr.count("\n") == 1
        assert str(database) in refused.stderr
    assert '"error"' in refused.stderr
    after = database.lstat()
    assert (before.st_ino, before.st_mode, before.st_size) == (after.st_ino, after.st_mode, after.st_size)


@UNIX
def test_a_read_only_file_is_shown_and_not_written(run: Run, home: Path, stored: Stored) -> None:
    run("log", "ask", "first")
    database = home / "mikro.db"
    database.chmod(0o400)
    before = database.read_bytes()
    refused = run("log", "ask", "new")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    assert "may not be written" in refused.stderr
    shown = run("history")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "first" in shown.stdout
    assert database.read_bytes() == before
    database.chmod(0o600)


#: Gives up what lets root pass over permission bits, so that they mean what they mean to everybody else.
WITHOUT_PRIVILEGE = """
if os.geteuid() == 0:
    import ctypes
    assert ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()) == 0
sys.exit(mikro(*sys.argv[1:]))
"""


@pytest.mark.skipif(
    sys.platform == "win32" or (sys.platform != "linux" and os.geteuid() == 0),
    reason="where permission bits hold somebody back",
)
def test_a_home_that_may_not_be_written_is_told_in_one_sentence(run: Run, start: Start, home: Path) -> None:
    run("log", "ask", "first")
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    home.chmod(0o500)
    try:
        for words in (["log", "ask", "new"], ["config", "set", "goal", "2"]):
            process = start(WITHOUT_PRIVILEGE, *words)
            output, complaint = process.communicate(timeout=60)
            assert (process.returncode, output, complaint.count("\n")) == (1, "", 1), complaint
            assert str(home) in complaint
        process = start(WITHOUT_PRIVILEGE, "history")
        output, complaint = process.communicate(timeout=60)
        assert (process.returncode, complaint) == (0, "")
        assert "first" in output
        home.chmod(0o000)
        process = start(WITHOUT_PRIVILEGE, "today")
        output, complaint = process.communicate(timeout=60)
        assert (process.returncode, output, complaint.count("\n")) == (1, "", 1), complaint
    finally:
        home.chmod(0o700)
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


#: A limit on the size of files works without root, mounts or special devices, wherever there is Unix.
LITTLE_ROOM = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
for n in range(200):
    if mikro("log", "ask", f"{n:03} " + "x" * 3000):
        break
"""


@UNIX
def test_without_room_the_last_entry_is_refused_and_the_earlier_ones_stay(
    run: Run, start: Start, home: Path, stored: Stored
) -> None:
    run("log", "ask", "first")
    room = (home / "mikro.db").stat().st_size + 120_000
    output, complaint = start(LITTLE_ROOM, room).communicate(timeout=120)
    # To SQLite a file that may not grow is a write that did not go through, not a full disk.
    assert "could not be written" in complaint
    assert complaint.count("\n") == 1
    kept = output.count("Recorded")
    assert kept > 3
    assert [note[:3] for note in stored()] == ["fir", *(f"{n:03}" for n in range(kept))]
    assert run("log", "ask", "with room again").returncode == 0
    assert stored()[-1] == "with room again"


@UNIX
def test_without_any_room_not_even_a_first_start_leaves_something_half_made(
    run: Run, start: Start, home: Path
) -> None:
    process = start(LITTLE_ROOM, 1000)
    output, complaint = process.communicate(timeout=60)
    assert output == ""
    assert "The disk is full" in complaint
    assert complaint.count("\n") == 1
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert run("log", "ask", "with room").returncode == 0


@UNIX
def test_every_file_is_for_the_user_alone_whatever_the_umask(start: Start, home: Path, run: Run) -> None:
    code = """
os.umask(0)
for words in (["today"], ["log", "ask", "x"], ["config", "set", "goal", "2"], ["week"]):
    mikro(*words)
"""
    start(code).communicate(timeout=60)
    found = {path.relative_to(home).as_posix(): path.stat().st_mode & 0o777 for path in home.rglob("*")}
    assert {"mikro.db", "config.toml", "backups", "cache"} <= set(found)
    for name, mode in found.items():
        assert mode == (0o700 if (home / name).is_dir() else 0o600), name
    assert home.stat().st_mode & 0o777 == 0o700


def test_a_broken_cache_is_made_again_without_a_word(run: Run, home: Path) -> None:
    run("config", "set", "country", "SE")
    whole = run("today", "--json")
    for damage in (b"", b"{", b"\x00" * 50, b"[1, 2]\n[]"):
        caches = [path for path in (home / "cache").iterdir() if path.suffix == ".cache"]
        assert len(caches) == 3
        for path in caches:
            path.write_bytes(damage)
        again = run("today", "--json")
        assert (again.returncode, again.stderr) == (0, "")
        assert again.stdout == whole.stdout


def test_without_a_cache_folder_everything_works(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("a file where the folder should be")
    for words in (["today", "--short"], ["log", "ask", "x"], ["week"]):
        result = run(*words)
        assert (result.returncode, result.stderr) == (0, "")


def test_broken_settings_are_refused_by_file_line_and_key_and_nothing_is_overwritten(
    run: Run, home: Path
) -> None:
    home.mkdir()
    settings = home / "config.toml"
    settings.write_text("# mine\ngoal = 2\nlevel_cap = 9\n")
    for words in (["today"], ["log", "ask", "x"], ["week"], ["config", "set", "goal", "3"], ["config"]):
        refused = run(*words)
        assert refused.returncode == 1, words
        assert refused.stderr.count("\n") == 1
        assert all(word in refused.stderr for word in (str(settings), "line 3", "level_cap"))
    assert settings.read_text() == "# mine\ngoal = 2\nlevel_cap = 9\n"
