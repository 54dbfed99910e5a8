"""The editor and the pager, as people on each system name them."""

from __future__ import annotations

import shutil

import pytest

from mikrohandlinger.cli.terminal.programs import words_of

#: What is there, by the name that ``PATH`` or the disk knows.
THERE = {
    r"C:\Program Files\Notepad++\notepad++.exe": r"C:\Program Files\Notepad++\notepad++.exe",
    r"C:\tools\less.exe": r"C:\tools\less.exe",
    "code": r"C:\Users\Bård Åse\bin\code.CMD",
}


@pytest.fixture(autouse=True)
def _there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", THERE.get)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (r"C:\tools\less.exe", [r"C:\tools\less.exe"]),
        (r"C:\tools\less.exe -R", [r"C:\tools\less.exe", "-R"]),
        (r"C:\Program Files\Notepad++\notepad++.exe", [r"C:\Program Files\Notepad++\notepad++.exe"]),
        (
            r'"C:\Program Files\Notepad++\notepad++.exe" -multiInst',
            [r"C:\Program Files\Notepad++\notepad++.exe", "-multiInst"],
        ),
        ("code --wait", [r"C:\Users\Bård Åse\bin\code.CMD", "--wait"]),
        ("notepad", ["notepad"]),
        ("", []),
    ],
)
def test_on_windows_a_path_is_taken_as_it_is_written(command: str, words: list[str]) -> None:
    assert words_of(command, "nt") == words


def test_elsewhere_it_is_read_as_a_shell_reads_it() -> None:
    assert words_of(r"'/opt/my tools/vim' -c set\ nowrap", "posix") == [
        "/opt/my tools/vim",
        "-c",
        "set nowrap",
    ]


@pytest.mark.parametrize("system", ["nt", "posix"])
def test_a_quotation_mark_that_is_not_closed_is_refused(system: str) -> None:
    with pytest.raises(ValueError, match="quotation"):
        words_of('"less', system)
