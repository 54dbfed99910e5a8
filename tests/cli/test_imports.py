"""What a command imports, which is most of what its start costs. No clock is needed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

#: Each of these costs more than the command itself, wherever it is imported.
HEAVY = (
    "asyncio",
    "babel",
    "desktop_notifier",
    "gettext",
    "holidays",
    "icalendar",
    "jinja2",
    "markdown_it",
    "platformdirs",
    "pydantic",
    "tempfile",
    "tomlkit",
    "tomllib",
)

#: All of the standard library that the quickest commands rest on, beside what a bare interpreter has.
PLAIN = frozenset(
    [
        "__future__",
        "collections",
        "contextlib",
        "datetime",
        "errno",
        "functools",
        "itertools",
        "keyword",
        "math",
        "operator",
        "reprlib",
        "sqlite3",
        "types",
        "unicodedata",
        "zlib",
    ]
)

#: What looking for something personal adds, where a note gives reason to.
PATTERNS = frozenset(["copyreg", "enum", "re"])
#: What reading back words that are kept as JSON adds.
JSON = PATTERNS | {"json"}

#: Lines of every day that draw no screen, and the most modules of our own that each loads.
QUICKEST = (
    ("log", 70),
    ("log ask snak@kommune.dk --reach new", 69, PATTERNS),
    ("log ask A good talk", 69),
    ("today --short", 66),
    ("undo", 64, JSON),
    ("pause --list", 56),
    ("resume", 56),
    ("edit 1 --note x", 63),
    ("delete 1", 61),
)

PROBE = """
import sys
bare = set(sys.modules)
from mikrohandlinger.cli.boundary import run
code = run(sys.argv[1:])
print("imported:", *(sys.modules.keys() - bare))
sys.exit(code)
"""


def imported(*words):
    """The modules that a command imports, with everything in the cache that it wants there."""
    answer = subprocess.run(
        [sys.executable, "-c", PROBE, *words],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=dict(os.environ),
    )
    return set(answer.stdout.rpartition("imported:")[2].split())


@pytest.fixture
def warm(mikro, home):
    """A user of some days, with settings of their own and everything cached."""
    mikro("config", "set", "goal", "4")
    mikro("log", "ask")
    mikro("today")
    assert list((home / "cache").iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="the standard library imports other things elsewhere")
@pytest.mark.parametrize(("line", "most", "more"), [(*case, frozenset())[:3] for case in QUICKEST])
def test_the_quickest_lines_load_little_more_than_they_must(warm, line, most, more):
    found = imported(*line.split())
    ours = {name for name in found if name.startswith("mikrohandlinger")}
    assert {name.partition(".")[0] for name in found - ours if not name.startswith("_")} <= PLAIN | more
    assert len(ours) <= most, sorted(ours)
    assert {name for name in ours if name.startswith("mikrohandlinger.cli.framework.")} == {
        f"mikrohandlinger.cli.framework.{name}" for name in ("context", "quick", "quick_table")
    }


def test_a_user_with_the_usual_folders_needs_no_library_to_find_them(warm, monkeypatch):
    monkeypatch.delenv("MIKRO_HOME")
    imported("log", "ask")
    assert {"platformdirs", "pathlib"}.isdisjoint(imported("log", "ask"))


@pytest.mark.parametrize(
    "words",
    [
        ("log", "tvivl", "--at", "i går 14:30", "--reach", "new", "--went", "hard"),
        ("log", "--json"),
        ("today", "--json"),
        ("week", "--json"),
        ("history", "--json"),
        ("pause", "today"),
        ("nudge", "deliver"),
    ],
    ids=" ".join,
)
def test_a_plain_line_that_draws_no_screen_needs_neither_typer_nor_rich(warm, words):
    assert imported(*words).isdisjoint({*HEAVY, "typer", "rich"})


@pytest.mark.parametrize("words", [("today",), ("week",), ("history",)], ids=" ".join)
def test_a_screen_needs_rich_alone(warm, words):
    found = imported(*words)
    assert "rich" in found
    assert found.isdisjoint({*HEAVY, "typer", "pathlib", "shutil", "subprocess"})


@pytest.mark.parametrize(
    "words", [("config", "--json"), ("actions", "--json"), ("log", "--help")], ids=" ".join
)
def test_what_typer_reads_needs_nothing_else_that_is_heavy(warm, words):
    found = imported(*words)
    assert "typer" in found
    assert found.isdisjoint(set(HEAVY) - {"gettext"})


def test_only_the_command_that_was_asked_for_is_loaded(warm):
    found = imported("undo")
    assert "mikrohandlinger.cli.commands.change" in found
    assert (
        not {f"mikrohandlinger.cli.{name}" for name in ("week", "today", "setup", "pause", "nudge")} & found
    )


@pytest.mark.parametrize("words", [("log", "ask"), ("today",), ("week",)], ids=" ".join)
def test_whoever_names_no_team_and_asks_for_no_reason_pays_for_neither(warm, words):
    found = imported(*words)
    parts = {"domain.team", "storage.afar", "storage.toml.team", "domain.primer", "usecases.primer"}
    assert {f"mikrohandlinger.{part}" for part in parts}.isdisjoint(found)


def test_a_team_s_folder_costs_a_morning_no_library(warm, mikro, tmp_path):
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "actions.toml").write_text("schema = 1\n")
    mikro("config", "set", "team_folder", str(tmp_path / "team"))
    found = imported("today", "--short")
    assert "mikrohandlinger.storage.afar" in found
    assert found.isdisjoint({*HEAVY, "typer", "rich", "threading"})


def test_help_loads_no_command(warm):
    found = imported("--help")
    assert "sqlite3" not in found
    assert "mikrohandlinger.cli.commands.log" not in found


@pytest.mark.parametrize(
    ("words", "folders"),
    [
        (("log", "ask"), "entry shared"),
        (("today", "--short"), "shared today"),
        (("today",), "shared today"),
        (("week",), "shared week"),
        (("week", "--json"), "entry shared week"),
    ],
    ids=str,
)
def test_a_command_loads_its_own_screen_alone_and_no_other_face_of_it(warm, words, folders):
    views = [name.split(".")[2:] for name in imported(*words) if name.startswith("mikrohandlinger.views.")]
    assert " ".join(sorted({folder for folder, *_module in views})) == folders
    modules = {module for _folder, *rest in views for module in rest[:1]}
    assert modules.isdisjoint({"html", "markdown"})
    assert ("terminal" in modules) == (words[-1] in ("today", "week"))
    assert ("document" in modules) == ("--json" in words)


@pytest.mark.parametrize("line", ["today --json", "log", "week --json"])
def test_whoever_has_no_rules_loads_nothing_of_them(warm, line):
    ours = imported(*line.split())
    assert {name for name in ours if "rule" in name} <= {"mikrohandlinger.storage.database.rules"}
