"""Asking on a terminal: always optional, Enter skips, and what was stored stays stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.domain.catalogue.model import REACHES, WENT
from mikrohandlinger.domain.entries import EntryChange
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.texts import _
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.views.today.words import masked_line

if TYPE_CHECKING:
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context


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
        echo(line)
    return input(f"{last}{in_brackets} ".lstrip()).strip()


def ask_about(context: Context, entry: Entry, *, keep_personal: bool) -> None:
    """At most three optional questions about an entry that is already stored; each answer is stored at once."""

    def keep(change: EntryChange) -> None:
        if not change.is_nothing:
            context.store.entries.amend(entry, change, context.clock.now)

    echo(_("Enter skips a question."))
    try:
        if entry.note is None:
            keep(_note(ask(_("One sentence about it?")), keep_personal=keep_personal))
        if entry.reach is None:
            typed = ask(_("With whom? [1] the usual people  [2] someone new  [3] upwards  [4] across"))
            keep(EntryChange(reach=chosen(typed, REACHES)))
        if entry.went is None:
            typed = ask(_("How did it go? [1] easy  [2] ok  [3] hard"))
            keep(EntryChange(went=chosen(typed, WENT)))
    except (EOFError, KeyboardInterrupt):
        echo("")
    echo(_("Thank you. It is stored."))


def _note(typed: str, *, keep_personal: bool) -> EntryChange:
    try:
        own = own_words(typed, keep_personal=keep_personal)
    except MikroError as error:
        echo_error(error)
        return EntryChange()
    if own.masked:
        echo(masked_line(own.masked))
    return EntryChange(own if own.text else None)


def chosen(typed: str, values: tuple[str, ...]) -> str | None:
    """The value that was typed by its number (from 1) or its name; None for anything else, which skips."""
    by_number = {str(number): value for number, value in enumerate(values, 1)}
    value = by_number.get(typed, typed.casefold())
    return value if value in values else None
