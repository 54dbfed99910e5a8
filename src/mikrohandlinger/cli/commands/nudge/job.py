"""``mikro nudge on`` and ``off``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.usecases import reminder_job
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.reminder import job_words

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import DryRun, SchedulerOption


def on(
    ctx: typer.Context,
    at: Annotated[
        str | None,
        typer.Option("--at", metavar=N_("TIME"), help=N_("When it comes, such as 08:30; it is remembered.")),
    ] = None,
    scheduler: SchedulerOption = None,
    dry_run: DryRun = False,
) -> None:
    """Install the job, or change it; there is never more than one."""
    done = reminder_job.switch_on(context_of(ctx), at, scheduler, dry_run=dry_run)
    for line in job_words.exactly(done.steps) if dry_run else job_words.switched_on(done):
        echo(line)


def off(ctx: typer.Context, dry_run: DryRun = False) -> None:
    """Take the job away."""
    steps = reminder_job.switch_off(context_of(ctx), dry_run=dry_run)
    for line in job_words.exactly(steps) if dry_run else job_words.switched_off(steps):
        echo(line)
