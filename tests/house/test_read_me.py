"""The start of the read-me in both languages, followed word for word by somebody with a new home.

What uv needs comes from its cache alone. Where a package cannot be had that way, the tests are skipped.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]

#: Each page, the language of the system it is read on, and what stands for the address of the repository.
PAGES = (
    ("README.md", "en_GB", "ADDRESS-OF-THIS-REPOSITORY"),
    ("LÆSMIG.md", "da_DK", "ADRESSEN-PÅ-PROJEKTET"),
)

#: The tools of whoever changes the program.
TOOLS = ("babel", "coverage", "hypothesis", "importlinter", "mypy", "pytest", "ruff", "syrupy")

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the lines for a POSIX shell"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout can be cloned"),
    pytest.mark.skipif(not all(map(shutil.which, ("bash", "git", "uv"))), reason="needs bash, git and uv"),
]


class Machine(NamedTuple):
    """A new user's computer."""

    repository: Path
    tools: Path
    cache: str


class Followed(NamedTuple):
    """What a page led to."""

    home: Path
    started: str
    used: str


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A computer with a repository of the files as they are now, and with pip, whose uv is there already."""
    folder = tmp_path_factory.mktemp("machine")
    repository, tools = folder / "repository", folder / "tools"
    listed = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard", at=ROOT).split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (repository / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, repository / name)
    _git("init", "--quiet", at=repository)
    _git("add", "--all", at=repository)
    _git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "x", at=repository)
    tools.mkdir()
    (tools / "pip").write_text('#!/bin/sh\n[ "$*" = "install uv" ]\n', "utf-8")
    (tools / "pip").chmod(0o755)
    cache = subprocess.run(["uv", "cache", "dir"], capture_output=True, encoding="utf-8", check=True).stdout
    return Machine(repository, tools, cache.strip())


def _git(*words: str, at: Path) -> str:
    at.mkdir(exist_ok=True)
    return subprocess.run(["git", *words], cwd=at, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.fixture(scope="module", params=PAGES, ids=[page for page, *_ in PAGES])
def followed(
    machine: Machine, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Followed:
    """One page, read from its first block for a shell to the last line with ``mikro``."""
    page, language, address = request.param
    text = (ROOT / page).read_text("utf-8").partition("\n## ")[2]
    start = text.partition("\n## ")[0].replace(address, str(machine.repository))
    home = tmp_path_factory.mktemp("home")
    env = {
        **{
            name: value
            for name, value in os.environ.items()
            if name.startswith("UV_") or name == "LD_LIBRARY_PATH"
        },
        "HOME": str(home),
        "BASH_ENV": str(home / ".bashrc"),
        "SHELL": shutil.which("bash") or "bash",
        "PATH": os.pathsep.join([str(machine.tools), *_without_mikro(os.environ["PATH"])]),
        "LANG": f"{language}.UTF-8",
        "TERM": "dumb",
        "MIKRO_NOW": "2026-11-23T08:30:00+01:00",
        "UV_CACHE_DIR": machine.cache,
        "UV_COMPILE_BYTECODE": "0",
        "UV_OFFLINE": "1",
        "UV_PYTHON": sys.base_prefix + "/bin/python3",
    }
    started = _typed("\n".join(re.findall(r"```sh\n(.*?)```", start, re.DOTALL)), home, env)
    # In a new terminal, as the page says; between the lines it tells what time it is.
    lines = re.sub(r"^at (\d\S+)$", r"$ export MIKRO_NOW=\1", text, flags=re.MULTILINE)
    used = _typed("\n".join(re.findall(r"^\$ (.*)$", lines, re.MULTILINE)), home, env)
    return Followed(home, started, used)


def _without_mikro(path: str) -> list[str]:
    return [folder for folder in path.split(os.pathsep) if not Path(folder, "mikro").exists()]


def _typed(lines: str, home: Path, env: dict[str, str]) -> str:
    """What a new terminal says to these lines, each of which has to work."""
    assert lines
    answer = subprocess.run(
        ["bash", "-e"],
        input=lines,
        cwd=home,
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if answer.returncode and "network was disabled" in answer.stderr:
        pytest.skip("a package that is needed is not in uv's cache")
    assert answer.returncode == 0, lines + answer.stdout + answer.stderr
    return answer.stdout


def test_the_start_of_the_page_shows_the_proposal_of_the_day(followed: Followed) -> None:
    assert "uge 48" in followed.started or "week 48" in followed.started


def test_whoever_uses_it_gets_none_of_the_tools(followed: Followed) -> None:
    (packages,) = (followed.home / "mikrohandlinger" / ".venv").glob("lib/python*/site-packages")
    assert (packages / "typer").exists()
    assert [name for name in TOOLS if (packages / name).exists()] == []


def test_from_then_on_every_line_of_the_page_is_a_command(followed: Followed) -> None:
    assert (followed.home / ".local" / "bin" / "mikro").exists()
    assert "mikro week --reflect" in followed.used
    assert list(followed.home.rglob("mikro.db"))
