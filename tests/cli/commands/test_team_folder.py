"""A folder that a team shares, as its members meet it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Mikro = Callable[..., Any]

TEAM = """schema = 1
hide = ["ask-what-surprised"]

[source.team]
author = "Team Nord"
year = 2026
title = "Det, vi aftalte"
address = "https://example.org/"
design = { da = "en aftale", en = "an agreement" }
people = { da = "os ti", en = "the ten of us" }
found = { da = "Vi vil gøre det.", en = "We want to do it." }
limits = { da = "Det er kun os.", en = "It is only us." }

[[variation]]
id = "ask-team-best-hour"
action = "ask"
level = 1
da = { text = "Spørg en kollega, hvilken time på dagen der går hurtigst.", when = "Når I venter.", say = "Hvilken time går hurtigst?" }
en = { text = "Ask a colleague which hour of the day passes fastest.", when = "When you wait.", say = "Which hour passes fastest?" }
"""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The team's folder."""
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "actions.toml").write_text(TEAM, "utf-8")
    return folder


@pytest.fixture
def member(mikro: Mikro, team: Path) -> Mikro:
    """The program of somebody who has named it."""
    done = mikro("config", "set", "team_folder", str(team))
    assert (done.code, done.err) == (0, "")
    return mikro


def one(mikro: Mikro, identity: str = "ask-team-best-hour") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(mikro("actions", identity, "--json").out)["variation"]
    return found


def doctor(mikro: Mikro) -> dict[str, Any]:
    checks = json.loads(mikro("doctor", "--json").out)["checks"]
    return next((check for check in checks if check["id"] == "team"), {})


def test_its_variations_stand_beside_the_others_and_say_where_they_come_from(member: Mikro) -> None:
    assert one(member)["from"] == "team"
    assert one(member, "ask-unused-skill")["from"] == "built-in"
    assert "your team's" in member("actions", "ask", "--search", "passes").out
    assert "fra teamet" in member("actions", "ask-team-best-hour", lang="da").out
    listed = json.loads(member("actions", "--json").out)["team"]
    assert (listed["state"], listed["variations"]) == ("read", ["ask-team-best-hour"])
    assert "1 variation." in member("actions").out
    assert doctor(member)["state"] == "ok"


def test_its_sources_are_known_and_what_it_hides_is_each_ones_own_to_say(member: Mikro) -> None:
    assert "Team Nord (2026)" in member("why", "team").out
    assert one(member, "ask-what-surprised")["hidden"] is False
    assert member("actions", "hide", "ask-team-best-hour").code == 0
    assert one(member)["hidden"] is True
    assert member("actions", "unhide", "ask-team-best-hour").code == 0


def test_where_an_id_stands_in_both_the_users_own_holds_and_that_is_told(member: Mikro, home: Path) -> None:
    own = TEAM.replace("fastest", "slowest").replace("hide = ", "# hide = ")
    (home / "actions.toml").write_text(own, "utf-8")
    assert "slowest" in one(member)["text"]
    assert one(member)["from"] == "own"
    assert "Yours hold where the ids are the same: ask-team-best-hour." in member("actions").out
    assert doctor(member)["message"].endswith("yours hold: ask-team-best-hour.")


def test_out_of_reach_it_is_said_once_and_what_it_last_gave_holds(member: Mikro, team: Path) -> None:
    member("today")
    team.rename(team.with_name("away"))
    first, second = member("today"), member("log", "ask")
    assert first.code == second.code == 0
    assert first.err.startswith(f"mikro: The team's folder {team} cannot be reached. What it last gave holds")
    assert second.err == ""
    assert one(member)["from"] == "team"
    assert "It cannot be reached just now; this is what it last gave." in member("actions").out
    assert doctor(member)["state"] == "note"
    team.with_name("away").rename(team)
    assert member("today").err == ""
    assert doctor(member)["state"] == "ok"


def test_a_folder_that_is_not_there_is_told_when_it_is_named_and_each_time_it_is(
    mikro: Mikro, tmp_path: Path
) -> None:
    for _time in range(2):
        done = mikro("config", "set", "team_folder", str(tmp_path / "nowhere"))
        assert done.code == 0
        assert "what is in it is left out" in done.err
    assert mikro("today").err == ""


def test_a_broken_file_is_told_once_and_what_it_said_before_holds(member: Mikro, team: Path) -> None:
    member("actions")
    (team / "actions.toml").write_text(TEAM.replace("level = 1", "level = 9"), "utf-8")
    told = member("today").err
    assert "level" in told
    assert f"mikro actions check {team / 'actions.toml'}" in told
    assert member("today").err == ""
    assert one(member)["level"] == 1
    assert doctor(member)["state"] == "note"
    assert member("doctor").code == 0


@pytest.mark.parametrize("folder", ["Team", "../Team", "x" * 300])
def test_only_a_whole_path_is_taken(mikro: Mikro, folder: str) -> None:
    done = mikro("config", "set", "team_folder", folder)
    assert (done.code, done.out) == (1, "")
    assert "/srv/team" in done.err


@pytest.mark.parametrize("folder", ["~/Team", "T:\\Team", "T:/Team", "\\\\server\\Team"])
def test_a_path_of_any_system_is_kept_as_it_was_typed(mikro: Mikro, folder: str) -> None:
    mikro("config", "set", "team_folder", folder)
    kept = json.loads(mikro("config", "get", "team_folder", "--json").out)["settings"][0]
    assert kept["value"] == folder
    mikro("config", "set", "team_folder", "ingen", lang="da")
    assert json.loads(mikro("config", "get", "team_folder", "--json").out)["settings"][0]["value"] == ""


def test_undo_takes_the_folder_back_like_any_setting(member: Mikro) -> None:
    assert member("undo").code == 0
    assert member("actions", "ask-team-best-hour").code == 1


def _everything(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        str(path): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mode,
            path.stat().st_mtime_ns,
        )
        for path in (folder, *folder.rglob("*"))
    }


def test_nothing_that_is_the_teams_is_written_closed_copied_or_taken_away(
    member: Mikro, team: Path, tmp_path: Path, home: Path
) -> None:
    if os.name == "posix":
        team.chmod(0o755)
        (team / "actions.toml").chmod(0o644)
    before = _everything(team)
    member("log", "ask")
    member("doctor", "--fix")
    member("actions", "hide", "ask-team-best-hour")
    member("actions", "add", "--action", "ask", "--text", "Spørg, hvem der har en god historie.",
           "--when", "Når I venter.", "--say", "Hvem har en god historie?", lang="da")  # fmt: skip
    member("export", "-o", str(tmp_path / "all.jsonl"))
    member("backup", str(tmp_path / "all.zip"))
    (tmp_path / "sync").mkdir()
    member("sync", str(tmp_path / "sync"), "--yes")
    exported = (tmp_path / "all.jsonl").read_text("utf-8")
    assert "går hurtigst" not in exported
    shared = "".join(path.read_text("utf-8") for path in (tmp_path / "sync").iterdir())
    assert "går hurtigst" not in shared
    assert str(team) not in shared
    assert b"hurtigst" not in (tmp_path / "all.zip").read_bytes()
    erased = member("erase", "--all", "--yes")
    assert str(team) in erased.out
    assert _everything(team) == before
    assert not home.exists() or not list(home.rglob("*team*"))


def test_a_reminder_that_nobody_watches_does_not_use_up_what_is_said_once(member: Mikro, team: Path) -> None:
    team.rename(team.with_name("away"))
    member("nudge", "deliver")
    assert "cannot be reached" in member("today").err


def test_as_a_process_it_is_said_once_on_standard_error(run: Mikro, team: Path) -> None:
    assert run("indstil", "sæt", "team_folder", str(team), lang="da").returncode == 0
    team.rename(team.with_name("away"))
    first, second = (run("idag", "--short", lang="da") for _time in range(2))
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stderr.startswith(f"mikro: Teamets mappe {team} kan ikke nås.")
    assert second.stderr == ""
    assert first.stdout == second.stdout


MEETING = """schema = 1

[[process]]
id = "team-start"
minutes = 5
da = { title = "Fem minutter fredag", aim = "At høre hinanden.", who = "Alle.", host = "Du spørger.", before = [] }
en = { title = "Five minutes on Friday", aim = "To hear each other.", who = "All.", host = "You ask.", before = [] }

[[process.step]]
minutes = 5
da = { title = "Runden", says = "Hvad fylder?", group = "Taler.", ends = "Tiden er gået." }
en = { title = "The round", says = "What is on your mind?", group = "Talks.", ends = "Time is up." }
"""


def test_its_meetings_stand_beside_the_others_and_hold_while_it_cannot_be_reached(
    member: Mikro, team: Path
) -> None:
    (team / "processes.toml").write_text(MEETING, "utf-8")
    assert "Five minutes on Friday" in member("process", "list").out
    team.rename(team.with_name("away"))
    listed = member("process", "list")
    assert "Five minutes on Friday" in listed.out
    assert listed.err.count("cannot be reached") == 1
    # Said once for all that lies in it.
    assert member("today").err == member("process", "show", "team-start").err == ""


def test_a_folder_with_meetings_alone_is_as_it_should_be(member: Mikro, team: Path) -> None:
    (team / "actions.toml").unlink()
    assert doctor(member)["message"] == (
        f"There is no actions.toml or processes.toml in your team's folder {team}."
    )
    (team / "processes.toml").write_text(MEETING, "utf-8")
    assert doctor(member)["state"] == "ok"
    (team / "processes.toml").write_text(MEETING.replace("minutes = 5", "minutes = 0"), "utf-8")
    assert doctor(member)["state"] == "note"
    assert "mikro process check" in member("process", "list").err
