"""``mikro nudge status``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.usecases import reminder_job
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import AsJson


def status(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Tell how the reminder stands."""
    found = reminder_job.status(context_of(ctx))
    if as_json:
        from mikrohandlinger.views.reminder.document import document

        echo_json(document(found))
    else:
        from mikrohandlinger.views.reminder.words import status_lines

        for line in status_lines(found):
            echo(line)
