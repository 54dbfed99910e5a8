"""The id of the machine: made once, beside the database and not in it, for the user alone."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.database import device
from mikrohandlinger.storage.database.device import device_in, known_in
from mikrohandlinger.storage.database.store import Store

from .test_store import NOW, new, paths_in, proposal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(home: Path) -> Path:
    home.mkdir()
    return home


def test_it_is_made_once_and_differs_from_machine_to_machine(folder: Path, tmp_path: Path) -> None:
    first = device_in(str(folder))
    assert len(first) == 16
    assert int(first, 16) >= 0
    assert device_in(str(folder)) == first
    assert device_in(str(tmp_path)) != first
    assert [path.name for path in folder.iterdir()] == ["device"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permission bits")
def test_only_the_user_can_read_it(folder: Path) -> None:
    device_in(str(folder))
    assert (folder / "device").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"\n", b"0123", b"0123456789abcdeg\n", b"\xff" * 16, b"0" * 2000])
def test_what_is_no_id_is_replaced_by_one(folder: Path, content: bytes) -> None:
    (folder / "device").write_bytes(content)
    made = device_in(str(folder))
    assert len(made) == 16
    assert device_in(str(folder)) == made


def test_what_is_no_file_is_refused_in_a_sentence_and_nothing_is_stored(folder: Path) -> None:
    (folder / "device").mkdir()
    store = Store(paths_in(folder))
    with pytest.raises(MikroError) as refused:
        store.entries.add(new(), NOW)
    assert refused.value.code == "not-a-file"
    assert list(store.entries.search()) == []
    store.close()


def test_looking_needs_none_and_every_change_bears_it(home: Path) -> None:
    store = Store(paths_in(home))
    list(store.entries.search())
    store.proposals.of(NOW.date())
    assert not (home / "device").exists()
    store.entries.add(new(), NOW)
    store.entries.add_many([new()], NOW)
    store.proposals.keep(proposal(NOW.date()), NOW)
    ours = device_in(str(home))
    for table in ("entries", "proposals"):
        assert {name for (name,) in store.journal.query(f"SELECT device FROM {table}")} == {ours}
    store.close()


def test_a_copy_of_the_data_on_another_machine_has_another(home: Path, tmp_path: Path) -> None:
    store = Store(paths_in(home))
    entry = store.entries.add(new(note="x"), NOW)
    store.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mikro.db").write_bytes((home / "mikro.db").read_bytes())
    copy = Store(paths_in(elsewhere))
    copy.entries.delete(entry, NOW)
    assert copy.journal.device != device_in(str(home))
    copy.close()


def test_a_copy_of_the_whole_folder_is_another_machine_and_the_first_stays_what_it_was(
    folder: Path, tmp_path: Path
) -> None:
    first = device_in(str(folder))
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    assert known_in(str(copy)) is None
    assert device_in(str(copy)) != first
    assert device_in(str(folder)) == first


def test_two_machines_on_one_drive_each_keep_their_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for machine in (b"one", b"two", b"one", b"two"):
        monkeypatch.setattr(device, "_machine", lambda machine=machine: machine)
        found.append(device_in(str(folder)))
    assert found[:2] == found[2:]
    assert found[0] != found[1]


def test_an_id_of_before_there_were_marks_stays_that_of_this_machine(folder: Path) -> None:
    (folder / "device").write_bytes(b"0123456789abcdef\n")
    assert known_in(str(folder)) == "0123456789abcdef"
    assert device_in(str(folder)) == "0123456789abcdef"
    assert device_in(str(folder)) == "0123456789abcdef"
