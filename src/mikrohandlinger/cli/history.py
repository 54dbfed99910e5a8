"""``mikro history``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when import parse_day

from . import completion
from .session import Session, print_json, session_of

if TYPE_CHECKING:
    from datetime import date


def history(
    context: typer.Context,
    first: Annotated[
        str | None, typer.Option("--from", metavar=N_("DAY"), help=N_("No earlier than this day."))
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar=N_("DAY"), help=N_("No later than this day."))
    ] = None,
    action: Annotated[
        str | None,
        typer.Option(
            "--action", metavar=N_("ACTION"), help=N_("Only this action."), autocompletion=completion.actions
        ),
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar=N_("WORDS"), help=N_("Only notes with these words."))
    ] = None,
    reach: Annotated[
        Literal["known", "new", "up", "across"] | None, typer.Option("--reach", help=N_("Only with whom."))
    ] = None,
    went: Annotated[
        Literal["easy", "ok", "hard"] | None, typer.Option("--went", help=N_("Only those that went so."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=N_("For programs: JSON."))] = False,
) -> None:
    """Show what was recorded, newest first."""
    session = session_of(context)
    where = {"action": _action(session, action), "reach": reach, "went": went}
    entries = session.store.search_entries(
        first=_day(session, first),
        last=_day(session, last),
        where={column: value for column, value in where.items() if value},
        words=search,
    )
    if as_json:
        from mikrohandlinger.views.as_json import history_document

        print_json(history_document(entries))
        return
    from mikrohandlinger.views.terminal.history import draw

    draw(entries, session.today)


def _day(session: Session, text: str | None) -> date | None:
    return None if text is None else parse_day(text, session.clock.now)


def _action(session: Session, word: str | None) -> str | None:
    if word is None:
        return None
    found = session.catalogue.find_action(word)
    if found is None:
        raise MikroError(
            "action-unknown", N_("«{word}» is no action. The three are: ask, doubt, feedback."), word=word
        )
    return found.id
