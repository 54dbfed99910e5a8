"""The task for Windows, held against a ``schtasks`` that refuses what the real one is known to refuse."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.system.schtasks import Schtasks, refusal

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.schedule import JobReading, Schedule
from mikrohandlinger.system.schedulers import running
from mikrohandlinger.system.schedulers.running import move
from mikrohandlinger.system.schedulers.task_scheduler import TaskScheduler

FOLDER = r"C:\Users\Bård Åse & Co (x)\mikro 100%\pythonw.exe"
ARGUMENTS = ("-P", "-m", "mikrohandlinger", "nudge", "deliver", "--env", r"MIKRO_HOME=C:\Users\Bård Åse\m^&")
OURS = Schedule(time(8, 30), (1, 2, 3, 4, 5), (FOLDER, *ARGUMENTS), "mikro: dagens mikrohandling")


def written(schedule: Schedule = OURS) -> bytes:
    return TaskScheduler(Path("config"), "anna", Schtasks()).render(schedule).files[0][1]


def spoilt(old: str, new: str) -> bytes:
    text = written().decode("utf-16").replace("\r\n", "\n")
    assert old in text
    return b"\xff\xfe" + text.replace(old, new, 1).encode("utf-16-le")


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30
)


@given(
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.frozensets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))),
    words,
    words,
)
def test_every_schedule_gives_a_task_that_windows_takes(
    at: time, weekdays: tuple[int, ...], folder: str, description: str
) -> None:
    command = (rf"C:\{folder}\pythonw.exe", *ARGUMENTS)
    assert refusal(written(Schedule(at, weekdays, command, f"mikro{description}"))) == ""


@pytest.mark.parametrize(
    "content",
    [
        written().decode("utf-16").encode("utf-8"),
        b"\xef\xbb\xbf" + written().decode("utf-16").encode("utf-8"),
        b"\xfe\xff" + written().decode("utf-16").encode("utf-16-be"),
        written().decode("utf-16").encode("utf-16-le"),
        spoilt('encoding="UTF-16"', 'encoding="UTF-8"'),
        spoilt("StartWhenAvailable>true", "StartWhenAvailable>yes"),
        spoilt("StartWhenAvailable>true", "StartWhenAvailable>True"),
        spoilt("PT1M", "1M"),
        spoilt("T08:30:00", "T8:30"),
        spoilt("<Monday />", "<Mandag />"),
        spoilt("<WeeksInterval>1</WeeksInterval>", "<WeeksInterval>0</WeeksInterval>"),
        spoilt(
            "RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable", "RunIfOnline>false</RunIfOnline"
        ),
        spoilt("    </CalendarTrigger>", "<Enabled>true</Enabled></CalendarTrigger>"),
        spoilt("      <StartBoundary>", "<EndBoundary>2027-01-01T00:00:00</EndBoundary><StartBoundary>"),
        spoilt('Context="Author"', 'Context="Anna"'),
        spoilt(' xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task"', ""),
        spoilt(" &amp; Co", " & Co"),
        spoilt("<Arguments>", "<Arguments></Arguments><Arguments>"),
        spoilt(r"C:\Users", "C:\\" + "x" * 260),
        spoilt("InteractiveToken", "Interactive"),
    ],
)
def test_it_would_refuse_what_the_real_one_refuses(content: bytes) -> None:
    assert refusal(content)


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_the_task_is_made_changed_and_taken_away(tmp_path: Path) -> None:
    windows = Schtasks()
    one = TaskScheduler(tmp_path / "æøå & (x)", "Bård Åse", windows)

    for at in (time(8, 30), time(9, 5)):
        running.carry_out([move(one, one.render(OURS._replace(at=at)))], write, windows)
        assert one.reading() == JobReading(at, OURS.weekdays, FOLDER, ARGUMENTS)
        assert list(windows.tasks) == ["mikro-nudge-Bård-Åse"]

    running.carry_out([move(one, None)], write, windows)
    assert (windows.tasks, one.reading(), one.installed()) == ({}, None, None)


def test_where_a_policy_forbids_tasks_nothing_is_left_behind(tmp_path: Path) -> None:
    windows = Schtasks("/Create")
    one = TaskScheduler(tmp_path / "config", "anna", windows)
    with pytest.raises(MikroError) as refused:
        running.carry_out([move(one, one.render(OURS))], write, windows)
    assert refused.value.code == "nudge-refused"
    assert "mikro nudge calendar" in str(refused.value)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not TaskScheduler(tmp_path, "anna", Schtasks("/Query")).usable()


def test_a_path_that_the_task_scheduler_calls_out_of_range_is_refused_before(tmp_path: Path) -> None:
    long = "C:\\" + "x" * 260 + r"\pythonw.exe"
    with pytest.raises(MikroError) as refused:
        TaskScheduler(tmp_path, "anna", Schtasks()).render(OURS._replace(command=(long, "-m", "x")))
    assert refused.value.code == "nudge-path"
