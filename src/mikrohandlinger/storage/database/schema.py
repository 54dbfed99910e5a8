"""The form of the database, as an ordered list of migrations. A released migration is never changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from mikrohandlinger.storage.database.schema_4 import ONE_FORM
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

_FIRST: Final = """
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('ask', 'doubt', 'feedback')),
  variation TEXT,
  level INTEGER,
  note TEXT,
  reach TEXT CHECK (reach IN ('known', 'new', 'up', 'across')),
  went TEXT CHECK (went IN ('easy', 'ok', 'hard')),
  masked INTEGER NOT NULL DEFAULT 0,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX entries_by_day ON entries (day, at, number) WHERE deleted = 0;
CREATE INDEX entries_at_level_two ON entries (level) WHERE deleted = 0 AND level = 2;

-- One row a week: the days with an entry of each action as bits (1 Monday … 64 Sunday), and how many entries.
-- Kept by triggers, so that every way of writing an entry keeps it, and a million entries read as fast as ten.
CREATE TABLE week_marks (
  monday TEXT PRIMARY KEY,
  ask INTEGER NOT NULL,
  doubt INTEGER NOT NULL,
  feedback INTEGER NOT NULL,
  entries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_added AFTER INSERT ON entries WHEN new.deleted = 0 BEGIN
  INSERT INTO week_marks (monday, ask, doubt, feedback, entries) VALUES (
    date(new.day, '-6 days', 'weekday 1'),
    (new.action = 'ask') << ((strftime('%w', new.day) + 6) % 7),
    (new.action = 'doubt') << ((strftime('%w', new.day) + 6) % 7),
    (new.action = 'feedback') << ((strftime('%w', new.day) + 6) % 7),
    1)
  ON CONFLICT (monday) DO UPDATE SET
    ask = ask | excluded.ask,
    doubt = doubt | excluded.doubt,
    feedback = feedback | excluded.feedback,
    entries = entries + 1;
END;

-- INSERT INTO recount counts a week anew from its entries.
CREATE VIEW recount AS SELECT monday FROM week_marks;
CREATE TRIGGER recounted INSTEAD OF INSERT ON recount BEGIN
  DELETE FROM week_marks WHERE monday = new.monday;
  INSERT INTO week_marks (monday, ask, doubt, feedback, entries)
  SELECT
    new.monday,
    sum(DISTINCT (action = 'ask') << ((strftime('%w', day) + 6) % 7)),
    sum(DISTINCT (action = 'doubt') << ((strftime('%w', day) + 6) % 7)),
    sum(DISTINCT (action = 'feedback') << ((strftime('%w', day) + 6) % 7)),
    count(*)
  FROM entries
  WHERE deleted = 0 AND day BETWEEN new.monday AND date(new.monday, '+6 days')
  GROUP BY new.monday;
END;

CREATE TRIGGER entry_changed AFTER UPDATE OF day, action, deleted ON entries BEGIN
  INSERT INTO recount VALUES (date(old.day, '-6 days', 'weekday 1'));
  INSERT INTO recount VALUES (date(new.day, '-6 days', 'weekday 1'));
END;

CREATE TRIGGER entry_removed AFTER DELETE ON entries WHEN old.deleted = 0 BEGIN
  INSERT INTO recount VALUES (date(old.day, '-6 days', 'weekday 1'));
END;

-- What was proposed, with its wording as it was shown: the catalogue may change, the day keeps its answer.
CREATE TABLE proposals (
  day TEXT NOT NULL,
  turn INTEGER NOT NULL,
  action TEXT NOT NULL,
  variation TEXT NOT NULL,
  level INTEGER NOT NULL,
  wording TEXT NOT NULL,
  PRIMARY KEY (day, turn)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_by_variation ON proposals (variation, day, turn);

-- The user's if-then sentence: set on a day, holds for the rest of that week.
CREATE TABLE plans (
  day TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE reflections (
  monday TEXT NOT NULL,
  key TEXT NOT NULL CHECK (key IN ('remember', 'learned', 'hard', 'friction', 'plan')),
  answer TEXT NOT NULL,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (monday, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE pauses (
  id TEXT PRIMARY KEY,
  first TEXT NOT NULL,
  last TEXT,
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- What every change replaced, newest last, so that it can be taken back.
CREATE TABLE journal (
  step INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL,
  command TEXT NOT NULL,
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT
) STRICT;
CREATE INDEX journal_by_change ON journal (change);
"""

_NUDGES: Final = """
-- What the daily reminder did, one row a day. The row is taken before anything is shown, so that two reminders
-- at once show one; channel stays NULL until something really was. settled: from before the last `nudge on`.
CREATE TABLE nudges (
  day TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  rhythm TEXT NOT NULL CHECK (rhythm IN ('daily', 'weekly')),
  channel TEXT,
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))
) STRICT, WITHOUT ROWID;
"""

_PLAN_USES: Final = """
-- Whether the plan that held in a week was used, as the user answered it. Not one of the five answers, and the
-- plan itself may stand in either of two tables, hence a table of its own.
CREATE TABLE plan_uses (
  monday TEXT PRIMARY KEY,
  used TEXT NOT NULL CHECK (used IN ('yes', 'partly', 'no')),
  changed TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: Final[tuple[str, ...]] = (_FIRST, _NUDGES, _PLAN_USES, ONE_FORM)


#: What SQLite says for other reasons than what is in a file.
_NOT_DAMAGE: Final = (
    "SQLITE_IOERR",
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_INTERRUPT",
    "SQLITE_NOMEM",
    "SQLITE_FULL",
)


def migrate(connection: sqlite3.Connection, version: int, to: int) -> None:
    """Bring a database from one version of its form to another, without a transaction of its own."""
    for migration in MIGRATIONS[version:to]:
        for statement in _statements(migration):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {to}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction around them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def tells_damage(error: Exception) -> bool:
    """Whether an error may come of what is in a file.

    A disk that does not answer, another command that writes, or a person who has waited enough are no damage.
    """
    return not (getattr(error, "sqlite_errorname", "") or "").startswith(_NOT_DAMAGE)


def is_damaged(connection: sqlite3.Connection, version: int) -> bool:
    """Whether the form of that version, or what SQLite itself can check of the contents, is not what was written.

    It reads the whole file.

    Raises:
        sqlite3.Error: When that cannot be told.
    """
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
            migrate(fresh, 0, version)
            if _form(connection) != _form(fresh):
                return True
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",))
    except sqlite3.Error as error:
        if not tells_damage(error):
            raise
        return True
    except UnicodeDecodeError:
        return True


def _form(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))
