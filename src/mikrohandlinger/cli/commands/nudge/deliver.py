"""``mikro nudge deliver``: what the scheduler runs, with nobody at the screen, and never for ten seconds."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, sentence
from mikrohandlinger.domain.errors import DONE, REFUSED, MikroError
from mikrohandlinger.usecases import remind
from mikrohandlinger.usecases.reminder_job import carried
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Annotated, Final

    import typer

    from mikrohandlinger.domain.reminding import Message, Notice
    from mikrohandlinger.usecases.context import Context

SECONDS: Final = 9.0
"""When the watchdog ends the process; starting Python takes the rest of the ten seconds."""


def deliver(
    ctx: typer.Context,
    env: Annotated[list[str] | None, typer.Option("--env", metavar="NAME=VALUE", hidden=True)] = None,
) -> int:
    """Show today's reminder if this is the time for one; gives the exit code."""
    context = context_of(ctx)
    # Before anything else is looked for: they decide where the files lie, and which language is spoken.
    os.environ.update(carried(env or ()))
    context.look_again()
    context.is_unattended = True
    context.keep_private()
    with _ending_in_time(context), _noting_failures(context):
        context.choose_language()
        delivered = remind.deliver(context, _words)
    from mikrohandlinger.views.reminder.words import delivered_line

    echo(delivered_line(delivered))
    return REFUSED if delivered.in_vain else DONE


def _words(notice: Notice) -> Message:
    # Imported as late as this, so that what fails here fails where the day is given back.
    from mikrohandlinger.views.reminder.words import message

    return message(notice)


@contextmanager
def _noting_failures(context: Context) -> Iterator[None]:
    """Note every failure before it goes on its way: nobody watches the screen of a scheduler."""
    try:
        yield
    except Exception as error:
        told = sentence(error) if isinstance(error, MikroError) else f"{type(error).__name__}: {error}"
        remind.note_failure(context, told)
        raise


@contextmanager
def _ending_in_time(context: Context) -> Iterator[None]:
    """End the process when something hangs, such as a message bus that does not answer or a locked file."""

    def give_up() -> None:
        remind.note_failure(context, f"ended after {SECONDS:.0f} seconds")
        os._exit(REFUSED)

    watchdog = threading.Timer(SECONDS, give_up)
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()
