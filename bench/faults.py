"""What a fault of the disk does to each command that changes something: at every call, of every kind.

``python bench/faults.py`` runs each command again and again on the same home, and lets fate strike at one system call
after the other: SIGKILL, a full disk, a disk that stays full, and an error of the disk while writing, syncing or
reading. Every fault is proven to have landed. After each one: what was there before is there, what was confirmed is
there, a half-made change is nowhere, the sentence names the right fault, the next command works, the modes are right
and nothing is left behind. It prints a table in Markdown, each finding, and exits 1 where there is any.

``--every N`` takes only every Nth call, and ``--only NAME`` one command. It needs Linux and a C compiler.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HERE = Path(__file__).resolve().parent
NOW = "2026-11-23T08:30:00+01:00"

WRITES, SYNCS, READS, NAMES, MAKES = 1, 2, 4, 8, 16
CHANGING = WRITES | SYNCS | NAMES | MAKES


class Fate(NamedTuple):
    """What strikes: at which calls, with which error (0: SIGKILL), and whether it stays."""

    name: str
    calls: int
    error: int
    lasting: bool = False


FATES = (
    Fate("SIGKILL", CHANGING, 0),
    Fate("disk full", WRITES | MAKES | NAMES, errno.ENOSPC),
    Fate("disk stays full", WRITES | MAKES, errno.ENOSPC, lasting=True),
    Fate("error while writing", WRITES | NAMES, errno.EIO),
    Fate("error while syncing", SYNCS, errno.EIO),
    Fate("error while reading", READS, errno.EIO),
)

#: Rows of these tell of the user; what else there is is counted, proposed or noticed, and may come with any command.
ROWS = {
    "entries": "action, note, reach, went, deleted",
    "plans": "day, text, deleted",
    "plan_uses": "monday, used, deleted",
    "reflections": "monday, key, answer, deleted",
    "pauses": "first, last, deleted",
    "rules": "title, status, deleted",
}
TEXTS = ("config.toml", "actions.toml", "table")

Line = tuple[str, ...]


class Scenario(NamedTuple):
    """A command, what was done before it, and whether it shows as a change of what is the user's."""

    name: str
    before: tuple[Line, ...]
    command: Line
    prepare: Callable[[Path], None] | None = None
    changes: bool = True


def _earlier_form(home: Path) -> None:
    script = HERE.parent / "tests/storage/database/versions/version-2.sql"
    home.mkdir(exist_ok=True)
    with closing(sqlite3.connect(home / "mikro.db", isolation_level=None)) as connection:
        connection.executescript(script.read_text("utf-8"))
    (home / "mikro.db").chmod(0o600)


def _miscounted(home: Path) -> None:
    with closing(sqlite3.connect(home / "mikro.db", isolation_level=None)) as connection:
        connection.execute("UPDATE week_marks SET entries = 9")


def _damaged(home: Path) -> None:
    content = bytearray((home / "mikro.db").read_bytes())
    content[content.rindex(b"and two")] ^= 1
    (home / "mikro.db").write_bytes(content)


def _a_variation() -> str:
    with (HERE.parent / "data/actions.toml").open("rb") as file:
        return str(next(each["id"] for each in tomllib.load(file)["variation"] if not each.get("retired")))


A_VARIATION = _a_variation()
DIARY: tuple[Line, ...] = (
    ("log", "ask", "one"),
    ("log", "doubt", "and two", "--reach", "new"),
    ("today", "--short", "--plan", "Når jeg henter kaffe, så spørger jeg"),
    ("config", "set", "anchor", "kaffe"),
)
ADD = ("actions", "add", "--action", "ask", "--text", "Spørg en kollega, hvad der giver ro i travle timer.",
       "--when", "Når du møder en kollega om morgenen.", "--say", "Hvad giver dig ro i dag?")  # fmt: skip

SCENARIOS = (
    Scenario("log, the first start", (), ("log", "ask", "new")),
    Scenario("log", DIARY, ("log", "ask", "new")),
    Scenario("log, a long note", DIARY, ("log", "doubt", "new " + "x" * 3900, "--went", "hard")),
    Scenario("log, an earlier day", DIARY, ("log", "feedback", "new", "--at", "2026-11-20 14:30")),
    Scenario("edit", DIARY, ("edit", "2", "--note", "new", "--went", "easy")),
    Scenario("delete", DIARY, ("delete", "2")),
    Scenario("undo", DIARY, ("undo", "--older")),
    Scenario("redo", (*DIARY, ("undo", "--older")), ("redo",)),
    Scenario("pause", DIARY, ("pause", "2026-12-21", "2026-12-31")),
    Scenario("resume", (*DIARY, ("pause", "2026-11-20", "--open")), ("resume",)),
    Scenario("week --answer", DIARY, ("week", "--json", "--answer", "hard=new", "--answer", "plan=Når x, så y")),
    Scenario("week --plan-used", DIARY, ("week", "--json", "--plan-used", "yes")),
    Scenario("today --plan", DIARY, ("today", "--short", "--plan", "Når jeg går, så spørger jeg")),
    Scenario("today --another", DIARY, ("today", "--short", "--another"), changes=False),
    Scenario("today --not-for-me", DIARY, ("today", "--short", "--not-for-me")),
    Scenario("config set", DIARY, ("config", "set", "goal", "2")),
    Scenario("config reset", DIARY, ("config", "reset", "anchor")),
    Scenario("actions add", DIARY, ADD),
    Scenario("actions hide", DIARY, ("actions", "hide", A_VARIATION)),
    Scenario("nudge on", DIARY, ("nudge", "on", "--at", "09:30")),
    Scenario("nudge on, another time", (*DIARY, ("nudge", "on", "--at", "08:30")), ("nudge", "on", "--at", "09:30")),
    Scenario("nudge off", (*DIARY, ("nudge", "on")), ("nudge", "off")),
    Scenario("import", (*DIARY, ("export", "-o", "{home}/../mine.jsonl"), ("delete", "1")), ("import", "{home}/../other.csv"), changes=False),
    Scenario("sync", (*DIARY, ("sync", "{home}/../shared", "--yes")), ("sync", "{home}/../shared", "--yes"), changes=False),
    Scenario("backup", DIARY, ("backup", "{home}/../kept.zip"), changes=False),
    Scenario("restore", (*DIARY, ("backup", "{home}/kept.zip"), ("log", "ask", "three"), ("config", "set", "goal", "2")), ("restore", "{home}/kept.zip", "--yes")),
    Scenario("doctor --fix", DIARY, ("doctor", "--fix"), _miscounted, changes=False),
    Scenario("doctor --rescue", DIARY, ("doctor", "--rescue"), _damaged, changes=False),
    Scenario("an upgrade", (), ("log", "ask", "new"), _earlier_form),
)  # fmt: skip

#: A scheduler that keeps its table beside itself, and nothing that could show a notification.
PROGRAMS = {
    "crontab": """#!/bin/sh
table="$MIKRO_HOME/table"
case "$1" in
  -l) [ -f "$table" ] && cat "$table" || { echo "no crontab for anna" >&2; exit 1; } ;;
  -r) rm "$table" ;;
  -) cat >"$table.new" && mv "$table.new" "$table" && chmod 600 "$table" ;;
esac
""",
    "systemctl": "#!/bin/sh\nexit 1\n",
    "notify-send": "#!/bin/sh\nexit 1\n",
}


class Ran(NamedTuple):
    """How a command ended.

    Attributes:
        code: Its exit code; less than 0 where a signal ended it.
        out: What it answered.
        err: What it complained of.
        landed: How often fate struck.
        counted: How many calls of that kind there were.
    """

    code: int
    out: str
    err: str
    landed: int
    counted: int


class Finding(NamedTuple):
    """What should not have been."""

    scenario: str
    fate: str
    call: int
    what: str


class Bench:
    """A home that is put back again and again, and the commands that are run on it.

    Each command is a fork of this process, which has loaded the program already: a tenth of what a start takes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home" / "mikro"
        self.standing = folder / "standing"
        self._shim = ctypes.CDLL(None)
        (folder / "home").mkdir()

    def put_back(self) -> None:
        """Let everything be as it was before the command."""
        shutil.rmtree(self.folder / "home")
        shutil.copytree(self.standing, self.folder / "home", symlinks=True)

    def run(self, words: Line, fate: Fate | None = None, at: int = 0) -> Ran:
        """Run a command; fate strikes at this call, from 1, or only counts."""
        line = [word.format(home=self.home) if "{home}" in word else word for word in words]
        paths = [self.folder / name for name in ("out", "err")]
        reader, writer = os.pipe()
        process = os.fork()
        if not process:
            self._child(line, paths, (reader, writer), fate, at)
        os.close(writer)
        with os.fdopen(reader) as file:
            told = file.read().split()
        _, status = os.waitpid(process, 0)
        landed, counted = map(int, told) if told else (0, 0)
        code = os.waitstatus_to_exitcode(status)
        out, err = (path.read_text("utf-8", "replace") for path in paths)
        return Ran(code, out, err, landed or int(code == -signal.SIGKILL), counted)

    def _child(
        self, line: Sequence[str], paths: Sequence[Path], pipe: tuple[int, int], fate: Fate | None, at: int
    ) -> None:
        code = 99
        try:
            os.close(pipe[0])
            for number, path in enumerate(paths, 1):
                os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            sys.stdin, sys.stdout, sys.stderr = (
                open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - for the whole process
                for number, mode in enumerate("rww")
            )
            from mikrohandlinger.cli.boundary import run

            if fate is not None:
                self._shim.faults_arm(fate.calls, at, fate.error, int(fate.lasting))
            code = run(line)
            self._shim.faults_disarm()
            sys.stdout.flush()
            sys.stderr.flush()
            os.write(pipe[1], b"%d %d" % (self._shim.faults_landed(), self._shim.faults_counted()))
        finally:
            os._exit(code)

    def state(self) -> dict[str, object]:
        """What is the user's, as it lies there.

        Raises:
            sqlite3.Error, AssertionError: When the database is not sound.
        """
        found: dict[str, object] = {}
        for name in TEXTS:
            path = self.home / name
            found[name] = path.read_bytes() if path.exists() else None
        database = self.home / "mikro.db"
        if not database.exists():
            return found | {table: [] for table in ROWS}
        with closing(sqlite3.connect(database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "not sound"
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
            for table, columns in ROWS.items():
                rows = connection.execute(f"SELECT {columns} FROM {table}") if table in tables else ()
                found[table] = sorted(map(repr, rows))
            marks = connection.execute("SELECT coalesce(sum(entries), 0) FROM week_marks").fetchone()
            live = connection.execute("SELECT count(*) FROM entries WHERE deleted = 0").fetchone()
            assert marks == live, "the weeks do not add up"
        return found


def strike(bench: Bench, scenario: Scenario, every: int, counts: Counter[str]) -> Iterator[Finding]:
    """Every fault of a scenario; what should not have been."""
    for line in scenario.before:
        ran = bench.run(line)
        if ran.code:
            raise SystemExit(f"{scenario.name}: {' '.join(line)}: {ran.err}")
    if scenario.prepare is not None:
        scenario.prepare(bench.home)
    shutil.rmtree(bench.standing, ignore_errors=True)
    shutil.copytree(bench.folder / "home", bench.standing)
    before = _state_or_none(bench)
    allowed = [before]
    if scenario.prepare is _earlier_form:
        bench.run(("history", "--json"))  # an upgrade is one step, and what follows it another
        allowed.append(bench.state())
        bench.put_back()
    unharmed = bench.run(scenario.command)
    if unharmed.code:
        raise SystemExit(f"{scenario.name}: {unharmed.err}{unharmed.out}")
    after = bench.state()
    for fate in FATES:
        bench.put_back()
        number = bench.run(scenario.command, fate).counted
        for at in range(1, number + 1, every):
            bench.put_back()
            ran = bench.run(scenario.command, fate, at)
            if not ran.landed:
                continue
            counts[fate.name] += 1
            for what in (*_judged(fate, ran, scenario), *_stands(bench, scenario, ran, allowed, after)):
                yield Finding(scenario.name, fate.name, at, what)


def _state_or_none(bench: Bench) -> dict[str, object] | None:
    try:
        return bench.state()
    except (AssertionError, sqlite3.Error):
        return None


def _judged(fate: Fate, ran: Ran, scenario: Scenario) -> Iterator[str]:
    """What is wrong with how it ended and with what it said."""
    if not fate.error:
        if ran.code != -signal.SIGKILL:
            yield f"was to be killed and ended with {ran.code}"
        return
    if ran.code not in (0, 1):
        yield f"ended with {ran.code}: {ran.err.strip()[-300:]}"
        return
    # What doctor finds, it tells on the screen.
    answer = ran.err or (ran.out if scenario.command[0] == "doctor" else "")
    if ran.code == 1 and not ran.err.startswith("mikro: ") and not answer:
        yield "refused without a sentence"
    said = " ".join(answer.lower().split())
    if fate.error == errno.EIO and "full" in said:
        yield f"an error of the disk told as a full one: {ran.err.strip()}"
    if "is damaged" in said:
        yield f"told as damage: {ran.err.strip()}"
    # Of a file that could not be made once, SQLite does not say why.
    excused = "cannot be opened" in said and not fate.lasting
    if ran.code == 1 and fate.error == errno.ENOSPC and "full" not in said and not excused:
        yield f"a full disk told as something else: {ran.err.strip()}"


def _stands(
    bench: Bench,
    scenario: Scenario,
    ran: Ran,
    allowed: Sequence[dict[str, object] | None],
    after: dict[str, object],
) -> Iterator[str]:
    """What is wrong with what lies there afterwards; it is as it was, or as the command makes it, and nothing else."""
    before, state = allowed[0], _state_or_none(bench)
    if state is None:
        if before is not None:
            yield "the database is not sound"
    elif state not in (*allowed, after):
        # A kill between two files leaves what the same command, run again, makes whole.
        again = bench.run(scenario.command) if ran.code < 0 else None
        if again is None or again.code or bench.state() != after:
            changed = [name for name in state if before is None or state[name] != before[name]]
            yield f"half a change: {changed} {ran.err.strip()}"
    elif ran.code == 0 and scenario.changes and state != after:
        yield "confirmed and not there"
    elif "nothing was changed" in ran.err and state not in allowed:
        yield f"said to be unchanged, and is changed: {ran.err.strip()}"
    yield from _goes_on(bench, is_sound=state is not None)


def _goes_on(bench: Bench, *, is_sound: bool) -> Iterator[str]:
    """What is wrong with the next command, and with what is left after it."""
    again = bench.run(("doctor", "--rescue")) if not is_sound else bench.run(("log", "ask", "afterwards"))
    if again.code:
        yield f"the next command ended with {again.code}: {again.err.strip()[-200:]}"
    for path in (bench.folder / "home").rglob("*"):
        name = path.name
        if name.startswith(".") and ".tmp" in name and bench.home in path.parents:
            yield f"left behind: {name}"
        if bench.home in (path, *path.parents) and not path.is_symlink() and path.stat().st_mode & 0o077:
            yield f"others can read {name}"


def show(rows: Sequence[tuple[str, Counter[str]]], findings: Sequence[Finding], seconds: float) -> None:
    """Print the table and each kind of finding."""
    names = [fate.name for fate in FATES]
    print("| command | " + " | ".join(names) + " |")
    print("|---|" + "--:|" * len(names))
    total: Counter[str] = Counter()
    for name, counts in rows:
        total += counts
        print(f"| {name} | " + " | ".join(str(counts[each]) for each in names) + " |")
    print("| all | " + " | ".join(str(total[each]) for each in names) + " |")
    print(f"\n{total.total():,} faults that landed, in {seconds:.0f} seconds; {len(findings)} findings.")
    kinds = Counter((each.scenario, each.fate, each.what.split(": ")[0]) for each in findings)
    for kind, number in kinds.most_common():
        first = next(
            each for each in findings if (each.scenario, each.fate, each.what.split(": ")[0]) == kind
        )
        print(f"- {number} × {first.scenario}, {first.fate}, call {first.call}: {first.what}")


def main() -> int:
    """Load the shim, strike, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=1, help="only every Nth call")
    parser.add_argument("--only", action="append", help="only this command; may be repeated")
    options = parser.parse_args()
    if "MIKRO_FAULTS" not in os.environ:
        return _with_the_shim()
    os.umask(0o077)
    begun, rows = time.monotonic(), list[tuple[str, Counter[str]]]()
    findings: list[Finding] = []
    with tempfile.TemporaryDirectory(prefix="mikro-faults-") as name:
        for number, scenario in enumerate(SCENARIOS):
            if options.only and scenario.name not in options.only:
                continue
            folder = Path(name) / str(number)
            folder.mkdir()
            bench = Bench(folder)
            _environment(bench, Path(name))
            (folder / "home" / "shared").mkdir()
            (folder / "home" / "other.csv").write_text("2026-11-20,ask,a note of another program\n")
            counts: Counter[str] = Counter()
            findings += strike(bench, scenario, options.every, counts)
            rows.append((scenario.name, counts))
            print(f"{scenario.name}: {counts.total()}", file=sys.stderr, flush=True)
    show(rows, findings, time.monotonic() - begun)
    return int(bool(findings))


def _with_the_shim() -> int:
    compiler = shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        print("It needs Linux and a C compiler.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="mikro-faults-") as name:
        shim = Path(name) / "faults.so"
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-o", shim, HERE / "faults.c", "-ldl"], check=True
        )
        for program, text in PROGRAMS.items():
            (Path(name) / program).write_text(text)
            (Path(name) / program).chmod(0o700)
        env = {name: value for name, value in os.environ.items() if not name.startswith(("MIKRO_", "XDG_"))}
        path = f"{name}:{os.environ.get('PATH', '')}"
        env |= {"LD_PRELOAD": str(shim), "MIKRO_FAULTS": name, "PATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run([sys.executable, __file__, *sys.argv[1:]], env=env, check=False).returncode


def _environment(bench: Bench, folder: Path) -> None:
    os.environ.update(
        MIKRO_HOME=str(bench.home),
        MIKRO_NOW=NOW,
        MIKRO_LANG="en",
        HOME=str(folder),
        COLUMNS="80",
        NO_COLOR="1",
        TZ="CET-1CEST,M3.5.0,M10.5.0/3",
    )
    time.tzset()
    # What every command needs is loaded once, before the forks.
    with contextlib.suppress(ImportError):
        import mikrohandlinger.cli.app
        import mikrohandlinger.cli.boundary
        import mikrohandlinger.usecases.care.backup
        import mikrohandlinger.views.care.terminal
        import mikrohandlinger.views.week.words  # noqa: F401


if __name__ == "__main__":
    sys.exit(main())
