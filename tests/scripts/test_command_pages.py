"""The manual pages of the commands say what the program says."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "command_pages.py"


@pytest.mark.skipif(not SCRIPT.exists(), reason="only a checkout has the scripts")
def test_the_pages_of_the_commands_are_what_the_help_shows(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", [str(SCRIPT), "--check"])
    with pytest.raises(SystemExit) as leave:
        runpy.run_path(str(SCRIPT), run_name="__main__")
    assert leave.value.code == 0, capsys.readouterr().out
