"""``mikro undo``, ``redo``, ``edit`` and ``delete``."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases import record
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import (
        AboutRule,
        ActionOption,
        AsJson,
        At,
        EntryAndNote,
        EntryNumber,
        KeepPersonal,
        NewFrame,
        NewParts,
        NewReach,
        NewWay,
        NewWent,
        Told,
        Used,
    )
    from mikrohandlinger.domain.changes import Change
    from mikrohandlinger.usecases.context import Context


def undo(
    ctx: typer.Context,
    older: Annotated[
        bool, typer.Option("--older", help=N_("Take it back though it is of another day; nothing is asked."))
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help=N_("Show the latest changes, and change nothing."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take back the last change."""
    from mikrohandlinger.usecases import undoing

    context = context_of(ctx)
    if listed:
        _list(context, as_json=as_json)
        return
    if not older and (refusal := undoing.passed_by(context)) is not None:
        raise refusal
    change = undoing.latest(context)
    if undoing.is_older(context, change) and not older and not _may_take_back(change, context.today):
        return
    turned = undoing.undo(context, change)
    if as_json:
        from mikrohandlinger.views.change import document

        echo_json(document.undone(turned, record.proposed(context)))
        return
    from mikrohandlinger.views.change import words

    for line in words.undone(turned):
        echo(line)


def redo(
    ctx: typer.Context,
    as_json: AsJson = False,
) -> None:
    """Do again what was taken back."""
    from mikrohandlinger.usecases import undoing

    turned = undoing.redo(context_of(ctx))
    if as_json:
        from mikrohandlinger.views.change import document

        echo_json(document.redone(turned))
        return
    from mikrohandlinger.views.change import words

    for line in words.redone(turned):
        echo(line)


def _list(context: Context, *, as_json: bool) -> None:
    from mikrohandlinger.usecases import undoing

    found = undoing.changes(context)
    if as_json:
        from mikrohandlinger.views.change import document

        echo_json(document.changes(found))
        return
    from mikrohandlinger.views.change import words

    for line in words.listed(found, context.today):
        echo(line)


def _may_take_back(change: Change, today: date) -> bool:
    """Whether somebody who is there wants a change of another day taken back.

    Raises:
        MikroError: When nobody is there to ask.
    """
    from mikrohandlinger.views.change import words

    if not person.is_there():
        raise MikroError(
            "undo-older",
            N_("The last change is of {day} ({change}). To take it back: mikro undo --older"),
            day=change.day,
            change=words.in_short(change),
        )
    from mikrohandlinger.cli.terminal.ask import ask
    from mikrohandlinger.domain.words import value

    for line in words.of_another_day(change, today):
        echo(line)
    if value("use", ask(words.shall_it_go())) == "yes":
        return True
    echo(words.it_stays())
    return False


def edit(
    ctx: typer.Context,
    words: EntryAndNote,
    note: Annotated[
        str | None, typer.Option("--note", metavar=N_("TEXT"), help=N_('The note; "" empties it.'))
    ] = None,
    action: ActionOption = None,
    at: At = None,
    reach: NewReach = None,
    went: NewWent = None,
    about: AboutRule = None,
    way: NewWay = None,
    frame: NewFrame = None,
    part: NewParts = None,
    used: Used = None,
    told: Told = None,
    keep_personal: KeepPersonal = False,
    as_json: AsJson = False,
) -> None:
    """Change an entry."""
    from mikrohandlinger.usecases.own_words import own_words
    from mikrohandlinger.usecases.reading import action_of, moment_of, rule_of

    context = context_of(ctx)
    number, *rest = words
    if rest and note is not None:
        raise MikroError(
            "two-notes",
            N_("There are two notes: one after the number and one after --note. Keep one of them."),
        )
    note = " ".join(rest) if rest else note
    own = None if note is None else own_words(note, keep_personal=keep_personal)
    entry = record.find(context, number)
    rule = rule_of(context, about)
    becomes = action_of(context, action)
    feedback = None
    if entry.feedback is not None or any(said is not None for said in (way, frame, part, used, told)):
        from mikrohandlinger.usecases import feedback as of_feedback

        feedback = of_feedback.edited(
            context,
            entry,
            of_feedback.said(way, frame, part, used, told, keep_personal=keep_personal),
            becomes or entry.action,
        )
    changed = record.edit(
        context,
        entry,
        words=own,
        action=becomes,
        moment=None if at is None else moment_of(context, at, entry),
        reach=reach,
        went=went,
        rule=rule.id if rule else about,
        feedback=feedback,
    )
    if as_json:
        from mikrohandlinger.views.entry.document import document

        echo_json(document(changed.entry, record.proposed(context)(changed.entry)))
        return
    from mikrohandlinger.views.change import words as answers

    for line in answers.changed(changed):
        echo(line)
    if feedback is not None:
        from mikrohandlinger.views.entry.words import feedback_changed, told_of_parts

        for line in feedback_changed(changed.entry, feedback, is_leader=context.settings.role == "leader"):
            echo(line)
        for line in told_of_parts(feedback, changed.entry.number):
            echo(line)
    if own is not None and (own.masked or own.name):
        from mikrohandlinger.views.entry import words as entry_words

        for line in entry_words.told(own, changed.entry.number):
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

        echo_json(document.deleted(deleted, record.proposed(context)(deleted.entry)))
        return
    from mikrohandlinger.views.change import words

    for line in words.deleted(deleted):
        echo(line)
