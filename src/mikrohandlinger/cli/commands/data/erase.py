"""``mikro erase --all``: every trace goes."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import DONE, N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.care import words

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, Yes
    from mikrohandlinger.usecases.context import Context


def erase(
    ctx: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help=N_("Everything: data, settings, copies, reminder, logs."))
    ] = False,
    shared: Annotated[
        bool, typer.Option("--shared", help=N_("Also this machine's own file in a folder for “mikro sync”."))
    ] = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> int:
    """Take away every trace."""
    from mikrohandlinger.usecases.care import erase as usecase

    if not everything:
        raise MikroError(
            "erase-what",
            N_("“mikro erase --all” takes everything away. One entry goes with “mikro delete NUMBER”."),
        )
    context = context_of(ctx)
    if not yes and not _is_meant(context):
        return DONE
    beyond = usecase.erase(context, shared=shared)
    if as_json:
        from mikrohandlinger.views.care import document

        echo_json(document.erased(beyond))
        return DONE
    tell(words.erased(beyond))
    return DONE


def _is_meant(context: Context) -> bool:
    """Whether somebody who is there types the word.

    Raises:
        MikroError: When nobody is there to ask.
    """
    from mikrohandlinger.usecases.care import erase as usecase

    if not person.is_there():
        raise MikroError(
            "erase-unasked",
            N_("Everything would be erased for good. If that is meant: mikro erase --all --yes"),
        )
    tell(words.to_erase(usecase.look(context)))
    from mikrohandlinger.cli.terminal.ask import ask
    from mikrohandlinger.domain.words import folded

    if folded(ask(words.shall_all_be_erased())) in map(folded, words.WORDS_TO_ERASE):
        return True
    echo(words.nothing_erased())
    return False
