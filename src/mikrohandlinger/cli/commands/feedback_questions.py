"""What ``mikro log feedback`` asks first: which way it went, and the parts of the frame, all on one line."""

from __future__ import annotations

from mikrohandlinger.cli.terminal.ask import ask, ask_which
from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.domain.entries import EntryChange
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.feedback import PARTS, FeedbackChange, in_order, under_headings
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import feedback, record
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.entry.words import told_of_parts
from mikrohandlinger.views.shared.feedback import part_name, way_name

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context

#: What to type to write the parts in the editor.
EDITOR_KEY: Final = "e"


def ask_about_feedback(
    context: Context, entry: Entry, left: int, stored: list[str], *, keep_personal: bool
) -> tuple[Entry, int]:
    """Ask for what was not said of the feedback; each answer is stored at once.

    Args:
        context: What the program works with.
        entry: As it was stored.
        left: How many questions may be asked.
        stored: What was stored so far, in words; what is stored here joins it.
        keep_personal: Whether the user insists on personal details.

    Returns:
        The entry as it is now, and how many questions are left.
    """
    said = entry.feedback
    if left and (said is None or said.way is None):
        left -= 1
        way = ask_which(_("Which way did it go?"), "way")
        if way is not None:
            entry = _keep(context, entry, FeedbackChange(way=way))
            stored.append(way_name(way))
    said = entry.feedback
    frame = (said.frame if said else None) or context.settings.feedback_frame
    if left and not (said and said.parts) and not (frame == "free" and entry.note):
        left -= 1
        entry = _ask_parts(context, entry, frame, stored, keep_personal=keep_personal)
    return entry, left


def _ask_parts(
    context: Context, entry: Entry, frame: str, stored: list[str], *, keep_personal: bool
) -> Entry:
    names = [part_name(key) for key in PARTS[frame]]
    if len(names) == 1:
        question = _("What was it about, in your own words?  (e: your editor)")
    else:
        line = " / ".join(names)
        question = _("{parts}?  (“ / ” between them, or e: your editor)").format(
            parts=line[:1].upper() + line[1:]
        )
    try:
        typed = ask(f"{question}  ›")
        parts = _written(context, frame) if typed == EDITOR_KEY else in_order(frame, typed)
        change = feedback.parts_said(parts, keep_personal=keep_personal)
    except MikroError as error:
        echo_error(error)
        return entry
    if not change.parts:
        return entry
    entry = _keep(context, entry, change)
    stored += [part_name(key) for key in change.parts]
    for line in told_of_parts(change, entry.number):
        echo(line)
    return entry


def _written(context: Context, frame: str) -> dict[str, str]:
    """What the user wrote under the name of each part, in the editor."""
    from mikrohandlinger.cli.terminal.editor import edited

    names = {key: part_name(key) for key in PARTS[frame]}
    environ = context.environ
    command = environ.get("VISUAL") or environ.get("EDITOR") or ""
    template = "\n".join(f"{name}: " for name in names.values())
    heading = _("Write after each colon, as much or as little as you like.")
    return under_headings(names, edited(command, heading, template, context.paths.cache))


def _keep(context: Context, entry: Entry, change: FeedbackChange) -> Entry:
    whole = feedback.fitting(context, change, entry.action, entry)
    return record.add_to(context, entry, EntryChange(feedback=whole))
