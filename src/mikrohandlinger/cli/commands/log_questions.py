"""What ``mikro log`` asks afterwards: at most three questions, each of them optional."""

from __future__ import annotations

from mikrohandlinger.cli.terminal.ask import ask, ask_which
from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.domain import words
from mikrohandlinger.domain.entries import EntryChange
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.texts import _, language
from mikrohandlinger.usecases import record
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.entry.words import told

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context


#: No more questions than these, whatever could be asked.
MOST: Final = 3


def ask_about(context: Context, entry: Entry, *, keep_personal: bool) -> None:
    """Ask about an entry that is already stored; each answer is stored at once, and the last line tells them."""
    echo(_("It is stored. A few words more? Enter skips."))
    stored: list[str] = []
    left = MOST
    try:
        if entry.action == "feedback":
            from mikrohandlinger.cli.commands.feedback_questions import ask_about_feedback

            entry, left = ask_about_feedback(context, entry, left, stored, keep_personal=keep_personal)
        if entry.words is None and left:
            left -= 1
            change = _note(ask(_("One sentence about it?")), entry, keep_personal=keep_personal)
            record.add_to(context, entry, change)
            stored += [] if change.is_nothing else [_("the note")]
        if entry.reach is None and left:
            left -= 1
            reach = ask_which(_("With whom?"), "reach")
            record.add_to(context, entry, EntryChange(reach=reach))
            stored += words.shown("reach", language(), [reach]) if reach else []
        if entry.went is None and left:
            went = ask_which(_("How did it go?"), "went")
            record.add_to(context, entry, EntryChange(went=went))
            stored += words.shown("went", language(), [went]) if went else []
    except (EOFError, KeyboardInterrupt):
        echo("")
    if stored:
        echo(_("Stored: {answers}.").format(answers=", ".join(stored)))


def _note(typed: str, entry: Entry, *, keep_personal: bool) -> EntryChange:
    try:
        own = own_words(typed, keep_personal=keep_personal)
    except MikroError as error:
        echo_error(error)
        return EntryChange()
    for line in told(own, entry.number):
        echo(line)
    return EntryChange(own if own.text else None)
