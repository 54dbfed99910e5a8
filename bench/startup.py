"""How long a command takes as a whole process, as a ratio to a bare interpreter of the same environment.

``python bench/startup.py`` prints two tables in Markdown: each command on ten years of entries, and how the time
grows with the entries. Every run of a command is paired with one of ``python -I -c pass`` right before it, so that
a busy machine slows both; the median of the ratios is told. ``--check`` exits 1 when a limit is passed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HERE = Path(__file__).parent

BARE = (sys.executable, "-I", "-c", "pass")

#: About ten years at three entries a working day.
TEN_YEARS = 7_500
FULL_LIFE = 1_000_000


class Case(NamedTuple):
    """A command and the ratio that it must stay under."""

    words: tuple[str, ...]
    limit: float

    @property
    def name(self) -> str:
        """As it is typed."""
        return " ".join(("mikro", *(f'"{word}"' if " " in word else word for word in self.words)))


class Timing(NamedTuple):
    """The medians of some paired runs."""

    ratio: float
    milliseconds: float
    bare: float


#: ``log`` comes last, because it adds to what the others show.
CASES = (
    Case(("today", "--short"), 7),
    Case(("today",), 9),
    Case(("week",), 9),
    Case(("log", "ask", "A good talk"), 6.5),
)

#: How much slower a command may be with a million entries than with ten.
GROWTH_LIMIT = 1.1


def program() -> tuple[str, ...]:
    """The installed command beside this interpreter, as a user starts it."""
    script = Path(sys.executable).with_name("mikro.exe" if os.name == "nt" else "mikro")
    return (str(script),) if script.exists() else (sys.executable, "-m", "mikrohandlinger")


def environment(home: Path) -> dict[str, str]:
    """What the children see: nothing of Python's own switches, so that compiled bytecode is written and used."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MIKRO_"))}
    now = os.environ.get("MIKRO_NOW", "2026-11-25T10:00:00+01:00")
    return kept | {"MIKRO_HOME": str(home), "MIKRO_NOW": now, "MIKRO_LANG": "da", "COLUMNS": "80"}


def history(folder: Path, entries: int) -> Path:
    """A home with that many entries."""
    home = folder / f"home-{entries}"
    command = [sys.executable, str(HERE / "make_history.py"), str(home), "--entries", str(entries)]
    subprocess.run(command, env=environment(home), check=True)
    return home


def milliseconds(command: Sequence[str], env: Mapping[str, str]) -> float:
    """One whole process, from start to exit."""
    start = time.perf_counter()
    subprocess.run(
        command, env=env, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd=HERE
    )
    return (time.perf_counter() - start) * 1000


def measure(cases: Sequence[Case], homes: Sequence[Path], rounds: int) -> dict[tuple[Case, Path], Timing]:
    """Every case, on every home in turn, each run paired with a bare interpreter."""
    runs: dict[tuple[Case, Path], list[tuple[float, float]]] = {}
    for case in cases:
        for turn in range(-2, rounds):  # the first two rounds warm up
            for home in homes:
                env = environment(home)
                pair = milliseconds(BARE, env), milliseconds((*program(), *case.words), env)
                if turn >= 0:
                    runs.setdefault((case, home), []).append(pair)
    return {key: _summary(pairs) for key, pairs in runs.items()}


def _summary(pairs: Sequence[tuple[float, float]]) -> Timing:
    return Timing(
        ratio=median(command / bare for bare, command in pairs),
        milliseconds=median(command for _bare, command in pairs),
        bare=median(bare for bare, _command in pairs),
    )


def show_ten_years(folder: Path, rounds: int) -> bool:
    """Print the table of ratios; whether every limit holds."""
    home = history(folder, TEN_YEARS)
    timings = measure(CASES, [home], rounds)
    print(f"| on {TEN_YEARS:,} entries (ten years) | times a bare Python | limit | here |")
    print("|---|--:|--:|--:|")
    for case in CASES:
        timing = timings[case, home]
        print(f"| `{case.name}` | {timing.ratio:.1f} | {case.limit:g} | {timing.milliseconds:.0f} ms |")
    bare = median(timing.bare for timing in timings.values())
    print(f"| `python -I -c pass` | 1.0 | | {bare:.0f} ms |\n")
    return all(timings[case, home].ratio <= case.limit for case in CASES)


def show_growth(folder: Path, rounds: int) -> bool:
    """Print how the ratios grow with the entries; whether the limit holds."""
    sizes = (10, TEN_YEARS, FULL_LIFE)
    homes = [history(folder, size) for size in sizes]
    timings = measure(CASES, homes, rounds)
    print("| times a bare Python | " + " | ".join(f"{size:,} entries" for size in sizes) + " | growth |")
    print("|---|" + "--:|" * (len(sizes) + 1))
    holds = True
    for case in CASES:
        ratios = [timings[case, home].ratio for home in homes]
        growth = ratios[-1] / ratios[0]
        holds = holds and growth <= GROWTH_LIMIT
        print(f"| `{case.name}` | " + " | ".join(f"{ratio:.1f}" for ratio in ratios) + f" | {growth:.2f} |")
    print()
    return holds


def main() -> int:
    """Measure, print, and with ``--check`` judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20, help="counted runs of each command (default 20)")
    parser.add_argument("--check", action="store_true", help="exit 1 when a limit is passed")
    parser.add_argument("--no-growth", action="store_true", help="leave out the million entries")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mikro-bench-") as name:
        folder = Path(name)
        held = show_ten_years(folder, options.rounds)
        if not options.no_growth:
            held = show_growth(folder, options.rounds) and held
    if options.check and not held:
        print("A limit was passed.", file=sys.stderr)
    return int(options.check and not held)


if __name__ == "__main__":
    sys.exit(main())
