"""Asking on a terminal: always optional, Enter skips, and what was stored stays stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.domain.catalogue import REACHES, WENT
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.texts import _
from mikrohandlinger.views.plain import masked_line

from .notes import own_words
from .say import say, tell

if TYPE_CHECKING:
    from mikrohandlinger.domain.entries import Entry

    from .session import Session


def ask(question: str, standing: str = "") -> str:
    """Ask for a line; Enter gives an empty one.

    Args:
        question: What to ask; on a narrow terminal it stands on several lines.
        standing: What holds if nothing is typed, shown in brackets.

    Raises:
        EOFError, KeyboardInterrupt: When the person is done answering.
    """
    from shutil import get_terminal_size
    from textwrap import wrap

    in_brackets = f" [{standing}]" if standing else ""
    width = get_terminal_size().columns
    *lines, last = wrap(question, max(20, width - 2)) or [""]
    if len(last) + len(in_brackets) > width - 2:
        lines, last = [*lines, last], ""
    for line in lines:
        say(line)
    return input(f"{last}{in_brackets} ".lstrip()).strip()


def ask_about(session: Session, entry: Entry, *, keep_personal: bool) -> None:
    """At most three optional questions about an entry that is already stored; each answer is stored at once."""

    def keep(changes: dict[str, object]) -> None:
        if changes:
            session.store.amend_entry(entry, changes, session.clock.now)

    say(_("Enter skips a question."))
    try:
        if entry.note is None:
            keep(_note(ask(_("One sentence about it?")), keep_personal=keep_personal))
        if entry.reach is None:
            typed = ask(_("With whom? [1] the usual people  [2] someone new  [3] upwards  [4] across"))
            keep(_chosen("reach", typed, REACHES))
        if entry.went is None:
            typed = ask(_("How did it go? [1] easy  [2] ok  [3] hard"))
            keep(_chosen("went", typed, WENT))
    except (EOFError, KeyboardInterrupt):
        say("")
    say(_("Thank you. It is stored."))


def _note(typed: str, *, keep_personal: bool) -> dict[str, object]:
    try:
        own = own_words(typed, keep_personal=keep_personal)
    except MikroError as error:
        tell(error)
        return {}
    if own.masked:
        say(masked_line(own.masked))
    return {"note": own.text, "masked": own.masked} if own.text else {}


def _chosen(column: str, typed: str, values: tuple[str, ...]) -> dict[str, object]:
    value = chosen(typed, values)
    return {column: value} if value else {}


def chosen(typed: str, values: tuple[str, ...]) -> str | None:
    """The value that was typed by its number (from 1) or its name; None for anything else, which skips."""
    by_number = {str(number): value for number, value in enumerate(values, 1)}
    value = by_number.get(typed, typed.casefold())
    return value if value in values else None
