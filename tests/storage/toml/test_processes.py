"""The scripts as the user has them: built-in, own, and those of a team."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.toml.processes import built_in, load, of_team, source
from mikrohandlinger.storage.toml.team import Asked

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.fromisoformat("2026-11-23T08:00:00+01:00")

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
    assert [script.origin for script in scripts] == ["built-in", "built-in", "built-in", "own"]


def test_a_team_s_come_last_and_give_way_where_there_is_one_of_that_name(own: Path, tmp_path: Path) -> None:
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "processes.toml").write_text(
        ONE.format(id="ours", title="Teamets") + ONE.format(id="theirs", title="Deres").partition("\n")[2],
        "utf-8",
    )
    shared, team = of_team(Asked(str(tmp_path / "team"), str(tmp_path / "cache"), NOW))
    assert team.state == "read"
    scripts = load(own, shared).scripts
    assert [script.wording("da").title for script in scripts[3:]] == ["Vores", "Deres"]


@pytest.mark.parametrize("text", ["schema = 9\n", "schema = ", ONE.format(id="safety", title="Taget")])
def test_a_file_that_cannot_be_used_is_left_out_and_named(own: Path, text: str) -> None:
    own.write_text(text, "utf-8")
    loaded = load(own)
    assert loaded.scripts == built_in()
    assert [warning.values["path"] for warning in loaded.warnings] == [own]


def test_a_team_s_file_that_cannot_be_used_leaves_what_it_said_before(tmp_path: Path) -> None:
    asked = Asked(str(tmp_path / "team"), str(tmp_path / "cache"), NOW)
    file = tmp_path / "team" / "processes.toml"
    file.parent.mkdir()
    file.write_text(ONE.format(id="theirs", title="Deres"), "utf-8")
    first, _team = of_team(asked)
    file.write_text("schema = 9\n", "utf-8")
    scripts, team = of_team(asked)
    assert scripts == first
    assert (team.state, team.has_copy) == ("broken", True)
    assert team.fault is not None
    assert team.fault.values["path"] == str(file)


def test_what_is_refused_names_the_line(own: Path) -> None:
    own.write_text(ONE.format(id="ours", title="Vores").replace("minutes = 5\n[[", "[["), "utf-8")
    own.write_text(own.read_text("utf-8").replace("minutes = 5\nda", "minutes = 0\nda", 1), "utf-8")
    (warning,) = load(own).warnings
    assert (warning.code, warning.values["line"]) == ("own-processes-broken", 4)


def test_what_is_no_file_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MikroError):
        source(tmp_path)
