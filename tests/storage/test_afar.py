"""Reading from a drive that may be gone, or may not answer."""

from __future__ import annotations

import os
import threading
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage import afar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = datetime.fromisoformat("2026-11-23T08:00:00+01:00")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "team").mkdir()
    file = tmp_path / "team" / "actions.toml"
    file.write_text("one")
    return file


@pytest.fixture
def ask(tmp_path: Path, file: Path) -> Callable[..., afar.Afar]:
    """Read the file, with its copy in the cache; refuses a content of ``broken``."""

    def make(content: bytes) -> str:
        if content == b"broken":
            raise MikroError("broken", "broken")
        return content.decode()

    def read(now: datetime = NOW, patience: float = afar.PATIENCE, form: int = 1) -> afar.Afar:
        kept = str(tmp_path / "cache" / "team-actions.cache")
        return afar.read(str(file), kept, form, make, now, patience)

    return read


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Semaphore]:
    """A drive that does not answer before the test is over; can be acquired as often as it was asked."""
    over, asked = threading.Event(), threading.Semaphore(0)

    def look(*_arguments: Any) -> afar._Seen:
        asked.release()
        over.wait(timeout=60)
        return afar._Seen("gone", [])

    monkeypatch.setattr(afar, "_look", look)
    monkeypatch.setattr(afar, "PATIENCE", 0.01)
    yield asked
    over.set()


def test_a_file_is_read_and_then_only_looked_at(
    ask: Callable[..., afar.Afar], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask() == afar.Afar("read", "one")
    monkeypatch.setattr("builtins.open", _only_the_cache(open))
    assert ask() == afar.Afar("read", "one")


def _only_the_cache(real: Callable[..., Any]) -> Callable[..., Any]:
    def opening(path: Any, *rest: Any, **more: Any) -> Any:
        assert "cache" in str(path)
        return real(path, *rest, **more)

    return opening


def test_a_change_holds_at_once(ask: Callable[..., afar.Afar], file: Path) -> None:
    ask()
    file.write_text("two")
    os.utime(file, ns=(1, 1))
    assert ask().value == "two"


def test_another_form_of_what_is_kept_is_made_anew(ask: Callable[..., afar.Afar], file: Path) -> None:
    ask(form=1)
    file.unlink()
    file.parent.rmdir()
    assert ask(form=2) == afar.Afar("gone")


def test_a_folder_that_is_gone_leaves_what_it_last_gave(ask: Callable[..., afar.Afar], file: Path) -> None:
    ask()
    file.unlink()
    assert ask() == afar.Afar("none")
    file.parent.rmdir()
    assert ask() == afar.Afar("gone", "one")


def test_a_broken_file_leaves_what_it_last_gave_and_says_what_is_wrong(
    ask: Callable[..., afar.Afar], file: Path
) -> None:
    ask()
    file.write_text("broken")
    found = ask()
    assert (found.state, found.value) == ("broken", "one")
    assert found.fault is not None
    file.write_text("one, mended")
    assert ask() == afar.Afar("read", "one, mended")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_what_reading_might_never_come_back_from_is_not_read(
    ask: Callable[..., afar.Afar], file: Path
) -> None:
    file.unlink()
    os.mkfifo(file)
    assert ask(patience=30).value == "\0"


def test_a_drive_that_does_not_answer_holds_nobody_and_is_left_in_peace_for_an_hour(
    ask: Callable[..., afar.Afar], silent: threading.Semaphore
) -> None:
    assert ask(patience=0.01) == afar.Afar("silent")
    assert silent.acquire(timeout=60)
    assert ask(NOW + timedelta(minutes=59), patience=0.01) == afar.Afar("silent")
    assert not silent.acquire(blocking=False)
    ask(NOW + timedelta(minutes=61), patience=0.01)
    assert silent.acquire(timeout=60)


def test_whoever_looks_asks_it_all_the_same(
    ask: Callable[..., afar.Afar], silent: threading.Semaphore
) -> None:
    ask(patience=0.01)
    ask(patience=0.02)
    assert silent.acquire(timeout=60)
    assert silent.acquire(timeout=60)


def test_a_clock_that_was_set_back_makes_the_peace_no_longer(
    ask: Callable[..., afar.Afar], silent: threading.Semaphore
) -> None:
    ask(patience=0.01)
    ask(NOW - timedelta(days=1), patience=0.01)
    assert silent.acquire(timeout=60)
    assert silent.acquire(timeout=60)


def test_what_it_last_gave_holds_while_it_is_silent_and_its_answer_ends_the_peace(
    ask: Callable[..., afar.Afar], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask()
    over = threading.Event()
    with monkeypatch.context() as patched:
        patched.setattr(afar, "_look", lambda *_a: over.wait(timeout=60) and afar._Seen("gone", []))
        assert ask(patience=0.51, now=NOW) == afar.Afar("silent", "one")
        over.set()
    marker = tmp_path / "cache" / "team-silent.cache"
    assert marker.exists()
    assert ask(NOW + timedelta(hours=2)) == afar.Afar("read", "one")
    assert not marker.exists()


def test_a_damaged_copy_is_made_again(ask: Callable[..., afar.Afar], tmp_path: Path) -> None:
    ask()
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(b"\xff\xfe")
    assert ask() == afar.Afar("read", "one")
