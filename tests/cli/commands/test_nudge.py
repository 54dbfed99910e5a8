"""``mikro nudge`` as a user meets it, with a cron and a notification program that only pretend."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from tests.conftest import Answer, Mikro, Run

pytestmark = pytest.mark.usefixtures("bin_folder")

REFUSING = "#!/bin/sh\nexit 1\n"


def at(moment: str) -> str:
    """``11-23T08:30`` as a clock."""
    return f"2026-{moment}:00+01:00"


def said(answer: Answer) -> str:
    """What a command said that did what it was asked."""
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def refused(answer: Answer) -> str:
    """What a command said that refused."""
    assert answer.code == 1
    return answer.out + answer.err


def shown(folder: Path) -> list[str]:
    """What the pretended notification program showed."""
    path = folder / "shown"
    return path.read_text("utf-8").splitlines() if path.exists() else []


def table(folder: Path) -> str:
    """The table of the pretended cron."""
    return (folder / "table").read_text("utf-8")


# What the scheduler runs


def test_a_working_morning_brings_todays_proposal_and_how_to_log_it(mikro: Mikro, bin_folder: Path) -> None:
    assert said(mikro("nudge", "deliver")) == "Shown through notify-send.\n"

    title, text, how = shown(bin_folder)
    assert said(mikro("today", "--short")) == f"{title}: {text}\n"
    assert how == "When you have done it: mikro log"


def test_a_second_call_the_same_day_is_silent(mikro: Mikro, bin_folder: Path) -> None:
    mikro("nudge", "deliver")

    again = mikro("nudge", "deliver", now=at("11-23T09:00"))

    assert said(again) == "Silent: today's reminder has been here.\n"
    assert len(shown(bin_folder)) == 3


@pytest.mark.parametrize(
    ("prepare", "moment", "sentence"),
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
    mikro: Mikro, bin_folder: Path, prepare: tuple[str, ...], moment: str, sentence: str
) -> None:
    if prepare:
        mikro(*prepare)

    assert sentence in said(mikro("nudge", "deliver", now=at(moment)))
    assert shown(bin_folder) == []


def test_an_undone_entry_lets_the_reminder_come_again(mikro: Mikro, bin_folder: Path) -> None:
    mikro("log", "ask")
    mikro("undo")

    mikro("nudge", "deliver")

    assert len(shown(bin_folder)) == 3


def test_the_week_so_far_is_told_but_never_as_nothing(mikro: Mikro, bin_folder: Path) -> None:
    mikro("nudge", "deliver")
    mikro("log", "ask")
    mikro("nudge", "deliver", now=at("11-24T08:31"))

    assert shown(bin_folder).count("1 day this week.") == 1
    assert "0 days" not in " ".join(shown(bin_folder))


def test_after_a_pause_comes_a_welcome_and_no_count(mikro: Mikro, bin_folder: Path) -> None:
    mikro("pause", "2026-11-16", "2026-11-23")
    mikro("log", "ask", now=at("11-23T15:00"))

    mikro("nudge", "deliver", now=at("11-24T08:31"))

    assert shown(bin_folder)[0] == "Welcome back"
    assert len(shown(bin_folder)) == 3


def test_five_without_an_answer_leave_one_a_week_until_it_is_switched_on_again(
    mikro: Mikro, bin_folder: Path
) -> None:
    def deliver(day: str) -> str:
        return said(mikro("nudge", "deliver", now=at(f"{day}T08:31")))

    for day in range(23, 28):
        deliver(f"11-{day}")
    deliver("11-30")
    told = "From now on a reminder comes once a week. Every day again: mikro nudge on"
    assert shown(bin_folder)[-2] == told

    assert "once a week now" in deliver("12-01")
    mikro("nudge", "on", "--dry-run")
    assert json.loads(said(mikro("nudge", "status", "--json", now=at("12-01T08:31"))))["rhythm"] == "weekly"
    deliver("12-07")
    assert " ".join(shown(bin_folder)).count("once a week") == 1

    mikro("nudge", "on", now=at("12-07T08:31"))
    deliver("12-08")
    assert len(shown(bin_folder)) == 8 * 3 + 1


def test_the_own_plan_is_only_shown_where_the_user_lets_it(mikro: Mikro, bin_folder: Path) -> None:
    plan = "When I get my coffee, then I ask"
    mikro("today", "--plan", plan)
    mikro("nudge", "deliver")
    assert plan not in shown(bin_folder)

    mikro("config", "set", "nudge_shows_plan", "true")
    mikro("nudge", "deliver", now=at("11-24T08:31"))

    assert plan in shown(bin_folder)


@pytest.mark.parametrize("earlier", ["true", "false"])
def test_whatever_an_earlier_file_says_the_plan_is_shown_only_to_who_asks_for_it(
    mikro: Mikro, home: Path, bin_folder: Path, earlier: str
) -> None:
    plan = "When I get my coffee, then I ask"
    mikro("today", "--plan", plan)
    (home / "config.toml").write_text(f"nudge_private = {earlier}\n")
    mikro("nudge", "deliver")
    assert plan not in shown(bin_folder)

    said(mikro("config", "set", "nudge_shows_plan", "yes"))
    mikro("nudge", "deliver", now=at("11-24T08:31"))

    assert plan in shown(bin_folder)


def test_a_setting_that_has_another_name_now_is_refused_with_it(mikro: Mikro, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("nudge_private = true\ngoal = 2\n")

    for words in (("set", "nudge_private", "true"), ("reset", "nudge_private")):
        assert "is called nudge_shows_plan now" in refused(mikro("config", *words))
    assert "nudge_private" not in said(mikro("config"))
    assert (home / "config.toml").read_text() == "nudge_private = true\ngoal = 2\n"


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        ("11-27T08:31", "The last working day of the week. Five minutes to look back: mikro week --reflect"),
        ("11-30T08:31", "Week 48 can still be looked back on, if you like: mikro week last --reflect"),
        ("11-26T08:31", "1 day this week."),
    ],
)
def test_the_reminder_leads_to_the_retrospective(
    mikro: Mikro, bin_folder: Path, moment: str, line: str
) -> None:
    mikro("log", "ask")

    mikro("nudge", "deliver", now=at(moment))

    assert shown(bin_folder)[-2] == line


def test_a_week_that_was_looked_back_on_is_not_named_again(mikro: Mikro, bin_folder: Path) -> None:
    mikro("log", "ask")
    mikro("week", "--answer", "learned=something", now=at("11-27T08:00"))

    mikro("nudge", "deliver", now=at("11-27T08:31"))
    mikro("nudge", "deliver", now=at("11-30T08:31"))

    assert "--reflect" not in " ".join(shown(bin_folder))


def test_status_knows_when_it_last_came_and_by_which_channel(mikro: Mikro) -> None:
    mikro("nudge", "deliver")

    told = said(mikro("nudge", "status"))
    assert "  Latest   today at 08:30, sent by notify-send, but not confirmed\n" in told
    document = json.loads(said(mikro("nudge", "status", "--json")))
    assert document["last_shown"] == {"at": "2026-11-23T08:30:00+01:00", "channel": "notify-send"}


def test_a_long_plan_is_cut_to_what_a_notification_has_room_for(mikro: Mikro, bin_folder: Path) -> None:
    mikro("config", "set", "nudge_shows_plan", "true")
    mikro("today", "--plan", "When " + "x" * 400 + ", then y")

    mikro("nudge", "deliver")

    assert max(map(len, shown(bin_folder))) == 160
    assert shown(bin_folder)[2].endswith("x…")


def test_a_note_never_reaches_a_notification_or_the_prompt(
    mikro: Mikro, home: Path, bin_folder: Path
) -> None:
    mikro("log", "ask", "SECRET words")
    mikro("config", "set", "nudge_shows_plan", "true")
    mikro("nudge", "deliver", now=at("11-24T08:31"))

    assert len(shown(bin_folder)) == 4
    assert "SECRET" not in (home / "cache" / "prompt.tsv").read_text("utf-8") + " ".join(shown(bin_folder))


def test_a_reminder_that_was_cut_off_before_it_was_shown_may_come_again(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "deliver")
    with sqlite3.connect(home / "mikro.db") as connection:
        connection.execute("UPDATE reminders SET channel = NULL")
    connection.close()

    def deliver(moment: str) -> str:
        return said(mikro("nudge", "deliver", now=at(moment)))

    assert "has been here" in deliver("11-23T08:30")
    assert deliver("11-23T08:32") == "Shown through notify-send.\n"
    assert "has been here" in deliver("11-23T08:40")


def test_where_nothing_can_be_shown_the_prompt_has_it_and_status_says_why(
    mikro: Mikro, home: Path, bin_folder: Path
) -> None:
    (bin_folder / "notify-send").write_text("#!/bin/sh\necho no screen >&2\nexit 1\n")

    told = said(mikro("nudge", "deliver"))
    reading = json.loads(said(mikro("nudge", "status", "--json")))

    assert told == (
        "No notification could be shown; it is left for the prompt. See why: mikro nudge status\n"
    )
    assert reading["last_shown"] is None
    assert [failure.split(" ", 1)[1] for failure in reading["failures"]][1] == "notify-send: no screen"
    assert "2026-11-23\t" in (home / "cache" / "prompt.tsv").read_text("utf-8")


def test_where_not_even_the_prompt_has_it_that_is_said_and_refused(
    mikro: Mikro, home: Path, bin_folder: Path
) -> None:
    (bin_folder / "notify-send").write_text(REFUSING)
    home.mkdir()
    (home / "cache").write_text("in the way")

    answer = mikro("nudge", "deliver")

    assert (answer.code, answer.out) == (1, "Nothing could be shown. See why: mikro nudge status\n")


def test_a_failure_is_in_the_log_that_status_shows(mikro: Mikro, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text('level_cap = "x"\n')
    assert "level_cap" in refused(mikro("nudge", "deliver"))
    (home / "config.toml").unlink()

    assert "level_cap" in said(mikro("nudge", "status"))


def test_data_of_a_newer_mikro_is_left_alone_and_noted(mikro: Mikro, home: Path) -> None:
    mikro("today")
    with sqlite3.connect(home / "mikro.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    assert "newer mikro" in refused(mikro("nudge", "deliver"))
    assert "newer mikro" in (home / "nudge.log").read_text("utf-8")


def test_in_the_middle_of_an_upgrade_it_ends_is_noted_and_leaves_the_day_unused(
    mikro: Mikro, home: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as upgrade:
        upgrade.setitem(sys.modules, "mikrohandlinger.views.reminder.words", None)
        assert mikro("nudge", "deliver").code == 70

    assert "mikrohandlinger.views.reminder.words" in (home / "nudge.log").read_text("utf-8")
    assert said(mikro("nudge", "deliver")) == "Shown through notify-send.\n"
    assert len(shown(bin_folder)) == 3


# One door: it goes through the ordinary command line


@pytest.mark.parametrize("asking", ["-h", "--help"])
def test_to_ask_for_its_help_delivers_nothing_and_uses_up_nothing(
    run: Run, bin_folder: Path, asking: str
) -> None:
    helped = run("nudge", "deliver", asking)

    assert (helped.returncode, helped.stderr) == (0, "")
    assert "What the scheduler runs" in helped.stdout
    assert shown(bin_folder) == []
    assert run("nudge", "deliver").stdout == "Shown through notify-send.\n"


@pytest.mark.parametrize("wrong", [("--bogus",), ("extra", "words"), ("--json",), ("--env",)], ids=" ".join)
def test_wrong_usage_is_2_delivers_nothing_and_uses_up_nothing(
    run: Run, bin_folder: Path, wrong: tuple[str, ...]
) -> None:
    told = run("nudge", "deliver", *wrong)

    assert (told.returncode, told.stdout) == (2, "")
    assert wrong[0] in told.stderr
    assert shown(bin_folder) == []
    assert run("nudge", "deliver").stdout == "Shown through notify-send.\n"


def test_the_variables_that_the_job_carries_hold_before_language_and_folders_are_chosen(
    run: Run, tmp_path: Path, bin_folder: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"

    carried = ("--env", f"MIKRO_HOME={elsewhere}", "--env", "MIKRO_LANG=da")
    done = run("nudge", "deliver", *carried, env={"MIKRO_HOME": None, "MIKRO_LANG": "en"})

    assert (done.returncode, done.stdout, done.stderr) == (0, "Vist via notify-send.\n", "")
    assert shown(bin_folder)[-1] == "Når du har gjort det: mikro log"
    assert (elsewhere / "mikro.db").exists()
    assert not [path for path in (tmp_path / "home").rglob("*") if path.is_file()]


def test_the_settings_of_the_folder_that_the_job_carries_hold(run: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "config.toml").write_text('language = "da"\nnudge_to = "08:15"\n', "utf-8")

    carried = ("--env", f"MIKRO_HOME={elsewhere}", "--env", "LANG=en_GB.UTF-8")
    done = run("nudge", "deliver", *carried, env={"MIKRO_HOME": None, "MIKRO_LANG": None, "LC_ALL": None})

    assert done.stdout == "Ingen påmindelse: Det er uden for de timer, hvor den må komme.\n"


def test_a_failure_is_told_and_noted_in_the_language_and_the_folder_that_the_job_carries(
    run: Run, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "config.toml").write_text('level_cap = "x"\n', "utf-8")

    carried = ("--env", f"MIKRO_HOME={elsewhere}", "--env", "MIKRO_LANG=da")
    done = run("nudge", "deliver", *carried, env={"MIKRO_HOME": None})

    assert (done.returncode, done.stdout) == (1, "")
    told = done.stderr.removeprefix("mikro: ").strip()
    assert "kan ikke være" in told
    assert (elsewhere / "nudge.log").read_text("utf-8") == f"2026-11-23T08:30:00+01:00 {told}\n"


def test_variables_that_a_job_may_not_carry_are_left_out(mikro: Mikro, bin_folder: Path) -> None:
    mikro("nudge", "deliver", "--env", "PATH=/nowhere", "--env", "MIKRO_LANG=da")

    assert os.environ["PATH"] != "/nowhere"
    assert shown(bin_folder)[-1] == "Når du har gjort det: mikro log"


def test_it_starts_without_what_only_a_command_line_and_a_screen_need(mikro: Mikro) -> None:
    script = (
        "import sys; from mikrohandlinger.cli.boundary import run; code = run(['nudge', 'deliver']);"
        "sys.exit(code or sorted({'typer', 'rich', 'holidays', 'tomllib'} & set(sys.modules)) or 0)"
    )
    mikro("today")

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_watchdog_ends_what_hangs(home: Path) -> None:
    script = (
        "import time; from mikrohandlinger.cli import boundary;"
        "from mikrohandlinger.cli.commands.nudge import deliver; deliver.SECONDS = 0.3;"
        "from mikrohandlinger.system import notify; notify.channels = lambda: time.sleep(60);"
        "boundary.run(['nudge', 'deliver'])"
    )

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=30)

    assert (ran.returncode, ran.stdout) == (1, b"")
    assert "ended after 0 seconds" in (home / "nudge.log").read_text("utf-8")


# The job


def test_on_installs_one_job_and_off_takes_it_away(mikro: Mikro, home: Path, bin_folder: Path) -> None:
    first = said(mikro("nudge", "on", "--at", "09:15"))
    mikro("nudge", "on")

    assert first.splitlines()[1:] == [
        "The reminder is on: on your workdays at 09:15, by cron.",
        "Cron makes up for nothing: if the computer is off at that time, there is no",
        "reminder that day.",
        "See one now: mikro nudge test",
    ]
    assert table(bin_folder).count("BEGIN mikro nudge") == 1
    line = table(bin_folder).splitlines()[1]
    assert line.startswith(
        f"15 9 * * 1,2,3,4,5 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/{os.getuid()}/bus "
    )
    assert f"{sys.executable} -P -m mikrohandlinger nudge deliver --env MIKRO_HOME={home}" in line
    assert line.endswith(" >/dev/null 2>&1")
    assert "cron (your own table)" in said(mikro("nudge", "status"))
    assert json.loads(said(mikro("nudge", "status", "--json")))["next_run"] == "2026-11-23T09:15:00"

    assert "The reminder is off." in said(mikro("nudge", "off"))
    assert not (bin_folder / "table").exists()
    assert said(mikro("nudge")).splitlines() == [
        "The reminder is off.",
        "",
        "Switch it on: mikro nudge on --at 09:15",
    ]
    assert said(mikro("nudge", "off")) == "There is no reminder to take away.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="the job is that of cron")
def test_the_job_that_was_installed_runs_with_an_empty_environment(mikro: Mikro, bin_folder: Path) -> None:
    mikro("config", "set", "nudge_to", "23:59")
    mikro("config", "set", "workdays", "mon,tue,wed,thu,fri,sat,sun")
    mikro("nudge", "on")
    line = table(bin_folder).splitlines()[1]

    ran = subprocess.run(
        ["/bin/sh", "-c", line.split(" ", 5)[5]],
        env={"MIKRO_NOW": at("11-24T08:31"), "PATH": f"{bin_folder}:/usr/bin:/bin"},
        cwd="/", capture_output=True, text=True, check=False, timeout=20,
    )  # fmt: skip

    assert (ran.stdout, ran.stderr, ran.returncode) == ("", "", 0)
    assert len(shown(bin_folder)) == 3


@pytest.mark.parametrize("name", ["systemd", "cron", "launchd", "task-scheduler"])
def test_a_dry_run_prints_the_job_of_any_system_and_changes_nothing(
    mikro: Mikro, tmp_path: Path, name: str
) -> None:
    before = files_but_the_cache(tmp_path)

    told = said(mikro("nudge", "on", "--dry-run", "--scheduler", name, "--at", "10:05"))

    assert "would run" in told
    assert "nudge" in told
    assert files_but_the_cache(tmp_path) == before


def files_but_the_cache(folder: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "cache" not in path.relative_to(folder).parts
    }


def test_a_nurse_is_reminded_at_half_past_ten_in_the_evening(mikro: Mikro, bin_folder: Path) -> None:
    told = said(mikro("nudge", "on", "--at", "22:30"))

    assert "So that it comes, the hours for reminders are 08:00 to 23:00 now." in told
    assert said(mikro("nudge", "deliver", now=at("11-23T22:30"))) == "Shown through notify-send.\n"
    assert len(shown(bin_folder)) == 3


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        (("nudge_at", "22:30"), "22:30 lies after your limit, 17:00. Move it: mikro config set nudge_to 23:00"),
        (("nudge_at", "6:15"), "06:15 lies before your limit, 08:00. Move it: mikro config set nudge_from 06:00"),
        (("nudge_from", "12"), "the reminder at 08:30 would never come. Move it first: mikro config set nudge_at 12:00"),
        (("nudge_to", "8:15"), "the reminder at 08:30 would never come. Move it first: mikro config set nudge_at 08:00"),
        (("nudge_to", "8"), "From 08:00 to 08:00 there is no time left for a reminder."),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_setting_that_would_silence_the_reminder_is_refused_with_what_does_it(
    mikro: Mikro, home: Path, setting: tuple[str, str], told: str
) -> None:
    assert told in " ".join(refused(mikro("config", "set", *setting)).split())
    assert not (home / "config.toml").exists()

    command = told.rpartition(": mikro ")[2]
    if command != told:
        said(mikro(*command.split()))
        said(mikro("config", "set", *setting))


def test_a_default_that_would_silence_the_reminder_is_refused_too(mikro: Mikro) -> None:
    mikro("nudge", "on", "--at", "22:30")

    told = refused(mikro("config", "reset", "nudge_to"))

    assert "the reminder at 22:30 would never come" in told
    assert "nudge_to             23:00" in said(mikro("config")) or "23:00" in said(mikro("config"))


@pytest.mark.parametrize(
    ("setting", "begins", "told"),
    [
        (("nudge_at", "10:00"), "0 10 * * 1,2,3,4,5 ", "mon, tue, wed, thu, fri at 10:00."),
        (("workdays", "mon,thu"), "30 8 * * 1,4 ", "mon, thu at 08:30."),
    ],
)
def test_the_reminder_follows_the_settings(
    mikro: Mikro, bin_folder: Path, setting: tuple[str, str], begins: str, told: str
) -> None:
    mikro("nudge", "on")

    answer = mikro("config", "set", *setting)

    assert (answer.code, answer.err) == (0, f"mikro: Your reminder follows: {told}\n")
    assert table(bin_folder).splitlines()[1].startswith(begins)
    assert json.loads(said(mikro("nudge", "status", "--json")))["problems"] == []


def test_a_setting_is_put_back_where_the_reminder_cannot_follow(
    mikro: Mikro, home: Path, bin_folder: Path
) -> None:
    mikro("nudge", "on", "--at", "09:15")
    before = table(bin_folder)
    (bin_folder / "crontab").write_text(
        '#!/bin/sh\n[ "$1" = -l ] && exec cat "${0%/*}/table"\necho no >&2\nexit 1\n'
    )

    told = refused(mikro("config", "set", "nudge_at", "10:00"))

    assert "Your reminder at 09:15 stands." in told
    assert (table(bin_folder), (home / "config.toml").read_text("utf-8")) == (before, 'nudge_at = "09:15"\n')


def test_what_a_program_said_is_in_the_log_and_in_no_sentence(mikro: Mikro, bin_folder: Path) -> None:
    (bin_folder / "crontab").write_text('#!/bin/sh\n[ "$1" = -l ] && exit 0\necho bad minute >&2\nexit 1\n')

    told = refused(mikro("nudge", "on", lang="da"))
    assert "bad minute" not in told
    assert "Svaret står i: mikro nudge status" in told
    assert "bad minute" in said(mikro("nudge", "status"))


def test_the_reminder_of_another_folder_is_left_alone(mikro: Mikro, tmp_path: Path, bin_folder: Path) -> None:
    mikro("nudge", "on")
    before = table(bin_folder)

    said(mikro("config", "set", "nudge_at", "10:00", env={"MIKRO_HOME": str(tmp_path / "elsewhere")}))

    assert table(bin_folder) == before


def test_undo_and_redo_of_a_setting_take_the_reminder_along(mikro: Mikro, bin_folder: Path) -> None:
    mikro("nudge", "on")
    mikro("config", "set", "nudge_at", "10:00")

    assert "Your reminder follows: mon, tue, wed, thu, fri at 08:30." in mikro("undo").err
    assert table(bin_folder).splitlines()[1].startswith("30 8 ")
    assert "Your reminder follows" in mikro("redo").err
    assert table(bin_folder).splitlines()[1].startswith("0 10 ")


def test_undo_of_hours_that_would_silence_the_reminder_is_refused_with_what_goes_first(mikro: Mikro) -> None:
    mikro("config", "set", "nudge_to", "23:00")
    mikro("nudge", "on", "--at", "22:30")

    told = refused(mikro("undo", "--older"))

    assert "the reminder at 22:30 would never come. Move it first: mikro config set nudge_at 16:45" in told
    assert '"23:00"' in said(mikro("config", "--json"))


def test_undo_takes_back_what_was_changed_after_switching(mikro: Mikro) -> None:
    mikro("nudge", "on")
    mikro("log", "ask")

    said(mikro("undo"))


def test_where_no_scheduler_answers_the_other_ways_are_named(mikro: Mikro, bin_folder: Path) -> None:
    (bin_folder / "crontab").write_text("#!/bin/sh\necho not allowed >&2\nexit 1\n")

    told = refused(mikro("nudge", "on"))

    assert "No scheduler answers here (systemd, cron)." in told
    assert "mikro nudge calendar" in told
    assert "reminder is off" in said(mikro("nudge", "status"))
    assert "no reminder to take away" in said(mikro("nudge", "off"))


def test_status_tells_what_is_wrong_with_the_job(mikro: Mikro, bin_folder: Path) -> None:
    mikro("nudge", "on")
    changed = table(bin_folder).replace(sys.executable, "/gone/python").replace("30 8", "0 10")
    (bin_folder / "table").write_text(changed, "utf-8")

    told = said(mikro("nudge", "status"))

    assert "The program that the job starts is gone: /gone/python Mend it: mikro nudge on" in told
    assert "Your settings name another time or other workdays. Mend it: mikro nudge on" in told


def test_status_skips_the_days_off_when_it_tells_the_next_time(mikro: Mikro) -> None:
    mikro("nudge", "on")
    now = at("12-23T10:00")

    assert "Next     Monday 28 December at 08:30" in said(mikro("nudge", now=now))
    reading = json.loads(said(mikro("nudge", "status", "--json", now=now)))
    assert (reading["next_run"], reading["next_nudge"]) == ("2026-12-24T08:30:00", "2026-12-28T08:30:00")
    mikro("pause", "2026-12-23", "2028-01-01", now=now)
    assert "Next     when your pause is over. Are you back? mikro resume" in said(mikro("nudge", now=now))


def test_a_job_for_other_days_is_not_taken_for_a_pause(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "on")
    (home / "config.toml").write_text('workdays = ["sat", "sun"]\n')

    told = said(mikro("nudge"))

    assert "pause" not in told
    assert told.startswith("Your settings name another time or other workdays. Mend it: mikro nudge on\n")


def test_what_stands_in_the_way_comes_first_with_the_setting_that_mends_it(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "on")
    (home / "config.toml").write_text('nudge_at = "22:30"\n')

    told = said(mikro("nudge", lang="da"))

    first = "Klokken 22.30 ligger efter din grænse, 17.00. Flyt den: mikro config set nudge_to 23:00"
    assert told.splitlines()[0] == first


@pytest.mark.parametrize("name", ["nudge.on", "nudge.off", "nudge.evening"])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_status_is_as_it_was_reviewed(
    mikro: Mikro, snapshot: SnapshotAssertion, lang: str, name: str
) -> None:
    if name == "nudge.evening":
        mikro("nudge", "on", "--at", "22:30", now=at("11-26T09:00"))
        mikro("config", "set", "nudge_shows_plan", "yes")
    elif name == "nudge.on":
        mikro("nudge", "on", now=at("11-26T09:00"))
        mikro("nudge", "deliver", now=at("11-27T08:30"))

    assert said(mikro("nudge", lang=lang, now=at("11-27T09:00"))) == snapshot


# Trying it out


def test_a_test_shows_one_and_leaves_the_day_unused(mikro: Mikro, bin_folder: Path) -> None:
    assert said(mikro("nudge", "test")).splitlines()[-1].startswith("Shown through notify-send.")
    assert said(mikro("nudge", "deliver")) == "Shown through notify-send.\n"
    assert "A reminder from mikro" not in shown(bin_folder)

    mikro("nudge", "test", now=at("11-28T12:00"))
    assert "A reminder from mikro" in shown(bin_folder)


def test_a_test_that_nobody_can_see_is_refused_with_what_to_do(mikro: Mikro, bin_folder: Path) -> None:
    (bin_folder / "notify-send").unlink()

    told = refused(mikro("nudge", "test"))

    assert "notify-send did not take it" in told
    assert "such as dunst" in told


# The calendar and the prompt


def test_the_calendar_file_leaves_out_what_is_off(mikro: Mikro, tmp_path: Path) -> None:
    mikro("pause", "2026-12-07", "2026-12-08")
    told = said(mikro("nudge", "calendar", "-o", tmp_path / "mikro.ics"))
    content = (tmp_path / "mikro.ics").read_bytes()

    assert "do not subscribe" in told
    for day in ("20261207", "20261208", "20261224", "20270326"):
        assert f"EXDATE;TZID=Europe/Copenhagen:{day}T083000".encode() in content
    assert said(mikro("nudge", "calendar")).encode() == content
    assert b"T091000" in said(mikro("nudge", "calendar", "--at", "9.10")).encode()


def test_a_year_without_a_working_day_has_no_calendar_file(mikro: Mikro) -> None:
    mikro("pause", "2026-11-23", "2028-01-01")

    assert "There is no working day in the coming year." in refused(mikro("nudge", "calendar"))


def test_the_prompt_says_what_today_will_say_on_every_day_to_come(mikro: Mikro, home: Path) -> None:
    mikro("nudge", "prompt", "bash", now=at("11-23T09:00"))
    mikro("log", "ask", "a note", now=at("11-23T09:00"))
    offered = (home / "cache" / "prompt.tsv").read_text("utf-8")
    lines = dict(line.split("\t") for line in offered.splitlines() if not line.startswith("#"))

    days = ("11-24", "11-25", "11-26", "11-27", "11-30", "12-01", "12-02", "12-03", "12-04")
    assert list(lines) == [f"2026-{day}" for day in days]
    backup = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    for day, line in lines.items():
        for path, content in backup.items():
            path.write_bytes(content)
        assert said(mikro("today", "--short", now=at(f"{day[5:]}T08:00"))) == line + "\n"


def test_the_prompt_file_is_only_written_when_something_changed(mikro: Mikro, home: Path) -> None:
    path = home / "cache" / "prompt.tsv"
    mikro("nudge", "prompt", "bash")
    mikro("today")
    first = path.stat().st_mtime_ns

    mikro("week")
    assert path.stat().st_mtime_ns == first
    mikro("today", "--another")

    assert path.stat().st_mtime_ns > first
    line = path.read_text("utf-8").splitlines()[1].split("\t")[1]
    assert said(mikro("today", "--short")).strip() == line


@pytest.mark.parametrize(
    "change",
    [
        ("config", "set", "workdays", "mon,tue"),
        ("config", "set", "places", "remote"),
        ("actions", "hide", "TOMORROWS"),
        ("pause", "tomorrow", "friday"),
    ],
    ids=" ".join,
)
def test_the_prompt_says_what_holds_after_a_change(mikro: Mikro, home: Path, change: tuple[str, ...]) -> None:
    path = home / "cache" / "prompt.tsv"

    def lines() -> list[str]:
        return path.read_text("utf-8").splitlines()[1:]

    mikro("nudge", "prompt", "bash")
    before = lines()
    shelves = json.loads(said(mikro("actions", "--json")))["actions"]
    texts = {one["text"]: one["id"] for shelf in shelves for one in shelf["variations"]}
    tomorrows = next(name for text, name in texts.items() if before[1].endswith(text))

    mikro(*(word.replace("TOMORROWS", tomorrows) for word in change))

    kept = lines()
    assert kept != before
    path.unlink()
    mikro("config", "path")
    assert lines() == kept


def test_where_no_shell_reads_it_the_prompt_file_is_written_once_a_day(mikro: Mikro, home: Path) -> None:
    path = home / "cache" / "prompt.tsv"
    mikro("today")
    first = path.stat().st_mtime_ns

    mikro("log", "ask")
    assert path.stat().st_mtime_ns == first
    mikro("week", now=at("11-24T08:00"))

    assert path.stat().st_mtime_ns > first
    assert path.read_text("utf-8").splitlines()[1].startswith("2026-11-24\t")


def test_the_prompt_file_goes_with_the_data(mikro: Mikro, home: Path) -> None:
    mikro("today")
    (home / "mikro.db").unlink()

    mikro("config")

    assert not (home / "cache" / "prompt.tsv").exists()


@pytest.mark.parametrize(
    ("shell", "profile"),
    [
        ("bash", "~/.bashrc"), ("zsh", "~/.zshrc"), ("fish", "~/.config/fish/config.fish"),
        ("powershell", "$PROFILE"),
    ],
)  # fmt: skip
def test_the_prompt_says_where_its_lines_go_beside_them(mikro: Mikro, shell: str, profile: str) -> None:
    answer = mikro("nudge", "prompt", shell)

    assert answer.code == 0
    assert f"at the end of {profile}: mikro nudge prompt {shell} >> {profile}\n" in answer.err


def test_without_a_shell_the_four_are_named(mikro: Mikro) -> None:
    assert "Choose from: bash, zsh, fish, powershell." in mikro("nudge", "prompt").err


def test_the_event_of_another_person_is_another_event(mikro: Mikro, tmp_path: Path) -> None:
    def uid(home: str) -> str:
        content = mikro("nudge", "calendar", env={"MIKRO_HOME": str(tmp_path / home)}).out
        return next(line for line in content.splitlines() if line.startswith("UID:"))

    assert uid("anna") == uid("anna")
    assert uid("anna") != uid("bo")


def test_the_prompt_snippet_reads_the_file_that_is_written(mikro: Mikro, home: Path) -> None:
    answer = mikro("nudge", "prompt", "bash")
    assert f"folder={home}/cache" in answer.out
    assert (home / "cache" / "prompt.tsv").exists()
