"""``mikro process list`` and ``mikro process show``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo_json
from mikrohandlinger.usecases import process
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import AsJson, ProcessName, ProcessOrNone, ShortMeeting
    from mikrohandlinger.domain.reports.process import ScriptPage
    from mikrohandlinger.usecases.context import Context


def list_(
    ctx: typer.Context, name: ProcessOrNone = None, short: ShortMeeting = False, as_json: AsJson = False
) -> None:
    """List the meetings, or show one."""
    context = context_of(ctx)
    if name is not None:
        present(context, process.page(context, process.find(context, name), short=short), as_json=as_json)
        return
    scripts = process.every(context)
    if as_json:
        from mikrohandlinger.views.process.document import listed

        echo_json(listed(scripts))
        return
    from mikrohandlinger.cli.terminal import pager
    from mikrohandlinger.views.process import terminal

    pager.show([terminal.listed(scripts)], context.environ)


def show(ctx: typer.Context, name: ProcessName, short: ShortMeeting = False, as_json: AsJson = False) -> None:
    """Show a meeting in full."""
    context = context_of(ctx)
    present(context, process.page(context, process.find(context, name), short=short), as_json=as_json)


def present(context: Context, screen: ScriptPage, *, as_json: bool) -> None:
    """Show a script, page by page where a person reads it."""
    if as_json:
        from mikrohandlinger.views.process.document import one

        echo_json(one(screen))
        return
    from mikrohandlinger.cli.terminal import pager
    from mikrohandlinger.views.process import terminal

    pager.show([terminal.one(screen)], context.environ)
