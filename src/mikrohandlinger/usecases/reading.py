"""How what is typed is read, the same in every command."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from mikrohandlinger.domain.calendar import ONE_DAY, local_day, monday_of
from mikrohandlinger.domain.entries import Moment
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final, TypedDict

    from mikrohandlinger.domain.catalogue.model import Action, Catalogue
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.rules.model import Rule
    from mikrohandlinger.domain.when.moment import Localise
    from mikrohandlinger.usecases.context import Context

    class Corrected(TypedDict):
        """What a time is read with, where an entry is corrected."""

        on: date
        localise: Localise


#: The hour of an entry for another day when no time is told.
_MIDDAY: Final = time(12)

#: How far ahead a year may lie, to see its holidays; each year between has to be worked out.
YEARS_AHEAD: Final = 10

#: The longest note that is looked at as a possible time, in characters.
LONGEST_TIME: Final = 30
_TIME_BEGINS: Final = (
    "i igår kl kl. klokken den mandag tirsdag onsdag torsdag fredag lørdag søndag sidste forrige"
    " yesterday today the this last monday tuesday wednesday thursday friday saturday sunday"
)
#: With these begins a time only where it is so long ago, but many a note.
_AMOUNT_BEGINS: Final = "for a an"
_AGO: Final = "siden ago"


class Said(NamedTuple):
    """The words after ``log``.

    Attributes:
        action: The id of the action that they name; None where they name none.
        note: The rest of them.
    """

    action: str | None
    note: str


def action_and_note(catalogue: Catalogue, words: Sequence[str]) -> Said:
    """Read the action that the first word names, or all of them as its title, and the rest as a note."""
    if len(words) > 1:
        titled = catalogue.find_action(" ".join(words))
        if titled is not None:
            return Said(titled.id, "")
    if words:
        action = catalogue.find_action(words[0])
        if action is not None:
            return Said(action.id, " ".join(words[1:]))
    return Said(None, " ".join(words))


def action_named(catalogue: Catalogue, word: str, *, can_search: bool = False) -> Action:
    """The action that ``word`` names.

    Args:
        catalogue: What there is.
        word: What was typed.
        can_search: Whether the word may be one to search for instead.

    Raises:
        MikroError: When it is no action.
    """
    found = catalogue.find_action(word)
    if found is not None:
        return found
    raise MikroError(
        "action-unknown",
        N_(
            "“{word}” is not an action. The three are: ask, doubt, feedback. “mikro actions --search {word}” looks for the word."
        )
        if can_search
        else N_("“{word}” is not an action. The three are: ask, doubt, feedback."),
        word=word,
    )


def action_of(context: Context, word: str | None) -> str | None:
    """The id of the action that ``--action`` names; None where it is not given.

    Raises:
        MikroError: When it is no action.
    """
    return None if word is None else action_named(context.catalogue, word).id


def rule_of(context: Context, number: str | None) -> Rule | None:
    """The rule that ``--rule`` names; None where it is not given, or to be taken away.

    Raises:
        MikroError: When there is none.
    """
    if not number:
        return None
    from mikrohandlinger.usecases import rules

    return rules.find(context, number)


def moment_of(context: Context, at: str | None, entry: Entry | None = None) -> Moment:
    """When ``--at`` says that it happened; now, unless it says anything.

    Args:
        context: What the program works with.
        at: What was typed.
        entry: The one that is corrected, if one is: a time alone keeps its day, and its own time moves nothing.

    Raises:
        MikroError: When it is not understood, or still to come.
    """
    now = context.clock.now
    if at is None:
        return Moment(now, context.today)
    from mikrohandlinger.domain.when.moment import instant_in, parse_when

    if entry is None:
        when = parse_when(at, now, localise=context.clock.localise)
    elif instant_in(at) == entry.at:
        return Moment(entry.at, entry.day)
    else:
        when = parse_when(at, now, **_corrected(context, at, entry))
    if when.at is not None:
        return Moment(when.at, local_day(when.at, context.day_starts))
    if when.day == now.date():
        return Moment(now, context.today)
    return Moment(context.clock.localise(datetime.combine(when.day, _MIDDAY)), when.day)


def _corrected(context: Context, at: str, entry: Entry) -> Corrected:
    """How ``at`` is read for an entry: a time alone is of its day, and of the place where it was recorded."""
    from mikrohandlinger.domain.when.clock import clock_time
    from mikrohandlinger.domain.when.words import plain_form

    home, zone = context.clock.localise, entry.at.tzinfo
    clock = clock_time(plain_form(at))
    if clock is None:
        return {"on": entry.day, "localise": home}
    on = entry.day + ONE_DAY if clock < context.day_starts else entry.day
    is_home = home(entry.at.replace(tzinfo=None)).utcoffset() == entry.at.utcoffset()
    return {
        "on": on,
        "localise": home
        if is_home
        else lambda moment: moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone),
    }


def bounds_of(first: str | None, last: str | None, now: datetime) -> tuple[date | None, date | None]:
    """The first day and the last that are asked for, either of which may lie ahead; None where none is given.

    Raises:
        MikroError: When one is not understood, or the end lies before the beginning.
    """
    if first is None and last is None:
        return None, None
    from mikrohandlinger.domain.when.ranges import parse_bounds

    return parse_bounds(first, last, now)


def week_of(words: Sequence[str], today: date) -> date:
    """The Monday of the week that is meant; without words the present one.

    Raises:
        MikroError: When it is not understood.
    """
    if not words:
        return monday_of(today)
    from mikrohandlinger.domain.when.week import parse_week

    return parse_week(" ".join(words), today)


def year_of(text: str | None, today: date) -> int:
    """The calendar year that is meant; the present one where none is given.

    Raises:
        MikroError: When it is no year with four figures, or too far ahead.
    """
    if text is None:
        return today.year
    from mikrohandlinger.domain.when.words import YEARS

    latest = today.year + YEARS_AHEAD
    if text.isdecimal() and len(text) == 4 and YEARS[0] <= int(text) <= latest:
        return int(text)
    raise MikroError(
        "year-unknown",
        N_("“{year}” is not a year from {first} to {last}. Write it like 2026."),
        year=text,
        first=YEARS[0],
        last=latest,
    )


def time_in_front(note: str, now: datetime) -> str | None:
    """The time that a note is, or begins with before a colon as in "i går: …"; None where it says none."""
    front = note.partition(": ")[0]
    return front if is_only_a_time(front, now) else None


def is_only_a_time(note: str, now: datetime) -> bool:
    """Whether a note is nothing but a time, as in ``mikro log i går``: then --at was probably meant."""
    # Nearly every note ends here, and the reading of dates is never imported.
    if len(note) > LONGEST_TIME or not _begins_as_a_time(note.casefold().split()):
        return False
    from mikrohandlinger.domain.when.moment import parse_when

    try:
        parse_when(note, now)
    except MikroError:
        return False
    return True


def _begins_as_a_time(words: Sequence[str]) -> bool:
    if not words:
        return False
    first = words[0]
    if first in _AMOUNT_BEGINS.split():
        return not set(_AGO.split()).isdisjoint(words)
    return first[0].isdigit() or first in _TIME_BEGINS.split()
