"""What a group writes down: kept line by line, for the user alone, and found again whatever ended the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from mikrohandlinger.storage import minutes
from mikrohandlinger.storage.files import leftovers
from mikrohandlinger.storage.leftovers import clear


def gone(folder: Path, *lines: str, process: int = 999_999) -> Path:
    """What a process that is gone has left."""
    for line in lines:
        minutes.write(str(folder), line)
    left = folder / f"meeting-{process}.txt"
    Path(minutes.path_of(str(folder))).replace(left)
    return left


def test_each_line_is_on_the_disk_before_the_next(tmp_path: Path) -> None:
    minutes.write(str(tmp_path), "Ugeskemaet")
    minutes.write(str(tmp_path), "To underskrifter")
    assert Path(minutes.path_of(str(tmp_path))).read_text("utf-8") == "#\nUgeskemaet\nTo underskrifter\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    os.umask(0)
    minutes.write(str(tmp_path), "Ugeskemaet")
    assert Path(minutes.path_of(str(tmp_path))).stat().st_mode & 0o777 == 0o600


def test_what_a_process_left_is_kept_and_offered_back(tmp_path: Path) -> None:
    folder = str(tmp_path)
    gone(tmp_path, "Ugeskemaet", "To underskrifter")
    told = clear(leftovers(folder), folder)
    assert [error.code for error in told] == ["meeting-kept"]
    kept = minutes.kept(folder)
    assert kept.lines == ("Ugeskemaet", "To underskrifter")
    minutes.let_go(folder, kept.paths)
    assert list(tmp_path.glob("*.txt")) == []


def test_several_meetings_are_offered_together_the_first_first(tmp_path: Path) -> None:
    folder = str(tmp_path)
    for number, line in enumerate(("først", "sidst")):
        left = gone(tmp_path, line, process=999_990 + number)
        os.utime(left, (number, number))
    clear(leftovers(folder), folder)
    assert minutes.kept(folder).lines == ("først", "sidst")


def test_where_nothing_was_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "meeting-999999.txt").write_text("#\n")
    assert clear(leftovers(str(tmp_path)), str(tmp_path)) == []
    assert list(tmp_path.glob("*.txt")) == []
    assert minutes.kept(str(tmp_path)).lines == ()
