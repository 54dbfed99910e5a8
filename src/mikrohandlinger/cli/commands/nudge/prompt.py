"""``mikro nudge prompt``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, warn
from mikrohandlinger.usecases import prompt_line
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.reminder.words import snippet_comment, snippet_lines

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import ShellArgument


def prompt(ctx: typer.Context, shell: ShellArgument) -> None:
    """Print the lines for your profile; nothing is changed."""
    context = context_of(ctx)
    # First what may refuse: the lines go into a file of the user's.
    prompt_line.begin(context)
    echo(prompt_line.snippet(context, shell, snippet_comment()), end="")
    # Beside the lines, which often go straight into a file.
    for line in snippet_lines(shell):
        warn(line)
