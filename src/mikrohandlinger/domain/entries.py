"""What was done: entries, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Self

    from mikrohandlinger.domain.catalogue.model import Action, Variation
    from mikrohandlinger.domain.feedback import Feedback, FeedbackChange
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.proposal import Shown
    from mikrohandlinger.domain.weeks import WeekStand


class Entry(NamedTuple):
    """One completed action.

    Attributes:
        id: Stable id, the same on every machine.
        number: Short number on this machine, for ``edit 12``.
        at: The instant, with the offset that held where it was logged.
        day: The local day on which it was logged; nothing ever moves it.
        action: ``ask``, ``doubt`` or ``feedback``.
        variation: The one proposed that day when the action is the same, else None.
        note: The user's own words, masked and cleaned, or None.
        reach: ``known``, ``new``, ``up``, ``across`` or None.
        went: ``easy``, ``ok``, ``hard`` or None.
        masked: How many personal details were masked in the note.
        level: Level of the variation, or None.
        rule: The number on this machine of the rule that it was about, or None.
        feedback: What it says of feedback, or None where it says nothing.
    """

    id: str
    number: int
    at: datetime
    day: date
    action: str
    variation: str | None = None
    note: str | None = None
    reach: str | None = None
    went: str | None = None
    masked: int = 0
    level: int | None = None
    rule: int | None = None
    feedback: Feedback | None = None

    @property
    def words(self) -> str | None:
        """The user's own words in short: the note, else the parts of the feedback on one line; None without any."""
        return self.note or (self.feedback.line or None if self.feedback else None)

    @property
    def bare(self) -> Self:
        """The same without any of the user's own words."""
        feedback = self.feedback and self.feedback._replace(parts={})
        return self._replace(note=None, feedback=feedback)


if TYPE_CHECKING:
    #: Knows what was proposed and so done with an entry; None where that was nothing, or is no longer known.
    Proposed = Callable[[Entry], Variation | None]


class Moment(NamedTuple):
    """When something happened: the instant, and the local day that it belongs to."""

    at: datetime
    day: date


class Deed(NamedTuple):
    """What was done.

    Attributes:
        action: ``ask``, ``doubt`` or ``feedback``.
        variation: The one proposed on the day, where that is the same action, else None.
        level: Of that variation, or None.
    """

    action: str
    variation: str | None = None
    level: int | None = None


class NewEntry(NamedTuple):
    """An entry that is about to be stored; see :class:`Entry`. A rule is told by its id."""

    moment: Moment
    deed: Deed
    words: Words | None = None
    reach: str | None = None
    went: str | None = None
    rule: str | None = None
    feedback: FeedbackChange | None = None


class EntryChange(NamedTuple):
    """What is to be different in an entry; what is None stays as it is.

    Attributes:
        words: Another note; words without text take the note away.
        deed: Another action, with the variation and level that belong to it.
        moment: Another time.
        reach: Another reach; "" takes it away.
        went: How it went; "" takes it away.
        rule: The id of the rule that it was about; "" takes it away.
        feedback: What it says of feedback.
    """

    words: Words | None = None
    deed: Deed | None = None
    moment: Moment | None = None
    reach: str | None = None
    went: str | None = None
    rule: str | None = None
    feedback: FeedbackChange | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether everything stays as it is."""
        return all(part is None for part in self)


def holds(text: str, words: str) -> bool:
    """Whether each of ``words`` occurs in ``text``, in any order and whatever the case."""
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())


class Filter(NamedTuple):
    """Which entries are asked for; what is None does not matter.

    Attributes:
        first: No earlier day than this.
        last: No later day than this.
        action: Only this action.
        reach: Only with these.
        went: Only those that went like this.
        words: Must each occur in the note or a part of the feedback, in any order and whatever the case.
        rule: Only those about the rule with this id.
    """

    first: date | None = None
    last: date | None = None
    action: str | None = None
    reach: str | None = None
    went: str | None = None
    words: str | None = None
    rule: str | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return any(self)

    def in_year(self, year: int) -> Self:
        """The same within a calendar year."""
        from datetime import date

        first, last = date(year, 1, 1), date(year, 12, 31)
        return self._replace(first=max(first, self.first or first), last=min(last, self.last or last))


class Recorded(NamedTuple):
    """An entry that was recorded.

    Attributes:
        entry: As it was stored.
        action: Its action.
        week: How the week of the entry stands with it.
        variation: What was proposed and so done, read where there is no note to show; else None.
    """

    entry: Entry
    action: Action
    week: WeekStand
    variation: Variation | None = None


class Touched(NamedTuple):
    """An entry that was changed, deleted or taken back, with its action."""

    entry: Entry
    action: Action


class Experience(NamedTuple):
    """How far the user has come, as the ramp of levels sees it.

    Attributes:
        entries: Number of entries, counted no further than the ramp needs.
        level_two: Number of entries of a level 2 variation, likewise.
    """

    entries: int = 0
    level_two: int = 0


def deed_of(action: str, proposed: Shown | None) -> Deed:
    """What doing ``action`` was on a day with this proposal: its variation, where the action is the same."""
    if proposed is None or proposed.action != action:
        return Deed(action)
    return Deed(action, proposed.variation, proposed.level)


def carried_out(
    entries: Iterable[Entry], proposed: Mapping[str, Variation]
) -> Iterator[tuple[Entry, Variation]]:
    """Each entry that carried out something proposed, with the variation that it was.

    Args:
        entries: What was done.
        proposed: The variations that were proposed, by id.
    """
    for entry in entries:
        variation = proposed.get(entry.variation or "")
        if variation is not None:
            yield entry, variation
