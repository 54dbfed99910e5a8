"""``mikro undo``, ``edit`` and ``delete``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.entries import Deed, EntryChange
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.texts import _, ngettext
from mikrohandlinger.texts.dates import day_and_month
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.usecases.reading import action_of, moment_of

if TYPE_CHECKING:
    from datetime import date

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson, At, EntryNumber, KeepPersonal, Reach, Went
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context


def undo(
    ctx: typer.Context,
    as_json: AsJson = False,
) -> None:
    """Take back the last change."""
    context = context_of(ctx)
    undone = context.store.undo(context.clock.now)
    if as_json:
        from mikrohandlinger.views.shared.as_json import entry_document

        entry = entry_document(undone.entry) if undone.entry else None
        echo_json({"schema": 1, "undone": undone.command, "entry": entry, "left": undone.left})
        return
    about = "" if undone.entry is None else _described(context, undone.entry)
    echo(_taken_back(undone.command).format(entry=about))
    if undone.left:
        echo(
            ngettext(
                "{number} earlier change can be taken back too.",
                "{number} earlier changes can be taken back too.",
                undone.left,
            ).format(number=undone.left)
        )


def edit(
    ctx: typer.Context,
    number: EntryNumber,
    note: Annotated[
        str | None, typer.Option("--note", metavar=N_("TEXT"), help=N_('The note; "" empties it.'))
    ] = None,
    action: Annotated[
        str | None,
        typer.Option(
            "--action", metavar=N_("ACTION"), help=N_("The action."), autocompletion=completion.actions
        ),
    ] = None,
    at: At = None,
    reach: Reach = None,
    went: Went = None,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Change an entry."""
    context = context_of(ctx)
    entry = context.store.entries.find(number)
    change = EntryChange(
        words=None if note is None else own_words(note, keep_personal=keep_personal),
        moment=None if at is None else moment_of(context, at),
        reach=reach,
        went=went,
    )
    if action is not None or at is not None:
        day = change.moment.day if change.moment else entry.day
        change = change._replace(deed=_deed(context, day, action_of(context, action) or entry.action))
    if change.is_nothing:
        raise MikroError(
            "nothing-to-change",
            N_(
                'Say what to change, such as: mikro edit {number} --note "…" or --action, --at, --reach, --went.'
            ),
            number=entry.number,
        )
    changed = context.store.entries.change(entry, change, context.clock.now)
    if as_json:
        from mikrohandlinger.views.shared.as_json import entry_document

        echo_json({"schema": 1, "entry": entry_document(changed)})
        return
    echo(_("Changed: {entry}. “mikro undo” takes it back.").format(entry=_described(context, changed)))


def delete(
    ctx: typer.Context,
    number: EntryNumber,
    as_json: AsJson = False,
) -> None:
    """Delete an entry."""
    context = context_of(ctx)
    entry = context.store.entries.find(number)
    context.store.entries.delete(entry, context.clock.now)
    if as_json:
        from mikrohandlinger.views.shared.as_json import entry_document

        echo_json({"schema": 1, "deleted": entry_document(entry)})
        return
    echo(_("Deleted: {entry}. “mikro undo” brings it back.").format(entry=_described(context, entry)))


def _taken_back(command: str) -> str:
    """What ``undo`` says of a change made by ``command``."""
    return {
        "log": _("Taken back: {entry} is no longer recorded."),
        "edit": _("Taken back: {entry} is as it was before."),
        "delete": _("Taken back: {entry} is there again."),
        "plan": _("Taken back: your plan is as it was before."),
        "reflect": _("Taken back: your answer is as it was before."),
        "pause": _("Taken back: the pause is gone."),
        "resume": _("Taken back: the pause is there again."),
    }.get(command, _("Taken back."))


def _deed(context: Context, day: date, action: str) -> Deed:
    proposed = context.store.proposals.of(day)
    if proposed is None or proposed.variation.action != action:
        return Deed(action)
    return Deed(action, proposed.variation.id, proposed.variation.level)


def _described(context: Context, entry: Entry) -> str:
    from mikrohandlinger.texts import language

    title = context.catalogue.action(entry.action).title(language()).title
    return _("no. {number} ({title}, {day})").format(
        number=entry.number, title=title, day=day_and_month(entry.day)
    )
