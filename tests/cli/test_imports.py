"""What a command imports: every module on this list costs more than the command itself. No clock is needed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = (
    "rich",
    "holidays",
    "jinja2",
    "pydantic",
    "icalendar",
    "desktop_notifier",
    "babel",
    "asyncio",
    "markdown_it",
)

PROBE = """
import sys
from mikrohandlinger.cli.boundary import run
code = run(sys.argv[1:])
print("imported:", *sys.modules)
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


@pytest.mark.parametrize(
    "words",
    [
        ("log", "ask", "en note"),
        ("log", "en note med 12 34 56 78"),
        ("log", "tvivl", "--at", "i går 14:30", "--reach", "new", "--went", "hard"),
        ("log", "--json"),
        ("today", "--short"),
        ("today", "--json"),
        ("week", "--json"),
        ("history", "--json"),
        ("edit", "1", "--note", "x"),
        ("undo",),
        ("config", "set", "goal", "2"),
        ("config", "--json"),
        ("pause", "--list"),
    ],
    ids=" ".join,
)
def test_a_command_that_draws_no_screen_imports_nothing_heavy(warm, words):
    assert imported(*words).isdisjoint(HEAVY)


@pytest.mark.parametrize("words", [("today",), ("week",)], ids=" ".join)
def test_a_screen_needs_rich_alone(warm, words):
    found = imported(*words)
    assert "rich" in found
    assert found.isdisjoint(set(HEAVY) - {"rich"})


def test_the_catalogue_and_the_settings_are_not_parsed_again(warm):
    assert "tomllib" not in imported("log", "ask")


def test_only_the_command_that_was_asked_for_is_loaded(warm):
    found = imported("undo")
    assert "mikrohandlinger.cli.commands.change" in found
    assert (
        not {f"mikrohandlinger.cli.{name}" for name in ("week", "today", "setup", "pause", "nudge")} & found
    )


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
