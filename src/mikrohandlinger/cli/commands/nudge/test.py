"""``mikro nudge test``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.usecases import remind
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.reminder.words import message, on_a_day_off, outcome_lines

if TYPE_CHECKING:
    import typer


def test(ctx: typer.Context) -> None:
    """Show one now; it does not count as today's."""
    outcome = remind.show_one(context_of(ctx), message, on_a_day_off())
    for line in outcome_lines(outcome):
        echo(line)
    if outcome.channel is None:
        raise remind.nothing_took_it()
