"""What is generated for each operating system, and that it can be read back."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.schedule import Call, Job, JobReading, Schedule
from mikrohandlinger.system.programs import Answer, run
from mikrohandlinger.system.schedulers import choosing, running
from mikrohandlinger.system.schedulers.cron import Cron
from mikrohandlinger.system.schedulers.launchd import Launchd
from mikrohandlinger.system.schedulers.running import move
from mikrohandlinger.system.schedulers.systemd import Systemd
from mikrohandlinger.system.schedulers.task_scheduler import TaskScheduler

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.system.schedulers.protocol import Scheduler

UNIX = Schedule(
    time(8, 30),
    (1, 2, 3, 4, 5),
    (
        "/home/anna/my tools/bin/python",
        "-m",
        "mikrohandlinger",
        "nudge",
        "deliver",
        "--env",
        "LANG=da_DK.UTF-8",
    ),
    "mikro: dagens mikrohandling",
)
WINDOWS = UNIX._replace(
    command=(
        r"C:\Users\Anna Møller & co\mikro\Scripts\pythonw.exe",
        "-m",
        "mikrohandlinger",
        "nudge",
        "deliver",
        "--env",
        r"MIKRO_HOME=C:\Users\Anna Møller & co\mikro",
    )
)


class Machine:
    """Stands in for the calls to the system: remembers them, and keeps a table for cron."""

    def __init__(self, table: str | None = None) -> None:
        self.calls: list[Call] = []
        self.table = table
        self.answers: dict[str, Answer] = {}

    def __call__(self, call: Call) -> Answer:
        self.calls.append(call)
        if call.argv == ("crontab", "-l"):
            return (
                Answer(0, self.table, "") if self.table is not None else Answer(1, "", "no crontab for anna")
            )
        if call.argv == ("crontab", "-r"):
            self.table = None
        if call.argv == ("crontab", "-"):
            self.table = call.stdin.decode(errors="surrogateescape")
        return self.answers.get(call.argv[0], Answer(0, "", ""))


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def switch_on(one: Scheduler, schedule: Schedule, machine: Machine) -> None:
    running.carry_out([move(one, one.render(schedule))], write, machine)


def switch_off(one: Scheduler, machine: Machine) -> None:
    running.carry_out([move(one, None)], write, machine)


def every(folder: Path, machine: Machine) -> dict[str, Scheduler]:
    return {
        "systemd": Systemd(folder / "systemd", folder / "timers", machine),
        "launchd": Launchd(folder, 501, machine),
        "task-scheduler": TaskScheduler(folder / "config", "Anna Møller", machine),
        "cron": Cron(1000, machine),
    }


def shown(job: Job, folder: Path) -> str:
    """A job as text, for the golden file."""
    parts = []
    for path, content in job.files:
        encoding = "utf-16" if content.startswith(b"\xff\xfe") else "utf-8"
        parts.append(f"=== {Path(path).relative_to(folder)}\n{content.decode(encoding)}")
    for name, calls in (("start", job.start), ("stop", job.stop), ("settle", job.settle)):
        lines = (f"=== {name}: {' '.join(call.argv)}\n{call.stdin.decode()}" for call in calls)
        parts += [line.replace(str(folder), "~") for line in lines]
    return "\n".join(parts).replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["systemd", "launchd", "task-scheduler", "cron"])
def test_the_job_is_as_it_was_reviewed(name: str, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    machine = Machine("MAILTO=anna\n0 5 * * 1 tar czf backup.tgz %h\n")
    schedule = WINDOWS if name == "task-scheduler" else UNIX

    assert shown(every(tmp_path, machine)[name].render(schedule), tmp_path) == snapshot


@pytest.mark.parametrize("name", ["systemd", "launchd", "task-scheduler", "cron"])
def test_switching_on_twice_leaves_one_job_and_off_leaves_none(name: str, tmp_path: Path) -> None:
    machine = Machine()
    one = every(tmp_path, machine)[name]
    if name == "task-scheduler":
        machine.answers["schtasks"] = Answer(1, "", "")
        assert one.installed() is None
        machine.answers.clear()
    else:
        assert one.installed() is None

    switch_on(one, UNIX, machine)
    switch_on(one, UNIX._replace(at=time(9, 5), weekdays=(2, 4)), machine)

    assert one.reading() == JobReading(time(9, 5), (2, 4), UNIX.command[0], UNIX.command[1:])
    assert one.next_run(datetime(2026, 11, 23, 8, 0)) == datetime(2026, 11, 24, 9, 5)  # noqa: DTZ001
    before = len(machine.calls)
    switch_on(one, UNIX._replace(at=time(9, 5), weekdays=(2, 4)), machine)
    assert not [call for call in machine.calls[before:] if call in one.render(UNIX).start]

    switch_off(one, machine)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert machine.table is None
    assert one.reading() is None


names = st.text(
    st.characters(exclude_characters="\n\r\0%\"'\\", exclude_categories=["Cs"]), min_size=1, max_size=40
)


@given(
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.frozensets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))),
    names.map("/opt/{}/python".format),
)
@pytest.mark.parametrize("name", ["systemd", "launchd", "task-scheduler", "cron"])
def test_any_schedule_can_be_read_back(
    name: str, tmp_path_factory: pytest.TempPathFactory, at: time, weekdays: tuple[int, ...], program: str
) -> None:
    if not program.isprintable():
        program = "/opt/python"
    machine = Machine()
    one = every(tmp_path_factory.mktemp("home"), machine)[name]

    switch_on(one, UNIX._replace(at=at, weekdays=weekdays, command=(program, "-m", "x")), machine)

    assert one.reading() == JobReading(at, weekdays, program, ("-m", "x"))


def test_the_task_is_in_the_only_encoding_that_windows_takes(tmp_path: Path) -> None:
    job = TaskScheduler(tmp_path, "anna", Machine()).render(WINDOWS)
    content = job.files[0][1]
    task = ElementTree.fromstring(content)
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"

    assert content.startswith(b"\xff\xfe<\x00?\x00x\x00")
    assert 'encoding="UTF-16"' in content.decode("utf-16")
    assert task.findtext(f".//{space}Command") == WINDOWS.command[0]
    assert task.findtext(f".//{space}Arguments") == (
        r'-m mikrohandlinger nudge deliver --env "MIKRO_HOME=C:\Users\Anna Møller & co\mikro"'
    )


def test_tasks_of_two_users_of_one_computer_have_two_names(tmp_path: Path) -> None:
    tasks = {
        TaskScheduler(tmp_path, user, Machine()).render(WINDOWS).start[0].argv[3] for user in ("anna", "bo")
    }

    assert tasks == {"mikro-nudge-anna", "mikro-nudge-bo"}


def test_the_rest_of_the_users_table_of_cron_is_left_as_it_was() -> None:
    table = "# mine\nMAILTO=anna\n\n@daily echo \udce6 %\n0 5 * * * x"
    machine = Machine(table)
    cron = Cron(1000, machine)

    switch_on(cron, UNIX, machine)
    assert machine.table is not None
    assert machine.table.startswith(table + "\n# BEGIN mikro nudge\n")
    switch_on(cron, UNIX._replace(at=time(9)), machine)
    assert machine.table.count("BEGIN mikro") == 1
    switch_off(cron, machine)

    assert machine.table == table + "\n"


def test_a_table_of_cron_that_cannot_be_read_is_not_overwritten() -> None:
    def no_table(call: Call) -> Answer:
        return Answer(1, "", "You (anna) are not allowed to use this program (crontab)")

    cron = Cron(1000, no_table)

    assert not cron.usable()
    with pytest.raises(MikroError) as refusal:
        cron.render(UNIX)
    assert "not allowed" in str(refusal.value.detail)


@pytest.mark.parametrize("program", ["/opt/100%/python", "/opt/" + "x" * 900])
def test_cron_refuses_a_path_that_it_would_misread(program: str) -> None:
    with pytest.raises(MikroError, match="Install mikro elsewhere"):
        Cron(1000, Machine()).render(UNIX._replace(command=(program, "-m", "x")))


@pytest.mark.parametrize("program", ["/opt/a'b/python", '/opt/a"b/python', "/opt/a\\b/python"])
def test_systemd_refuses_a_path_that_it_would_refuse(program: str, tmp_path: Path) -> None:
    with pytest.raises(MikroError, match="Install mikro elsewhere"):
        Systemd(tmp_path, tmp_path, Machine()).render(UNIX._replace(command=(program, "-m", "x")))


@pytest.mark.parametrize("name", ["systemd", "launchd", "task-scheduler", "cron"])
def test_a_line_break_in_a_path_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(MikroError, match="line break"):
        every(tmp_path, Machine())[name].render(UNIX._replace(command=("/opt/a\nb/python",)))


def test_when_the_system_refuses_nothing_is_left_behind(tmp_path: Path) -> None:
    machine = Machine()
    machine.answers["schtasks"] = Answer(1, "", "ERROR: Access is denied.\r\n")
    one = TaskScheduler(tmp_path / "config", "anna", machine)

    with pytest.raises(MikroError) as refusal:
        switch_on(one, WINDOWS, machine)

    # The system's own words are for programs and the log, and no part of our sentence.
    assert refusal.value.detail == "ERROR: Access is denied."
    assert "denied" not in str(refusal.value)
    assert refusal.value.code == "nudge-refused"
    assert "mikro nudge calendar" in str(refusal.value)
    assert list((tmp_path / "config").iterdir()) == []


def test_launchd_that_is_busy_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "BETWEEN_ATTEMPTS", 0)
    machine = Machine()
    answers = [Answer(5, "", "Bootstrap failed: 5: Input/output error")] * 2 + [Answer(0, "", "")]

    def busy(call: Call) -> Answer:
        machine(call)
        return answers.pop(0) if call.argv[1] == "bootstrap" else Answer(0, "", "")

    switch_on(Launchd(tmp_path, 501, machine), UNIX, busy)  # type: ignore[arg-type]

    assert [call.argv[1] for call in machine.calls] == ["bootstrap"] * 3


def test_what_cannot_be_stopped_is_not_said_to_be_gone(tmp_path: Path) -> None:
    machine = Machine()
    one = TaskScheduler(tmp_path / "config", "anna", machine)
    switch_on(one, WINDOWS, machine)

    def refusing(call: Call) -> Answer:
        return Answer(1, "", "ERROR: Access is denied.") if "/Delete" in call.argv else Answer(0, "", "")

    with pytest.raises(MikroError) as refusal:
        running.carry_out([move(one, None)], write, refusing)
    assert refusal.value.detail == "ERROR: Access is denied."

    assert one.installed() is not None


def test_what_the_scheduler_has_forgotten_need_not_be_stopped(tmp_path: Path) -> None:
    machine = Machine()
    one = Launchd(tmp_path, 501, machine)
    switch_on(one, UNIX, machine)
    machine.answers["launchctl"] = Answer(3, "", "No such process")

    switch_off(one, machine)

    assert one.installed() is None


def test_a_task_whose_file_is_gone_is_taken_away_all_the_same(tmp_path: Path) -> None:
    machine = Machine()
    one = TaskScheduler(tmp_path / "config", "anna", machine)

    switch_off(one, machine)

    assert machine.calls[-1].argv == ("schtasks", "/Delete", "/TN", "mikro-nudge-anna", "/F")


@pytest.mark.parametrize("refused", ["is-enabled", "is-active"])
def test_a_timer_that_is_not_enabled_or_not_waiting_is_not_taken_up(refused: str, tmp_path: Path) -> None:
    def answering(call: Call) -> Answer:
        return Answer(int(refused in call.argv), "", "")

    units = Systemd(tmp_path, tmp_path, Machine()).render(UNIX).files
    for path, content in units:
        write(Path(path), content)

    for machine, active in ((answering, False), (Machine(), True)):
        job = Systemd(tmp_path, tmp_path, machine).installed()
        assert job is not None
        assert job.active == active


def test_systemd_reads_a_dollar_or_percent_sign_of_an_argument_as_itself(tmp_path: Path) -> None:
    command = ("/opt/$x/python", "-m", "a$HOME", "100%h", 'say "x" \\')
    service = Systemd(tmp_path, tmp_path, Machine()).render(UNIX._replace(command=command)).files[0][1]

    (line,) = (line for line in service.decode().splitlines() if line.startswith("ExecStart="))
    assert line == r'ExecStart="/opt/$x/python" -m "a$$HOME" 100%%h "say \"x\" \\"'


def test_a_file_that_somebody_has_spoiled_says_nothing(tmp_path: Path) -> None:
    machine = Machine("# BEGIN mikro nudge\nspoiled\n# END mikro nudge\n")
    schedulers = every(tmp_path, machine)
    for name in ("systemd/mikro-nudge.timer", "Library/LaunchAgents/dk.mikrohandlinger.nudge.plist"):
        write(tmp_path / name, b"\xff spoiled")
    write(tmp_path / "config" / "mikro-nudge.xml", b"\xff\xfespoiled")

    assert [one.reading() for one in schedulers.values()] == [None] * 4
    assert [one.next_run(datetime(2026, 11, 23)) for one in schedulers.values()] == [None] * 4  # noqa: DTZ001
    assert all(one.installed() is not None for one in schedulers.values())


def test_systemd_itself_is_asked_for_the_next_run(tmp_path: Path) -> None:
    def answering(call: Call) -> Answer:
        return Answer(0, "Tue 2026-11-24 08:30:00 CET\n", "")

    next_run = Systemd(tmp_path, tmp_path, answering).next_run(datetime(2026, 11, 23))  # noqa: DTZ001

    assert next_run == datetime(2026, 11, 24, 8, 30)  # noqa: DTZ001


def test_what_systemd_noted_about_the_timer_goes_with_it(tmp_path: Path) -> None:
    machine = Machine()
    one = Systemd(tmp_path / "units", tmp_path / "timers", machine)
    switch_on(one, UNIX, machine)
    stamp = tmp_path / "timers" / "stamp-mikro-nudge.timer"
    write(stamp, b"")

    switch_on(one, UNIX, machine)
    assert stamp.exists()
    switch_off(one, machine)

    assert not stamp.exists()


@pytest.mark.parametrize(
    ("system", "names"),
    [("linux", ["systemd", "cron"]), ("darwin", ["launchd"]), ("win32", ["task-scheduler"])],
)
def test_each_operating_system_has_its_own_schedulers(system: str, names: list[str], tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "USERNAME": "anna"}

    assert [one.name for one in choosing.candidates(tmp_path, environment, system, Machine())] == names


def test_systemd_is_looked_for_where_the_user_keeps_such_files(tmp_path: Path) -> None:
    machine, home = Machine(), tmp_path / "home"
    own = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}

    for environment, config, data in (
        (own, tmp_path / "config", tmp_path / "data"),
        ({}, home / ".config", home / ".local" / "share"),
    ):
        one, _cron = choosing.candidates(tmp_path, {"HOME": str(home), **environment}, "linux", machine)
        switch_on(one, UNIX, machine)
        write(data / "systemd" / "timers" / "stamp-mikro-nudge.timer", b"")

        assert (config / "systemd" / "user" / "mikro-nudge.timer").exists()
        switch_off(one, machine)
        assert not [path for path in tmp_path.rglob("*mikro-nudge*") if path.is_file()]


def test_a_program_that_is_missing_hangs_or_refuses_gives_an_answer() -> None:
    assert run(Call(("mikro-no-such-program",))).code == 127
    assert run(Call(("sleep", "5"), timeout=0.05)).code == 124
    assert run(Call(("sh", "-c", "cat; exit 3"), stdin=b"\xe6")) == Answer(3, "\udce6", "")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    program = tmp_path / "Møller & co; 100% $HOME" / "python"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o700)
    machine = Machine()
    switch_on(
        Systemd(tmp_path, tmp_path, machine),
        UNIX._replace(command=(str(program), "-m", "x y", '"$HOME\\%h"')),
        machine,
    )
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}

    verdict = subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", "mikro-nudge.timer", "mikro-nudge.service"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (verdict.returncode, verdict.stderr) == (0, "")
