"""What ``mikro log`` answers."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.privacy import Words, one_line
from mikrohandlinger.texts import _, language, ngettext, quoted
from mikrohandlinger.texts.dates import relative_day
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import rows
from mikrohandlinger.views.shared.stand import stand_sentence

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.entries import Entry, Recorded
    from mikrohandlinger.domain.feedback import Feedback, FeedbackChange
    from mikrohandlinger.domain.meant import Meant


def recorded(done: Recorded, today: date) -> list[str]:
    """The answer of ``mikro log``: what it was stored as, what was stored, and how its week stands.

    Args:
        done: What was recorded.
        today: The present day.
    """
    entry, action, week, variation = done
    when = "" if entry.day == today else f", {relative_day(entry.day, today)}"
    lines = rows.wrapped(
        _("✓ Recorded as no. {number}: {title}{when}.").format(
            number=entry.number, title=action.title(language()).title, when=when
        ),
        left=0,
    )
    if entry.note:
        lines += rows.wrapped(quoted(entry.note))
    if entry.feedback is not None:
        lines += _feedback(entry.feedback)
    if variation is not None and not entry.words:
        lines += rows.wrapped(_("The proposal was: {act}").format(act=variation.wording(language()).text))
    stand = stand_sentence(week, is_now=week.monday == monday_of(today))
    return lines + rows.wrapped(stand)


def _feedback(feedback: Feedback) -> list[str]:
    """Which way it went, and its parts, each on rows of its own."""
    from mikrohandlinger.views.shared import feedback as shared

    said = shared.told(feedback)
    lines = rows.wrapped(_("Feedback: {told}").format(told=" · ".join(said))) if said else []
    return lines + [row for part in shared.parts(feedback) for row in rows.wrapped(part)]


def feedback_changed(entry: Entry, change: FeedbackChange, *, is_leader: bool = False) -> list[str]:
    """What ``mikro edit`` answers where it changed what an entry says of feedback.

    Args:
        entry: As it is now.
        change: What was changed.
        is_leader: Whether the user leads others, who can be told too.
    """
    if change.is_gone or entry.feedback is None:
        return rows.wrapped(_("What it said of feedback went with that.")) if change.is_gone else []
    feedback = entry.feedback
    lines = _feedback(feedback if change.parts else feedback._replace(parts={}))
    if feedback.is_closed:
        return lines + rows.wrapped(_("That closes the loop: received, used, and told back."))
    if change.used in ("yes", "partly") and feedback.told is None:
        lines += rows.hint(
            _("Have you said so to whoever gave it? That is a micro-action too: {command}").format(
                command="mikro log feedback --way " + _value("way", "shared")
            )
        )
        if is_leader:
            lines += rows.wrapped(_("As a leader you can tell your team too, and what you do with it."))
        lines += rows.hint(
            _("Once it is done: {command}").format(
                command=f"mikro edit {entry.number} --told " + _value("told", "yes")
            )
        )
    return lines


def _value(kind: str, name: str) -> str:
    """A value as it is typed, in the language of the screen."""
    from mikrohandlinger.domain.words import shown

    return shown(kind, language(), [name])[0]


def told(words: Words, number: int) -> list[str]:
    """What is said of the words of an entry that were stored just now."""
    return [*(masked(words.masked, number) if words.masked else []), *_named(words.name)]


def _named(name: str | None) -> list[str]:
    if not name:
        return []
    from mikrohandlinger.views.shared.own_words import name_line

    return rows.wrapped(name_line(name))


def told_of_parts(change: FeedbackChange, number: int) -> list[str]:
    """What is said of the parts of feedback of an entry that were stored just now."""
    lines: list[str] = []
    hidden = [key for key, words in (change.parts or {}).items() if words.masked]
    if hidden:
        sentence = ngettext(
            "{number} personal detail was masked. To keep it, write the part again: {command}",
            "{number} personal details were masked. To keep them, write the parts again: {command}",
            change.masked,
        )
        from mikrohandlinger.views.shared.feedback import part_name

        command = f'mikro edit {number} --keep-personal --part "{part_name(hidden[0])}=…"'
        lines += rows.hint(sentence.format(number=change.masked, command=command))
    return lines + _named(change.name)


def meant_line(meant: Meant, entry: Entry) -> list[str]:
    """The hint for a note that looks like another action, or like the name of one."""
    from mikrohandlinger.views.shared.names import action_word

    word = action_word(meant.action)
    command = f"mikro edit {entry.number}"
    if meant.action != entry.action:
        command += f" --action {word}"
    if meant.is_name:
        if meant.is_all:
            command += ' --note ""'
        elif meant.action == entry.action:
            return []
        return rows.hint(_("Did you mean {word}? {command}").format(word=word, command=command))
    question = {
        "ask": _("Was it a question?"),
        "doubt": _("Was it a doubt?"),
        "feedback": _("Was it feedback?"),
    }[meant.action]
    return rows.hint(f"{question} {command}")


def meant_command(typed: str) -> list[str]:
    """The hint for a note that is the name of a command, or the number of something."""
    if typed.isdecimal():
        return rows.hint(_("The actions are 1, 2 and 3. To take the entry away: mikro undo"))
    name = quoted(typed)
    return rows.hint(
        _("Did you mean the command {name}? To take the entry away: mikro undo").format(name=name)
    )


def masked(count: int, number: int) -> list[str]:
    """How many personal details were masked in the note of an entry, and how to keep them."""
    sentence = ngettext(
        "{number} personal detail was masked. To keep it, write the note again: {command}",
        "{number} personal details were masked. To keep them, write the note again: {command}",
        count,
    )
    command = f'mikro edit {number} --keep-personal --note "…"'
    return rows.hint(sentence.format(number=count, command=command))


def meant_when(when: str, number: int, *, is_all: bool) -> list[str]:
    """The hint for a note that begins with a time, or is nothing else."""
    command = f'mikro edit {number} --at "{one_line(when)}"' + (' --note ""' if is_all else "")
    return rows.hint(_("Was that when it happened? {command}").format(command=command))


def turned_up() -> list[str]:
    """What follows an act about the rules of the place: one may have turned up that gets in the way."""
    return rows.hint(
        _("Did it turn up a rule that gets in the way? {command}").format(command='mikro rule add "…"')
    )
