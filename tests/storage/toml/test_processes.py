"""The scripts as the user has them: built-in, own, and those of a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.toml.processes import built_in, load, source

if TYPE_CHECKING:
    from pathlib import Path

ONE = """\
schema = 1
[[process]]
id = "{id}"
minutes = 5
da = {{ title = "{title}", aim = "At tale.", who = "Alle.", host = "Du spørger.", before = [] }}
[[process.step]]
minutes = 5
da = {{ title = "Tal", says = "Hvad fylder?", group = "Taler.", ends = "Tiden er gået." }}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "processes.toml"
    path.write_text(ONE.format(id="ours", title="Vores"), "utf-8")
    return path


def test_without_a_file_there_are_the_built_in_ones(tmp_path: Path) -> None:
    assert load(tmp_path / "processes.toml") == (built_in(), ())


def test_own_ones_come_after_them(own: Path) -> None:
    scripts = load(own).scripts
    assert [script.id for script in scripts] == [*(script.id for script in built_in()), "ours"]
    assert [script.is_own for script in scripts] == [False, False, False, True]


def test_a_team_s_come_last_and_give_way_where_there_is_one_of_that_name(own: Path, tmp_path: Path) -> None:
    team = tmp_path / "team.toml"
    team.write_text(
        ONE.format(id="ours", title="Teamets") + ONE.format(id="theirs", title="Deres").partition("\n")[2],
        "utf-8",
    )
    scripts = load(own, [team]).scripts
    assert [script.wording("da").title for script in scripts[3:]] == ["Vores", "Deres"]


@pytest.mark.parametrize("text", ["schema = 9\n", "schema = ", ONE.format(id="safety", title="Taget")])
def test_a_file_that_cannot_be_used_is_left_out_and_named(own: Path, tmp_path: Path, text: str) -> None:
    team = tmp_path / "team.toml"
    team.write_text(ONE.format(id="theirs", title="Deres"), "utf-8")
    own.write_text(text, "utf-8")
    loaded = load(own, [team, tmp_path / "nowhere.toml"])
    assert [script.id for script in loaded.scripts[3:]] == ["theirs"]
    assert [str(own) in str(warning) or warning.values["path"] == own for warning in loaded.warnings] == [
        True,
        False,
    ]


def test_what_is_refused_names_the_line(own: Path) -> None:
    own.write_text(ONE.format(id="ours", title="Vores").replace("minutes = 5\n[[", "[["), "utf-8")
    own.write_text(own.read_text("utf-8").replace("minutes = 5\nda", "minutes = 0\nda", 1), "utf-8")
    (warning,) = load(own).warnings
    assert (warning.code, warning.values["line"]) == ("own-processes-broken", 4)


def test_what_is_no_file_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MikroError):
        source(tmp_path)
