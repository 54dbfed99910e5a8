"""The short form of ``bench/faults.py``: faults of the disk at calls spread over commands of every kind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "faults.py"
COMMANDS = ("log", "config set", "restore", "doctor --fix", "an upgrade")


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("cc") is None,
    reason="a library that strikes is compiled and loaded before that of C",
)
def test_no_fault_of_the_disk_loses_anything_or_is_told_as_another() -> None:
    only = [word for name in COMMANDS for word in ("--only", name)]
    done = subprocess.run(
        [sys.executable, BENCH, "--every", "120", *only],
        env=dict(os.environ),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.search(r"^([\d,]+) faults that landed", done.stdout, re.MULTILINE)
    assert found is not None
    assert int(found[1].replace(",", "")) > 30
