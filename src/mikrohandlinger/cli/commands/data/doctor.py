"""``mikro doctor``: whether all is as it should be, and what to do where it is not."""

from __future__ import annotations

import sys

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.cli.terminal.progress import waiting
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import DONE, REFUSED
from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson
    from mikrohandlinger.domain.errors import N_
    from mikrohandlinger.usecases.context import Context


def doctor(
    ctx: typer.Context,
    fix: Annotated[bool, typer.Option("--fix", help=N_("Mend what is safe to mend."))] = False,
    rescue: Annotated[
        bool,
        typer.Option("--rescue", help=N_("Read what can be read of a damaged database into a new one.")),
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Look at everything."""
    context = context_of(ctx)
    if rescue:
        return _rescue(context, as_json=as_json)
    from mikrohandlinger.usecases.care import doctor as usecase

    with waiting(_("Looking at everything")):
        findings = usecase.examine(context, sys.stdout.encoding or "ascii", fixes=fix)
    if as_json:
        from mikrohandlinger.views.care import document

        echo_json(document.checks(findings))
    else:
        from mikrohandlinger.views.care.terminal import draw

        draw(findings)
    return REFUSED if any(finding.state == "fault" for finding in findings) else DONE


def _rescue(context: Context, *, as_json: bool) -> int:
    from mikrohandlinger.usecases.care import rescue as usecase
    from mikrohandlinger.views.care import document, words

    with waiting(_("Looking at everything")):
        is_needed = usecase.is_needed(context)
    rescued = None
    if is_needed:
        with waiting(_("Reading"), usecase.steps(context)) as bar:
            rescued = usecase.rescue(context, bar.advance)
    if as_json:
        echo_json(document.rescued(rescued))
    elif rescued is None:
        echo(words.nothing_to_rescue())
    else:
        tell(words.rescued(rescued))
    return DONE
