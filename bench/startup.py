"""How long a command takes as a whole process, as a ratio to a bare interpreter of the same environment.

``python bench/startup.py`` builds the wheel, installs it into an environment made by uv, and prints tables in
Markdown: each command on ten years of entries, how the time grows with the entries, and what reading all of a million
needs. Every run of a command is paired with one of ``python -I -c pass`` right before it, so that a busy machine slows
both; of the ratios the median is told, with the least and the greatest. ``--check`` exits 1 when a limit is passed.
``--processor`` takes the time of the processor instead of the clock's, for a machine that others use too; it leaves out
what is spent waiting for the disk.

A user is one with a new home and no ``MIKRO_HOME``, as nearly every user is; limits are held against that one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

HERE = Path(__file__).resolve().parent

#: About ten years at three entries a working day.
TEN_YEARS = 7_500
FULL_LIFE = 1_000_000

#: How much slower a command may be with a million entries than with ten, and than with ten years of them.
GROWTH_LIMITS = {10: 1.15, TEN_YEARS: 1.05}

#: What reading a million entries may need, in MiB.
MEMORY_LIMIT = 100


class Case(NamedTuple):
    """A command, and the ratio that it must stay under; ``fresh`` is the first run of a week."""

    words: tuple[str, ...]
    limit: float | None = None
    fresh: bool = False

    @property
    def name(self) -> str:
        """As it is typed."""
        typed = " ".join(("mikro", *(f'"{word}"' if " " in word else word for word in self.words)))
        return f"`{typed}`" + (", the first of a week" if self.fresh else "")


class Run(NamedTuple):
    """One whole process.

    Attributes:
        seconds: To its end, or for which it kept a processor busy.
        answered: Seconds to the first line of the answer.
        peak: The most memory it had in MiB, where the system knows.
    """

    seconds: float
    answered: float
    peak: float | None


class Pair(NamedTuple):
    """A run of a command, and that of the bare interpreter right before it."""

    bare: Run
    run: Run

    @property
    def ratio(self) -> float:
        """How many times a bare interpreter the whole command took."""
        return self.run.seconds / self.bare.seconds

    @property
    def answered(self) -> float:
        """How many times a bare interpreter it took until the answer could be read."""
        return self.run.answered / self.bare.seconds


#: ``log`` comes last, because it adds to what the others show.
CASES = (
    Case(("today", "--short"), 3.8),
    Case(("today",), 6.5),
    Case(("week",), 7.5),
    Case(("log", "ask", "A good talk"), 3.8),
)
FIRST_OF_THE_WEEK = Case(("log", "ask", "A good talk"), fresh=True)


class How(NamedTuple):
    """How it is measured: the counted runs of each command, and whether by the time of the processor."""

    rounds: int
    processor: bool


class Installed(NamedTuple):
    """An environment with the program in it."""

    python: Path
    program: tuple[str, ...]


class User(NamedTuple):
    """Somebody's home, and the environment in which they type."""

    home: Path
    env: Mapping[str, str]


def install(folder: Path) -> Installed:
    """Put the program, as a wheel, into an environment made by uv; without uv, this one has to do."""
    uv = shutil.which("uv")
    scripts, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    if uv is None:
        print("Without uv: measured in the environment of this interpreter.\n", file=sys.stderr)
        script = Path(sys.executable).with_name(f"mikro{ending}")
        return Installed(
            Path(sys.executable),
            (str(script),) if script.exists() else (sys.executable, "-m", "mikrohandlinger"),
        )
    place = folder / "environment"
    python = place / scripts / f"python{ending}"
    for command in (
        ["build", "--quiet", "--wheel", "--out-dir", str(folder / "wheel"), str(HERE.parent)],
        ["venv", "--quiet", "--python", sys.executable, str(place)],
    ):
        subprocess.run([uv, *command], check=True)
    (wheel,) = (folder / "wheel").glob("*.whl")
    subprocess.run(
        [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(python), str(wheel)],
        check=True,
    )
    return Installed(python, (str(python.with_name(f"mikro{ending}")),))


def environment(home: Path, **more: str) -> dict[str, str]:
    """What the children see: one home, and none of Python's own switches, so that compiled bytecode is used."""
    ours = ("PYTHON", "MIKRO_", "XDG_", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    folders = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    now = os.environ.get("MIKRO_NOW", "2026-11-25T10:00:00+01:00")
    return kept | folders | {"MIKRO_NOW": now, "MIKRO_LANG": "da", "COLUMNS": "80"} | more


def with_one_folder(folder: Path, installed: Installed, entries: int) -> User:
    """A user with ``MIKRO_HOME``, and that many entries."""
    home = folder / f"one-folder-{entries}"
    env = environment(folder, MIKRO_HOME=str(home))
    command = [str(installed.python), str(HERE / "make_history.py"), str(home), "--entries", str(entries)]
    subprocess.run(command, env=env, check=True)
    return User(home, env)


def as_most_have_it(folder: Path, installed: Installed, filled: User, entries: int) -> User:
    """A user with a new home, and the same entries as ``filled`` wherever the program wants them."""
    home = folder / f"home-{entries}"
    home.mkdir()
    env = environment(home)
    subprocess.run([*installed.program, "log", "ask"], env=env, check=True, stdout=subprocess.DEVNULL)
    (database,) = home.rglob("mikro.db")
    shutil.copyfile(filled.home / "mikro.db", database)
    return User(home, env)


def forget_the_week(user: User) -> None:
    """Take away the weekly copies, so that the next command that writes makes one."""
    for copies in list(user.home.rglob("backups")):
        shutil.rmtree(copies)


def timed(command: Sequence[str], env: Mapping[str, str], how: How) -> Run:
    """One whole process, from start to exit."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=HERE)
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        answered = time.perf_counter() - start
        while process.stdout.read(1 << 16):
            pass
        processor, peak = _usage_of(process)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(processor if how.processor and processor else time.perf_counter() - start, answered, peak)


def _usage_of(process: subprocess.Popen[bytes]) -> tuple[float | None, float | None]:
    """Wait for a process; the seconds of the processor and the most memory in MiB, where the system knows them."""
    if sys.platform == "win32":
        return None, None
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def measure(
    installed: Installed, cases: Sequence[Case], users: Sequence[User], how: How
) -> dict[tuple[Case, Path], list[Pair]]:
    """Every case, for every user in turn, each run paired with a bare interpreter."""
    bare = (str(installed.python), "-I", "-c", "pass")
    pairs: dict[tuple[Case, Path], list[Pair]] = {}
    for case in cases:
        for turn in range(-2, how.rounds):  # the first two rounds warm up
            for user in users:
                if case.fresh:
                    forget_the_week(user)
                pair = Pair(
                    timed(bare, user.env, how), timed((*installed.program, *case.words), user.env, how)
                )
                if turn >= 0:
                    pairs.setdefault((case, user.home), []).append(pair)
    return pairs


def middle(pairs: Sequence[Pair], of: Callable[[Pair], float] = lambda pair: pair.ratio) -> float:
    """The median of what the pairs say."""
    return median(map(of, pairs))


def spread(pairs: Sequence[Pair], of: Callable[[Pair], float] = lambda pair: pair.ratio) -> str:
    """Least, median and greatest, as one cell of a table."""
    return f"{min(map(of, pairs)):.1f} – **{middle(pairs, of):.2f}** – {max(map(of, pairs)):.1f}"


def peak(pairs: Sequence[Pair]) -> str:
    """The most memory that any of the runs had, as one cell."""
    known = [pair.run.peak for pair in pairs if pair.run.peak is not None]
    return f"{max(known):.0f} MiB" if known else "–"


def table(*rows: Sequence[str]) -> None:
    """Print a table whose first row is its head."""
    head, *body = rows
    print("| " + " | ".join(head) + " |")
    print("|---|" + "--:|" * (len(head) - 1))
    for row in body:
        print("| " + " | ".join(row) + " |")
    print()


def show_ten_years(installed: Installed, user: User, with_folder: User, how: How) -> Iterator[str]:
    """Print the table of ratios; what passed its limit."""
    pairs = measure(installed, (*CASES, FIRST_OF_THE_WEEK), (user, with_folder), how)
    rows = [
        (
            f"{TEN_YEARS:,} entries (ten years)",
            "times a bare Python",
            "limit",
            "with `MIKRO_HOME`",
            "here",
            "memory",
        )
    ]
    for case in (*CASES, FIRST_OF_THE_WEEK):
        mine, other = pairs[case, user.home], pairs[case, with_folder.home]
        here = f"{middle(mine, lambda pair: pair.run.seconds) * 1000:.0f} ms"
        limit = f"{case.limit:g}" if case.limit else ""
        rows.append((case.name, spread(mine), limit, spread(other), here, peak(mine)))
        if case.limit and middle(mine) > case.limit:
            yield f"{case.name} takes {middle(mine):.2f} times a bare Python, of {case.limit:g}"
    if not how.processor:
        fresh, fresh_other = (pairs[FIRST_OF_THE_WEEK, each.home] for each in (user, with_folder))
        answered = [spread(each, lambda pair: pair.answered) for each in (fresh, fresh_other)]
        here = f"{middle(fresh, lambda pair: pair.run.answered) * 1000:.0f} ms"
        rows.append(("… until its answer can be read", answered[0], "", answered[1], here, ""))
    bare = median(pair.bare.seconds for each in pairs.values() for pair in each)
    rows.append(("`python -I -c pass`", "1", "", "1", f"{bare * 1000:.1f} ms", ""))
    table(*rows)


def show_growth(installed: Installed, users: Mapping[int, User], how: How) -> Iterator[str]:
    """Print how the ratios grow with the entries; what passed its limit."""
    pairs = measure(installed, CASES, list(users.values()), how)
    growths = [f"{FULL_LIFE:,} to {size:,}, of {limit:g}" for size, limit in GROWTH_LIMITS.items()]
    rows = [("times a bare Python", *(f"{size:,} entries" for size in users), *growths)]
    for case in CASES:
        found = {size: middle(pairs[case, user.home]) for size, user in users.items()}
        growth = {size: found[FULL_LIFE] / found[size] for size in GROWTH_LIMITS}
        cells = [spread(pairs[case, user.home]) for user in users.values()]
        rows.append((case.name, *cells, *(f"{each:.2f}" for each in growth.values())))
        for size, limit in GROWTH_LIMITS.items():
            if growth[size] > limit:
                yield f"{case.name} grows by {growth[size]:.2f} from {size:,} entries, of {limit:g}"
    table(*rows)


def show_reading_all(installed: Installed, user: User, how: How) -> Iterator[str]:
    """Print what it takes to read every entry; what passed its limit."""
    rows = [(f"all of {FULL_LIFE:,} entries", f"memory, of {MEMORY_LIMIT} MiB", "first line", "last line")]
    for words in (("history",), ("history", "--json")):
        run = timed((*installed.program, *words), user.env, how)
        name = Case(words).name
        found = "–" if run.peak is None else f"{run.peak:.0f} MiB"
        rows.append((name, found, f"{run.answered * 1000:.0f} ms", f"{run.seconds:.1f} s"))
        if run.peak is not None and run.peak > MEMORY_LIMIT:
            yield f"{name} needs {run.peak:.0f} MiB, of {MEMORY_LIMIT}"
    table(*rows)


def everything(folder: Path, how: How, growth: bool) -> Iterator[str]:
    """Print every table; what passed its limit."""
    installed = install(folder)

    def both(entries: int) -> tuple[User, User]:
        filled = with_one_folder(folder, installed, entries)
        return as_most_have_it(folder, installed, filled, entries), filled

    yield from show_ten_years(installed, *both(TEN_YEARS), how)
    if growth:
        shutil.rmtree(folder / f"home-{TEN_YEARS}")
        shutil.rmtree(folder / f"one-folder-{TEN_YEARS}")
        users = {size: both(size)[0] for size in (10, TEN_YEARS, FULL_LIFE)}
        yield from show_growth(installed, users, how)
        yield from show_reading_all(installed, users[FULL_LIFE], how)


def main() -> int:
    """Measure, print, and with ``--check`` judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20, help="counted runs of each command (default 20)")
    parser.add_argument("--check", action="store_true", help="exit 1 when a limit is passed")
    parser.add_argument("--processor", action="store_true", help="by the time of the processor")
    parser.add_argument("--no-growth", action="store_true", help="leave out the million entries")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mikro-bench-") as name:
        passed = list(
            everything(Path(name), How(options.rounds, options.processor), growth=not options.no_growth)
        )
    if options.check:
        print(*passed, sep="\n", file=sys.stderr)
    return int(options.check and bool(passed))


if __name__ == "__main__":
    sys.exit(main())
