"""What ``mikro log`` asks afterwards: at most three questions, each of them optional."""

from __future__ import annotations

from mikrohandlinger.cli.terminal.ask import ask, chosen
from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.domain.entries import EntryChange
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import record
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.entry.words import masked_line

if TYPE_CHECKING:
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context


def ask_about(context: Context, entry: Entry, *, keep_personal: bool) -> None:
    """Ask about an entry that is already stored; each answer is stored at once."""
    echo(_("Enter skips a question."))
    try:
        if entry.note is None:
            typed = ask(_("One sentence about it?"))
            record.add_to(context, entry, _note(typed, keep_personal=keep_personal))
        if entry.reach is None:
            typed = ask(_("With whom? [1] the usual people  [2] someone new  [3] upwards  [4] across"))
            record.add_to(context, entry, EntryChange(reach=chosen(typed, "reach")))
        if entry.went is None:
            typed = ask(_("How did it go? [1] easy  [2] ok  [3] hard"))
            record.add_to(context, entry, EntryChange(went=chosen(typed, "went")))
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
