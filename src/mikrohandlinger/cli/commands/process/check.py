"""``mikro process check`` and ``mikro process path``: own meetings."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.usecases import process
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.process import words

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson


def check_file(
    ctx: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar=N_("[FILE]"), help=N_("The file to check; without it your own."))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Judge a file of meetings."""
    context = context_of(ctx)
    judged = process.judge(context, file)
    if as_json:
        from mikrohandlinger.views.process.document import checked

        echo_json(checked(judged.path if judged else context.paths.own_processes, judged))
    elif judged is None:
        echo(words.none_yet_line())
    else:
        for found in (*judged.faults, *judged.hints):
            # The file may be another's: nothing in it may do anything here but be shown.
            echo(clean(words.fault_line(found)))
    if judged is not None and judged.faults:
        raise process.to_mend(judged)
    if judged is not None and not as_json:
        echo(clean(words.well_written_line(judged)))


def path(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Show where the user's own meetings lie."""
    lies = context_of(ctx).paths.own_processes
    if as_json:
        from mikrohandlinger.views.process.document import file

        echo_json(file(lies))
        return
    echo(lies)
