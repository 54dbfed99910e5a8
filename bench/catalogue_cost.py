"""What the length of the catalogue costs a morning: ``today`` with all variations against twelve per action.

Whole processes, run in turns, so that what else the machine does falls on both alike. The difference of the
medians is to stay below three milliseconds.

    python bench/catalogue_cost.py [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FULL = Path(__file__).resolve().parents[1] / "data" / "actions.toml"
PER_ACTION = 12

#: The program itself, with its built-in catalogue at another place.
PROGRAM = """
import sys
from pathlib import Path
from mikrohandlinger.storage.toml import catalogue
place = Path(sys.argv.pop(1))
catalogue.built_in_path = lambda: place
from mikrohandlinger.__main__ import main
main()
"""


def shortened(text: str) -> str:
    """The catalogue with the first twelve variations of each action."""
    head, *blocks = text.split("[[variation]]")
    kept = []
    for action in ("ask", "doubt", "feedback"):
        kept += [block for block in blocks if f'action = "{action}"' in block][:PER_ACTION]
    return "[[variation]]".join([head, *kept])


def seconds(catalogue: Path, home: Path) -> float:
    """How long one morning takes."""
    environment = {
        **os.environ,
        "MIKRO_HOME": str(home),
        "MIKRO_LANG": "da",
        "MIKRO_NOW": "2026-11-23T08:30:00+01:00",
    }
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(catalogue), "today"],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begin


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder) / "short.toml"
        short.write_text(shortened(FULL.read_text("utf-8")), "utf-8")
        homes = {FULL: Path(folder) / "full", short: Path(folder) / "few"}
        times: dict[Path, list[float]] = {FULL: [], short: []}
        for number in range(rounds + 3):
            # Now one first, now the other; the first three rounds fill the caches.
            for catalogue in (FULL, short) if number % 2 else (short, FULL):
                taken = seconds(catalogue, homes[catalogue])
                if number >= 3:
                    times[catalogue].append(taken)
    full, few = (statistics.median(times[catalogue]) * 1000 for catalogue in (FULL, short))
    count = FULL.read_text("utf-8").count("[[variation]]")
    print(
        f"today with {count} variations: {full:.1f} ms; with {3 * PER_ACTION}: {few:.1f} ms; more by {full - few:.1f} ms"
    )


if __name__ == "__main__":
    main()
