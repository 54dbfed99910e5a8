"""Many processes at once, and kills at random moments: what was confirmed is there, once.

``python bench/together.py`` runs eight processes of 100 logs each while others read, eight that add variations, undo
against log, an upgrade that eight race for, and 500 kills. It prints a table in Markdown, and exits 1 where anything
was lost, doubled or complained of.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import tomllib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent
PREAMBLE = (
    "import sys\nfrom mikrohandlinger.cli.boundary import run\ndef mikro(*words): return run(list(words))\n"
)
LOG = 'for n in range(int(sys.argv[2])): mikro("log", "ask", f"{sys.argv[1]}-{n}") and sys.exit(1)'
READ = 'for n in range(int(sys.argv[2])): mikro("week") or mikro("history", "--json") or mikro("today", "--short")'
UNDO = 'for n in range(int(sys.argv[2])):\n  while mikro("undo"): pass'
ADD = """
for n in range(int(sys.argv[2])):
    mikro("actions", "add", "--action", "ask", "--text", f"Spørg kollega {sys.argv[1]} {n}, hvad der giver ro lige nu.",
          "--when", "Når du møder en kollega om morgenen.", "--say", "Hvad giver dig ro i dag?") and sys.exit(1)
"""
ONE = 'sys.exit(mikro("log", "ask", sys.argv[1]))'


def start(code: str, *words: object) -> subprocess.Popen[str]:
    """A process of its own that runs commands."""
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code, *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(processes: Sequence[subprocess.Popen[str]]) -> list[str]:
    """Wait for all; the complaints there were."""
    return [
        f"{process.returncode}: {complaint.strip()[-200:]}"
        for process in processes
        for _output, complaint in [process.communicate()]
        if process.returncode
    ]


def notes(home: Path) -> list[str]:
    """Every note, after a check that the file is sound."""
    with closing(sqlite3.connect(home / "mikro.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [note for (note,) in connection.execute("SELECT note FROM entries WHERE deleted = 0")]


def logs(home: Path, times: int) -> tuple[int, list[str]]:
    """Eight that log while four read."""
    wrong = finish(
        [start(LOG, who, times) for who in range(8)] + [start(READ, who, times // 10) for who in range(4)]
    )
    expected = sorted(f"{who}-{n}" for who in range(8) for n in range(times))
    return 8 * times, wrong + ["lost or doubled"] * (sorted(notes(home)) != expected)


def adds(home: Path, times: int) -> tuple[int, list[str]]:
    """Eight that add own variations."""
    each = max(1, times // 20)
    wrong = finish([start(ADD, who, each) for who in range(8)])
    written = tomllib.loads((home / "actions.toml").read_text("utf-8"))["variation"]
    return 8 * each, wrong + ["lost or doubled"] * (len({one["id"] for one in written}) != 8 * each)


def undos(home: Path, times: int) -> tuple[int, list[str]]:
    """Four that log while two take back."""
    wrong = finish(
        [start(LOG, who, times) for who in range(4)] + [start(UNDO, who, times // 2) for who in range(2)]
    )
    return 5 * times, wrong + ["lost or doubled"] * (len(notes(home)) != 3 * times)


def upgrade(home: Path, _times: int) -> tuple[int, list[str]]:
    """Eight that race for the same upgrade."""
    script = HERE.parent / "tests/storage/database/versions/version-1.sql"
    home.mkdir()
    with closing(sqlite3.connect(home / "mikro.db", isolation_level=None)) as connection:
        connection.executescript(script.read_text("utf-8"))
    before = notes(home)
    wrong = finish([start(ONE, f"new {who}") for who in range(8)])
    found = notes(home)
    return 8, wrong + ["lost or doubled"] * (
        sorted(found) != sorted([*before, *(f"new {who}" for who in range(8))])
    )


def kills(home: Path, times: int) -> tuple[int, list[str]]:
    """Kills at random moments."""
    choice, wrong = random.Random(5), []
    for life in range(times * 5):
        process = start(LOG, life, 1000)
        assert process.stdout is not None
        heard = [process.stdout.readline() for _ in range(choice.randrange(3))]
        time.sleep(choice.random() * 0.05)
        process.kill()
        rest, _ = process.communicate()
        confirmed = sum("Recorded" in line for line in [*heard, *rest.splitlines()])
        there = [note for note in notes(home) if note.startswith(f"{life}-")] if confirmed else []
        if there[:confirmed] != [f"{life}-{n}" for n in range(confirmed)] or len(there) > confirmed + 1:
            wrong.append(f"life {life}: {confirmed} confirmed, {len(there)} there")
    return times * 5, wrong


RACES = {
    "8 processes that log, 4 that read": logs,
    "8 processes that add variations": adds,
    "4 that log against 2 that undo": undos,
    "8 that race for an upgrade": upgrade,
    "kills at random moments": kills,
}


def main() -> int:
    """Race, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=100, help="how often each process does it (default 100)")
    times = parser.parse_args().times
    os.environ.update(MIKRO_NOW="2026-11-23T08:30:00+01:00", MIKRO_LANG="en")
    found = []
    print("| | changes | wrong |\n|---|--:|--:|")
    for title, race in RACES.items():
        with tempfile.TemporaryDirectory(prefix="mikro-together-") as name:
            home = Path(name, "mikro")
            os.environ |= {"MIKRO_HOME": str(home), "HOME": name}
            number, wrong = race(home, times)
        found += wrong
        print(f"| {title} | {number} | {len(wrong)} |", flush=True)
    print(*found, sep="\n", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
