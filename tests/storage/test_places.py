"""Files in places that can less than a disk of Linux: no second names, files that others hold open, Windows' own names."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage import files
from mikrohandlinger.storage.files import make_new, refuse_name, second_name, write_whole
from mikrohandlinger.storage.toml.editing import Editing, editing


class OpenElsewhereError(PermissionError):
    """What Windows says of a file that another program has open."""

    winerror = 32


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited, without waiting."""
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    return slept


def _write_and_fail(text: Editing) -> None:
    text.put("a", 2)
    text.write()
    raise KeyError


@pytest.mark.parametrize("fault", [NotImplementedError, PermissionError, OSError, AttributeError])
def test_where_there_are_no_second_names_everything_is_stored_all_the_same(
    fault: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise fault

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "file"
    make_new(file, b"first")
    make_new(file, b"second")
    assert file.read_bytes() == b"first"
    assert not second_name(file, tmp_path / "other")

    settings = tmp_path / "config.toml"
    settings.write_bytes(b"a = 1\n")
    with pytest.raises(KeyError), editing(settings) as text:
        _write_and_fail(text)
    assert settings.read_bytes() == b"a = 1\n"
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_file_that_another_program_lets_go_of_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naps: list[float]
) -> None:
    really, refusals = os.replace, [OpenElsewhereError(), OpenElsewhereError()]

    def held(source: str, target: str) -> None:
        if refusals:
            raise refusals.pop()
        really(source, target)

    monkeypatch.setattr(os, "replace", held)
    write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert len(naps) == 2


def test_a_file_that_another_program_keeps_is_named_in_one_sentence_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naps: list[float]
) -> None:
    def held(*_: object) -> None:
        raise OpenElsewhereError

    (tmp_path / "file").write_bytes(b"before")
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(MikroError) as refused:
        write_whole(tmp_path / "file", b"new")
    assert refused.value.code == "file-in-use"
    assert not list(tmp_path.glob(".*.tmp"))
    assert (tmp_path / "file").read_bytes() == b"before"
    assert 0 < sum(naps) < 3


def test_a_folder_without_the_right_to_write_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naps: list[float]
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", forbidden)
    with pytest.raises(MikroError) as refused:
        write_whole(tmp_path / "file", b"new")
    assert (refused.value.code, naps) == ("read-only", [])


@pytest.mark.parametrize(
    "path",
    [
        "con.html",
        r"C:\Users\Bård\NUL",
        r"\\server\drev\aux.md",
        "com1.csv",
        "lpt².csv",
        "Con .html",
        r"\\.\con",
        "week:48.html",
        r"C:\x\CONOUT$",
    ],
)
def test_a_name_that_leads_to_no_file_on_windows_is_refused_there_alone(path: str) -> None:
    with pytest.raises(MikroError) as refused:
        refuse_name(path, "nt")
    assert refused.value.code == "name-of-windows"
    refuse_name(path, "posix")


@pytest.mark.parametrize(
    "path",
    ["contact.html", r"C:\con\week.html", r"D:week.html", "com10.csv", r"\\server\nul$\week.html", "a.con"],
)
def test_other_names_are_taken(path: str) -> None:
    refuse_name(path, "nt")


def test_windows_says_of_a_path_that_is_too_long_for_it_that_it_is_not_there(tmp_path: Path) -> None:
    missing, long = FileNotFoundError(), tmp_path / ("x" * 250)
    assert files._is_too_long(long, missing, "nt")
    assert not files._is_too_long(long, missing, "posix")
    assert not files._is_too_long("short", missing, "nt")
    assert not files._is_too_long(long, PermissionError(), "nt")
