"""The reminder from end to end on a real message bus, a real notification daemon, a real cron and a real systemd."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from mikrohandlinger.domain.reminding import Message
from mikrohandlinger.system import notify

SESSION = Path(__file__).with_name("session.sh")
NEEDED = ("Xvfb", "dbus-daemon", "dbus-send", "dunst", "gdbus")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
desktop = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

REAL_TIME = {"PATH": os.environ["PATH"]}
"""Without the time zone of the tests: cron and systemd go by that of the machine."""

MONDAY = "2026-11-23T08:31:00+01:00"
MIKRO = f"{sys.executable} -P -m mikrohandlinger"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a shell script in a desktop session of its own; ``machine`` also gives it a machine of its own."""

    def in_session(
        script: str, *, machine: bool = False, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin",
            "HOME": str(tmp_path / "home"),
            "MIKRO_HOME": str(tmp_path / "mikro"),
            "MIKRO_LANG": "en",
            "MIKRO_NOW": MONDAY,
            "MIKRO": MIKRO,
            "FOLDER": str(tmp_path),
            "LC_ALL": "C.UTF-8",
            "MACHINE": "1" if machine else "0",
            **variables,
        }
        (tmp_path / "home").mkdir(exist_ok=True)
        alone = ["unshare", "-m", "-p", "-f", "--mount-proc"] if machine else []
        return subprocess.run(
            [*alone, "bash", str(SESSION), str(tmp_path), "bash", "-euc", script],
            env=environment, capture_output=True, text=True, timeout=200, check=False,
        )  # fmt: skip

    return in_session


def shown(tmp_path: Path) -> str:
    return (tmp_path / "shown").read_text("utf-8")


def can_have_a_machine() -> bool:
    """Whether this user may make a private machine, as root in most containers may."""
    try:
        probe = subprocess.run(
            ["unshare", "-m", "-p", "-f", "--mount-proc", "mount", "-t", "tmpfs", "tmpfs", "/run"],
            capture_output=True, check=False,
        )  # fmt: skip
    except OSError:
        return False
    return probe.returncode == 0


def machine_with(program: str) -> pytest.MarkDecorator:
    there = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/lib/systemd") is not None
    reason = f"needs {program}, and the right to make mounts of one's own"
    return pytest.mark.skipif(not there or not can_have_a_machine(), reason=reason)


@desktop
def test_a_reminder_is_really_shown_once_a_day(run: Run, tmp_path: Path) -> None:
    done = run("$MIKRO nudge deliver; $MIKRO nudge deliver; $MIKRO nudge status; $MIKRO today --short")

    assert done.returncode == 0, done.stderr
    first, second, *status, today = done.stdout.splitlines()
    title, _colon, text = today.partition(": ")
    assert first == "Shown through desktop-notifier."
    assert second == "Silent: today's reminder has been here."
    assert "  Latest   today at 08:31, shown on the screen" in status
    assert shown(tmp_path).count("appname: 'mikro'") == 1
    assert f"summary: '{title}'" in shown(tmp_path)
    assert text in shown(tmp_path)
    assert "When you have done it: mikro log" in shown(tmp_path)


@desktop
def test_eight_at_once_show_one(run: Run, tmp_path: Path) -> None:
    done = run(
        "$MIKRO today >/dev/null; for n in 1 2 3 4 5 6 7 8; do $MIKRO nudge deliver >$FOLDER/out.$n & done; wait"
        " $(jobs -p); cat $FOLDER/out.*"
    )

    assert done.stdout.count("Shown through") == 1, done.stdout + done.stderr
    assert done.stdout.count("has been here") == 7
    assert shown(tmp_path).count("appname:") == 1


@desktop
@pytest.mark.parametrize("text", ["5 < 6 & 7 > 6", "<b>bold</b>", "&amp; «æøå»"])
def test_what_looks_like_markup_is_shown_as_it_is(run: Run, tmp_path: Path, text: str) -> None:
    script = f"{sys.executable} -c '{SEND}' \"$TEXT\""
    done = run(script, TEXT=text)

    assert done.stdout.split() == ["desktop-notifier", "None", "notify-send", "None"], done.stderr
    escaped = notify.escaped(Message("", text)).body
    assert shown(tmp_path).count(f"body: '{escaped}'") == 2
    assert shown(tmp_path).count(f"summary: '{text}'") == 2


SEND = """
import sys
from mikrohandlinger.domain.reminding import Message
from mikrohandlinger.system import notify
for name, send in notify.channels():
    print(name, send(Message(sys.argv[1], sys.argv[1])))
"""


@desktop
def test_a_test_says_by_which_channel_it_was_shown_and_does_not_use_up_the_day(run: Run) -> None:
    done = run("$MIKRO nudge test; $MIKRO nudge deliver")

    assert done.stdout.splitlines()[0].startswith("Shown through desktop-notifier.")
    assert done.stdout.splitlines()[1] == "Shown through desktop-notifier."


@desktop
def test_a_bus_without_a_notification_daemon_leaves_the_reminder_for_the_prompt(
    run: Run, tmp_path: Path
) -> None:
    done = run("$MIKRO nudge deliver; $MIKRO nudge status; $MIKRO nudge test", DUNST="0")

    assert "it is left for the prompt" in done.stdout
    assert "Latest" not in done.stdout
    assert "desktop-notifier: DBusError" in done.stdout
    assert "notify-send did not take it" in done.stdout
    assert (done.returncode, "such as dunst" in done.stderr) == (1, True)
    assert "2026-11-23\t" in (tmp_path / "mikro/cache/prompt.tsv").read_text("utf-8")


@desktop
def test_a_bus_that_does_not_answer_is_given_up_within_ten_seconds(run: Run, tmp_path: Path) -> None:
    script = """
    python3 -c "
import socket, time
s = socket.socket(socket.AF_UNIX); s.bind('$FOLDER/dead'); s.listen(); time.sleep(60)" &
    dead=$!
    sleep 0.3
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$FOLDER/dead
    SECONDS=0
    $MIKRO nudge deliver
    kill $dead
    [[ $SECONDS -lt 10 ]]
    """
    done = run(script)

    assert done.returncode == 0, done.stderr
    assert "left for the prompt" in done.stdout
    log = (tmp_path / "mikro/nudge.log").read_text("utf-8")
    assert "desktop-notifier: no answer within 3 seconds" in log


@machine_with("cron")
@desktop
def test_a_real_cron_shows_the_reminder_and_gets_its_table_back(run: Run, tmp_path: Path) -> None:
    script = """
    printf 'MIKRO_NOW=%s\\nMAILTO=""\\n' $MIKRO_NOW | crontab -
    $MIKRO config set nudge_from 00:00 >/dev/null; $MIKRO config set nudge_to 23:59 >/dev/null
    $MIKRO config set workdays mon,tue,wed,thu,fri,sat,sun >/dev/null
    $MIKRO nudge on --scheduler cron --at $AT
    env -i PATH=$PATH cron -f &
    for _ in {1..160}; do [[ -s $FOLDER/shown ]] && break; sleep 0.5; done
    sleep 1
    $MIKRO nudge status
    $MIKRO nudge off
    crontab -l
    """
    at = _next_minute()
    done = run(script, machine=True, AT=at, MIKRO_NOW=f"2026-11-23T{at}:30+01:00")

    assert done.returncode == 0, done.stdout + done.stderr
    assert shown(tmp_path).count("appname: 'mikro'") == 1
    assert f"Latest   today at {at}, shown on the screen" in done.stdout
    assert done.stdout.endswith(f'MIKRO_NOW=2026-11-23T{at}:30+01:00\nMAILTO=""\n')


def _next_minute() -> str:
    """The coming minute of the real clock, which cron goes by; the last of the day has no successor."""
    now = subprocess.run(
        ["date", "-d", "+62 seconds", "+%H:%M"], env=REAL_TIME, capture_output=True, text=True, check=True
    )
    return min(now.stdout.strip(), "23:58")


@machine_with("systemd")
@desktop
def test_a_real_systemd_makes_up_for_what_was_missed_and_keeps_no_trace(run: Run, tmp_path: Path) -> None:
    # The masked units would put a bus and a daemon of their own in the place of those that the test watches.
    script = """
    mkdir -p $HOME/.config/systemd/user
    for unit in dbus.socket dbus.service dunst.service; do ln -s /dev/null $HOME/.config/systemd/user/$unit; done
    /lib/systemd/systemd --user >$FOLDER/systemd.log 2>&1 &
    for _ in {1..100}; do systemctl --user is-system-running >/dev/null 2>&1 && break; sleep 0.1; done
    systemctl --user set-environment MIKRO_NOW=$MIKRO_NOW
    $MIKRO nudge on --at 09:05
    $MIKRO nudge on --at 08:30
    $MIKRO nudge on
    systemctl --user list-timers --all --no-legend | wc -l
    $MIKRO nudge status
    echo --- missed
    systemctl --user stop mikro-nudge.timer
    touch -d '2 weeks ago' $HOME/.local/share/systemd/timers/stamp-mikro-nudge.timer
    systemctl --user start mikro-nudge.timer
    for _ in {1..100}; do [[ -s $FOLDER/shown ]] && break; sleep 0.1; done
    sleep 1
    systemctl --user show mikro-nudge.service --property=Result --value
    $MIKRO nudge status
    $MIKRO nudge off
    find $HOME -type f
    systemctl --user list-timers --all --no-legend | wc -l
    """
    done = run(script, machine=True)
    before, _missed, after = done.stdout.partition("--- missed\n")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "The reminder was on already, and is as it was." in before
    assert "The reminder is on: every working day at 08:30." in before
    assert _next_time() in before
    assert "\n1\n" in before
    assert shown(tmp_path).count("appname: 'mikro'") == 1
    assert after.startswith("success\n")
    assert "Latest   today at 08:31, shown on the screen" in after
    assert " ".join(after.split()).endswith("is deleted there. 0")


def _next_time() -> str:
    """When systemd, which goes by the real clock, fires next; so the weekday is all that is sure to be there."""
    day = subprocess.run(
        ["bash", "-c", "d=today; [[ $(date +%H:%M) < 08:30 ]] || d=tomorrow; for n in 0 1 2 3; do"
         " [[ $(date -d \"$d +$n days\" +%u) -lt 6 ]] && exec date -d \"$d +$n days\" +%F; done"],
        env=REAL_TIME, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    moment = datetime.fromisoformat(day)
    return f"{moment:%A} {moment.day} {moment:%B}"
