"""``mikro nudge``: the daily reminder, by the system's own scheduler, in the calendar, at the prompt."""

from __future__ import annotations

import sys
from datetime import time, timedelta
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, DryRun
    from mikrohandlinger.usecases.context import Context

WEEKS_OF_CALENDAR = 52

Shell = Literal["bash", "zsh", "fish", "powershell"]
SchedulerName = Literal["systemd", "cron", "launchd", "task-scheduler"]


class Nudge(MikroGroup):
    """``mikro nudge``; alone it tells how the reminder stands."""

    default = "status"
    table: ClassVar[Mapping[str, Lazy]] = {
        "on": Lazy(
            "commands.nudge.group:on", "", N_("Have the computer remind you on each of your workdays.")
        ),
        "off": Lazy("commands.nudge.group:off", "", N_("Take the reminder away, with every trace.")),
        "status": Lazy(
            "commands.nudge.group:status",
            "",
            N_("What is installed, when it comes next, and when it last really came."),
        ),
        "test": Lazy("commands.nudge.group:test", "", N_("Show one now, and say by which channel.")),
        "deliver": Lazy(
            "commands.nudge.group:deliver",
            "",
            N_("What the scheduler runs: show a nudge if this is the time for one."),
        ),
        "calendar": Lazy(
            "commands.nudge.group:calendar",
            "",
            N_(
                "A calendar file for Outlook, Teams and the phone.\n\n"
                "One recurring event for the coming year, without your holidays, closed days and pauses. "
                "Import the file; do not subscribe to it. Delete the old event first."
            ),
        ),
        "prompt": Lazy(
            "commands.nudge.group:prompt", "", N_("Lines for your shell that show today's action once a day.")
        ),
    }


def on(
    ctx: typer.Context,
    at: Annotated[
        str | None,
        typer.Option("--at", metavar=N_("TIME"), help=N_("When it comes, such as 08:30; it is remembered.")),
    ] = None,
    scheduler: Annotated[
        SchedulerName | None,
        typer.Option("--scheduler", help=N_("Use this scheduler instead of the one that fits best.")),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Install the job, or change it; there is never more than one."""
    from mikrohandlinger.cli.commands.nudge import job as nudge_job

    context = context_of(ctx)
    nudge_job.switch_on(context, at, scheduler, dry_run=dry_run)


def off(
    ctx: typer.Context,
    dry_run: DryRun = False,
) -> None:
    """Take the job away."""
    from mikrohandlinger.cli.commands.nudge import job as nudge_job

    nudge_job.switch_off(context_of(ctx), dry_run=dry_run)


def status(
    ctx: typer.Context,
    as_json: AsJson = False,
) -> None:
    """Tell how the reminder stands."""
    from mikrohandlinger.cli.commands.nudge import status as nudge_status
    from mikrohandlinger.views.reminder.document import document
    from mikrohandlinger.views.reminder.words import lines

    reading = nudge_status.read(context_of(ctx))
    if as_json:
        echo_json(document(reading))
    else:
        for line in lines(reading):
            echo(line)


def test(ctx: typer.Context) -> None:
    """Show one now; it does not count as today's."""
    from mikrohandlinger.cli.commands.nudge.deliver import send, toast_for
    from mikrohandlinger.domain.reminding import Decision
    from mikrohandlinger.system.notify import Toast

    context = context_of(ctx)
    if context.calendar().is_working(context.today):
        toast = toast_for(context, Decision(deliver=True, reason="due"))
    else:
        toast = Toast(
            _("A reminder from mikro"),
            _("This is what it looks like. Today is a day off, so nothing is proposed."),
        )
    outcome = send(context, toast)
    for channel, why in outcome.refusals:
        echo(_("{channel} did not take it: {why}").format(channel=channel, why=why))
    if outcome.channel is None:
        raise MikroError("nudge-not-shown", _advice())
    echo(
        _("Shown through {channel}. Did you not see it? Perhaps “do not disturb” is on.").format(
            channel=outcome.channel
        )
    )


def _advice() -> str:
    if sys.platform == "darwin":
        return N_(
            "No notification could be shown. Allow them in System Settings, Notifications, Script Editor."
        )
    if sys.platform == "win32":
        return N_("No notification could be shown. Allow them in Settings, System, Notifications.")
    return N_(
        "No notification could be shown. Run this on your desktop, not over ssh; "
        "a desktop without a notification service needs one, such as dunst."
    )


def deliver(
    env: Annotated[list[str] | None, typer.Option("--env", metavar="NAME=VALUE", hidden=True)] = None,
) -> int:
    """Show today's nudge if this is the time for one; gives the exit code."""
    # The boundary runs it without Typer; what stands here makes its help, and serves those who call Typer.
    from mikrohandlinger.cli.commands.nudge import deliver as delivering

    return delivering.run([word for variable in env or [] for word in ("--env", variable)])


def calendar(
    ctx: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=N_("The file to write; without it, standard output.")),
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar=N_("TIME"), help=N_("When, such as 08:30."))
    ] = None,
) -> None:
    """Write the calendar file."""
    from mikrohandlinger.domain.settings import parse, read
    from mikrohandlinger.storage.files import write_whole

    context = context_of(ctx)
    chosen = (
        read({"nudge_at": parse("nudge_at", at)}).nudge_at if at is not None else context.settings.nudge_at
    )
    content = _calendar_file(context, chosen)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    write_whole(output.absolute(), content)
    echo(_("The calendar file is in {path}.").format(path=output))
    echo(_("Import it; do not subscribe to it, as most calendars then leave the alarm out."))
    echo(_("Delete the old event first if you have one: Outlook keeps both."))


def _calendar_file(context: Context, at: time) -> bytes:
    from mikrohandlinger.system.calendar_file import Reminder, render

    today = context.today
    last = today + timedelta(weeks=WEEKS_OF_CALENDAR)
    content = render(
        Reminder(
            first=today,
            last=last,
            at=at,
            weekdays=tuple(sorted(context.settings.workdays)),
            summary=_("Today's micro-action"),
            description=_("Open a terminal and write: mikro today"),
            made=context.clock.now,
        ),
        context.calendar(last=last).is_working,
    )
    if content is None:
        raise MikroError(
            "calendar-empty",
            N_(
                "There is no working day in the coming year. "
                "See your workdays in “mikro config”, and “mikro pause --list”."
            ),
        )
    return content


def prompt(
    ctx: typer.Context,
    shell: Annotated[Shell, typer.Argument(help=N_("Your shell."))],
) -> None:
    """Print the lines for your profile; nothing is changed."""
    from mikrohandlinger.system.shell_prompt import snippet
    from mikrohandlinger.usecases import prompt_line

    context = context_of(ctx)
    comment = _("mikro: today's micro-action, once a day, in the first terminal. It only reads one file.")
    echo(snippet(shell, context.paths.cache.absolute(), comment), end="")
    # Opened, so that the file for the prompt is there from the first terminal on.
    context.store.seed()
    prompt_line.begin(context)
