"""Replay the screens of the documents, so that what they show is what the program says.

A ``console`` block of a document holds commands after ``$`` and what they print. A comment above it sets the clock,
and may run commands that the reader does not see::

    <!-- screens
    at 2026-11-27T14:30:00+01:00
    $ mikro log ask --at 2026-11-24
    -->

``python scripts/screens.py`` writes every block anew; ``--dry-run`` only tries the commands. Either way it exits 1
when a command does not end well.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

#: The documents with screens, and the language of each.
DOCUMENTS = {"README.md": "en", "LÆSMIG.md": "da"}

PROGRAM = Path(sys.executable).with_name("mikro.exe" if os.name == "nt" else "mikro")
STEP = re.compile(r"<!-- screens\n(?P<hidden>.*?)-->|(?<=```console\n)(?P<shown>.*?)(?=```)", re.DOTALL)


class Replay:
    """One document, played from an empty home."""

    def __init__(self, home: Path, language: str) -> None:
        self.faults: list[str] = []
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("MIKRO_")},
            "MIKRO_HOME": str(home),
            "MIKRO_LANG": language,
            "MIKRO_NOW": "2026-11-23T08:30:00+01:00",
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "PYTHONIOENCODING": "utf-8",
        }
        self._run("mikro today")
        # The same proposals for whoever replays it; otherwise each home has an order of its own.
        with closing(sqlite3.connect(home / "mikro.db")) as database, database:
            database.execute("UPDATE meta SET value = 'the documents' WHERE key = 'seed'")
            database.execute("DELETE FROM proposals")

    def step(self, match: re.Match[str]) -> str:
        """Play one comment or block and return it as it should stand."""
        if match["hidden"] is not None:
            for line in match["hidden"].splitlines():
                if line.startswith("at "):
                    self._environment["MIKRO_NOW"] = line.removeprefix("at ")
                elif line.startswith("$ "):
                    self._run(line.removeprefix("$ "))
            return match[0]
        commands = [line.removeprefix("$ ") for line in match["shown"].splitlines() if line.startswith("$ ")]
        return "\n".join(f"$ {command}\n{self._run(command)}" for command in commands)

    def _run(self, command: str) -> str:
        words = shlex.split(command)
        result = subprocess.run(
            [PROGRAM, *words[1:]],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if words[0] != "mikro" or result.returncode:
            self.faults.append(f"{command}: exit {result.returncode}\n{result.stderr}")
        return "".join(f"{line.rstrip()}\n" for line in result.stdout.splitlines())


def main() -> int:
    """Replay every document."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dry-run", action="store_true", help="only try the commands")
    options = parser.parse_args()
    faults = []
    for name, language in DOCUMENTS.items():
        document = ROOT / name
        with tempfile.TemporaryDirectory() as folder:
            replay = Replay(Path(folder), language)
            text = STEP.sub(replay.step, document.read_text("utf-8"))
        faults += [f"{name}: {fault}" for fault in replay.faults]
        if not options.dry_run:
            document.write_text(text, "utf-8", newline="\n")
    print("\n".join(faults) or "every command of the documents works")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
