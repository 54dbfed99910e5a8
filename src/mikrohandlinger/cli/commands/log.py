"""``mikro log``: recorded in seconds, stored before anything is asked. Rich is never imported here."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases import notices, record
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.usecases.reading import action_and_note, moment_of, rule_of, time_in_front
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import (
        AboutRule,
        AsJson,
        At,
        Frame,
        KeepPersonal,
        Parts,
        Reach,
        Way,
        Went,
    )
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context
    from mikrohandlinger.usecases.reading import Said


def log(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("[ACTION] [NOTE]"),
            help=N_("Ask, doubt, feedback or 1–3, else today's; a note."),
            autocompletion=completion.actions,
        ),
    ] = None,
    at: At = None,
    reach: Reach = None,
    went: Went = None,
    about: AboutRule = None,
    way: Way = None,
    frame: Frame = None,
    part: Parts = None,
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
    rule = rule_of(context, about)
    feedback = None
    if way or frame or part:
        from mikrohandlinger.usecases import feedback as of_feedback

        said = said._replace(action=said.action or of_feedback.ACTION)
        given = of_feedback.said(way, frame, part, keep_personal=keep_personal)
        feedback = of_feedback.fitting(context, given, said.action)
    done = record.log(context, said.action, moment, own, reach=reach, went=went, rule=rule, feedback=feedback)
    if as_json:
        from mikrohandlinger.views.entry.document import document

        echo_json(document(done.entry, record.proposed(context)(done.entry)))
        return
    from mikrohandlinger.views.entry import words as answers

    lines = [*answers.recorded(done, context.today), *answers.told(own, done.entry.number)]
    if feedback is not None and feedback.parts:
        lines += answers.told_of_parts(feedback, done.entry.number)
    if rule is not None:
        from mikrohandlinger.views.rule.leading import after_entry

        lines += after_entry(done.entry, rule)
    hint = [] if note is not None else _meant(context, done.entry, said, is_timed=at is not None)
    hint = hint or _pausing(context, done.entry.day) or _looking_back(context)
    lines += hint or (_turned_up(context, done.entry) if rule is None else [])
    for line in lines:
        echo(line)
    if person.is_there() and (context.settings.ask if ask is None else ask):
        from mikrohandlinger.cli.commands.log_questions import ask_about

        ask_about(context, done.entry, keep_personal=keep_personal)


def _meant(context: Context, entry: Entry, said: Said, *, is_timed: bool) -> list[str]:
    """How to correct it, where the words were perhaps meant as something else."""
    from mikrohandlinger.views.entry import words as answers

    when = None if is_timed else time_in_front(said.note, context.clock.now)
    if when is not None:
        return answers.meant_when(when, entry.number, is_all=when == said.note)
    if said.action is not None:
        return []
    from mikrohandlinger.domain.meant import is_no_note, meant

    if said.note and is_no_note(said.note):
        return answers.meant_command(said.note.strip())
    found = meant(said.note, entry.action)
    return [] if found is None else answers.meant_line(found, entry)


def _looking_back(context: Context) -> list[str]:
    week = notices.reflect(context)
    if week is None:
        return []
    from mikrohandlinger.views.shared import rows
    from mikrohandlinger.views.shared.look_back import reflect_line

    return rows.hint(reflect_line(week, context.today))


def _turned_up(context: Context, entry: Entry) -> list[str]:
    """The way to a rule, where the act was about the rules of the place."""
    variation = context.catalogue.variations.get(entry.variation or "")
    if variation is None or not variation.rules:
        return []
    from mikrohandlinger.views.entry.words import turned_up

    return turned_up()


def _pausing(context: Context, day: date) -> list[str]:
    """That a pause is on, and how to end it from the right day on, where something was recorded in it."""
    if not context.calendar().pauses:
        return []
    from mikrohandlinger.usecases import pause

    still_on = pause.still_on(context, day)
    if still_on is None:
        return []
    from mikrohandlinger.views.pause import words
    from mikrohandlinger.views.shared import rows

    return rows.hint(words.still_on(still_on, context.today))


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
