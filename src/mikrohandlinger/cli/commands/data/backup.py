"""``mikro backup`` and ``mikro restore``."""

from __future__ import annotations

from contextlib import ExitStack

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.cli.terminal.progress import waiting
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, Yes
    from mikrohandlinger.usecases.care.backup import Opened


def backup(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar=N_("[FILE]"), help=N_("Where to; a folder gets a file named after the day.")),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Keep everything in one file."""
    from mikrohandlinger.usecases.care import backup as usecase

    with waiting(_("Copying")) as bar:
        kept = usecase.backup(context_of(ctx), file, bar.advance)
    if as_json:
        from mikrohandlinger.views.care import document

        echo_json(document.kept(kept))
        return
    from mikrohandlinger.views.care import words

    tell(words.kept(kept))


def restore(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar=N_("FILE"), help=N_("What “mikro backup” wrote, or a mikro.db."))
    ],
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Put a backup in the place of what is here."""
    from mikrohandlinger.usecases.care import backup as usecase

    context = context_of(ctx)
    with ExitStack() as stack:
        with waiting(_("Reading")) as bar:
            found = stack.enter_context(usecase.opened(context, file, bar.advance))
        if not yes and not _may_take_the_place(found):
            return
        with waiting(_("Putting it back"), found.rows) as bar:
            restored = usecase.restore(context, found, bar.advance)
    if as_json:
        from mikrohandlinger.views.care import document

        echo_json(document.restored(restored))
        return
    from mikrohandlinger.views.care import words

    tell(words.restored(restored))


def _may_take_the_place(found: Opened) -> bool:
    """Whether somebody who is there wants it.

    Raises:
        MikroError: When nobody is there to ask.
    """
    if not person.is_there():
        raise MikroError(
            "restore-unasked",
            N_(
                "{path} would take the place of what you have now. If that is meant: mikro restore {path} --yes"
            ),
            path=found.path,
        )
    from mikrohandlinger.cli.terminal.ask import ask
    from mikrohandlinger.domain.words import value
    from mikrohandlinger.views.care import words

    tell(words.would_come_back(found.path, found.holding))
    if value("use", ask(words.shall_it_come_back())) == "yes":
        return True
    echo(words.stays_as_it_is())
    return False
