"""Opening the database: made whole, upgraded with a copy kept, refused with a sentence when it cannot be ours."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.database import opening as database
from mikrohandlinger.storage.database import schema
from mikrohandlinger.storage.database.opening import APPLICATION_ID, VERSION, open_database
from mikrohandlinger.storage.database.schema import MIGRATIONS, is_damaged

if TYPE_CHECKING:
    from collections.abc import Callable

NEXT = """
-- A semicolon ; in a comment, and a statement over several lines.
CREATE TABLE extra (
  word TEXT NOT NULL  -- and here; too
) STRICT;
INSERT INTO extra VALUES ('a;b');
"""
BROKEN = "CREATE TABLE extra (word TEXT) STRICT;\nCREATE TABLE entries (again TEXT) STRICT;\n"


@pytest.fixture
def path(home: Path) -> Path:
    return home / "mikro.db"


def opened(path: Path) -> sqlite3.Connection:
    return open_database(str(path), str(path.parent / "backups"))


def refusal(path: Path) -> MikroError:
    with pytest.raises(MikroError) as refused:
        opened(path)
    assert refused.value.exit_code == 1
    assert str(path) in str(refused.value)
    return refused.value


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrations_are(monkeypatch: pytest.MonkeyPatch, *migrations: str) -> None:
    """Let the program be one of another version."""
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    monkeypatch.setattr(database, "VERSION", len(migrations))


def add_entry(connection: sqlite3.Connection, identity: str) -> None:
    connection.execute(
        "INSERT INTO entries (id, at, day, action, changed) VALUES (?, '2026-11-23T08:00:00+01:00',"
        " '2026-11-23', 'ask', '2026-11-23T07:00:00.000000+00:00')",
        (identity,),
    )


def entries(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM entries ORDER BY number")]


def test_the_first_start_makes_a_whole_database_and_nothing_else(path: Path) -> None:
    opened(path).close()
    assert [each.name for each in path.parent.iterdir()] == ["mikro.db"]
    assert version(path) == VERSION
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_what_is_committed_is_safe_and_what_is_erased_is_gone(path: Path) -> None:
    with closing(opened(path)) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'").fetchall()  # fmt: skip
    assert {name for name, strict in tables if not strict} <= {"sqlite_schema", "sqlite_sequence"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission bits")
def test_only_the_user_can_read_the_files_whatever_the_umask(path: Path) -> None:
    earlier = os.umask(0)
    try:
        with closing(opened(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            add_entry(connection, "a")
            journal = path.with_name("mikro.db-journal")
            assert journal.stat().st_mode & 0o777 == 0o600
            connection.execute("COMMIT")
    finally:
        os.umask(earlier)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_opening_again_changes_no_byte(path: Path) -> None:
    opened(path).close()
    before = path.read_bytes()
    opened(path).close()
    assert path.read_bytes() == before


def test_an_older_file_is_upgraded_with_a_copy_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(opened(path)) as connection:
        add_entry(connection, "a")
    migrations_are(monkeypatch, *MIGRATIONS, NEXT)
    with closing(opened(path)) as connection:
        assert connection.execute("SELECT word FROM extra").fetchall() == [("a;b",)]
    assert entries(path) == ["a"]
    assert version(path) == VERSION + 1
    (copy,) = (path.parent / "backups").iterdir()
    assert version(copy) == VERSION
    assert entries(copy) == ["a"]
    monkeypatch.undo()
    with closing(opened(Path(shutil.copy(copy, path)))) as connection:
        add_entry(connection, "b")
    assert entries(path) == ["a", "b"]


def test_every_earlier_version_can_be_upgraded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = (*MIGRATIONS, NEXT)
    for older in range(1, len(every)):
        path = home / str(older) / "mikro.db"
        migrations_are(monkeypatch, *every[:older])
        opened(path).close()
        migrations_are(monkeypatch, *every)
        with closing(opened(path)) as connection:
            assert not is_damaged(connection, version(path))
        assert version(path) == len(every)


def test_an_upgrade_that_cannot_be_done_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(path).close()
    before = path.read_bytes()
    migrations_are(monkeypatch, *MIGRATIONS, BROKEN)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        opened(path)
    assert path.read_bytes() == before
    migrations_are(monkeypatch, *MIGRATIONS, NEXT)
    opened(path).close()
    assert version(path) == VERSION + 1


def test_an_upgrade_without_room_for_the_copy_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(path).close()
    before = path.read_bytes()
    (path.parent / "backups").write_text("a file where the folder should be")
    migrations_are(monkeypatch, *MIGRATIONS, NEXT)
    with pytest.raises(MikroError) as refused:
        opened(path)
    assert refused.value.code == "file-unusable"
    assert path.read_bytes() == before


def test_a_file_of_a_newer_program_is_refused_and_left(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    assert refusal(path).code == "data-newer"
    assert path.read_bytes() == before


def _empty(path: Path) -> None:
    path.touch()


def _text(path: Path) -> None:
    path.write_text("Kære dagbog\n" * 100, "utf-8")


def _foreign_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE entries (id TEXT)")


def _folder(path: Path) -> None:
    path.mkdir()


def _link(path: Path) -> None:
    opened(path).close()
    path.rename(path.with_name("elsewhere.db"))
    path.symlink_to("elsewhere.db")


def _dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.db")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _cut(path: Path) -> None:
    opened(path).close()
    os.truncate(path, 5000)


def _only_its_name(path: Path) -> None:
    """Our mark in the head, and none of our tables."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE other (id TEXT)")


def _older_than_it_is(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")


UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and seldom allows links")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_empty, "data-empty"),
        (_text, "data-foreign"),
        (_foreign_sqlite, "data-foreign"),
        (_folder, "not-a-file"),
        pytest.param(_link, "not-a-file", marks=UNIX),
        pytest.param(_dangling_link, "not-a-file", marks=UNIX),
        pytest.param(_pipe, "not-a-file", marks=UNIX),
        (_cut, "data-damaged"),
        (_only_its_name, "data-damaged"),
        (_older_than_it_is, "data-damaged"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_not_ours_or_not_whole_is_refused_and_left(
    path: Path, make: Callable[[Path], None], code: str
) -> None:
    path.parent.mkdir()
    make(path)
    before = path.lstat()
    content = path.read_bytes() if path.is_file() else None
    assert refusal(path).code == code
    after = path.lstat()
    assert (after.st_ino, after.st_mode, after.st_size) == (before.st_ino, before.st_mode, before.st_size)
    assert content is None or path.read_bytes() == content


def test_a_read_only_file_can_be_read_and_not_written(path: Path) -> None:
    with closing(opened(path)) as connection:
        add_entry(connection, "a")
    path.chmod(0o400)
    before = path.read_bytes()
    with closing(opened(path)) as connection:
        assert connection.execute("SELECT count(*) FROM entries").fetchone() == (1,)
        with pytest.raises(MikroError) as refused, database.writing(connection, str(path)):
            add_entry(connection, "b")
    assert refused.value.code == "read-only"
    assert path.read_bytes() == before
    path.chmod(0o600)


def test_a_home_that_is_a_file_is_refused(path: Path) -> None:
    path.parent.write_text("not a folder")
    with pytest.raises(MikroError) as refused:
        opened(path)
    assert refused.value.code == "file-unusable"
    assert path.parent.read_text() == "not a folder"


@pytest.mark.parametrize("name", ["med mellemrum og æøå", "50%25 sikker?", "a#b&c=d", "'; DROP", "[x]{y}"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and "?" in name:
        name = name.replace("?", "")
    path = tmp_path / name / "mikro.db"
    with closing(opened(path)) as connection:
        add_entry(connection, "a")
    assert entries(path) == ["a"]


def test_a_folder_on_a_windows_share_goes_into_the_path_of_the_address() -> None:
    share = database._address(r"\\server\home$\u1\mikro.db", writable=True, system="nt")
    assert share == "file:////server/home%24/u1/mikro.db?mode=rw"
    drive = database._address(r"H:\på vej\mikro.db", writable=False, system="nt")
    assert drive == PureWindowsPath(r"H:\på vej\mikro.db").as_uri() + "?mode=ro"


def test_a_write_that_fails_half_way_leaves_nothing_of_itself(path: Path) -> None:
    with closing(opened(path)) as connection:
        with suppress(sqlite3.IntegrityError), database.writing(connection, str(path)):
            add_entry(connection, "a")
            connection.execute("DELETE FROM meta")
            connection.execute("INSERT INTO meta VALUES (NULL, '')")
        with database.writing(connection, str(path)):
            add_entry(connection, "b")
        assert connection.execute("SELECT count(*) FROM meta").fetchone() == (1,)
    assert entries(path) == ["b"]


def test_another_writer_is_waited_for_and_then_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with closing(opened(path)) as one, closing(opened(path)) as other, database.writing(one, str(path)):
        with pytest.raises(MikroError) as refused, database.writing(other, str(path)):
            pass
        assert refused.value.code == "data-busy"
