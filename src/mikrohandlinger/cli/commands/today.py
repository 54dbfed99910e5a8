"""``mikro today``."""

from __future__ import annotations

import sys

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.usecases import propose
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, KeepPersonal
    from mikrohandlinger.domain.privacy import Words


def today(
    ctx: typer.Context,
    another: Annotated[
        bool, typer.Option("--another", "-a", help=N_("Swap it for another variation of the same action."))
    ] = False,
    unwanted: Annotated[
        bool, typer.Option("--not-for-me", help=N_("Never propose this one again, and swap it."))
    ] = False,
    plan: Annotated[
        str | None, typer.Option("--plan", help=N_("Your own plan: When …, then …"), metavar=N_("TEXT"))
    ] = None,
    keep_personal: KeepPersonal = False,
    anyway: Annotated[bool, typer.Option("--anyway", help=N_("Propose one on a day off too."))] = False,
    short: Annotated[bool, typer.Option("--short", help=N_("One plain line."))] = False,
    as_json: AsJson = False,
) -> None:
    """Show today's micro-action."""
    own = None if plan is None else _plan(plan, keep_personal=keep_personal)
    context = context_of(ctx)
    screen = propose.today(
        context,
        another=another,
        unwanted=unwanted,
        plan=own,
        anyway=anyway,
        brief=short and not as_json,
        whole=as_json,
    )
    if own is not None and (own.masked or own.name):
        from mikrohandlinger.views.shared.own_words import told

        for line in told(own):
            warn(line)
    if as_json:
        from mikrohandlinger.usecases.record import proposed
        from mikrohandlinger.views.today.document import document

        echo_json(document(screen, proposed(context)))
    elif short:
        from mikrohandlinger.views.today.words import today_line

        echo(today_line(screen))
    else:
        from mikrohandlinger.views.today.terminal import draw

        draw(screen)
        if screen.hidden is not None:
            from mikrohandlinger.views.catalogue.words import taken_out_line

            echo(taken_out_line())
    # There the program lies in a folder that people move.
    if sys.platform == "win32" and not as_json:
        from mikrohandlinger.usecases import moved

        elsewhere = moved.reminder(context)
        if elsewhere is not None:
            context.say(elsewhere)


def _plan(text: str, *, keep_personal: bool) -> Words:
    from mikrohandlinger.usecases.own_words import own_words

    return own_words(text, keep_personal=keep_personal)
