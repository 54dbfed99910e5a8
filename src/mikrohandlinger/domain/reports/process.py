"""What ``mikro process`` shows."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.processes.meeting import Meeting
    from mikrohandlinger.domain.processes.model import Script


class ScriptPage(NamedTuple):
    """A script as it is shown.

    Attributes:
        script: The script, in its shorter form where that was asked for.
        is_short: Whether it is that form.
        for_leader: Whether a leader reads it.
    """

    script: Script
    is_short: bool = False
    for_leader: bool = False


class AtStep(NamedTuple):
    """A step as it begins.

    Attributes:
        meeting: Where the meeting stands.
        script: Its script.
        now: The time of day.
        passed: How many seconds the meeting has lasted.
    """

    meeting: Meeting
    script: Script
    now: datetime
    passed: float


class JudgedFault(NamedTuple):
    """A fault in a file of scripts, and on which line it stands."""

    line: int
    fault: Fault


class JudgedScripts(NamedTuple):
    """A file of scripts and what is to mend in it.

    Attributes:
        path: The file.
        scripts: How many scripts it has.
        faults: Everything to mend, in the order of the file.
        hints: What could be said better; the file can be used as it is.
    """

    path: str
    scripts: int
    faults: Sequence[JudgedFault] = ()
    hints: Sequence[JudgedFault] = ()
