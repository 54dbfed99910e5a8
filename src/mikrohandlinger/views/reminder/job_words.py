"""The texts about the job that the system's scheduler runs: what was done to it, or exactly what would be."""

from __future__ import annotations

from mikrohandlinger.domain.schedule import DELETE, WRITE
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import clock
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mikrohandlinger.domain.schedule import Call, Step, SwitchedOn


def switched_on(done: SwitchedOn) -> Iterator[str]:
    """What was written and where, and what the reminder does now."""
    if not done.steps:
        yield _("The reminder was on already, and is as it was.")
    yield from _done(done.steps)
    yield _("The reminder is on: on your workdays at {at}, by {scheduler}.").format(
        at=clock(done.at), scheduler=done.scheduler
    )
    if done.hours is not None:
        yield _("So that it comes, the hours for reminders are {opens} to {closes} now.").format(
            opens=clock(done.hours.opens), closes=clock(done.hours.closes)
        )
    if done.scheduler == "launchd":
        yield _("macOS lists it under Login Items as “python”; that is mikro.")
    if done.scheduler == "cron":
        yield from rows.wrapped(
            _(
                "Cron makes up for nothing: if the computer is off at that time, there is no reminder that day."
            ),
            left=0,
        )
    yield _("See one now: mikro nudge test")


def switched_off(steps: Sequence[Step]) -> Iterator[str]:
    """What was taken away."""
    if not steps:
        yield _("There is no reminder to take away.")
        return
    yield from _done(steps)
    yield from rows.wrapped(
        _("The reminder is off. An event that you imported into a calendar is deleted there."), left=0
    )


def exactly(steps: Sequence[Step]) -> Iterator[str]:
    """Every file and command as it would be, and nothing else."""
    if not steps:
        yield _("Nothing would change.")
    for step in steps:
        if step.do == WRITE:
            yield "# " + _("would write {path}").format(path=step.path)
            yield _readable(step.content)
        elif step.do == DELETE:
            yield "# " + _("would delete {path}").format(path=step.path)
        elif step.call is not None:
            yield "# " + _("would run")
            yield _command_line(step.call)


def _done(steps: Sequence[Step]) -> Iterator[str]:
    for step in steps:
        if step.do == WRITE:
            yield _("Written: {path}").format(path=step.path)
        elif step.do == DELETE:
            yield _("Deleted: {path}").format(path=step.path)
        elif step.call is not None:
            yield _("Run: {command}").format(command=" ".join(step.call.argv))


def _readable(content: bytes) -> str:
    return content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8").replace("\r\n", "\n")


def _command_line(call: Call) -> str:
    import shlex
    import subprocess

    line = subprocess.list2cmdline(call.argv) if call.argv[0] == "schtasks" else shlex.join(call.argv)
    return f"{line} <<'END'\n{call.stdin.decode(errors='replace')}END" if call.stdin else line
