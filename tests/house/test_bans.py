"""What the linter refuses by name: the real clock, Typer's private parts, a heavy import at the top of a module."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer

ROOT = Path(__file__).parents[2]

#: A line, and a module in which it is refused.
REFUSED = (
    ("from datetime import datetime; datetime.now()", "domain/x"),
    ("from datetime import datetime; datetime.now()", "usecases/x"),
    ("from datetime import date; date.today()", "storage/database/x"),
    ("from typer.core import TyperGroup", "cli/commands/x"),
    ("def later(): from typer._click.core import Context", "cli/framework/x"),
    ("import typer; typer.main.get_command", "cli/terminal/x"),
    ("import typer", "cli/commands/x"),
    ("import rich", "cli/commands/x"),
    ("from rich.text import Text", "views/week/words"),
    ("import tomllib", "storage/toml/reading"),
    ("import tomlkit", "storage/toml/editing"),
    ("from jinja2 import Environment", "views/week/html"),
    ("import holidays", "storage/holidays"),
    ("import icalendar", "system/calendar_file"),
    ("import platformdirs", "storage/paths"),
    ("import asyncio", "system/notify"),
    ("from importlib.metadata import version", "cli/x"),
    ("print(1)", "usecases/x"),
)

#: A line, and a module that may say it.
TAKEN = (
    ("from datetime import datetime; datetime.now()", "system/clock"),
    ("from typer.core import TyperGroup", "cli/framework/typer_private"),
    ("from rich.text import Text", "views/week/terminal"),
    ("from rich.text import Text", "views/shared/terminal/x"),
    ("def later(): import tomllib", "storage/toml/reading"),
    ("import typer; typer.Option", "cli/framework/options"),
)

#: What Typer documents for others to use.
PUBLIC = {"colors", "exceptions", "testing", "__main__"}


def found(line: str, module: str) -> set[str]:
    """The bans that the linter sees broken by that line in that module."""
    name = f"src/mikrohandlinger/{module}.py"
    answer = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--select=TID251,TID253,T20", "--no-cache", "--output-format=json",
         "--stdin-filename", name, "-"],
        input=line, cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return {each["code"] for each in json.loads(answer.stdout)}


@pytest.mark.parametrize(("line", "module"), REFUSED)
def test_what_is_banned_is_refused(line: str, module: str) -> None:
    assert found(line, module)


@pytest.mark.parametrize(("line", "module"), TAKEN)
def test_the_one_place_for_it_may_say_it(line: str, module: str) -> None:
    assert not found(line, module)


def test_every_private_module_of_typer_is_banned() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    banned = rules["flake8-tidy-imports"]["banned-api"]
    parts = {module.name for module in pkgutil.iter_modules(typer.__path__)} - PUBLIC
    assert parts <= {name.removeprefix("typer.") for name in banned}
