"""The snippets for the shells, run in the real shells where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.system import shell_prompt as prompt
from mikrohandlinger.system import shell_snippets

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.domain.reminding import Shell

MONDAY = date(2026, 11, 23)
TEXT = "Spørg en kollega: «Hvad fylder?» – 100 % $HOME `x` \\n"
COMMENT = "mikro: dagens mikrohandling, én gang om dagen."
START: dict[Shell, list[str]] = {
    "bash": ["bash", "--norc", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}


def in_terminal(shell: Shell, lines: str, environment: dict[str, str]) -> str:
    """Type ``lines`` into an interactive shell and give what came on the screen."""
    import pexpect  # which Windows does not have

    command, *arguments = START[shell]
    terminal = pexpect.spawn(
        command, arguments, env=environment, encoding="utf-8", timeout=20, dimensions=(50, 400)
    )
    for line in [*lines.splitlines(), "exit"]:
        terminal.sendline(line)
    seen = str(terminal.read())
    terminal.close()
    return seen


@pytest.fixture(params=sorted(START))
def shell(request: pytest.FixtureRequest) -> Shell:
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    found: Shell = request.param
    return found


def today_of_the_shell() -> date:
    """The day as the shells will see it; a test near midnight has the day after in its file as well."""
    return date.fromisoformat(
        subprocess.run(["date", "+%F"], capture_output=True, text=True, check=True).stdout.strip()
    )


def ready(folder: Path, today: date, text: str = TEXT, starts: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    days = [
        (today - timedelta(days=1), "in the past", "ask-a"),
        (today, text, "ask-b"),
        (today + timedelta(days=1), "tomorrow", "ask-c"),
    ]
    (folder / prompt.FILE).write_bytes(prompt.content("x", days, starts))


def output(shell: Shell, folder: Path, tmp_path: Path, extra: str = "", **also: str) -> str:
    profile = tmp_path / "profile"
    profile.write_text(shell_snippets.snippet(shell, folder, COMMENT), "utf-8")
    environment = {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "TERM": "dumb",
        "LC_ALL": "C.UTF-8",
        "TZ": os.environ["TZ"],
        **also,
    }
    command = f"source {profile}\n{extra}" + "true\n" * 3
    return in_terminal(shell, command, environment)


def test_the_line_of_today_is_shown_once(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "it's a «folder»"
    ready(folder, today_of_the_shell())

    first, second = output(shell, folder, tmp_path), output(shell, folder, tmp_path)

    assert (first.count(TEXT), second.count(TEXT)) == (1, 0)
    assert "tomorrow" not in first + second
    assert "in the past" not in first + second


@pytest.mark.parametrize(("starts", "shown"), [("", TEXT), ("00:30", TEXT), ("05:30", "in the past")])
def test_a_day_that_begins_in_the_night_turns_when_it_begins(
    shell: Shell, starts: str, shown: str, tmp_path: Path
) -> None:
    # A zone of its own, in which it is between two and three at night.
    told_by_date = subprocess.run(["date", "-u", "+%FT%T"], capture_output=True, text=True, check=True)
    utc = datetime.fromisoformat(told_by_date.stdout.strip())
    east = (2 - utc.hour + 12) % 24 - 12
    ready(tmp_path, (utc + timedelta(hours=east)).date(), starts=starts)

    first, second = (output(shell, tmp_path, tmp_path, TZ=f"NIGHT{-east:+}") for _ in range(2))

    told = [text for text in (TEXT, "in the past", "tomorrow") if text in first]
    assert told == [shown]
    assert shown not in second


def test_without_a_file_nothing_is_said(shell: Shell, tmp_path: Path) -> None:
    seen = output(shell, tmp_path / "nowhere", tmp_path)

    assert "o such file" not in seen
    assert "mikro_prompt:" not in seen


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_keeps_the_status_of_the_last_command_and_the_prompt_command_of_others(tmp_path: Path) -> None:
    ready(tmp_path, today_of_the_shell())
    extra = "PROMPT_COMMAND='echo [other $?]'\nset -u\nsource $HOME/profile\nsource $HOME/profile\nfalse\n"

    seen = output("bash", tmp_path, tmp_path, extra)

    assert "[other 1]" in seen
    assert "unbound" not in seen


@pytest.mark.parametrize("name", shell_snippets.SHELLS)
def test_the_snippets_are_as_they_were_reviewed(name: Shell, snapshot: SnapshotAssertion) -> None:
    assert shell_snippets.snippet(name, Path("/home/anna/.cache/mikrohandlinger"), COMMENT) == snapshot


def test_the_file_says_what_it_was_made_from(tmp_path: Path) -> None:
    path = tmp_path / prompt.FILE

    assert prompt.made_from(str(path)) is None
    path.write_bytes(prompt.content("a b c", [(date(2026, 11, 23), "x", "ask-a")]))
    assert prompt.made_from(str(path)) == "a b c"
    path.write_bytes(prompt.content("a b c", [(date(2026, 11, 23), "x", "ask-a")], "04:00"))
    assert prompt.made_from(str(path)) == "a b c"


@given(st.text())
def test_a_text_never_takes_more_than_its_line(text: str) -> None:
    content = prompt.content("x", [(MONDAY, text, "ask-a"), (MONDAY + timedelta(1), "y", "ask-b")])
    lines = content.decode().split("\n")

    assert lines[2:] == ["2026-11-24\ty", "#2026-11-23\task-a", "#2026-11-24\task-b", ""]
    assert lines[1].startswith("2026-11-23\t")
    assert lines[1].removeprefix("2026-11-23\t").isprintable()
