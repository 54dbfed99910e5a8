"""The job of the operating system's scheduler: switching it on and off, and how it stands."""

from __future__ import annotations

import sys
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.reminding import Hours
from mikrohandlinger.storage.files import disk_full
from mikrohandlinger.usecases import reminder_job

from .files import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.domain.schedule import SchedulerName, Step, SwitchedOn
    from mikrohandlinger.usecases.context import Context

    At = Callable[..., Context]

pytestmark = [
    pytest.mark.usefixtures("bin_folder"),
    pytest.mark.skipif(sys.platform != "linux", reason="the programs that pretend are those of Linux"),
]

#: A systemd that takes a timer up and lets it go.
SYSTEMCTL = """#!/bin/sh
timer="${0%/*}/timer"
case " $* " in
  *" is-enabled "* | *" is-active "*) [ -f "$timer" ] ;;
  *" enable "*) touch "$timer" ;;
  *" disable "*) rm "$timer" ;;
esac
"""


def systemd(folder: Path) -> None:
    """Let systemd answer from now on."""
    (folder / "systemctl").write_text(SYSTEMCTL)


def on(
    context: Context, at: str | None = None, wanted: SchedulerName | None = None, *, dry_run: bool = False
) -> SwitchedOn:
    return reminder_job.switch_on(context, at, wanted, dry_run=dry_run)


def told(steps: tuple[Step, ...]) -> list[str]:
    """What the steps do, in few words."""
    return [
        " ".join(step.call.argv[:3]) if step.call is not None else f"{step.do} {Path(step.path).name}"
        for step in steps
    ]


def command(folder: Path) -> str:
    """What the job of cron runs."""
    return (folder / "table").read_text("utf-8").splitlines()[1]


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files_but_the_cache(folder: Path) -> dict[Path, bytes]:
    return {path: content for path, content in files(folder).items() if path.parent.name != "cache"}


def test_systemd_is_preferred_where_it_answers(context: Context, bin_folder: Path) -> None:
    systemd(bin_folder)

    done = on(context)

    assert (done.scheduler, f"{done.at:%H:%M}") == ("systemd", "08:30")
    assert told(done.steps) == [
        "write mikro-nudge.service",
        "write mikro-nudge.timer",
        "systemctl --user daemon-reload",
        "systemctl --user enable",
    ]
    assert not (bin_folder / "table").exists()
    assert on(context).steps == ()


def test_the_job_of_another_scheduler_goes_when_the_new_one_stands(
    context: Context, bin_folder: Path
) -> None:
    assert on(context).scheduler == "cron"
    systemd(bin_folder)

    done = on(context)

    assert (done.scheduler, told(done.steps)[-1]) == ("systemd", "crontab -r")
    assert not (bin_folder / "table").exists()


def test_off_takes_it_away_from_every_scheduler(context: Context, bin_folder: Path) -> None:
    systemd(bin_folder)
    on(context)
    timer = Path(context.environ["XDG_CONFIG_HOME"], "systemd", "user", "mikro-nudge.timer")
    kept = timer.read_bytes()
    on(context, wanted="cron")
    timer.write_bytes(kept)

    planned = reminder_job.switch_off(context, dry_run=True)
    assert (timer.exists(), (bin_folder / "table").exists()) == (True, True)
    assert reminder_job.switch_off(context, dry_run=False) == planned

    assert (timer.exists(), (bin_folder / "table").exists()) == (False, False)
    assert reminder_job.switch_off(context, dry_run=False) == ()


@pytest.mark.parametrize("wanted", ["systemd", "launchd", "task-scheduler"])
def test_a_scheduler_that_does_not_answer_here_is_refused_though_asked_for(
    context: Context, tmp_path: Path, bin_folder: Path, wanted: SchedulerName
) -> None:
    # A program of that name alone is not the scheduler of another operating system.
    for name in ("launchctl", "schtasks"):
        (bin_folder / name).write_text("#!/bin/sh\n")
        (bin_folder / name).chmod(0o700)
    before = files(tmp_path)

    with pytest.raises(MikroError, match=rf"No scheduler answers here \({wanted}\)"):
        on(context, wanted=wanted)

    assert files(tmp_path) == before


def test_a_dry_run_shows_the_job_that_would_be_preferred_even_where_none_answers(
    context: Context, bin_folder: Path
) -> None:
    (bin_folder / "crontab").write_text("#!/bin/sh\necho not allowed >&2\nexit 1\n")

    assert on(context, dry_run=True).scheduler == "systemd"
    with pytest.raises(MikroError, match="systemd, cron"):
        on(context)


def test_a_time_that_is_given_is_remembered_and_the_one_that_holds_is_not_written(
    context: Context, home: Path, bin_folder: Path
) -> None:
    on(context)
    assert not (home / "config.toml").exists()

    on(context, "9.15", dry_run=True)
    assert not (home / "config.toml").exists()

    on(context, "9.15")
    assert (home / "config.toml").read_text("utf-8") == 'nudge_at = "09:15"\n'
    assert command(bin_folder).startswith("15 9 ")


def test_a_time_asked_for_outside_the_hours_widens_them(
    context: Context, home: Path, bin_folder: Path
) -> None:
    done = on(context, "22:30")

    assert done.hours == Hours(time(8), time(23))
    assert command(bin_folder).startswith("30 22 ")
    stored = (home / "config.toml").read_text("utf-8")
    assert stored == 'nudge_at = "22:30"\nnudge_from = "08:00"\nnudge_to = "23:00"\n'


def test_a_time_in_the_file_outside_the_hours_is_refused_with_what_lets_it_in(
    context: Context, bin_folder: Path
) -> None:
    write_settings(context, 'nudge_at = "06:30"\n')

    with pytest.raises(MikroError, match=r"06:30:00 lies before .* mikro config set nudge_from 06:00"):
        on(context)

    assert not (bin_folder / "table").exists()


#: A cron that shows its table and takes no other.
REFUSING_CRON = """#!/bin/sh
table="${0%/*}/table"
[ "$1" = -l ] && { [ -f "$table" ] && cat "$table" || { echo "no crontab" >&2; exit 1; }; exit; }
echo "tables are full" >&2
exit 1
"""

#: A systemd that fails half-way, when it is to take up a timer at 14:00.
REFUSING_SYSTEMD = SYSTEMCTL.replace(
    '*" enable "*)',
    '*" enable "*) grep -q 14:00 "$XDG_CONFIG_HOME/systemd/user/mikro-nudge.timer" && exit 1;',
)


@pytest.mark.parametrize("scheduler", ["systemd", "cron"])
def test_a_change_that_the_system_refuses_leaves_the_old_job_and_the_setting(
    at: At, home: Path, tmp_path: Path, bin_folder: Path, scheduler: SchedulerName
) -> None:
    if scheduler == "systemd":
        (bin_folder / "systemctl").write_text(REFUSING_SYSTEMD)
    on(at(), "09:30", scheduler)
    if scheduler == "cron":
        (bin_folder / "crontab").write_text(REFUSING_CRON)
    before = files_but_the_cache(tmp_path)

    with pytest.raises(MikroError, match=r"Your reminder at 09:30:00 stands\."):
        on(at(), "14:00", scheduler)

    # What the system said, in its own words, is for whoever looks into it.
    log = home / "nudge.log"
    assert ("tables are full" if scheduler == "cron" else "exit 1") in log.read_text("utf-8")
    log.unlink()
    assert files_but_the_cache(tmp_path) == before
    assert (home / "config.toml").read_text("utf-8") == 'nudge_at = "09:30"\n'


def test_a_setting_that_cannot_be_stored_leaves_the_old_job(
    at: At, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(at(), "09:30")
    before = (bin_folder / "table").read_bytes()

    def full(path: str, *_rest: object) -> None:
        raise disk_full(path)

    monkeypatch.setattr("mikrohandlinger.storage.toml.settings.store_all", full)
    with pytest.raises(MikroError, match=r"disk is full.* Your reminder at 09:30:00 stands"):
        on(at(), "14:00")

    assert (bin_folder / "table").read_bytes() == before


def test_where_the_record_cannot_be_written_the_old_job_and_the_setting_stand(
    at: At, home: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(at(), "09:30")
    before = (bin_folder / "table").read_bytes()

    def full(reminders: object) -> None:
        raise disk_full("mikro.db")

    monkeypatch.setattr("mikrohandlinger.storage.database.reminders.Reminders.begin_anew", full)
    with pytest.raises(MikroError, match="Your reminder at 09:30:00 stands"):
        on(at(), "14:00")

    assert (bin_folder / "table").read_bytes() == before
    assert (home / "config.toml").read_text("utf-8") == 'nudge_at = "09:30"\n'


def test_a_first_job_that_is_refused_leaves_no_trace(at: At, tmp_path: Path, bin_folder: Path) -> None:
    (bin_folder / "crontab").write_text(REFUSING_CRON)

    with pytest.raises(MikroError, match=r"The reminder is still off\."):
        on(at(), "14:00")

    left = {path.name for path in files(tmp_path)}
    assert {name for name in left if "nudge" in name or name == "config.toml"} == {"nudge.log"}


def test_the_job_carries_where_the_files_lie_even_where_that_was_said_from_here(
    at: At, tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MIKRO_HOME", "mikro")

    on(at())

    assert f" --env MIKRO_HOME={tmp_path / 'mikro'} " in command(bin_folder)


@pytest.mark.parametrize(
    ("locale", "setting", "carried"),
    [
        ({"LC_ALL": "en_GB", "LC_MESSAGES": "da_DK", "LANG": "sv_SE"}, "auto", "--env LANG=en_GB"),
        ({"LC_ALL": None, "LC_MESSAGES": "da_DK", "LANG": "sv_SE"}, "auto", "--env LANG=da_DK"),
        ({"LC_ALL": None, "LANG": "sv_SE"}, "auto", "--env LANG=sv_SE"),
        ({"LC_ALL": None, "LANG": None}, "auto", None),
        ({"LC_ALL": "en_GB", "LANG": "en_GB"}, "da", None),
    ],
)
def test_the_job_carries_the_locale_that_the_language_follows_and_no_other(
    at: At,
    bin_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    locale: dict[str, str | None],
    setting: str,
    carried: str | None,
) -> None:
    for name, value in locale.items():
        if value is None:
            monkeypatch.delenv(name)
        else:
            monkeypatch.setenv(name, value)
    context = at()
    write_settings(context, f'language = "{setting}"\n')

    on(context)

    assert command(bin_folder).count("LANG=") == command(bin_folder).count("MIKRO_LANG=") + bool(carried)
    assert carried is None or carried in command(bin_folder)


def test_of_what_stands_in_a_job_only_what_it_may_carry_is_taken() -> None:
    taken = reminder_job.carried(["PATH=/x", "MIKRO_HOME=/a=b", "LANG", "HOME=/y"])

    assert taken == {"MIKRO_HOME": "/a=b", "LANG": ""}


def test_a_job_as_the_settings_want_it_has_no_problem(context: Context, bin_folder: Path) -> None:
    on(context)

    status = reminder_job.status(context)

    assert (status.scheduler, status.problems, status.failures) == ("cron", (), ())
    assert status.job is not None
    assert status.job.program == sys.executable


@pytest.mark.parametrize("settings", ['nudge_at = "10:00"\n', 'workdays = ["mon", "tue"]\n'])
def test_a_job_from_before_the_settings_changed_differs(at: At, settings: str) -> None:
    on(at())
    context = at()
    write_settings(context, settings)

    assert reminder_job.status(context).problems == ("differs",)


def test_a_job_that_cannot_be_read_says_so_and_nothing_else(context: Context, bin_folder: Path) -> None:
    on(context)
    (bin_folder / "table").write_text("# BEGIN mikro nudge\nspoiled\n# END mikro nudge\n")

    status = reminder_job.status(context)

    assert (status.problems, status.job, status.next_run, status.next_reminder) == (
        ("unreadable",), None, None, None,
    )  # fmt: skip


def test_a_job_that_the_scheduler_has_forgotten_or_whose_program_is_gone_says_so(
    context: Context, bin_folder: Path
) -> None:
    systemd(bin_folder)
    on(context)
    (bin_folder / "timer").unlink()
    service = Path(context.environ["XDG_CONFIG_HOME"], "systemd", "user", "mikro-nudge.service")
    service.write_text(service.read_text("utf-8").replace(sys.executable, "/gone/python"), "utf-8")

    assert reminder_job.status(context).problems == ("program-gone", "not-taken-up")


def test_a_new_version_in_another_folder_is_told_until_the_reminder_is_switched_on_from_there(
    context: Context, bin_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(context)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "mikro 2" / Path(sys.executable).name))
    assert reminder_job.status(context).problems == ("another-copy",)

    on(context)
    Path(sys.executable).parent.mkdir()
    Path(sys.executable).touch()
    assert reminder_job.status(context).problems == ()


def test_status_shows_the_five_latest_lines_of_the_log(context: Context, home: Path) -> None:
    home.mkdir()
    (home / "nudge.log").write_text("".join(f"line {number}\n" for number in range(8)))

    assert reminder_job.status(context).failures == tuple(f"line {number}" for number in range(3, 8))
