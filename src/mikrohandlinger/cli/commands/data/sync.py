"""``mikro sync``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, echo_json, echo_utf8, sentence
from mikrohandlinger.cli.terminal.progress import waiting
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import DONE, N_, REFUSED, MikroError
from mikrohandlinger.usecases.transfer import syncing
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.transfer import words

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson
    from mikrohandlinger.usecases.context import Context


def sync(
    ctx: typer.Context,
    folder: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("FOLDER"),
            help=N_("A folder that your machines share, by whatever brings it from one to the other."),
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=N_("Yes to what is asked the first time for a folder."))
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help=N_("Show the lines that would be written, and write and read nothing.")
        ),
    ] = False,
    conflicts: Annotated[
        bool,
        typer.Option("--conflicts", help=N_("Show words that gave way to newer ones of another machine.")),
    ] = False,
    as_json: AsJson = False,
) -> int | None:
    """Bring together what you have recorded on several machines."""
    context = context_of(ctx)
    if conflicts:
        _conflicts(context, as_json=as_json)
        return None
    if folder is None:
        raise MikroError(
            "sync-where", N_("Say which folder your machines share, such as: mikro sync ~/Documents/mikro")
        )
    plan = syncing.plan(context, folder)
    if dry_run:
        echo_utf8(syncing.lines(context))
        return None
    if plan.is_first and not yes and not _may_leave(plan, folder, as_json=as_json):
        return REFUSED
    with waiting(words.label_of("sync")) as bar:
        done = syncing.run(context, plan.folder, bar.advance)
    if as_json:
        from mikrohandlinger.views.transfer import document

        echo_json(document.synced(done, sentence))
    else:
        tell((*words.synced(done, sentence), *words.gave_way(done.lost)))
    if done.lost:
        syncing.told(context)
    return DONE


def _conflicts(context: Context, *, as_json: bool) -> None:
    found = syncing.conflicts(context)
    if as_json:
        from mikrohandlinger.views.transfer import document

        echo_json(document.conflicts(found))
        return
    tell(words.conflicts(found))


def _may_leave(plan: syncing.Plan, folder: str, *, as_json: bool) -> bool:
    """Whether somebody who is there wants this to lie in the folder.

    Raises:
        MikroError: When nobody is there to ask.
    """
    if as_json or not person.is_there():
        raise MikroError(
            "sync-first",
            N_(
                "{folder} gets all that you have recorded, as text. The first time that is asked about; "
                "without a terminal, say --yes."
            ),
            folder=folder,
        )
    from mikrohandlinger.cli.terminal.ask import ask
    from mikrohandlinger.domain.words import value

    tell(words.leaving(folder, plan.contents))
    if value("use", ask(words.is_it_right())) == "yes":
        return True
    echo(words.nothing_left())
    return False
