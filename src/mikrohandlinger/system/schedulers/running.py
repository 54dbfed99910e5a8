"""Carrying out the plan from the job that stands to the one that should stand."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.schedule import DELETE, WRITE
from mikrohandlinger.system.programs import Runner, run
from mikrohandlinger.system.schedulers.protocol import refused
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.domain.schedule import Call, Step

BETWEEN_ATTEMPTS = 0.5
"""Seconds."""

Writer = Callable[[Path, bytes], None]


def carry_out(steps: Sequence[Step], write: Writer, runner: Runner = run) -> None:
    """Carry out a plan. Where the system refuses, what this plan wrote is taken away again.

    Args:
        steps: From :func:`mikrohandlinger.domain.schedule.plan`.
        write: Replaces a file whole or not at all.
        runner: Runs the calls.

    Raises:
        MikroError: ``nudge-refused`` with the system's own words.
    """
    written: list[Path] = []
    try:
        for step in steps:
            if step.do == WRITE:
                written.append(Path(step.path))
                write(Path(step.path), step.content)
            elif step.do == DELETE:
                Path(step.path).unlink(missing_ok=True)
            elif step.call is not None:
                _insist(step.call, runner)
    except (MikroError, OSError) as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, MikroError):
            raise
        raise refused(f"{error.filename}: {error.strerror}") from error


def _insist(call: Call, runner: Runner) -> None:
    answer = runner(call)
    for _attempt in range(1, call.attempts):
        if answer.code == 0:
            break
        time.sleep(BETWEEN_ATTEMPTS)
        answer = runner(call)
    if answer.code != 0 and not call.may_fail:
        said = (answer.err.strip() or answer.out.strip()).splitlines()
        raise refused(said[-1] if said else f"{call.argv[0]}: exit {answer.code}")
