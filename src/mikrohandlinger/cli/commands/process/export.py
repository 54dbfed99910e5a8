"""``mikro process export``: the sheets of a meeting."""

from __future__ import annotations

from functools import partial

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.cli.terminal.report import Report, deliver, form_of
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases import process
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.process import words
from mikrohandlinger.views.process.face import face

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import (
        AsJson,
        FormOption,
        OpenOption,
        OutputOption,
        ProcessName,
        ShortMeeting,
    )


def export(
    ctx: typer.Context,
    name: ProcessName,
    form: FormOption = None,
    output: OutputOption = None,
    opens: OpenOption = False,
    short: ShortMeeting = False,
    as_json: AsJson = False,
) -> None:
    """Write the sheets of a meeting."""
    context = context_of(ctx)
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    if chosen == "svg":
        raise MikroError(
            "process-form", N_("The sheets can be html, markdown, json or plain text, not a picture.")
        )
    if form is None and chosen == "terminal" and output in (None, "-"):
        chosen = "markdown"
    screen = process.page(context, process.find(context, name), short=short)

    def draw() -> None:
        echo(face(screen, "terminal"), end="")

    report = Report(f"process-{screen.script.id}", words.held, draw, partial(face, screen))
    deliver(report, chosen, output, context.paths.cache, opens=opens)
