"""Carrying out the plan from the job that stands to the one that should stand: all of it, or nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.schedule import DELETE, WRITE, plan, way_back
from mikrohandlinger.system.programs import Runner, run
from mikrohandlinger.system.schedulers.protocol import refused, refused_by
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mikrohandlinger.domain.schedule import Call, Job, Step
    from mikrohandlinger.system.schedulers.protocol import Scheduler

BETWEEN_ATTEMPTS = 0.5
"""Seconds."""

Writer = Callable[[Path, bytes], None]


class Move(NamedTuple):
    """From the job that a scheduler has to the one that it should have; None is no job."""

    scheduler: Scheduler
    desired: Job | None
    installed: Job | None

    @property
    def steps(self) -> tuple[Step, ...]:
        """What has to be done, in order."""
        return plan(self.desired, self.installed)


def move(scheduler: Scheduler, desired: Job | None) -> Move:
    """The move from what the scheduler has now."""
    return Move(scheduler, desired, scheduler.installed())


@contextmanager
def carrying_out(moves: Sequence[Move], write: Writer, runner: Runner = run) -> Iterator[None]:
    """Carry out some moves; where one of them, or the block after them, fails, everything is put back.

    Args:
        moves: In order.
        write: Replaces a file whole or not at all.
        runner: Runs the calls.

    Raises:
        MikroError: ``nudge-refused`` with the system's own words, or ``nudge-half`` where not even the old job could be
            put back.
    """
    kept = _Kept()
    begun: list[Move] = []
    try:
        for each in moves:
            begun.append(each)
            for step in each.steps:
                _carry_out(step, kept, write, runner)
        yield
    except BaseException as error:
        told = refused_by(error) if isinstance(error, OSError) else error
        if not _put_back(kept, begun, runner):
            raise MikroError(
                "nudge-half",
                N_(
                    "{fault} Nor could the reminder be put back as it was. See how it stands: mikro nudge status"
                ),
                fault=told,
            ) from error
        if told is error:
            raise
        raise told from error
    kept.forget()


def carry_out(moves: Sequence[Move], write: Writer, runner: Runner = run) -> None:
    """The same, with nothing after it.

    Raises:
        MikroError: As above.
    """
    with carrying_out(moves, write, runner):
        pass


class _Kept:
    """The files that are being changed, kept beside themselves: to put one back takes no room on the disk."""

    def __init__(self) -> None:
        self._kept: list[tuple[Path, Path | None]] = []

    def keep(self, path: Path) -> None:
        """Keep the file at ``path``, or that there is none."""
        beside = path.with_name(f".{path.name}.{os.getpid()}.old")
        try:
            beside.unlink(missing_ok=True)
            os.link(path, beside)
        except FileNotFoundError:
            self._kept.append((path, None))
            return
        except (
            OSError,
            NotImplementedError,
            AttributeError,
        ):  # no second names in this place or on this system
            beside.write_bytes(path.read_bytes())
        self._kept.append((path, beside))

    def put_back(self) -> bool:
        """Put everything back; False where one could not be."""
        whole = True
        for path, beside in reversed(self._kept):
            try:
                if beside is None:
                    path.unlink(missing_ok=True)
                else:
                    beside.replace(path)
                    # Where the file was never replaced both are one, and a rename leaves both names.
                    beside.unlink(missing_ok=True)
            except OSError:
                whole = False
        return whole

    def forget(self) -> None:
        """Nothing has to be put back any more."""
        for path, _beside in self._kept:
            # With what an earlier process left that was killed.
            for old in path.parent.glob(f".{path.name}.*.old"):
                with suppress(OSError):
                    old.unlink()


def _carry_out(step: Step, kept: _Kept, write: Writer, runner: Runner) -> None:
    if step.call is not None:
        _insist(step.call, runner)
        return
    path = Path(step.path)
    kept.keep(path)
    if step.do == WRITE:
        write(path, step.content)
    elif step.do == DELETE:
        path.unlink(missing_ok=True)


def _put_back(kept: _Kept, begun: Sequence[Move], runner: Runner) -> bool:
    """Put back the files, and what the schedulers had taken up; whether all of that is as it was."""
    whole = kept.put_back()
    for each in reversed(begun):
        for call in way_back(each.desired, each.installed) if each.steps else ():
            # What comes of it is seen below: a call that would not take the new job may not take the old one either,
            # which it then has never given up.
            with suppress(MikroError):
                _insist(call, runner)
    return whole and all(each.scheduler.installed() == each.installed for each in begun)


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
