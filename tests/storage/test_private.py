"""What is the user's is for the user alone, and what is another's is left alone."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage import private

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permission bits are those of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(0o700)
    made = folder / "mikro.db"
    made.touch(0o600)
    return made


def test_what_is_private_already_is_not_spoken_of(file: Path) -> None:
    assert private.tighten([str(file.parent), str(file), str(file.parent / "missing")]) is None


@pytest.mark.parametrize(("loose", "kept"), [(0o644, 0o600), (0o666, 0o600), (0o444, 0o400), (0o755, 0o700)])
def test_what_others_could_read_is_closed_and_that_is_said_once(file: Path, loose: int, kept: int) -> None:
    file.chmod(loose)
    told = private.tighten([str(file)])
    assert told is not None
    assert (told.code, told.values["path"]) == ("tightened", str(file))
    assert mode(file) == kept
    assert private.tighten([str(file)]) is None


def test_a_folder_is_closed_unless_it_is_shared_on_purpose(file: Path) -> None:
    file.parent.chmod(0o755)
    assert private.tighten([str(file.parent)]) is not None
    assert mode(file.parent) == 0o700
    file.parent.chmod(0o1777)
    assert private.tighten([str(file.parent)]) is None
    assert mode(file.parent) == 0o777 | stat.S_ISVTX
    file.parent.chmod(0o700)


def test_a_file_of_another_owner_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    monkeypatch.setattr(private, "_is_owner_of_all", lambda _path, _owner: False)
    with pytest.raises(MikroError) as refused:
        private.refuse_foreign(str(file))
    assert refused.value.code == "not-yours"
    private.refuse_foreign(str(file.parent))


def test_where_the_file_system_gives_that_owner_to_every_file_it_is_taken(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    private.refuse_foreign(str(file))
    assert sorted(path.name for path in file.parent.iterdir()) == ["mikro.db"]


def test_where_nothing_can_be_tried_the_owner_is_taken_for_another(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(MikroError):
        private.refuse_foreign(str(file))


def test_a_pipe_is_not_looked_at(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe, 0o666)
    assert private.tighten([str(pipe)]) is None
    private.refuse_foreign(str(pipe))


def test_in_a_folder_of_our_own_that_was_open_everything_is_closed(tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    backups.mkdir(0o755)
    copy = backups / "mikro-2026-W48.db"
    copy.touch(0o644)
    copy.chmod(0o644)
    backups.chmod(0o755)

    told = private.tighten([], [str(backups)])

    assert told is not None
    assert (mode(backups), mode(copy)) == (0o700, 0o600)
