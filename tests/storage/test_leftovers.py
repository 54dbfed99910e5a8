"""What killed processes left behind is swept at the next start, and own words among it are kept."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.storage.files import leftovers, process_of
from mikrohandlinger.storage.leftovers import clear, noted

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="elsewhere nobody can be asked whether they are running"
)


@pytest.fixture(scope="module")
def gone() -> int:
    """The number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


@pytest.mark.parametrize(
    ("name", "process"),
    [
        (".config.toml.17.tmp", 17), ("answer-17.txt", 17), ("writing-17.txt", 17),
        (".config.toml.lock", 0), ("config.toml", 0), ("answer-x.txt", 0), (".x.tmp", 0), ("kept-answer-17.txt", 0),
        (".a.99999999999999999999.tmp", 0),
    ],
)  # fmt: skip
def test_only_what_is_named_as_ours_is_taken_for_ours(name: str, process: int) -> None:
    assert process_of(name) == process


def test_what_a_running_process_prepares_is_left_alone(tmp_path: Path, gone: int) -> None:
    for process in (os.getpid(), gone):
        (tmp_path / f".config.toml.{process}.tmp").touch()

    assert leftovers(tmp_path) == [str(tmp_path / f".config.toml.{gone}.tmp")]


def test_prepared_files_go_and_own_words_are_kept_and_told(tmp_path: Path, gone: int) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / f".prompt.tsv.{gone}.tmp").touch()
    (cache / f"answer-{gone}.txt").write_text("# What did you learn?\nnot stored yet\n", "utf-8")

    (told,) = clear(leftovers(cache), str(tmp_path))

    kept = tmp_path / f"kept-answer-{gone}.txt"
    assert (told.code, told.values["path"]) == ("words-kept", str(kept))
    assert "not stored yet" in kept.read_text("utf-8")
    assert list(cache.iterdir()) == []
    assert leftovers(tmp_path) == []


def test_a_question_without_words_goes(tmp_path: Path, gone: int) -> None:
    answer = tmp_path / f"answer-{gone}.txt"
    answer.write_text("# What did you learn?\n\n", "utf-8")

    assert clear(leftovers(tmp_path), str(tmp_path)) == []
    assert not answer.exists()


def test_a_page_that_was_being_written_elsewhere_goes_too(tmp_path: Path, gone: int) -> None:
    elsewhere, cache = tmp_path / "elsewhere", tmp_path / "cache"
    elsewhere.mkdir()
    with noted(str(cache), str(elsewhere / ".week.html.1.tmp")):
        (note,) = cache.iterdir()
        note.rename(cache / f"writing-{gone}.txt")
        (cache / f"writing-{gone}.txt").write_text(str(elsewhere / f".week.html.{gone}.tmp"))
    (elsewhere / f".week.html.{gone}.tmp").touch()
    (elsewhere / "mine.txt").touch()

    assert clear(leftovers(cache), str(tmp_path)) == []

    assert [path.name for path in elsewhere.iterdir()] == ["mine.txt"]
    assert list(cache.iterdir()) == []


def test_a_note_that_names_another_file_takes_nothing_away(tmp_path: Path, gone: int) -> None:
    mine, note = tmp_path / "mine.txt", tmp_path / f"writing-{gone}.txt"
    mine.touch()
    note.write_text(str(mine))

    clear(leftovers(tmp_path), str(tmp_path))

    assert (mine.exists(), note.exists()) == (True, False)
