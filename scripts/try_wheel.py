"""Try the installed package as a user has it: every ``--help`` and every command, as processes of their own.

Run it with the interpreter of an environment that holds nothing but the built wheel, from any folder; it needs only
the standard library and the package. Exit 1 names what did not work.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from mikrohandlinger.cli.app import Mikro
from mikrohandlinger.cli.framework.groups import MikroGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mikrohandlinger.cli.framework.groups import Lazy

MONDAY = "2026-11-23T08:30:00+01:00"

#: A week in the life of the program, each line of which must be answered with 0.
STORY: tuple[list[str], ...] = (
    [],
    ["today", "--json"],
    ["today", "--plan", "Når jeg henter kaffe, så spørger jeg en kollega."],
    ["log", "spørg", "En god snak."],
    ["log", "2", "--at", "i går 14:30", "--reach", "new", "--went", "hard", "--json"],
    ["history", "--json"],
    ["edit", "1", "--note", "En meget god snak."],
    ["delete", "2"],
    ["undo"],
    ["week"],
    ["week", "--answer", "learned=At spørge først", "--json"],
    ["pause", "2026-12-21", "2026-12-23"],
    ["pause", "--list"],
    ["config"],
    ["actions", "ask"],
    ["process", "safety", "--short"],
    ["process", "export", "rule-week"],
    # Its holidays come with an extra that is not installed here, and nothing is refused for it.
    ["config", "set", "country", "SE"],
    ["today"],
    ["config"],
)

#: They change the system's own scheduler or show a notification, so here they only tell their help.
OUTSIDE = (("nudge", "on"), ("nudge", "off"), ("nudge", "test"), ("nudge", "deliver"))

PROGRAM = Path(sys.executable).with_name("mikro.exe" if os.name == "nt" else "mikro")


def commands(table: Mapping[str, Lazy], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and every group, as the words that call it."""
    for name, lazy in table.items():
        yield (*above, name)
        module, _colon, attribute = lazy.place.partition(":")
        target = getattr(import_module(f"mikrohandlinger.cli.{module}"), attribute)
        if isinstance(target, type) and issubclass(target, MikroGroup):
            yield from commands(target.table, (*above, name))


def faults(home: Path) -> Iterator[str]:
    """What does not work."""
    known = list(commands(Mikro.table))
    for words in [(), *known]:
        for language in ("da", "en"):
            yield from _fault(home / "help", [*words, "--help"], allowed=(0,), language=language)
    for line in STORY:
        yield from _fault(home / "story", line, allowed=(0,))
    # A command may ask for more than its bare name (2) or have nothing to do (1); it never stops at a bug.
    for words in (each for each in known if each not in OUTSIDE):
        yield from _fault(home / "-".join(words), list(words), allowed=(0, 1, 2))


def _fault(home: Path, words: list[str], allowed: tuple[int, ...], language: str = "da") -> Iterator[str]:
    # The person's own folders are out of reach, so that a try-out changes nothing of theirs.
    own = {"HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home)}
    result = subprocess.run(
        [PROGRAM, *words],
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            **own,
            "MIKRO_HOME": str(home),
            "MIKRO_NOW": MONDAY,
            "MIKRO_LANG": language,
        },
        cwd=home.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if result.returncode not in allowed or "Traceback" in result.stderr:
        yield f"mikro {' '.join(words)} ({language}): exit {result.returncode}\n{result.stdout}{result.stderr}"


def main() -> int:
    """Try everything and tell."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(faults(Path(folder)))
    print("\n".join(found) or f"every one of {len(list(commands(Mikro.table)))} commands works")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
