"""Which schedulers there are on which operating system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mikrohandlinger.system.programs import Runner, run
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mikrohandlinger.system.schedulers.protocol import Scheduler

SYSTEMS = ("linux", "darwin", "win32")


def candidates(
    folder: Path, environment: Mapping[str, str], system: str = sys.platform, runner: Runner = run
) -> tuple[Scheduler, ...]:
    """The schedulers that this operating system may have, the one to prefer first.

    Args:
        folder: Our own configuration folder, for job files that the system does not keep itself.
        environment: For the home folder and the user's name.
        system: As ``sys.platform`` names it.
        runner: Runs what has to be asked or told.
    """
    if system == "darwin":
        from mikrohandlinger.system.schedulers.launchd import Launchd

        return (Launchd(_home(environment), _user_id(), runner),)
    if system == "win32":
        from mikrohandlinger.system.schedulers.task_scheduler import TaskScheduler

        return (TaskScheduler(folder, environment.get("USERNAME", ""), runner),)
    from mikrohandlinger.system.schedulers.cron import Cron
    from mikrohandlinger.system.schedulers.systemd import Systemd

    home = _home(environment)
    units = Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "systemd" / "user"
    stamps = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "systemd" / "timers"
    return Systemd(units, stamps, runner), Cron(_user_id(), runner)


def _home(environment: Mapping[str, str]) -> Path:
    """The home folder; where nobody knows of one, a place in which no file can be."""
    try:
        return Path(environment.get("HOME") or "~").expanduser()
    except RuntimeError:  # nobody in the list of users either
        return Path(os.devnull)


def _user_id() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
