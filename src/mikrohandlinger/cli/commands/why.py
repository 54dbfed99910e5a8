"""``mikro why``: the primer."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import pager
from mikrohandlinger.cli.terminal.echo import echo_json
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.texts import language
from mikrohandlinger.usecases import primer
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson
    from mikrohandlinger.domain.reports.primer import PrimerPage, SourcesPage


def why(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("[TOPIC]"),
            help=N_("A topic (safety, rules, limits …), an action, a source, or the id of a variation."),
            autocompletion=completion.topics,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=N_("Every topic, one after the other."))] = False,
    as_json: AsJson = False,
) -> None:
    """What it rests on, how far that goes, and what speaks against it."""
    context = context_of(ctx)
    typed = " ".join(words or ())
    page: PrimerPage | SourcesPage = (
        primer.about(context, typed, language()) if typed else primer.opening(context, everything=everything)
    )
    if as_json:
        _document(page)
        return
    from mikrohandlinger.views.primer.terminal import pages

    pager.show(pages(page), context.environ)


def _document(page: PrimerPage | SourcesPage) -> None:
    from mikrohandlinger.domain.reports.primer import SourcesPage
    from mikrohandlinger.views.primer import document

    if isinstance(page, SourcesPage):
        echo_json(document.of_sources(page))
    else:
        echo_json(document.opening(page) if page.screens else document.topic(page))
