"""What the fault tests share: Python processes that run several commands, and the data as it really lies there."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Start = Callable[..., "subprocess.Popen[str]"]

#: ``mikro("log", "x")`` is one command within the process, with its exit code.
PREAMBLE = "import os, sys\nfrom mikrohandlinger.cli.boundary import run\ndef mikro(*words): return run(list(words))\n"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a Python process that runs ``code``, in which ``mikro(…)`` is a command; its output is piped."""
    begun: list[subprocess.Popen[str]] = []

    def popen(code: str, *args: object, **more: Any) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*more.pop("before", []), sys.executable, "-c", PREAMBLE + code, *map(str, args)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=tmp_path / "home",
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            **more,
        )
        begun.append(process)
        return process

    yield popen
    for process in begun:
        if process.poll() is None:
            process.kill()
        process.communicate()


def notes(database: Path) -> list[str]:
    """The notes of all entries, read by SQLite itself, after a check that the whole file is sound."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        recount = connection.execute(
            "SELECT count(*) FROM entries WHERE deleted = 0 UNION ALL SELECT sum(entries) FROM week_marks"
        ).fetchall()
        assert recount[0] == (recount[1][0] or 0,)
        rows = connection.execute("SELECT note FROM entries WHERE deleted = 0 ORDER BY number")
        return [note for (note,) in rows]


@pytest.fixture
def stored(home: Path) -> Callable[[], list[str]]:
    """The notes that are in the database now."""
    return lambda: notes(home / "mikro.db")
