"""``mikro log``: recorded in seconds, stored before anything is asked. Rich is never imported here."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.texts import language
from mikrohandlinger.usecases import notices, record
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.usecases.reading import action_and_note, is_only_a_time, moment_of
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson, At, KeepPersonal, Reach, Went
    from mikrohandlinger.usecases.context import Context


def log(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("[ACTION] [NOTE]"),
            help=N_(
                "The action (ask, doubt, feedback, 1, 2, 3, spørg, tvivl …; without it today's), and a note."
            ),
            autocompletion=completion.actions,
        ),
    ] = None,
    at: At = None,
    reach: Reach = None,
    went: Went = None,
    note: Annotated[
        str | None,
        typer.Option("--note", metavar=N_("TEXT"), help=N_("The note; “-” reads it from standard input.")),
    ] = None,
    keep_personal: KeepPersonal = False,
    ask: Annotated[
        bool | None, typer.Option("--ask/--no-ask", help=N_("Whether to ask optional questions afterwards."))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Record what you did."""
    context = context_of(ctx)
    said = action_and_note(context.catalogue, words or ())
    moment = moment_of(context, at)
    own = own_words(_note(said.note, note), keep_personal=keep_personal)
    entry, action, week = record.log(context, said.action, moment, own, reach=reach, went=went)
    if as_json:
        from mikrohandlinger.views.entry.document import document

        echo_json(document(entry))
        return
    from mikrohandlinger.views.entry.words import masked_line, meant_when_line, recorded_line

    echo(recorded_line(entry, action.title(language()).title, week, context.today))
    if own.masked:
        echo(masked_line(own.masked))
    if own.name:
        from mikrohandlinger.views.shared.own_words import name_line

        echo(name_line(own.name))
    if context.calendar().pauses:
        _tell_of_pause(context, entry.day)
    week_to_look_back_on = notices.reflect(context)
    if week_to_look_back_on is not None:
        from mikrohandlinger.views.shared.look_back import reflect_line

        echo(reflect_line(week_to_look_back_on, context.today))
    if at is None and note is None and is_only_a_time(said.note, context.clock.now):
        warn(meant_when_line(said.note))
    if person.is_there() and (context.settings.ask if ask is None else ask):
        from mikrohandlinger.cli.commands.log_questions import ask_about

        ask_about(context, entry, keep_personal=keep_personal)


def _tell_of_pause(context: Context, day: date) -> None:
    """Say that a pause is on, and how to end it from the right day on, where something was recorded in it."""
    from mikrohandlinger.usecases import pause

    still_on = pause.still_on(context, day)
    if still_on is not None:
        from mikrohandlinger.views.pause import words

        echo(words.still_on(still_on, context.today))


def _note(given: str, option: str | None) -> str:
    if option is None:
        return given
    if given:
        raise MikroError(
            "two-notes",
            N_("There are two notes: one after the action and one after --note. Keep one of them."),
        )
    if option != "-":
        return option
    from mikrohandlinger.cli.terminal.standard_input import read_all

    return read_all()
