"""The Windows Task Scheduler, through ``schtasks`` and an XML file: that needs no PowerShell policy."""

from __future__ import annotations

import re
from datetime import datetime, time
from xml.sax.saxutils import escape, unescape

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.schedule import TASK_FILE, Call, Job, JobReading, Schedule, next_due
from mikrohandlinger.system.programs import Runner, run
from mikrohandlinger.system.schedulers.protocol import read_files, refuse_unreadable
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Final

_LONGEST_COMMAND = 260
"""Characters."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# InteractiveToken needs no password and still runs under the battery saver. The start boundary carries no
# zone, so that the clock on the wall counts; any Monday in the past will do. Microsoft's pages order the parts of a
# trigger in two ways: what stands here is right in both, as a trigger without <Enabled> is enabled.
_TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>{description}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-05T{at:%H:%M}:00</StartBoundary>
      <ScheduleByWeek>
        <DaysOfWeek>
{days}
        </DaysOfWeek>
        <WeeksInterval>1</WeeksInterval>
      </ScheduleByWeek>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <Enabled>true</Enabled>
    <ExecutionTimeLimit>PT1M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


class TaskScheduler:
    """The Task Scheduler of Windows, in the name of the user who is logged in.

    Args:
        folder: Where the XML file is kept: ``schtasks`` reads it, and it shows later whether the job is the
            same; what Windows gives back on a query is rewritten.
        user: The user's name. Tasks of all users share one list, so it is part of the task's name.
        runner: Runs ``schtasks``.
    """

    name: Final = "task-scheduler"

    def __init__(self, folder: Path, user: str, runner: Runner = run) -> None:
        self._xml = folder / TASK_FILE
        suffix = re.sub(r"[^\w.-]+", "-", user)
        self._task = f"mikro-nudge-{suffix}" if suffix else "mikro-nudge"
        self._runner = runner

    def usable(self) -> bool:
        """Whether ``schtasks`` may be used; some workplaces forbid it."""
        return self._runner(Call(("schtasks", "/Query", "/FO", "CSV", "/NH"))).code == 0

    def render(self, schedule: Schedule) -> Job:
        """The XML in the only encoding that Windows takes: UTF-16, little-endian, with its mark."""
        from subprocess import list2cmdline

        refuse_unreadable(schedule)
        _refuse_long(schedule.command[0])
        text = _TASK.format(
            description=escape(schedule.description),
            at=schedule.at,
            days="\n".join(f"          <{_DAYS[day - 1]} />" for day in schedule.weekdays),
            program=escape(schedule.command[0]),
            arguments=escape(list2cmdline(schedule.command[1:])),
        )
        content = b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le")
        return self._job(((str(self._xml), content),))

    def installed(self) -> Job | None:
        """Our own file; the job is active when Windows knows the task."""
        files = read_files((self._xml,))
        known = self._runner(Call(("schtasks", "/Query", "/TN", self._task))).code == 0
        return self._job(files)._replace(active=known) if files or known else None

    def reading(self) -> JobReading | None:
        """Our own file, read back."""
        files = read_files((self._xml,))
        text = files[0][1].decode("utf-16", errors="replace") if files else ""
        at = re.search(r"<StartBoundary>[^<]*T(\d\d):(\d\d)", text)
        program = re.search(r"<Command>([^<]*)</Command>", text)
        if at is None or program is None:
            return None
        weekdays = tuple(number for number, day in enumerate(_DAYS, 1) if f"<{day} />" in text)
        said = re.search(r"<Arguments>([^<]*)</Arguments>", text)
        arguments = _split(unescape(said[1])) if said is not None else ()
        return JobReading(time(int(at[1]), int(at[2])), weekdays, unescape(program[1]), arguments)

    def next_run(self, now: datetime) -> datetime | None:
        """Computed: what ``schtasks`` prints depends on the language of Windows."""
        reading = self.reading()
        return next_due(reading.at, reading.weekdays, now) if reading is not None else None

    def _job(self, files: tuple[tuple[str, bytes], ...]) -> Job:
        return Job(
            files=files,
            start=(Call(("schtasks", "/Create", "/TN", self._task, "/XML", str(self._xml), "/F")),),
            stop=(Call(("schtasks", "/Delete", "/TN", self._task, "/F")),),
            replaces=True,
        )


def _refuse_long(program: str) -> None:
    """Refuse a path that the Task Scheduler calls out of range, without saying why.

    Raises:
        MikroError: ``nudge-path``.
    """
    if len(program) > _LONGEST_COMMAND:
        raise MikroError(
            "nudge-path",
            N_(
                "The Task Scheduler takes no program with a path of more than {number} characters: {path}. Put it in a folder nearer to the beginning of the drive."
            ),
            number=_LONGEST_COMMAND,
            path=program,
        )


def _split(line: str) -> tuple[str, ...]:
    """The arguments of a command line of Windows, as ours are: in quotation marks, or without a blank."""
    return tuple(quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', line))
