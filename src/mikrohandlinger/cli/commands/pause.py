"""``mikro pause`` and ``mikro resume``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases import pause as usecase
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.pause import document
from mikrohandlinger.views.pause import words as in_words

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson


def pause(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("FROM [TO]"),
            help=N_(
                "The first day off, in the past too, and the last: “today”, “20/12 2/1”, “monday to wednesday”; "
                "without a last day the pause goes on until “mikro resume”."
            ),
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--list", help=N_("Show the pauses."))] = False,
    as_json: AsJson = False,
) -> None:
    """Set days off."""
    context = context_of(ctx)
    if words:
        added = usecase.add(context, words)
        if not as_json:
            echo(in_words.added(added))
            return
    elif not show:
        raise MikroError(
            "pause-from-missing",
            N_(
                "Say from when: “mikro pause today”, or “mikro pause 20/12 2/1”; “mikro pause --list” shows your pauses."
            ),
        )
    pauses = usecase.every(context)
    if as_json:
        echo_json(document.document(pauses))
        return
    for line in in_words.listed(pauses):
        echo(line)


def resume(
    ctx: typer.Context,
    as_json: AsJson = False,
) -> None:
    """End the pause, so that today counts again."""
    ended = len(usecase.end(context_of(ctx)))
    if as_json:
        echo_json(document.ended(ended))
    else:
        echo(in_words.ended(ended))
