"""``mikro undo``, ``edit`` and ``delete``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.usecases import record

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework.options import (
        ActionOption,
        AsJson,
        At,
        EntryNumber,
        KeepPersonal,
        Reach,
        Went,
    )


def undo(
    ctx: typer.Context,
    as_json: AsJson = False,
) -> None:
    """Take back the last change."""
    taken = record.undo(context_of(ctx))
    if as_json:
        from mikrohandlinger.views.change import document

        echo_json(document.undone(taken))
        return
    from mikrohandlinger.views.change import words

    for line in words.undone(taken):
        echo(line)


def edit(
    ctx: typer.Context,
    number: EntryNumber,
    note: Annotated[
        str | None, typer.Option("--note", metavar=N_("TEXT"), help=N_('The note; "" empties it.'))
    ] = None,
    action: ActionOption = None,
    at: At = None,
    reach: Reach = None,
    went: Went = None,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Change an entry."""
    from mikrohandlinger.usecases.own_words import own_words
    from mikrohandlinger.usecases.reading import action_of, moment_of

    context = context_of(ctx)
    own = None if note is None else own_words(note, keep_personal=keep_personal)
    changed = record.edit(
        context,
        record.find(context, number),
        words=own,
        action=action_of(context, action),
        moment=None if at is None else moment_of(context, at),
        reach=reach,
        went=went,
    )
    if as_json:
        from mikrohandlinger.views.entry.document import document

        echo_json(document(changed.entry))
        return
    from mikrohandlinger.views.change import words

    echo(words.changed(changed))
    if own is not None and (own.masked or own.name):
        from mikrohandlinger.views.shared.own_words import told

        for line in told(own):
            echo(line)


def delete(
    ctx: typer.Context,
    number: EntryNumber,
    as_json: AsJson = False,
) -> None:
    """Delete an entry."""
    context = context_of(ctx)
    deleted = record.delete(context, record.find(context, number))
    if as_json:
        from mikrohandlinger.views.change import document

        echo_json(document.deleted(deleted))
        return
    from mikrohandlinger.views.change import words

    echo(words.deleted(deleted))
