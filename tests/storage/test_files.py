"""Files that are whole or not there, for the user's own eyes."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.files import (
    beside,
    exists,
    locked,
    make_new,
    read_ordinary,
    sweep,
    write_if_possible,
    write_whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

resource = pytest.importorskip("resource", reason="permission bits, links and limits of Unix")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "one" / "two" / "file"


@pytest.fixture
def no_room() -> Iterator[None]:
    """No file may grow beyond 1000 bytes: works without root, mounts or special devices."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_and_its_folders_are_for_the_user_alone_whatever_the_umask(file: Path) -> None:
    earlier = os.umask(0o077)
    try:
        write_whole(file, b"x")
    finally:
        os.umask(earlier)
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (file, file.parent, file.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]
    assert names(file.parent) == ["file"]


def test_a_file_is_replaced_whole(file: Path) -> None:
    write_whole(file, b"long content")
    write_whole(file, b"short")
    assert read_ordinary(file) == b"short"
    assert names(file.parent) == ["file"]


def test_a_link_goes_on_leading_to_the_file(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir(parents=True)
    file.symlink_to(tmp_path / "dotfiles.toml")
    write_whole(file, b"x")
    assert file.is_symlink()
    assert (tmp_path / "dotfiles.toml").read_bytes() == b"x"


def test_without_room_the_file_stays_as_it_was(file: Path, no_room: None) -> None:
    write_whole(file, b"before")
    with pytest.raises(MikroError) as refused:
        write_whole(file, b"x" * 2000)
    assert refused.value.code == "disk-full"
    write_if_possible(file, b"x" * 2000)
    with pytest.raises(OSError, match="too large"):
        make_new(file.with_name("new"), b"x" * 2000)
    assert read_ordinary(file) == b"before"
    assert names(file.parent) == ["file"]


def test_a_new_file_never_replaces_one_that_came_first(file: Path) -> None:
    file.parent.mkdir(parents=True)
    make_new(file, b"first")
    make_new(file, b"second")
    assert read_ordinary(file) == b"first"
    assert names(file.parent) == ["file"]


def test_a_new_file_is_made_where_there_are_no_hard_links(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    file.parent.mkdir(parents=True)
    make_new(file, b"first")
    make_new(file, b"second")
    assert read_ordinary(file) == b"first"
    assert names(file.parent) == ["file"]


def test_what_a_killed_process_left_is_swept_away(file: Path) -> None:
    write_whole(file, b"x")
    for name in (".file.1.tmp", ".file.2.tmp-journal", ".other.1.tmp", "file.tmp"):
        (file.parent / name).touch()
    sweep(file)
    assert names(file.parent) == [".other.1.tmp", "file", "file.tmp"]


def test_whoever_is_swept_away_by_the_one_who_was_first_is_content(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.link

    def another_was_quicker(source: str, target: Path) -> None:
        target.write_bytes(b"first")
        Path(beside(target)).unlink()
        really(source, target)

    file.parent.mkdir(parents=True)
    monkeypatch.setattr(os, "link", another_was_quicker)
    make_new(file, b"second")
    assert read_ordinary(file) == b"first"


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_reading_might_never_come_back_from_is_refused(file: Path, kind: str) -> None:
    file.parent.mkdir(parents=True)
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    with pytest.raises(MikroError) as refused:
        read_ordinary(file)
    assert refused.value.code == "not-a-file"


def test_a_missing_file_is_named(file: Path) -> None:
    assert not exists(file)
    with pytest.raises(MikroError) as refused:
        read_ordinary(file)
    assert str(file) in str(refused.value)


def test_what_may_not_even_be_looked_at_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "stat", refuse)
    with pytest.raises(MikroError) as refused:
        exists(file)
    assert refused.value.code == "not-readable"


def test_a_lock_is_let_go_of_also_after_an_error(file: Path) -> None:
    for _ in range(2):
        with pytest.raises(RuntimeError), locked(file):
            raise RuntimeError
    with locked(file):
        write_whole(file, b"x")
    assert read_ordinary(file) == b"x"
