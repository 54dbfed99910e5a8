"""``mikro rule list`` and ``mikro rule show``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo_json
from mikrohandlinger.usecases import rules
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import AsJson, RuleNumber


def list_(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the rules."""
    context = context_of(ctx)
    found = rules.listed(context)
    if as_json:
        from mikrohandlinger.views.rule.document import listed

        echo_json(listed(found))
        return
    from mikrohandlinger.cli.terminal import pager
    from mikrohandlinger.views.rule import terminal

    pager.show([terminal.listed(found, context.today)], context.environ)


def show(ctx: typer.Context, number: RuleNumber, as_json: AsJson = False) -> None:
    """Show one rule."""
    context = context_of(ctx)
    (found,) = rules.listed(context, [rules.find(context, number)])
    entries = rules.conversations(context, found.rule)
    if as_json:
        from mikrohandlinger.usecases import record
        from mikrohandlinger.views.rule.document import whole

        echo_json(whole(found, entries, record.proposed(context)))
        return
    from mikrohandlinger.cli.terminal import pager
    from mikrohandlinger.views.rule import terminal

    is_leader = context.settings.role == "leader"
    page = terminal.one(found, context.today, entries, for_leader=is_leader)
    pager.show([page], context.environ)
