"""What people on Windows have: other letters on the console, files that others hold, paths and names of its own.

Everything here runs on every system where it can; what only Windows does is skipped elsewhere, and tried under wine by
``scripts/windows_tests.py``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mikrohandlinger.cli.terminal.editor import edited
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.files import locked

WINDOWS = pytest.mark.skipif(sys.platform != "win32", reason="only Windows does that")

#: Each screen, by one process: starting one for each would cost a minute.
SCREENS = """
import sys
from mikrohandlinger.cli.boundary import run
lines = [
    ["today"], ["log", "spørg", "Æblegrød – “hvorfor?” ✓ 🙂"], ["week"], ["history"], ["history", "--year"],
    ["rule", "add", "Vi skriver altid på to skemaer – “sådan er det”"], ["rule", "list"], ["rule", "export"],
    ["process", "list"], ["process", "show", "safety"], ["why"], ["actions"], ["doctor"], ["config"],
    ["week", "-o", "uge.html"], ["export", "-o", "min.jsonl"], ["export", "-o", "dagbog.md"],
    ["rule", "export", "-o", "regel.md"], ["nudge", "calendar", "-o", "mikro.ics"], ["export"],
]
for line in lines:
    if run(line):
        print("REFUSED", line)
    sys.stdout.flush()
"""


@pytest.mark.parametrize("page", ["cp850", "cp437", "cp1252"])
def test_every_screen_and_file_comes_out_whatever_the_consoles_letters(tmp_path: Path, page: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCREENS],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": page, "MIKRO_LANG": "da"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    told = done.stdout.decode("windows-1252" if page == "cp1252" else page, "replace") + done.stderr.decode(
        page
    )
    assert done.returncode == 0, told
    assert "REFUSED" not in told
    assert "Traceback" not in told
    for name in ("uge.html", "min.jsonl", "dagbog.md"):
        assert "Æblegrød – “hvorfor?” ✓ 🙂" in (tmp_path / name).read_text("utf-8"), name
    assert "altid på to skemaer" in (tmp_path / "regel.md").read_text("utf-8")
    assert (tmp_path / "mikro.ics").read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", ["Bård Åse & Co (x)", "100% ^ ! ;", "mappe med mange ord"])
def test_the_data_may_lie_in_any_folder(mikro, tmp_path: Path, name: str) -> None:
    home = tmp_path / name
    assert mikro("log", "spørg", "Det gik", env={"MIKRO_HOME": str(home)}).code == 0
    assert mikro("config", "set", "goal", "2", env={"MIKRO_HOME": str(home)}).code == 0
    assert json.loads(mikro("history", "--json", env={"MIKRO_HOME": str(home)}).out)["entries"]
    assert (home / "mikro.db").exists()


def test_a_lock_lets_one_at_a_time_in(tmp_path: Path) -> None:
    order, waits = [], threading.Event()

    def second() -> None:
        waits.set()
        with locked(tmp_path / "file"):
            order.append("second")

    other = threading.Thread(target=second)
    with locked(tmp_path / "file"):
        other.start()
        waits.wait(10)
        other.join(0.3)
        order.append("first")
    other.join(20)
    assert order == ["first", "second"]


def test_an_editor_whose_folders_have_blanks_is_started(tmp_path: Path) -> None:
    script = tmp_path / "min editor" / "skriv æøå.py"
    script.parent.mkdir()
    script.write_text(
        "import sys\nopen(sys.argv[-1], 'a', encoding='utf-8').write('Tak for i dag\\n')\n", "utf-8"
    )
    command = f'"{sys.executable}" "{script}"'
    assert edited(command, "Hvad lærte du?", "", str(tmp_path / "cache")) == "Tak for i dag"


@WINDOWS
@pytest.mark.parametrize("name", ["con.html", "nul.md", "week:48.html"])
def test_a_name_of_windows_own_is_refused(mikro, name: str) -> None:
    mikro("log", "spørg")
    found = mikro("week", "-o", name)
    assert (found.code, "Choose another name" in found.err) == (1, True)


@WINDOWS
def test_a_file_that_another_program_holds_is_named(mikro, home: Path) -> None:
    mikro("config", "set", "goal", "2")
    with (home / "config.toml").open("rb") as held:
        found = mikro("config", "set", "goal", "3")
        assert (found.code, held.read()) == (1, (home / "config.toml").read_bytes())
    assert "is open in another program" in found.err
    assert mikro("config", "set", "goal", "3").code == 0


@WINDOWS
def test_a_path_beyond_260_characters_works_or_is_named(mikro, tmp_path: Path) -> None:
    """Windows takes one where a policy lets it; wine always does, so this tells nothing of the refusal."""
    found = mikro("log", "spørg", env={"MIKRO_HOME": str(tmp_path / ("m" * 120) / ("n" * 120))})
    assert found.code == 0 or "longer than this Windows takes" in found.err


@WINDOWS
def test_what_a_program_reads_ends_its_lines_as_it_does_everywhere(run) -> None:
    run("log", "spørg")
    lines = run("export").stdout.splitlines()
    assert all(json.loads(line) for line in lines)
    assert json.loads(run("today", "--json").stdout)


def test_an_editor_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MikroError) as refused:
        edited(r"C:\Program Files\Nobody\edit.exe", "Hvad lærte du?", "", str(tmp_path / "cache"))
    assert refused.value.code == "editor-unusable"
