"""Where the files lie: as platformdirs says, and under one folder when that is asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.storage.paths import APP, Paths, find, under

NAMES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
FOLDERS = st.one_of(
    st.none(),
    st.sampled_from([
        "", " ", "/", "//", "/home/anna", "/home/anna/", "/home/anna//", "/home/./anna/..", "~", "~/data", "data",
        "./data", "/med mellemrum/æøå", " /first", "/last ", "\t", "/a\n", "~root", "/~", "$HOME/x",
    ]),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8).map("/".__add__),
)  # fmt: skip


def of_platformdirs() -> Paths:
    return Paths(
        platformdirs.user_data_dir(APP, appauthor=False),
        platformdirs.user_config_dir(APP, appauthor=False),
        platformdirs.user_cache_dir(APP, appauthor=False),
    )


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, FOLDERS)))
def test_the_folders_are_those_of_platformdirs(values: dict[str, str | None]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            if value is None:
                patch.delenv(name, raising=False)
            else:
                patch.setenv(name, value)
        try:
            expected = of_platformdirs()
        except RuntimeError as error:
            with pytest.raises(RuntimeError, match=str(error)[:20]):
                find({name: value for name, value in values.items() if value is not None})
        else:
            assert find({name: value for name, value in values.items() if value is not None}) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
def test_on_linux_platformdirs_is_asked_only_where_the_answer_is_not_plain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    assert find({"HOME": "/home/anna"}).config == f"/home/anna/.config/{APP}"
    elsewhere = find({"HOME": "/home/anna", "XDG_DATA_HOME": "/data"})
    assert elsewhere.database == f"/data/{APP}/mikro.db"
    with pytest.raises(ImportError):
        find({"HOME": "/home/anna", "XDG_DATA_HOME": "relative"})


def test_mikro_home_puts_everything_under_one_folder(tmp_path: Path) -> None:
    found = find({"MIKRO_HOME": str(tmp_path)})
    assert found == under(tmp_path)
    for path in (found.database, found.backups, found.settings, found.own_actions, found.cached("x")):
        assert Path(path).is_relative_to(tmp_path)


def test_mikro_home_may_be_relative_or_begin_with_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find({"MIKRO_HOME": "mikro"}).data == str(tmp_path / "mikro")
    assert find({"MIKRO_HOME": "~/mikro"}).data == str(Path("~/mikro").expanduser())
