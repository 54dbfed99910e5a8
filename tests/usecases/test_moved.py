"""A program that was moved to another folder says what its reminder starts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mikrohandlinger.domain.schedule import Schedule
from mikrohandlinger.system.schedulers.task_scheduler import TaskScheduler
from mikrohandlinger.usecases import moved, reminder_job

if TYPE_CHECKING:
    import pytest

    from mikrohandlinger.usecases.context import Context

PLACE = "Bård Åse & Co (x)"


def remind(context: Context, python: str) -> None:
    folder = Path(context.paths.config)
    at = context.settings.nudge_at
    job = TaskScheduler(folder, "anna").render(
        Schedule(at, (1, 2), (python, "-m", "mikrohandlinger"), "mikro")
    )
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in job.files:
        Path(path).write_bytes(content)


def test_it_is_told_until_the_reminder_is_switched_on_from_the_new_place(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = (str(tmp_path / PLACE / folder / "python.exe") for folder in ("mikro", "mikro 2"))
    assert moved.reminder(context) is None
    remind(context, str(Path(old).with_name("pythonw.exe")))

    monkeypatch.setattr(sys, "executable", old)
    assert moved.reminder(context) is None
    monkeypatch.setattr(sys, "executable", new)
    told = moved.reminder(context)
    assert told is not None
    assert "mikro nudge on" in str(told)

    remind(context, str(Path(new).with_name("pythonw.exe")))
    assert moved.reminder(context) is None


def test_the_task_starts_the_python_without_a_window_of_the_programs_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("python.exe", "pythonw.exe"):
        (tmp_path / name).touch()
    python, windowless = tmp_path / "python.exe", tmp_path / "pythonw.exe"
    assert reminder_job._python(python, "win32") == str(windowless)
    assert reminder_job._python(python, "linux") == str(python)
    windowless.unlink()
    assert reminder_job._python(python, "win32") == str(python)
