"""``mikro process run``: hold a meeting."""

from __future__ import annotations

from mikrohandlinger.cli.commands.process.show import present
from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.domain.errors import INTERRUPTED, N_, MikroError
from mikrohandlinger.usecases import process
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, KeepPersonal, ProcessOrNone, ShortMeeting


def run(
    ctx: typer.Context,
    name: ProcessOrNone = None,
    short: ShortMeeting = False,
    step: Annotated[
        int, typer.Option("--step", min=1, metavar="N", help=N_("Begin with this step, or on this day."))
    ] = 1,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> int | None:
    """Hold a meeting, step by step; without a terminal its script is shown."""
    context = context_of(ctx)
    is_asking = person.is_there() and not as_json
    if is_asking or name is None:
        from mikrohandlinger.cli.commands.process import writing

        earlier = process.kept(context)
        if earlier.lines and is_asking:
            if not writing.decide_earlier(context, earlier):
                return INTERRUPTED
            if name is None:
                return None
    if name is None:
        raise MikroError(
            "process-which",
            N_("Say which meeting: {names}. “mikro process” tells what each is for."),
            names=", ".join(script.id for script in process.every(context)),
        )
    screen = process.page(context, process.find(context, name), short=short)
    steps = screen.script.steps
    if step > len(steps):
        raise MikroError(
            "process-no-step",
            N_("“{name}” has {count} steps. Choose one of them for --step."),
            name=screen.script.id,
            count=len(steps),
        )
    if not is_asking:
        present(context, screen, as_json=as_json)
        return None
    from mikrohandlinger.cli.commands.process import holding

    if not holding.hold(screen.script, step, process.start_watch(context)):
        return INTERRUPTED
    return None if writing.ask(context, keep_personal=keep_personal) else INTERRUPTED
