"""What every test shares: its own files, a fixed locale, and the program as a process.

No test reads the real clock, home or locale. Properties are checked on the same examples in every run, and a pure
rule, which costs next to nothing, on ten times as many as one that touches files or starts programs; look for new
examples with ``HYPOTHESIS_PROFILE=search uv run pytest tests/domain``.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from mikrohandlinger import texts
from mikrohandlinger.storage import cache as storage
from mikrohandlinger.storage.toml import catalogue

settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("pure", settings.get_profile("fixed"), max_examples=500)
settings.register_profile("few", settings.get_profile("fixed"), max_examples=5)  # while coverage is measured
settings.register_profile(
    "search", deadline=None, max_examples=2_000, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "fixed")
settings.load_profile(PROFILE)


# A shell ignores Ctrl-C for what it runs in the background, and whatever is started from there inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collectstart(collector: pytest.Collector) -> None:
    """A property takes its profile while its module is imported, which comes right after this."""
    if PROFILE == "fixed" and isinstance(collector, pytest.Module):
        settings.load_profile("pure" if "domain" in collector.path.parts else "fixed")


#: A Monday, and the first day of 2026-W48.
NOW = "2026-11-23T08:30:00+01:00"

#: What a process needs of the real environment to start at all; the second line is Windows.
KEPT = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV",
        "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATHEXT", "COMSPEC", "TEMP", "TMP")  # fmt: skip

#: While coverage is measured, what the fixtures start is measured too; whoever counts imports starts it otherwise.
MEASURED = {
    name: os.environ[name] for name in ("COVERAGE_PROCESS_START", "COVERAGE_FILE") if name in os.environ
}

Process = subprocess.CompletedProcess[str]
Run = Callable[..., Process]


def environment_of(tmp_path: Path) -> dict[str, str]:
    """The whole environment of a test: nothing of the person's own home, language or terminal is left."""
    home = tmp_path / "home"
    return {
        **{name: os.environ[name] for name in KEPT if name in os.environ},
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "AppData" / "Roaming"),
        "LOCALAPPDATA": str(home / "AppData" / "Local"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "MIKRO_HOME": str(tmp_path / "mikro"),
        "MIKRO_NOW": NOW,
        "MIKRO_LANG": "en",
        "LC_ALL": "C.UTF-8",
        "LANG": "C.UTF-8",
        "TZ": "CET-1CEST,M3.5.0,M10.5.0/3",
        "COLUMNS": "80",
        "LINES": "24",
        "TERM": "xterm",
        "NO_COLOR": "1",
        "PYTHONIOENCODING": "utf-8",
    }


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give every test its own home, and the same language, time zone and terminal everywhere."""
    ours = environment_of(tmp_path)
    for name in set(os.environ) - set(ours):
        if not name.startswith("PYTEST_"):
            monkeypatch.delenv(name)
    for name, value in ours.items():
        monkeypatch.setenv(name, value)
    if hasattr(time, "tzset"):
        time.tzset()
    # What a test writes into the user's folders is as private as what the program writes there.
    earlier = os.umask(0o077)
    (tmp_path / "home").mkdir()
    texts.use("en")
    yield
    texts.use("en")
    os.umask(earlier)


#: What the catalogue that comes along says, by its file, size and time.
_READ: dict[object, Any] = {}


@pytest.fixture(autouse=True)
def _catalogue_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every home is new and has no cache yet: what a worker has read and checked once is put into each of them."""

    def remembered(path: str, cache: str, name: str, make: Callable[[], Any]) -> Any:
        def read() -> Any:
            status = Path(path).stat()
            key = (path, name, status.st_size, status.st_mtime_ns)
            if key not in _READ:
                _READ[key] = make()
            return _READ[key]

        return storage.remembered(path, cache, name, read if path == catalogue.built_in_path() else make)

    monkeypatch.setattr(catalogue, "remembered", remembered)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The ``MIKRO_HOME`` of the test; the program has not made it yet."""
    return tmp_path / "mikro"


#: A cron that keeps its table beside itself, and a notification program that keeps there what it shows.
PRETENDED = {
    "crontab": """#!/bin/sh
table="${0%/*}/table"
case "$1" in
  -l) [ -f "$table" ] && cat "$table" || { echo "no crontab for anna" >&2; exit 1; } ;;
  -r) rm "$table" ;;
  -) cat >"$table" ;;
esac
""",
    "notify-send": """#!/bin/sh
shift 2
printf '%s\\n' "$@" >>"${0%/*}/shown"
""",
    "systemctl": "#!/bin/sh\nexit 1\n",
}


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The programs of a user without systemd and without a message bus, but with cron and notify-send.

    They only pretend; everything else is taken from the system's own folders.
    """
    if sys.platform == "win32":
        pytest.skip("pretended programs of Unix")
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, text in PRETENDED.items():
        (folder / name).write_text(text)
        (folder / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """Run ``mikro`` as a process of its own and wait for it.

    ``process("log", "a note", now="2026-11-24T10:00:00+01:00", lang="da", columns=50, input="…", env={"NAME": "…"})``
    returns the completed process with text ``stdout`` and ``stderr``. Standard input is empty unless given;
    ``None`` as a value in ``env`` takes the variable away.
    """

    def start(
        *args: str | Path,
        now: str | None = None,
        lang: str | None = None,
        columns: int | None = None,
        input: str | None = None,  # noqa: A002 - as in subprocess
        env: Mapping[str, str | None] | None = None,
    ) -> Process:
        variables: dict[str, str | None] = {**os.environ, **MEASURED}
        given = {"MIKRO_NOW": now, "MIKRO_LANG": lang, "COLUMNS": str(columns) if columns else None}
        variables.update({name: value for name, value in given.items() if value is not None})
        variables.update(env or {})
        return subprocess.run(
            [sys.executable, "-m", "mikrohandlinger", *map(str, args)],
            input=input or "",
            env={name: value for name, value in variables.items() if value is not None},
            cwd=tmp_path / "home",
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return start


@pytest.fixture
def run(process: Run) -> Run:
    """The program as a test has it that does not say otherwise: a process. The commands' tests have it in theirs."""
    return process


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Start ``mikro`` on a pseudo-terminal of its own, as a person has it; skipped where there is none.

    ``terminal("week", "--reflect", now="2026-11-27T14:00:00+01:00", lines=40, echo=False, env={"EDITOR": "…"})``
    returns the process, to be read and typed to as pexpect has it.
    """
    if sys.platform == "win32":
        pytest.skip("needs a pseudo-terminal")
    import pexpect

    started = []

    def start(
        *args: str, now: str = NOW, lines: int = 24, echo: bool = True, env: Mapping[str, str] | None = None
    ) -> Any:
        process = pexpect.spawn(
            sys.executable,
            ["-m", "mikrohandlinger", *args],
            env={**os.environ, **MEASURED, "MIKRO_NOW": now, "LINES": str(lines), **(env or {})},
            cwd=str(tmp_path / "home"),
            dimensions=(lines, 80),
            encoding="utf-8",
            codec_errors="replace",
            echo=echo,
            timeout=30,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.close(force=True)


class Answer(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Mikro = Callable[..., Answer]


@pytest.fixture
def mikro(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Mikro:
    """Run ``mikro`` in this process, which costs a tenth of what :func:`run` costs.

    Takes the same ``now``, ``lang``, ``columns`` and ``env`` as :func:`run`; they hold for that command alone.
    """
    from mikrohandlinger.cli.boundary import run as run_here

    def start(
        *args: str | Path,
        now: str | None = None,
        lang: str | None = None,
        columns: int | None = None,
        env: Mapping[str, str | None] | None = None,
    ) -> Answer:
        given = {"MIKRO_NOW": now, "MIKRO_LANG": lang, "COLUMNS": str(columns) if columns else None}
        variables = {**{name: value for name, value in given.items() if value}, **(env or {})}
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                if value is None:
                    patch.delenv(name, raising=False)
                else:
                    patch.setenv(name, value)
            capsys.readouterr()
            code = run_here([str(arg) for arg in args])
            out, err = capsys.readouterr()
        return Answer(code, out, err)

    return start
