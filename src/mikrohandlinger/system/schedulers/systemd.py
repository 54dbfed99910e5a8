"""A systemd user timer: the scheduler of nearly every Linux desktop."""

from __future__ import annotations

import re
import shlex
from datetime import datetime, time

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.schedule import Call, Job, JobReading, Schedule, next_due
from mikrohandlinger.system.programs import Runner, run
from mikrohandlinger.system.schedulers.protocol import read_files, refuse_unreadable
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Final

UNIT = "mikro-nudge"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

# No Documentation= line: systemd-analyze verify refuses a man page that is not installed.
_SERVICE = """\
[Unit]
Description={description}

[Service]
Type=oneshot
ExecStart={command}
TimeoutStartSec=30s
Nice=10
UMask=0077
NoNewPrivileges=yes
"""

# Persistent makes up, once, for what was missed while the machine was off, on any day of the week:
# that is one reason why `nudge deliver` decides for itself.
_TIMER = """\
[Unit]
Description={description}

[Timer]
OnCalendar={days} *-*-* {at:%H:%M}:00
Persistent=true
AccuracySec=1min

[Install]
WantedBy=timers.target
"""


class Systemd:
    """The user's own systemd manager.

    Args:
        units: The folder of the user's unit files.
        stamps: The folder where systemd notes when each timer last fired.
        runner: Runs ``systemctl``.
    """

    name: Final = "systemd"

    def __init__(self, units: Path, stamps: Path, runner: Runner = run) -> None:
        self._service = units / f"{UNIT}.service"
        self._timer = units / f"{UNIT}.timer"
        self._stamp = stamps / f"stamp-{UNIT}.timer"
        self._runner = runner

    def usable(self) -> bool:
        """Whether the user's manager answers; in a container or over ssh it often does not."""
        return self._runner(_systemctl("show", "--property=Version")).code == 0

    def render(self, schedule: Schedule) -> Job:
        """A service that runs once and a timer that starts it."""
        refuse_unreadable(schedule)
        days = ",".join(_DAYS[day - 1] for day in schedule.weekdays)
        description = " ".join(schedule.description.split()).replace("%", "%%")
        service = _SERVICE.format(description=description, command=_command(schedule))
        timer = _TIMER.format(description=description, days=days, at=schedule.at)
        return _job(((str(self._service), service.encode()), (str(self._timer), timer.encode())))

    def installed(self) -> Job | None:
        """The unit files; the job is active when the timer is enabled and waiting."""
        files = read_files((self._service, self._timer))
        if not files:
            return None
        enabled = self._runner(_systemctl("is-enabled", "--quiet", f"{UNIT}.timer")).code == 0
        active = self._runner(_systemctl("is-active", "--quiet", f"{UNIT}.timer")).code == 0
        # Without its deletion a later `nudge on` would make up for the months between.
        leftovers = (str(self._stamp),) if self._stamp.exists() else ()
        return _job(files)._replace(leftovers=leftovers, active=enabled and active)

    def reading(self) -> JobReading | None:
        """The unit files, read back."""
        paths = (self._service, self._timer)
        files = dict(read_files(paths))
        service, timer = (files.get(str(path), b"").decode(errors="replace") for path in paths)
        when = re.search(r"^OnCalendar=(\S+) \*-\*-\* (\d\d):(\d\d)", timer, re.MULTILINE)
        what = re.search(r"^ExecStart=(.+)$", service, re.MULTILINE)
        if when is None or what is None:
            return None
        weekdays = tuple(_DAYS.index(day) + 1 for day in when[1].split(",") if day in _DAYS)
        program, *arguments = (word.replace("%%", "%") for word in shlex.split(what[1]))
        at = time(int(when[2]), int(when[3]))
        return JobReading(at, weekdays, program, tuple(word.replace("$$", "$") for word in arguments))

    def next_run(self, now: datetime) -> datetime | None:
        """What the timer itself says; computed where the manager does not answer."""
        reading = self.reading()
        question = _systemctl("show", f"{UNIT}.timer", "--property=NextElapseUSecRealtime", "--value")
        said = self._runner(question)
        moment = re.search(r"(\d{4}-\d\d-\d\d \d\d:\d\d)", said.out) if said.code == 0 else None
        if moment is not None:
            return datetime.fromisoformat(moment[1])
        return next_due(reading.at, reading.weekdays, now) if reading is not None else None


def _job(files: tuple[tuple[str, bytes], ...]) -> Job:
    reload = _systemctl("daemon-reload")
    return Job(
        files=files,
        start=(reload, _systemctl("enable", "--now", f"{UNIT}.timer")),
        stop=(_systemctl("disable", "--now", f"{UNIT}.timer"),),
        settle=(reload._replace(may_fail=True),),
    )


def _systemctl(*arguments: str) -> Call:
    return Call(("systemctl", "--user", *arguments))


def _command(schedule: Schedule) -> str:
    program, *arguments = schedule.command
    if any(character in program for character in "\"'\\"):
        raise MikroError(
            "nudge-path",
            N_(
                "systemd cannot start {path}, because of its quotation marks or backslashes. "
                "Install mikro elsewhere."
            ),
            path=program,
        )
    # Unlike an argument, the program is no place for variables, so its dollar signs stand for themselves.
    return " ".join([_quoted(program).replace("$$", "$"), *map(_quoted, arguments)])


def _quoted(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return escaped if re.fullmatch(r"[\w@+=:,./%-]+", argument) else f'"{escaped}"'
