"""The locks on the doors: an import that the design forbids is refused, wherever it stands in a module."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: A room, and what it may not know. Every direction of the design is here once.
FORBIDDEN = (
    ("domain", "mikrohandlinger.texts"),
    ("domain", "mikrohandlinger.storage.paths"),
    ("domain", "mikrohandlinger.system.clock"),
    ("domain", "mikrohandlinger.views.week.words"),
    ("domain", "mikrohandlinger.usecases.context"),
    ("domain", "mikrohandlinger.cli.app"),
    ("domain", "os"),
    ("domain", "pathlib"),
    ("domain", "time"),
    ("domain", "sqlite3"),
    ("domain", "rich.text"),
    ("domain.when", "subprocess"),
    ("texts", "mikrohandlinger.storage.paths"),
    ("texts", "mikrohandlinger.system.clock"),
    ("texts", "mikrohandlinger.views.week.words"),
    ("texts", "mikrohandlinger.usecases.context"),
    ("texts", "mikrohandlinger.cli.app"),
    ("storage", "mikrohandlinger.system.clock"),
    ("storage.database", "mikrohandlinger.system.clock"),
    ("storage", "mikrohandlinger.views.week.words"),
    ("storage", "mikrohandlinger.usecases.context"),
    ("storage", "mikrohandlinger.cli.app"),
    ("system", "mikrohandlinger.storage.paths"),
    ("system.schedulers", "mikrohandlinger.storage.files"),
    ("system", "mikrohandlinger.views.week.words"),
    ("system", "mikrohandlinger.usecases.context"),
    ("system", "mikrohandlinger.cli.app"),
    ("views", "mikrohandlinger.storage.paths"),
    ("views.week", "mikrohandlinger.system.clock"),
    ("views.shared", "mikrohandlinger.usecases.context"),
    ("views", "mikrohandlinger.cli.app"),
    ("usecases", "mikrohandlinger.views.week.words"),
    ("usecases", "mikrohandlinger.cli.app"),
    ("usecases", "typer"),
    ("usecases", "rich.text"),
    ("usecases", "jinja2"),
    ("usecases", "sqlite3"),
    ("cli.commands", "mikrohandlinger.storage.files"),
    ("cli.commands.actions", "mikrohandlinger.storage.toml.own_actions"),
    ("cli.framework", "mikrohandlinger.storage.database.store"),
    ("cli.commands", "mikrohandlinger.system.clock"),
    ("cli.commands", "rich.text"),
    ("cli.terminal", "rich.console"),
    ("cli.commands", "sqlite3"),
    ("cli.commands", "jinja2"),
    ("cli.commands", "tomllib"),
    ("views.week", "rich.text"),
    ("views.today", "typer"),
    ("views.shared", "sqlite3"),
    ("storage", "typer"),
    ("storage", "rich.text"),
    ("storage.toml", "sqlite3"),
    ("storage.database", "tomllib"),
    ("storage", "platformdirs"),
    ("storage", "icalendar"),
    ("system", "typer"),
    ("system", "rich.text"),
    ("system", "sqlite3"),
    ("system", "holidays"),
    ("texts", "rich.text"),
)

#: What the same rooms do know; without these, a contract that refused everything would pass.
ALLOWED = (
    ("cli.commands", "mikrohandlinger.usecases.context"),
    ("cli.commands", "mikrohandlinger.views.week.words"),
    ("cli.framework", "typer"),
    ("usecases", "mikrohandlinger.storage.paths"),
    ("usecases", "mikrohandlinger.system.clock"),
    ("views.week", "mikrohandlinger.texts"),
    ("views.shared.terminal", "rich.text"),
    ("storage", "mikrohandlinger.domain.errors"),
    ("storage.database", "sqlite3"),
    ("storage.toml", "tomllib"),
    ("system", "mikrohandlinger.texts"),
    ("texts", "mikrohandlinger.domain.errors"),
    ("domain", "re"),
)


def planted(room: str, what: str) -> str:
    """The name of the module in ``room`` that imports ``what``."""
    return f"mikrohandlinger.{room}.planted_{what.replace('.', '_')}"


def rows(pairs: tuple[tuple[str, str], ...]) -> pytest.MarkDecorator:
    """One test for each pair."""
    return pytest.mark.parametrize(("room", "what"), pairs, ids=[" -> ".join(pair) for pair in pairs])


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of a copy of the house in which every row has a module of its own, which imports lazily."""
    folder = tmp_path_factory.mktemp("house")
    source = folder / "src"
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    for room, what in FORBIDDEN + ALLOWED:
        module = source.joinpath(*planted(room, what).split(".")).with_suffix(".py")
        module.write_text(f"def later():\n    import {what}\n", "utf-8")
    package = source / "mikrohandlinger"
    for one, other in (("here", "there"), ("there", "here")):
        text = f"def later():\n    from mikrohandlinger.domain import circle_{other}\n"
        (package / "domain" / f"circle_{one}.py").write_text(text, "utf-8")
    (package / "attic").mkdir()
    (package / "attic" / "__init__.py").write_text("", "utf-8")
    answer = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as lint; lint()",
            "--no-cache",
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(source), "COLUMNS": "500"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 1, answer.stdout + answer.stderr
    return answer.stdout


@rows(FORBIDDEN)
def test_an_import_that_the_design_forbids_is_refused(report: str, room: str, what: str) -> None:
    # Of a library the linter knows the first name alone.
    target = what if what.startswith("mikrohandlinger.") else what.partition(".")[0]
    assert f"{planted(room, what)} -> {target} (l.2)" in report


@rows(ALLOWED)
def test_an_import_that_the_design_means_is_taken(report: str, room: str, what: str) -> None:
    assert planted(room, what) not in report


def test_two_modules_that_know_each_other_are_refused_even_where_both_import_lazily(report: str) -> None:
    assert "No cycles are allowed in mikrohandlinger.domain." in report


def test_a_room_that_no_floor_has_is_refused(report: str) -> None:
    assert "attic" in report
