"""A launchd agent, for macOS. It makes up for a time slept through, not for one while switched off."""

from __future__ import annotations

from datetime import datetime, time

from mikrohandlinger.domain.schedule import Call, Job, JobReading, Schedule, next_due
from mikrohandlinger.system.programs import Runner, run
from mikrohandlinger.system.schedulers.protocol import read_files, refuse_unreadable
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Final

LABEL = "dk.mikrohandlinger.nudge"


class Launchd:
    """The user's own launchd domain.

    Args:
        home: The user's home folder.
        user_id: The number in the name of the domain ``gui/501``.
        runner: Runs ``launchctl``.
    """

    name: Final = "launchd"

    def __init__(self, home: Path, user_id: int, runner: Runner = run) -> None:
        self._plist = home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        self._domain = f"gui/{user_id}"
        self._runner = runner

    def usable(self) -> bool:
        """Whether the user is logged in at the screen; over ssh there is no such domain."""
        return self._runner(Call(("launchctl", "print", self._domain))).code == 0

    def render(self, schedule: Schedule) -> Job:
        """One property list with one calendar interval for each weekday."""
        import plistlib

        refuse_unreadable(schedule)
        content = plistlib.dumps(
            {
                "Label": LABEL,
                "ProgramArguments": list(schedule.command),
                "StartCalendarInterval": [
                    {"Weekday": weekday, "Hour": schedule.at.hour, "Minute": schedule.at.minute}
                    for weekday in schedule.weekdays
                ],
                "LimitLoadToSessionType": "Aqua",
                "ProcessType": "Background",
            }
        )
        return self._job(((str(self._plist), content),))

    def installed(self) -> Job | None:
        """The property list; the job is active when launchd knows its label."""
        files = read_files((self._plist,))
        if not files:
            return None
        active = self._runner(Call(("launchctl", "print", f"{self._domain}/{LABEL}"))).code == 0
        return self._job(files)._replace(active=active)

    def reading(self) -> JobReading | None:
        """The property list, read back."""
        import plistlib
        from xml.parsers.expat import ExpatError

        files = read_files((self._plist,))
        try:
            job = plistlib.loads(files[0][1])
            intervals = job["StartCalendarInterval"]
            at = time(intervals[0]["Hour"], intervals[0]["Minute"])
            program, *arguments = job["ProgramArguments"]
            return JobReading(at, tuple(one["Weekday"] for one in intervals), program, tuple(arguments))
        except (IndexError, KeyError, TypeError, ValueError, ExpatError):
            return None

    def next_run(self, now: datetime) -> datetime | None:
        """Computed: launchd does not say."""
        reading = self.reading()
        return next_due(reading.at, reading.weekdays, now) if reading is not None else None

    def _job(self, files: tuple[tuple[str, bytes], ...]) -> Job:
        return Job(
            files=files,
            # launchd may still be busy with taking the old job out when it is to take the new one in.
            start=(Call(("launchctl", "bootstrap", self._domain, str(self._plist)), attempts=4),),
            stop=(Call(("launchctl", "bootout", f"{self._domain}/{LABEL}")),),
        )
