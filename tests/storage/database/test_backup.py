"""The weekly copies: one a week, the latest few, by the age of what is in them."""

from __future__ import annotations

import os
import shutil
from datetime import date, datetime, timedelta, timezone
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.entries import Deed, Moment, NewEntry
from mikrohandlinger.storage.database import backup
from mikrohandlinger.storage.database.backup import KEPT
from mikrohandlinger.storage.database.store import Store

from .test_store import paths_in, quick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Mikro

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=1)))
WEEK = timedelta(weeks=1)


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    opened = quick(Store(paths_in(home)))
    yield opened
    opened.close()


def log(store: Store, now: datetime) -> None:
    """What a command does that records something: store it, answer, and then keep a copy."""
    store.entries.add(NewEntry(Moment(now, now.date()), Deed("ask")), now)
    store.keep_weekly(now)


def copies(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "backups").iterdir())


def entries_in(copy: Path, home: Path) -> int:
    """How many entries a copy brings back."""
    shutil.copy(copy, home / "mikro.db")
    store = Store(paths_in(home))
    found = len(store.entries.between(date.min, date.max))
    store.close()
    return found


def test_a_copy_a_week_is_kept_with_the_three_before_it(store: Store, home: Path) -> None:
    for week in range(6):
        log(store, NOW + week * WEEK)
        log(store, NOW + week * WEEK + timedelta(days=1))
    assert copies(home) == [f"mikro-2026-W{week}.db" for week in (50, 51, 52, 53)]
    assert entries_in(home / "backups" / "mikro-2026-W53.db", home) == 11


def test_a_copy_keeps_to_its_weekday_and_comes_on_the_next_day_at_the_latest(
    store: Store, home: Path
) -> None:
    log(store, NOW)
    log(store, NOW + WEEK - timedelta(days=1))
    assert len(copies(home)) == 1
    log(store, NOW + WEEK - timedelta(hours=1))
    assert len(copies(home)) == 2


def test_looking_makes_no_copy(store: Store, home: Path) -> None:
    store.entries.between(NOW.date(), NOW.date())
    store.keep_weekly(NOW)
    assert not (home / "backups").exists()


def test_taking_back_is_a_change_too(store: Store, home: Path) -> None:
    log(store, NOW)
    store.close()
    again = Store(paths_in(home))
    again.undo(NOW + WEEK)
    again.keep_weekly(NOW + WEEK)
    again.close()
    assert len(copies(home)) == 2
    assert entries_in(home / "backups" / "mikro-2026-W49.db", home) == 0


def test_a_clock_that_was_ahead_leaves_the_copies_of_the_present_alone(store: Store, home: Path) -> None:
    log(store, NOW - WEEK)
    log(store, NOW)
    for ahead in (1500, 1501, 2500):
        log(store, NOW + timedelta(days=ahead))
    log(store, NOW + WEEK)
    log(store, NOW + 2 * WEEK)
    log(store, NOW + 2 * WEEK + timedelta(days=1))
    kept = copies(home)
    assert len(kept) == KEPT
    assert {"mikro-2026-W48.db", "mikro-2026-W49.db", "mikro-2026-W50.db"} <= set(kept)


def test_what_a_copy_is_called_does_not_make_it_new(store: Store, home: Path) -> None:
    log(store, NOW)
    (home / "backups" / "mikro-2026-W48.db").rename(home / "backups" / "mikro-2026-W50.db")
    log(store, NOW + 2 * WEEK)
    assert entries_in(home / "backups" / "mikro-2026-W50.db", home) == 2, "it is of that week now"


def test_other_files_beside_the_copies_are_left_alone(store: Store, home: Path) -> None:
    (home / "backups").mkdir()
    for name in ("mikro-before-version-4.db", "mikro-2026-W01 (kopi).db", "notes.txt"):
        (home / "backups" / name).write_text("mine")
        os.utime(home / "backups" / name, (0, 0))
    for week in range(6):
        log(store, NOW + week * WEEK)
    assert len(copies(home)) == KEPT + 3


def test_a_copy_that_cannot_be_made_stops_nobody_and_is_told_once_a_week(store: Store, home: Path) -> None:
    (home / "backups").write_text("a file where the folder should be")
    told = []
    for days in (0, 0, 3, 7, 8, 14):
        now = NOW + timedelta(days=days)
        store.entries.add(NewEntry(Moment(now, now.date()), Deed("ask")), now)
        told.append(store.keep_weekly(now))
    assert [error and error.code for error in told] == [
        "no-weekly-copy",
        None,
        None,
        "no-weekly-copy",
        None,
        "no-weekly-copy",
    ]
    assert len(store.entries.between(date.min, date.max)) == 6
    (home / "backups").unlink()
    log(store, NOW + timedelta(days=15))
    assert copies(home) == ["mikro-2026-W50.db"]


def test_a_copy_that_another_command_made_first_is_as_good(
    store: Store, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swept_away(prepared: str, target: str) -> None:
        Path(prepared).replace(target)
        raise FileNotFoundError(ENOENT, "another command made one, and took this for a leftover", prepared)

    monkeypatch.setattr(backup, "replace", swept_away)
    store.entries.add(NewEntry(Moment(NOW, NOW.date()), Deed("ask")), NOW)
    assert store.keep_weekly(NOW) is None
    assert copies(home) == ["mikro-2026-W48.db"]


def test_what_is_damaged_is_never_copied_over_the_sound_copies(mikro: Mikro, home: Path) -> None:
    mikro("log", "ask", "a sound note")
    before = {path.name: path.read_bytes() for path in (home / "backups").iterdir()}
    content = bytearray((home / "mikro.db").read_bytes())
    content[content.index(b"a sound note")] ^= 1
    (home / "mikro.db").write_bytes(content)
    answer = mikro("log", "doubt", "weeks later", now="2026-12-14T08:30:00+01:00")
    assert answer.code == 0
    assert "mikro doctor" in answer.err
    assert {path.name: path.read_bytes() for path in (home / "backups").iterdir()} == before
