"""Nothing leaves the machine, and the user's words are in no file that is not for them."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import Popen

    from tests.conftest import Mikro

Start = Callable[..., "Popen[str]"]

#: Something of every kind, with a word that nothing else says.
EVERYTHING = """
folder = sys.argv[1]
os.mkdir(folder)
open(f"{folder}/other.csv", "w").write("2026-11-20,ask,zebra\\n")
for words in (
    ["today", "--short", "--plan", "When zebra, then I ask"], ["log", "ask", "zebra"], ["log", "doubt", "zebra"],
    ["week"], ["week", "--json", "--answer", "hard=zebra"], ["history", "--search", "zebra"], ["history", "--year"],
    ["week", "-o", f"{folder}/week.html"], ["edit", "1", "--went", "hard"], ["delete", "2"], ["undo"], ["redo"],
    ["pause", "2026-12-24"], ["resume"], ["actions"], ["actions", "ask"], ["config"], ["config", "set", "goal", "2"],
    ["nudge", "status"], ["nudge", "calendar", "-o", f"{folder}/mikro.ics"], ["export", "-o", f"{folder}/mine.jsonl"],
    ["import", f"{folder}/other.csv"], ["sync", folder, "--yes"], ["backup", f"{folder}/kept.zip"],
    ["restore", f"{folder}/kept.zip", "--yes"], ["doctor"], ["doctor", "--fix"], ["--help"], ["--version"],
    ["erase", "--all", "--yes"],
):
    code = mikro(*words)
    print("ran", code, words[0], file=sys.stderr)
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("strace") is None, reason="strace sees every socket"
)
def test_no_command_opens_a_socket_to_the_outside(start: Start, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    before = ["strace", "-f", "-o", str(trace), "-e", "trace=socket,socketpair,connect"]
    _output, complaint = start(EVERYTHING, tmp_path / "shared", before=before).communicate(timeout=240)
    assert len(re.findall(r"^ran 0 ", complaint, re.MULTILINE)) >= 28, complaint
    text = trace.read_text("utf-8", "replace")
    assert "+++ exited with" in text, "it was looked at"
    assert [line for line in text.splitlines() if "AF_INET" in line] == []


def test_a_note_is_in_no_log_and_no_file_for_the_prompt(
    mikro: Mikro, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mikrohandlinger.usecases import record

    mikro("log", "ask", "zebra")
    mikro("nudge", "prompt", "bash")
    monkeypatch.setattr(record, "stand_of", lambda *_given: 1 / 0)
    assert mikro("log", "ask", "zebra again").code == 70
    assert "ZeroDivisionError" in (home / "error.log").read_text()
    told = [
        path
        for path in home.rglob("*")
        if path.is_file() and path.suffix not in (".db", ".zip") and b"zebra" in path.read_bytes()
    ]
    assert told == []
