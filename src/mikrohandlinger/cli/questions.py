"""Asking on a terminal: always optional, Enter skips, and what was stored stays stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from mikrohandlinger.texts import _

from .notes import own_words

if TYPE_CHECKING:
    from mikrohandlinger.domain.entries import Entry

    from .session import Session


def ask(question: str) -> str:
    """Ask for a line; Enter gives an empty one.

    Raises:
        EOFError, KeyboardInterrupt: When the person is done answering.
    """
    return input(f"{question} ").strip()


def choice(question: str, answers: dict[str, str]) -> str | None:
    """Ask for one of ``answers`` (value by the letter or word to type); anything else skips."""
    typed = ask(question).casefold()
    return answers.get(typed)


def ask_about(session: Session, entry: Entry, *, keep_personal: bool) -> None:
    """At most three optional questions about an entry that is already stored."""
    try:
        typer.echo(_("Enter skips a question."))
        if entry.note is None:
            own = own_words(ask(_("One sentence about it?")), keep_personal=keep_personal)
            if own.text:
                entry = _add(session, entry, {"note": own.text, "masked": own.masked})
        if entry.reach is None:
            reach = choice(
                _("With whom? [1] someone I usually talk to  [2] someone new  [3] upwards  [4] across"),
                {"1": "known", "2": "new", "3": "up", "4": "across"},
            )
            if reach:
                entry = _add(session, entry, {"reach": reach})
        if entry.went is None:
            went = choice(
                _("How did it go? [1] easy  [2] ok  [3] hard"), {"1": "easy", "2": "ok", "3": "hard"}
            )
            if went:
                _add(session, entry, {"went": went})
    except (EOFError, KeyboardInterrupt):
        typer.echo("")
    typer.echo(_("Thank you. It is stored."))


def _add(session: Session, entry: Entry, changes: dict[str, object]) -> Entry:
    return session.store.change_entry(entry, changes, session.clock.now, "log")
