"""``mikro today``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.today import report
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import propose
from mikrohandlinger.usecases.review import stand_of

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import AsJson
    from mikrohandlinger.domain.calendar import WorkCalendar
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.domain.today import Today
    from mikrohandlinger.usecases.context import Context


def today(
    ctx: typer.Context,
    another: Annotated[
        bool, typer.Option("--another", "-a", help=N_("Swap it for another variation of the same action."))
    ] = False,
    plan: Annotated[
        str | None, typer.Option("--plan", help=N_("Your own plan: When …, then …"), metavar=N_("TEXT"))
    ] = None,
    anyway: Annotated[bool, typer.Option("--anyway", help=N_("Propose one on a day off too."))] = False,
    short: Annotated[bool, typer.Option("--short", help=N_("One plain line."))] = False,
    as_json: AsJson = False,
) -> None:
    """Show today's micro-action."""
    context = context_of(ctx)
    calendar = context.calendar()
    proposal = None
    if anyway or calendar.is_working(context.today):
        proposal = propose.of_day(context, context.today)
    if another:
        proposal = _swapped(context, proposal)
    if plan is not None:
        _keep_plan(context, plan)
    screen = _screen(context, calendar, proposal)
    if as_json:
        from mikrohandlinger.views.today.document import document

        echo_json(document(screen))
    elif short:
        from mikrohandlinger.views.today.words import today_line

        echo(today_line(screen))
    else:
        from mikrohandlinger.views.today.terminal import draw

        draw(screen)


def _swapped(context: Context, proposal: Proposal | None) -> Proposal:
    if proposal is None:
        raise MikroError(
            "day-off",
            N_(
                "Today is a day off, so there is nothing to swap. “mikro today --anyway” proposes one all the same."
            ),
        )
    return propose.anew(context, context.today)


def _screen(context: Context, calendar: WorkCalendar, proposal: Proposal | None) -> Today:
    day = context.today
    return report(
        day,
        calendar,
        stand_of(context, day, calendar),
        proposal=proposal,
        action=None if proposal is None else context.catalogue.action(proposal.variation.action),
        plan=context.store.plans.on(day),
        anchor=context.settings.anchor,
        entries=context.store.entries.between(day, day),
    )


def _keep_plan(context: Context, plan: str) -> None:
    from mikrohandlinger.usecases.own_words import own_words

    words = own_words(plan)
    if words.text is None:
        raise MikroError("plan-empty", N_('The plan is empty. Write it like: --plan "When …, then …"'))
    context.store.plans.set(context.today, words, context.clock.now)
    if words.masked:
        warn(_("Personal details were masked in your plan."))
