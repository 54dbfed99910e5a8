"""``mikro actions hide`` and ``unhide``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.usecases import catalogue
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.catalogue import document
from mikrohandlinger.views.catalogue.words import back_line, hidden_rows

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import AsJson, VariationId


def hide(
    ctx: typer.Context,
    identity: VariationId,
    as_json: AsJson = False,
) -> None:
    """Hide a variation."""
    hidden = catalogue.hide(context_of(ctx), identity)
    if as_json:
        echo_json(document.hidden(hidden))
    else:
        for line in hidden_rows(identity):
            echo(line)


def unhide(
    ctx: typer.Context,
    identity: VariationId,
    as_json: AsJson = False,
) -> None:
    """Bring a hidden variation back."""
    hidden = catalogue.unhide(context_of(ctx), identity)
    if as_json:
        echo_json(document.hidden(hidden))
    else:
        echo(back_line(identity))
