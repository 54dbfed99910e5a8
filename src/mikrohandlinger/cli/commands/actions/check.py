"""``mikro actions check``: judge a catalogue file."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.usecases import catalogue
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.catalogue import words

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
    """Judge a catalogue file."""
    context = context_of(ctx)
    judged = catalogue.judge(context, file)
    if judged is None:
        if as_json:
            from mikrohandlinger.views.catalogue.document import checked

            echo_json(checked(str(context.paths.own_actions), ()))
            return
        echo(words.none_yet_line())
        return
    name = str(judged.path)
    if as_json:
        from mikrohandlinger.views.catalogue.document import checked

        echo_json(checked(name, judged.faults, judged.hints))
    else:
        for fault in (*judged.faults, *judged.hints):
            # The file may be another's: nothing in it may do anything here but be shown.
            echo(clean(f"{name}: {words.fault_line(fault)}"))
    if judged.faults:
        raise catalogue.to_mend(judged)
    if not as_json:
        echo(clean(words.well_written_line(name, judged.variations)))
