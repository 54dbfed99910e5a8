"""What was done: recorded, added to, changed, deleted and taken back."""

from __future__ import annotations

from contextlib import suppress

from mikrohandlinger.domain.entries import EntryChange, NewEntry, Recorded, Touched, deed_of
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.usecases.review import stand_of
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.entries import Deed, Entry, Moment, Proposed
    from mikrohandlinger.domain.feedback import FeedbackChange
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.proposal import Shown
    from mikrohandlinger.domain.rules.model import Rule
    from mikrohandlinger.usecases.context import Context


def log(
    context: Context,
    action: str | None,
    moment: Moment,
    words: Words,
    *,
    reach: str | None = None,
    went: str | None = None,
    rule: Rule | None = None,
    feedback: FeedbackChange | None = None,
) -> Recorded:
    """Record what was done.

    Args:
        context: What the program works with.
        action: Which action; None for the one proposed on the day, or today's where none was.
        moment: When it was.
        words: The note.
        reach: With whom, if that was told.
        went: How it went, if that was told.
        rule: What it was about, where that was a rule.
        feedback: What is told of feedback, where that was done.

    Raises:
        MikroError: When nothing was stored, such as on a day off without ``action``.
    """
    context.check(moment.day)
    proposed = _settled(context, moment.day)
    deed = deed_of(action or (proposed or _proposed_today(context)).action, proposed)
    done = context.catalogue.action(deed.action)
    new = NewEntry(moment, deed, words, reach, went, rule.id if rule else None, feedback)
    entry = context.store.entries.add(new, context.clock.now)
    return Recorded(entry, done, stand_of(context, entry.day), _carried_out(context, entry))


def _carried_out(context: Context, entry: Entry) -> Variation | None:
    """What was proposed and done with the entry, where there is no note to show in its place."""
    if entry.words or entry.variation is None:
        return None
    shown = context.store.proposals.of(entry.day)
    return shown.variation if shown is not None and shown.variation.id == entry.variation else None


def proposed(context: Context) -> Proposed:
    """What tells of an entry what was proposed and so done with it, as the catalogue words it now.

    A variation of one's own that is in no file any more is worded as it was last shown.
    """
    gone: dict[str, Variation | None] = {}

    def of(entry: Entry) -> Variation | None:
        name = entry.variation
        if name is None:
            return None
        found = context.catalogue.variations.get(name)
        if found is None and name not in gone:
            gone[name] = context.store.proposals.worded(name)
        return found or gone.get(name)

    return of


def add_to(context: Context, entry: Entry, change: EntryChange) -> Entry:
    """Add an answer to an entry that was just recorded, and return it; one ``undo`` takes back both."""
    if change.is_nothing:
        return entry
    return context.store.entries.amend(entry, change, context.clock.now)


def find(context: Context, number: str) -> Entry:
    """The entry that is meant by its number, or by the beginning of its id.

    Raises:
        MikroError: When there is none.
    """
    return context.store.entries.find(number)


def edit(
    context: Context,
    entry: Entry,
    *,
    action: str | None = None,
    moment: Moment | None = None,
    words: Words | None = None,
    reach: str | None = None,
    went: str | None = None,
    rule: str | None = None,
    feedback: FeedbackChange | None = None,
) -> Touched:
    """Change an entry; what is None stays as it is, and "" takes away with whom, how it went, and the rule.

    A rule is told by its id.

    Raises:
        MikroError: When nothing is to be changed, or nothing was stored.
    """
    deed = None
    if action is not None or moment is not None:
        deed = deed_on(context, moment.day if moment else entry.day, action or entry.action)
    change = EntryChange(words, deed, moment, reach, went, rule, feedback)
    if change.is_nothing:
        raise MikroError(
            "nothing-to-change",
            N_(
                'Say what to change, such as: mikro edit {number} --note "…" or --action, --at, --reach, --went.'
            ),
            number=entry.number,
        )
    return _touched(context, context.store.entries.change(entry, change, context.clock.now))


def delete(context: Context, entry: Entry) -> Touched:
    """Take an entry away; what is returned is as it was.

    Raises:
        MikroError: When nothing was stored.
    """
    touched = _touched(context, entry)
    context.store.entries.delete(entry, context.clock.now)
    return touched


def deed_on(context: Context, day: date, action: str) -> Deed:
    """What doing ``action`` on ``day`` was; whoever records or changes an entry asks here."""
    return deed_of(action, context.store.proposals.last_shown(day))


def _settled(context: Context, day: date) -> Shown | None:
    """What is proposed on ``day``: today's is made now, as ``today`` would, so that what is done is held against it."""
    shown = context.store.proposals.last_shown(day)
    if shown is None and day == context.today:
        with suppress(MikroError):  # settings that leave nothing to propose keep nobody from recording
            return _made_today(context)
    return shown


def _proposed_today(context: Context) -> Shown:
    """Today's proposal, made now if nobody has looked yet.

    Raises:
        MikroError: When today is a day off, or there is nothing to propose.
    """
    shown = context.store.proposals.last_shown(context.today) or _made_today(context)
    if shown is not None:
        return shown
    if context.calendar().off_reason(context.today) == "pause":
        raise MikroError(
            "action-missing",
            N_(
                "Nothing is proposed in your pause, so say which it was: “mikro log ask”, “mikro log doubt” or “mikro log feedback”. If you are back, “mikro resume” ends the pause."
            ),
        )
    raise MikroError(
        "action-missing",
        N_(
            "Nothing is proposed on a day off, so say which it was: “mikro log ask”, “mikro log doubt” or “mikro log feedback”."
        ),
    )


def _made_today(context: Context) -> Shown | None:
    """Today's proposal, chosen and kept; None on a day off."""
    if not context.calendar().is_working(context.today):
        return None
    from mikrohandlinger.usecases import propose

    propose.of_day(context, context.today)
    return context.store.proposals.last_shown(context.today)


def _touched(context: Context, entry: Entry) -> Touched:
    return Touched(entry, context.catalogue.action(entry.action))
