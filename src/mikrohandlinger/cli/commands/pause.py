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
    from collections.abc import Iterable, Iterator
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson
    from mikrohandlinger.usecases.context import Context


def pause(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("FROM [TO]"),
            help=N_(
                "One day or several, also in the past: “today”, “20/12 2/1”, “1-5/12”, “week 29-31”, “next week”, "
                "“5 weeks”, “november”."
            ),
        ),
    ] = None,
    is_open: Annotated[bool, typer.Option("--open", help=N_("From that day until “mikro resume”."))] = False,
    show: Annotated[bool, typer.Option("--list", help=N_("Show the pauses, with their numbers."))] = False,
    number: Annotated[
        str | None,
        typer.Option("--delete", metavar=N_("NUMBER"), help=N_("Take the pause with this number away.")),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Set days off."""
    context = context_of(ctx)
    if number is not None and words:
        raise MikroError(
            "pause-two-things",
            N_("Either --delete or days off, not both. “mikro pause --list” shows your pauses."),
        )
    if number is not None:
        gone = usecase.delete(context, number)
        _tell(context, in_words.deleted(gone, context.today), as_json=as_json)
    elif words:
        added = usecase.add(context, words, is_open=is_open)
        _tell(context, in_words.added(added, context.today), as_json=as_json)
    elif show:
        _tell(context, _listed(context), as_json=as_json)
    else:
        raise MikroError(
            "pause-from-missing",
            N_(
                "Say when: “mikro pause today”, “mikro pause 20/12 2/1” or “mikro pause week 29-31”; “mikro pause --list” shows your pauses."
            ),
        )


def _listed(context: Context) -> Iterator[str]:
    pauses = usecase.listed(context)
    if not pauses:
        return in_words.listed(pauses)
    from shutil import get_terminal_size

    return in_words.listed(pauses, get_terminal_size().columns)


def _tell(context: Context, lines: Iterable[str], *, as_json: bool) -> None:
    if as_json:
        echo_json(document.document(usecase.listed(context)))
        return
    for line in lines:
        echo(line)


def resume(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("[DATE]"),
            help=N_("The first day that counts again, also one gone by; without it today."),
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """End the pause that is on."""
    context = context_of(ctx)
    ended = usecase.end(context, words or ())
    if as_json:
        echo_json(document.ended(len(ended.pauses)))
    else:
        for line in in_words.ended(ended, context.today):
            echo(line)
