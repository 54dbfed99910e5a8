"""``mikro nudge calendar``."""

from __future__ import annotations

import os
import sys

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.usecases import reminder_calendar
from mikrohandlinger.usecases.reminder_job import time_of
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.reminder.words import event_description, event_lines, event_summary

if TYPE_CHECKING:
    from typing import Annotated

    import typer


def calendar(
    ctx: typer.Context,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help=N_("The file to write; without it, standard output.")),
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar=N_("TIME"), help=N_("When, such as 08:30."))
    ] = None,
) -> None:
    """Write the calendar file."""
    context = context_of(ctx)
    content = reminder_calendar.content(context, time_of(context, at), event_summary(), event_description())
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    path = reminder_calendar.save(os.path.expanduser(output), content)
    for line in event_lines(clean(path)):
        echo(line)
