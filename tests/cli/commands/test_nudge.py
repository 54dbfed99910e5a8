"""``mikro nudge`` as a user meets it, with a cron and a notification program that only pretend."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.cli import boundary

if TYPE_CHECKING:
    from pathlib import Path

Mikro = Callable[..., str]

CRONTAB = """#!/bin/sh
table="$MIKRO_HOME/table"
case "$1" in
  -l) [ -f "$table" ] && cat "$table" || { echo "no crontab for anna" >&2; exit 1; } ;;
  -r) rm "$table" ;;
  -) cat >"$table" ;;
esac
"""
NOTIFY_SEND = """#!/bin/sh
shift 2
printf '%s\\n' "$@" >>"$MIKRO_HOME/shown"
"""
REFUSING = "#!/bin/sh\nexit 1\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user without systemd and without a message bus, but with cron and notify-send."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in (("crontab", CRONTAB), ("notify-send", NOTIFY_SEND), ("systemctl", REFUSING)):
        (programs / name).write_text(text)
        (programs / name).chmod(stat.S_IRWXU)
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MIKRO_HOME", str(tmp_path / "mikro"))
    monkeypatch.setenv("MIKRO_LANG", "en")
    monkeypatch.setenv("MIKRO_NOW", "2026-11-23T08:31:00+01:00")
    (tmp_path / "mikro").mkdir()
    return tmp_path / "mikro"


@pytest.fixture
def mikro(home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Mikro:
    """Run ``mikro`` and give what it printed; anything but success has to be expected with ``code``."""

    def run(*arguments: str, at: str = "", code: int = 0) -> str:
        if at:
            monkeypatch.setenv("MIKRO_NOW", f"2026-{at}:00+01:00")
        assert boundary.run(arguments) == code
        out, err = capfd.readouterr()
        return out + err

    return run


def shown(home: Path) -> list[str]:
    """What the pretended notification program showed."""
    path = home / "shown"
    return path.read_text("utf-8").splitlines() if path.exists() else []


def test_a_working_morning_brings_todays_proposal_and_how_to_log_it(mikro: Mikro, home: Path) -> None:
    said = mikro("nudge", "deliver")

    assert said == "Shown through notify-send.\n"
    title, text, how = shown(home)
    assert mikro("today", "--short") == f"{title}: {text}\n"
    assert how == "When you have done it: mikro log"


def test_a_second_call_the_same_day_is_silent(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "deliver")

    assert mikro("nudge", "deliver", at="11-23T09:00") == "Silent: today's reminder has been here.\n"
    assert len(shown(home)) == 3


@pytest.mark.parametrize(
    ("prepare", "at", "said"),
    [
        ((), "11-22T08:31", "a day off"),
        ((), "12-25T08:31", "a day off"),
        (("pause", "2026-11-23"), "11-23T08:31", "a day off"),
        (("log", "ask"), "11-23T08:31", "is done"),
        ((), "11-23T07:59", "outside the hours"),
        ((), "11-23T17:00", "outside the hours"),
        ((), "11-23T12:31", "more than four hours"),
        (("config", "set", "nudge_at", "15:00"), "11-23T08:31", "not time yet"),
    ],
)
def test_silence_says_why_and_shows_nothing(
    mikro: Mikro, home: Path, prepare: tuple[str, ...], at: str, said: str
) -> None:
    if prepare:
        mikro(*prepare)

    assert said in mikro("nudge", "deliver", at=at)
    assert shown(home) == []


def test_an_undone_entry_lets_the_nudge_come_again(mikro: Mikro, home: Path) -> None:
    mikro("log", "ask")
    mikro("undo")

    mikro("nudge", "deliver")

    assert len(shown(home)) == 3


def test_the_week_so_far_is_told_but_never_as_nothing(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "deliver")
    mikro("log", "ask")
    mikro("nudge", "deliver", at="11-24T08:31")

    assert shown(home).count("1 day this week.") == 1
    assert "0 days" not in " ".join(shown(home))


def test_after_a_pause_comes_a_welcome_and_no_count(mikro: Mikro, home: Path) -> None:
    mikro("pause", "2026-11-16", "2026-11-23")
    mikro("log", "ask", at="11-23T15:00")

    mikro("nudge", "deliver", at="11-24T08:31")

    assert shown(home)[0] == "Welcome back"
    assert len(shown(home)) == 3


def test_five_without_an_answer_leave_one_a_week_until_it_is_switched_on_again(
    mikro: Mikro, home: Path
) -> None:
    for day in range(23, 28):
        mikro("nudge", "deliver", at=f"11-{day}T08:31")
    mikro("nudge", "deliver", at="11-30T08:31")
    assert shown(home)[-2] == "From now on a reminder comes once a week. Every day again: mikro nudge on"

    assert "once a week now" in mikro("nudge", "deliver", at="12-01T08:31")
    assert "once a week, on the first working day" in mikro("nudge", "status")
    mikro("nudge", "deliver", at="12-07T08:31")
    assert " ".join(shown(home)).count("once a week") == 1

    mikro("nudge", "on")
    mikro("nudge", "deliver", at="12-08T08:31")
    assert len(shown(home)) == 8 * 3 + 1


def test_the_own_plan_is_only_shown_where_the_user_lets_it(mikro: Mikro, home: Path) -> None:
    plan = "When I get my coffee, then I ask"
    mikro("today", "--plan", plan)
    mikro("nudge", "deliver")
    assert plan not in shown(home)

    mikro("config", "set", "nudge_private", "true")
    mikro("nudge", "deliver", at="11-24T08:31")

    assert plan in shown(home)


def test_a_nudge_that_was_cut_off_before_it_was_shown_may_come_again(mikro: Mikro, home: Path) -> None:
    import sqlite3

    mikro("nudge", "deliver")
    with sqlite3.connect(home / "mikro.db") as connection:
        connection.execute("UPDATE nudges SET channel = NULL")
    connection.close()

    assert "has been here" in mikro("nudge", "deliver", at="11-23T08:31")
    assert mikro("nudge", "deliver", at="11-23T08:33") == "Shown through notify-send.\n"
    assert "has been here" in mikro("nudge", "deliver", at="11-23T08:40")


def test_a_long_plan_is_cut_to_what_a_notification_has_room_for(mikro: Mikro, home: Path) -> None:
    mikro("config", "set", "nudge_private", "true")
    mikro("today", "--plan", "When " + "x" * 400 + ", then y")

    mikro("nudge", "deliver")

    assert max(map(len, shown(home))) == 160
    assert shown(home)[2].endswith("x…")


def test_a_note_never_reaches_a_notification_or_the_prompt(mikro: Mikro, home: Path) -> None:
    mikro("log", "ask", "SECRET words")
    mikro("config", "set", "nudge_private", "true")
    mikro("nudge", "deliver", at="11-24T08:31")

    assert "SECRET" not in (home / "cache" / "prompt.tsv").read_text("utf-8") + " ".join(shown(home))


def test_where_nothing_can_be_shown_the_prompt_has_it_and_status_says_why(mikro: Mikro, home: Path) -> None:
    (home.parent / "bin" / "notify-send").write_text("#!/bin/sh\necho no screen >&2\nexit 1\n")

    assert "left for the prompt" in mikro("nudge", "deliver")
    reading = json.loads(mikro("nudge", "status", "--json"))

    assert reading["last_shown"] is None
    assert [failure.split(" ", 1)[1] for failure in reading["failures"]][1] == "notify-send: no screen"
    assert "2026-11-23\t" in (home / "cache" / "prompt.tsv").read_text("utf-8")


def test_a_failure_is_in_the_log_that_status_shows(mikro: Mikro, home: Path) -> None:
    (home / "config.toml").write_text('level_cap = "x"\n')
    assert "level_cap" in mikro("nudge", "deliver", code=1)
    (home / "config.toml").unlink()

    assert "level_cap" in mikro("nudge", "status")


def test_the_failure_log_stays_small(home: Path) -> None:
    from datetime import UTC, datetime

    from mikrohandlinger.storage.database.reminders import failures, note_failure

    log = home / "nudge.log"
    for number in range(2000):
        note_failure(log, datetime(2026, 11, 23, tzinfo=UTC), f"failure {number}\nof many")

    assert sum(path.stat().st_size for path in home.glob("nudge.log*")) < 45_000
    assert failures(log, 2)[-1].endswith("failure 1999 of many")
    assert {stat.S_IMODE(path.stat().st_mode) for path in home.glob("nudge.log*")} == {0o600}


def test_on_installs_one_job_and_off_takes_it_away(mikro: Mikro, home: Path) -> None:
    first = mikro("nudge", "on", "--at", "09:15")
    mikro("nudge", "on")
    table = (home / "table").read_text("utf-8")

    assert "The reminder is on: on your workdays at 09:15, by cron." in first
    assert table.count("BEGIN mikro nudge") == 1
    assert f"15 9 * * 1,2,3,4,5 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/{os.getuid()}/bus" in table
    assert f"{sys.executable} -P -m mikrohandlinger nudge deliver --env MIKRO_HOME={home}" in table
    assert table.splitlines()[1].endswith(" >/dev/null 2>&1")
    assert "by cron" in mikro("nudge", "status")
    assert json.loads(mikro("nudge", "status", "--json"))["next_run"] == "2026-11-23T09:15:00"

    assert "The reminder is off." in mikro("nudge", "off")
    assert not (home / "table").exists()
    assert "The reminder is off. Switch it on" in mikro("nudge")
    assert mikro("nudge", "off") == "There is no reminder to take away.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="the job is that of cron")
def test_the_job_that_was_installed_runs_with_an_empty_environment(mikro: Mikro, home: Path) -> None:
    mikro("config", "set", "nudge_to", "23:59")
    mikro("config", "set", "workdays", "mon,tue,wed,thu,fri,sat,sun")
    mikro("nudge", "on")
    line = (home / "table").read_text("utf-8").splitlines()[1]

    ran = subprocess.run(
        ["/bin/sh", "-c", line.split(" ", 5)[5]],
        env={"MIKRO_NOW": "2026-11-24T08:31:00+01:00", "PATH": str(home.parent / "bin") + ":/usr/bin:/bin"},
        cwd="/", capture_output=True, text=True, check=False, timeout=20,
    )  # fmt: skip

    assert (ran.stdout, ran.stderr, ran.returncode) == ("", "", 0)
    assert len(shown(home)) == 3


@pytest.mark.parametrize("name", ["systemd", "cron", "launchd", "task-scheduler"])
def test_a_dry_run_prints_the_job_of_any_system_and_changes_nothing(
    mikro: Mikro, home: Path, name: str
) -> None:
    before = files_but_the_cache(home.parent)

    said = mikro("nudge", "on", "--dry-run", "--scheduler", name, "--at", "10:05")

    assert "would run" in said
    assert "nudge" in said
    assert files_but_the_cache(home.parent) == before


def files_but_the_cache(folder: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "cache" not in path.relative_to(folder).parts
    }


def test_a_time_at_which_no_reminder_would_come_is_refused(mikro: Mikro) -> None:
    said = mikro("nudge", "on", "--at", "06:00", code=1)

    assert "06:00 is outside the hours in which a reminder may come, 08:00 to 17:00." in said


def test_where_no_scheduler_answers_the_other_ways_are_named(mikro: Mikro, home: Path) -> None:
    (home.parent / "bin" / "crontab").write_text("#!/bin/sh\necho not allowed >&2\nexit 1\n")

    said = mikro("nudge", "on", code=1)

    assert "No scheduler answers here (systemd, cron)." in said
    assert "mikro nudge calendar" in said
    assert "reminder is off" in mikro("nudge", "status")
    assert "no reminder to take away" in mikro("nudge", "off")


def test_status_tells_what_is_wrong_with_the_job(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "on")
    mikro("config", "set", "nudge_at", "10:00")
    table = (home / "table").read_text("utf-8")
    (home / "table").write_text(table.replace(sys.executable, "/gone/python"), "utf-8")

    said = mikro("nudge", "status")

    assert "The program that the job starts is gone: /gone/python" in said
    assert "Your settings name another time or other workdays. Mend it: mikro nudge on" in said


def test_status_skips_the_days_off_when_it_tells_the_next_time(mikro: Mikro) -> None:
    mikro("nudge", "on")

    assert "Next time: Monday 28 December 2026 at 08:30" in mikro("nudge", at="12-23T10:00")
    reading = json.loads(mikro("nudge", "status", "--json"))
    assert (reading["next_run"], reading["next_nudge"]) == ("2026-12-24T08:30:00", "2026-12-28T08:30:00")
    mikro("pause", "2026-12-23")
    assert "No reminder comes while your pause lasts." in mikro("nudge")


def test_data_of_a_newer_mikro_is_left_alone_and_noted(mikro: Mikro, home: Path) -> None:
    import sqlite3

    mikro("today")
    with sqlite3.connect(home / "mikro.db") as connection:
        connection.execute("PRAGMA user_version = 99")

    assert "newer mikro" in mikro("nudge", "deliver", code=1)
    assert "newer mikro" in (home / "nudge.log").read_text("utf-8")


def test_in_the_middle_of_an_upgrade_it_ends_is_noted_and_leaves_the_day_unused(
    mikro: Mikro, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as upgrade:
        upgrade.setitem(sys.modules, "mikrohandlinger.views.reminder.words", None)
        mikro("nudge", "deliver", code=70)

    assert "mikrohandlinger.views.reminder.words" in (home / "nudge.log").read_text("utf-8")
    assert mikro("nudge", "deliver") == "Shown through notify-send.\n"
    assert len(shown(home)) == 3


def test_a_test_shows_one_and_leaves_the_day_unused(mikro: Mikro, home: Path) -> None:
    assert mikro("nudge", "test").splitlines()[-1].startswith("Shown through notify-send.")
    assert mikro("nudge", "deliver") == "Shown through notify-send.\n"
    assert "A reminder from mikro" not in shown(home)

    mikro("nudge", "test", at="11-28T12:00")
    assert "A reminder from mikro" in shown(home)


def test_a_test_that_nobody_can_see_is_refused_with_what_to_do(mikro: Mikro, home: Path) -> None:
    (home.parent / "bin" / "notify-send").unlink()

    said = mikro("nudge", "test", code=1)

    assert "notify-send did not take it" in said
    assert "such as dunst" in said


def test_the_calendar_file_leaves_out_what_is_off(mikro: Mikro, home: Path, tmp_path: Path) -> None:
    mikro("pause", "2026-12-07", "2026-12-08")
    said = mikro("nudge", "calendar", "-o", str(tmp_path / "mikro.ics"))
    content = (tmp_path / "mikro.ics").read_bytes()

    assert "do not subscribe" in said
    for day in ("20261207", "20261208", "20261224", "20270326"):
        assert f"EXDATE;TZID=Europe/Copenhagen:{day}T083000".encode() in content
    assert mikro("nudge", "calendar").encode() == content
    assert b"T091000" in mikro("nudge", "calendar", "--at", "9.10").encode()


def test_the_prompt_says_what_today_will_say_on_every_day_to_come(mikro: Mikro, home: Path) -> None:
    mikro("log", "ask", "a note", at="11-23T09:00")
    lines = dict(
        line.split("\t") for line in (home / "cache" / "prompt.tsv").read_text("utf-8").splitlines()[1:]
    )

    days = ("11-24", "11-25", "11-26", "11-27", "11-30", "12-01", "12-02", "12-03", "12-04")
    assert list(lines) == [f"2026-{day}" for day in days]
    backup = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    for day, line in lines.items():
        for path, content in backup.items():
            path.write_bytes(content)
        assert mikro("today", "--short", at=f"{day[5:]}T08:00") == line + "\n"


def test_the_prompt_file_is_only_written_when_something_changed(mikro: Mikro, home: Path) -> None:
    path = home / "cache" / "prompt.tsv"
    mikro("nudge", "prompt", "bash")
    mikro("today")
    first = path.stat().st_mtime_ns

    mikro("week")
    assert path.stat().st_mtime_ns == first
    mikro("today", "--another")

    assert path.stat().st_mtime_ns > first
    assert mikro("today", "--short").strip() == path.read_text("utf-8").splitlines()[1].split("\t")[1]


def test_where_no_shell_reads_it_the_prompt_file_is_written_once_a_day(mikro: Mikro, home: Path) -> None:
    path = home / "cache" / "prompt.tsv"
    mikro("today")
    first = path.stat().st_mtime_ns

    mikro("log", "ask")
    assert path.stat().st_mtime_ns == first
    mikro("week", at="11-24T08:00")

    assert path.stat().st_mtime_ns > first
    assert path.read_text("utf-8").splitlines()[1].startswith("2026-11-24\t")


def test_the_prompt_file_goes_with_the_data(mikro: Mikro, home: Path) -> None:
    mikro("today")
    (home / "mikro.db").unlink()

    mikro("config")

    assert not (home / "cache" / "prompt.tsv").exists()


def test_the_prompt_snippet_reads_the_file_that_is_written(mikro: Mikro, home: Path) -> None:
    assert f"folder={home}/cache" in mikro("nudge", "prompt", "bash")
    assert (home / "cache" / "prompt.tsv").exists()


def test_deliver_starts_without_typer_and_rich(home: Path) -> None:
    script = (
        "import sys; from mikrohandlinger.cli.boundary import run; code = run(['nudge', 'deliver']);"
        "sys.exit(code or sorted({'typer', 'rich', 'holidays', 'jinja2'} & set(sys.modules)) or 0)"
    )
    subprocess.run(
        [sys.executable, "-c", "from mikrohandlinger.cli.boundary import run; run(['today'])"], check=True
    )

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_watchdog_ends_what_hangs(home: Path) -> None:
    script = (
        "import time; from mikrohandlinger.cli.commands.nudge import deliver; deliver.SECONDS = 0.3;"
        "deliver.decide = lambda session: time.sleep(20); deliver.run([])"
    )

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=10)

    assert ran.returncode == 1
    assert "ended after 0 seconds" in (home / "nudge.log").read_text("utf-8")


def test_deliver_has_its_help_like_every_command(mikro: Mikro, home: Path) -> None:
    assert "What the scheduler runs" in mikro("nudge", "deliver", "--help")
    assert shown(home) == []


def test_variables_that_a_job_may_not_carry_are_left_out(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "deliver", "--env", "PATH=/nowhere", "--env", "MIKRO_LANG=da")

    assert os.environ["PATH"] != "/nowhere"
    assert shown(home)[-1] == "Når du har gjort det: mikro log"
