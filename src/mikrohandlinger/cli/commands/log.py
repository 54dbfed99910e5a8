"""``mikro log``: recorded in seconds, stored before anything is asked. Rich is never imported here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.entries import Deed, NewEntry
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _, language
from mikrohandlinger.usecases import propose
from mikrohandlinger.usecases.own_words import from_standard_input, own_words
from mikrohandlinger.usecases.reading import moment_of
from mikrohandlinger.usecases.review import stand_of
from mikrohandlinger.views.today.words import masked_line, recorded_line

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson, At, KeepPersonal, Reach, Went
    from mikrohandlinger.domain.entries import Entry, Moment
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.usecases.context import Context

#: The longest note that is looked at as a possible time, in characters.
LONGEST_TIME = 30
_TIME_BEGINS = (
    "i igår for kl kl. klokken den mandag tirsdag onsdag torsdag fredag lørdag søndag sidste forrige"
    " yesterday today the this last an a monday tuesday wednesday thursday friday saturday sunday"
)


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
    action, given_note = _action_and_note(context, words or [])
    moment = moment_of(context, at)
    own = own_words(_note_text(given_note, note), keep_personal=keep_personal)
    # Whatever may refuse comes before the entry is stored: what is refused has left nothing behind.
    calendar = context.calendar(monday_of(moment.day))
    entry = _store(context, action, moment, own, reach, went)
    if as_json:
        from mikrohandlinger.views.shared.as_json import entry_document

        echo_json({"schema": 1, "entry": entry_document(entry)})
        return
    title = context.catalogue.action(entry.action).title(language()).title
    echo(recorded_line(entry, title, stand_of(context, entry.day, calendar), context.today))
    if own.masked:
        echo(masked_line(own.masked))
    if at is None and note is None and _tells_when(context, given_note):
        warn(
            _('Was that when it happened? Then: “mikro undo”, and log again with --at "{when}".').format(
                when=one_line(given_note)
            )
        )
    if person.is_there() and (context.settings["ask"] if ask is None else ask):
        from mikrohandlinger.cli.terminal.ask import ask_about

        ask_about(context, entry, keep_personal=keep_personal)


def _action_and_note(context: Context, words: list[str]) -> tuple[str | None, str]:
    """The action that the first word names, or all of them as its title, and the rest as a note."""
    if len(words) > 1:
        titled = context.catalogue.find_action(" ".join(words))
        if titled is not None:
            return titled.id, ""
    if words:
        action = context.catalogue.find_action(words[0])
        if action is not None:
            return action.id, " ".join(words[1:])
    return None, " ".join(words)


def _tells_when(context: Context, note: str) -> bool:
    """Whether a note is nothing but a time, as in ``mikro log i går``: then --at was probably meant."""
    first = note.casefold().split(maxsplit=1)[:1]
    # Nearly every note ends here, and the reading of dates is never imported.
    if (
        not first
        or len(note) > LONGEST_TIME
        or not (first[0][0].isdigit() or first[0] in _TIME_BEGINS.split())
    ):
        return False
    from mikrohandlinger.domain.when.reading import parse_when

    try:
        parse_when(note, context.clock.now)
    except MikroError:
        return False
    return True


def _note_text(given: str, option: str | None) -> str:
    if option is None:
        return given
    if given:
        raise MikroError(
            "two-notes",
            N_("There are two notes: one after the action and one after --note. Keep one of them."),
        )
    return from_standard_input() if option == "-" else option


def _store(
    context: Context, action: str | None, moment: Moment, own: Words, reach: str | None, went: str | None
) -> Entry:
    proposed = context.store.proposals.of(moment.day)
    if action is None:
        proposed = proposed or _proposed_today(context)
        action = proposed.variation.action
    fits = proposed is not None and proposed.day == moment.day and proposed.variation.action == action
    variation = proposed.variation if proposed is not None and fits else None
    return context.store.entries.add(
        NewEntry(
            moment,
            Deed(action, variation.id if variation else None, variation.level if variation else None),
            own,
            reach,
            went,
        ),
        context.clock.now,
    )


def _proposed_today(context: Context) -> Proposal:
    """Today's proposal, made now if nobody has looked yet."""
    shown = context.store.proposals.of(context.today)
    if shown is not None:
        return shown
    if context.calendar().is_working(context.today):
        return propose.of_day(context, context.today)
    raise MikroError(
        "action-missing",
        N_(
            "Nothing is proposed on a day off, so say which it was: “mikro log ask”, “mikro log doubt” or “mikro log feedback”."
        ),
    )
