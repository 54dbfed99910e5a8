"""Cron, where nothing else is. It makes up for nothing, and the rest of the user's table is left as it is."""

from __future__ import annotations

import re
import shlex
from datetime import datetime, time

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.schedule import Call, Job, JobReading, Schedule, next_due
from mikrohandlinger.system.programs import Runner, run
from mikrohandlinger.system.schedulers.protocol import refuse_unreadable, refused
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

BEGIN = "# BEGIN mikro nudge"
END = "# END mikro nudge"
_BLOCK = re.compile(rf"^{BEGIN}$.*?^{END}$\n?", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^(\d+) (\d+) \* \* ([\d,]+) (.+)$", re.MULTILINE)
# Cron sends what is printed as mail; failures are in our own log.
_SILENT = " >/dev/null 2>&1"
_LONGEST_LINE = 900  # cron itself cuts a command off at 999 characters


class Cron:
    """The user's own table of cron.

    Args:
        user_id: For the address of the user's D-Bus, which cron does not pass on.
        runner: Runs ``crontab``.
    """

    name: Final = "cron"

    def __init__(self, user_id: int, runner: Runner = run) -> None:
        self._user_id = user_id
        self._runner = runner

    def usable(self) -> bool:
        """Whether this user may have a table. Whether the daemon runs, nobody tells an ordinary user."""
        return self._readable_table() is not None

    def render(self, schedule: Schedule) -> Job:
        """The whole table with our block in it, once."""
        refuse_unreadable(schedule)
        current = self._table()
        rest = _BLOCK.sub("", current)
        return self._job(rest, current=self._with_block(rest, schedule))

    def installed(self) -> Job | None:
        """The table; the job stands when our block is in it."""
        current = self._readable_table() or ""
        return self._job(_BLOCK.sub("", current), current=current) if _BLOCK.search(current) else None

    def reading(self) -> JobReading | None:
        """Our block, read back."""
        block = _BLOCK.search(self._readable_table() or "")
        line = _LINE.search(block[0]) if block is not None else None
        if line is None:
            return None
        weekdays = tuple(int(day) for day in line[3].split(","))
        command = line[4].removesuffix(_SILENT)
        words = [word for word in shlex.split(command) if not word.startswith("DBUS_SESSION_BUS_ADDRESS=")]
        return JobReading(time(int(line[2]), int(line[1])), weekdays, words[0], tuple(words[1:]))

    def next_run(self, now: datetime) -> datetime | None:
        """Computed: cron does not say."""
        reading = self.reading()
        return next_due(reading.at, reading.weekdays, now) if reading is not None else None

    def _readable_table(self) -> str | None:
        try:
            return self._table()
        except MikroError:
            return None

    def _table(self) -> str:
        answer = self._runner(Call(("crontab", "-l")))
        if answer.code == 0:
            return answer.out
        if "no crontab" in answer.err or "No such file" in answer.err:
            return ""
        # Anything else is a table that we cannot see, and would overwrite.
        raise refused(answer.err.strip() or "crontab -l")

    def _with_block(self, rest: str, schedule: Schedule) -> str:
        days = ",".join(map(str, schedule.weekdays))
        bus = f"DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/{self._user_id}/bus"
        command = f"{bus} {shlex.join(schedule.command)}{_SILENT}"
        line = f"{schedule.at.minute} {schedule.at.hour} * * {days} {command}"
        if "%" in line or len(line) > _LONGEST_LINE:
            raise MikroError(
                "nudge-path",
                N_("Cron cannot start {path}: a percent sign, or too long. Install mikro elsewhere."),
                path=schedule.command[0],
            )
        before = rest if not rest or rest.endswith("\n") else rest + "\n"
        return f"{before}{BEGIN}\n{line}\n{END}\n"

    def _job(self, rest: str, *, current: str) -> Job:
        # An empty table is no trace that anybody wants left behind.
        leave = (
            Call(("crontab", "-"), stdin=rest.encode(errors="surrogateescape"))
            if rest.strip()
            else Call(("crontab", "-r"))
        )
        return Job(
            files=(),
            start=(Call(("crontab", "-"), stdin=current.encode(errors="surrogateescape")),),
            stop=(leave,),
            replaces=True,
        )
