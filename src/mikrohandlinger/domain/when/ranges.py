"""A range of days: "20/12 2/1", "fra mandag til onsdag", "uge 29-31", "5 uger", "today".

The end is read from the beginning, so that "20/12 2/1" goes over the new year; a range that runs backwards is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.when.day import Near, refuse_leap_day
from mikrohandlinger.domain.when.spans import Span, lasting, span_of
from mikrohandlinger.domain.when.words import plain_form, shown
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    #: Which of two readings is meant: the one that has begun, or the one that is not over.
    Choose = Callable[[Span, Span, date], Span]

HALF_A_YEAR: Final = timedelta(days=183)
#: So long afterwards a pause is entered; what lies further back is more likely to be planned for the next time.
A_QUARTER: Final = timedelta(days=92)
_A_WEEK: Final = timedelta(days=7)
_LONGEST: Final = 160

_FROM: Final = r"(?:fra og med|fra|from) "
_TO: Final = r"(?:til og med|til|to|until|till|through|-) "
_LASTING_FROM: Final = r"(?P<lasting>.+) (?:fra og med|fra|from|starting) (?P<first>.+)"


class Range(NamedTuple):
    """The first day and the last; None while it is not known when it ends."""

    first: date
    last: date | None


class _BackwardsError(Exception):
    """The end lies before the beginning."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(first, last)
        self.first, self.last = first, last


def parse_pause(words: Sequence[str], now: datetime) -> Range:
    """The days off that the words mean, whether or not each day stands in quotation marks; one date is one day.

    A day, week or month without a year is the next one, or the last one where that is nearer and no more than a
    quarter of a year ago.

    Args:
        words: What the user wrote, as the shell has cut it.
        now: The present moment, aware, in local time.

    Raises:
        MikroError: ``when-unknown`` or ``pause-backwards``.
    """
    today = now.date()
    try:
        found = _read(words, today, _for_a_pause)
    except _BackwardsError as backwards:
        raise MikroError(
            "pause-backwards",
            N_(
                "The pause would end on {last}, before it begins on {first}. Turn them round, or write the years too."
            ),
            first=backwards.first,
            last=backwards.last,
        ) from None
    if found is None:
        refuse_leap_day(" ".join(words), Near(today, today, 1))
        raise MikroError(
            "when-unknown",
            N_(
                "“{when}” is no day and no time off that mikro understands. These work: today, monday, 20/12, "
                "20/12 2/1, 1-5/12, week 29-31, next week, 5 weeks, november."
            ),
            when=shown(" ".join(words)),
        )
    return Range(found.first, found.last)


def parse_bounds(first: str | None, last: str | None, now: datetime) -> tuple[date | None, date | None]:
    """The first day and the last that are asked for, either of which may lie ahead; None where none is given.

    Args:
        first: Where it begins: a day, week, month or year, which has begun where its year is not told. Words that
            say where it ends too ("uge 29-31") do so unless ``last`` is given.
        last: Where it ends, seen from the beginning.
        now: The present moment, aware, in local time.

    Raises:
        MikroError: ``when-unknown`` or ``range-backwards``.
    """
    today = now.date()
    begins = _piece(first, today, _that_has_begun)
    if last is None:
        return (begins.first, begins.last if begins.has_both_ends else None) if begins else (None, None)
    if begins is None:
        ends = _piece(last, today, _that_is_nearest)
        return None, ends and ends.last
    try:
        found = _from_to(plain_form(first or ""), plain_form(last), today, _that_has_begun)
        if found is None:
            ends = _piece(last, today, _that_is_nearest)
            if ends is None or ends.last < begins.first:
                raise _BackwardsError(begins.first, ends.last if ends else begins.first)
            return begins.first, ends.last
    except _BackwardsError as backwards:
        raise _backwards(backwards) from None
    return found.first, found.last


def parse_ahead(text: str, now: datetime) -> date:
    """The day that is meant by one to come, by a week or a month that ends with it, or by so long from today.

    Args:
        text: What the user wrote.
        now: The present moment, aware, in local time.

    Raises:
        MikroError: ``when-unknown``.
    """
    plain = plain_form(re.sub(r"^(?:om|in) ", "", text.strip(), flags=re.IGNORECASE), _LONGEST)
    lasts = lasting(plain, now.date())
    if lasts is not None:
        return lasts + timedelta(days=1)
    found = _piece(text, now.date(), _that_lies_ahead)
    assert found is not None
    return found.last


def parse_return(text: str, since: date, now: datetime) -> date:
    """The first day that counts again after a pause: the last such day in it, or else the nearest.

    Args:
        text: What the user wrote.
        since: The first day of the pause.
        now: The present moment, aware, in local time.

    Raises:
        MikroError: ``when-unknown``.
    """

    def choose(behind: Span, ahead: Span, today: date) -> Span:
        if behind.first >= since or ahead.first - behind.first <= _A_WEEK:  # a weekday
            return behind if behind.first >= since else ahead
        return _that_is_nearest(behind, ahead, today)

    found = _piece(text, now.date(), choose)
    assert found is not None
    return found.first


def _backwards(found: _BackwardsError) -> MikroError:
    return MikroError(
        "range-backwards",
        N_("The end, {last}, lies before the beginning, {first}. Turn them round, or write the years too."),
        first=found.first,
        last=found.last,
    )


def _piece(text: str | None, today: date, choose: Choose) -> Span | None:
    """What ``text`` means, also as a range with both its ends; None where none is given.

    Raises:
        MikroError: ``when-unknown``, or ``range-backwards``.
    """
    if text is None:
        return None
    try:
        found = _read([text], today, choose)
    except _BackwardsError as backwards:
        raise _backwards(backwards) from None
    if found is not None:
        return found
    refuse_leap_day(text, Near(today, today, -1))
    raise MikroError(
        "when-unknown",
        N_(
            "“{when}” is no day, week or month that mikro understands. These work: today, yesterday, monday, "
            "3 days ago, 20/11, 20.11.2026 or 2026-11-20, week 47, week 45-47, last week, november, 2026."
        ),
        when=shown(text),
    )


def _read(words: Sequence[str], today: date, choose: Choose) -> Span | None:
    """The one meaning that the words have; None where they have none, or several.

    Raises:
        _BackwardsError: When all that they can mean runs backwards.
    """
    plain = plain_form(" ".join(words), _LONGEST)
    whole = _one(plain, today, choose) or _lasting_from(plain, today, choose)
    if whole is not None:
        return whole
    if len(words) == 2:
        # The form of the help: each is a day, a week or a month, and what is wrong with it is told by itself.
        found = _from_to(plain_form(words[0]), _without(_TO, plain_form(words[1])), today, choose)
        if found is not None:
            return found
    plain = _without(_FROM, plain)
    found_spans, backwards = set[Span](), None
    for first, last in _cuts(plain):
        try:
            span = _from_to(first, last, today, choose)
        except _BackwardsError as error:
            backwards = error
        else:
            found_spans |= {span} if span else set()
    if len(found_spans) == 1:
        return found_spans.pop()
    if backwards is not None and not found_spans:
        raise backwards
    return _one(plain, today, choose) if not found_spans else None


def _cuts(plain: str) -> Iterator[tuple[str, str]]:
    """Every way to cut the words into a beginning and an end: between two words, and at a hyphen."""
    for match in re.finditer(r" ?- ?| ", plain):
        first, last = plain[: match.start()], plain[match.end() :]
        if first and last:
            yield first, _without(_TO, last)


def _without(beginning: str, plain: str) -> str:
    return re.sub(f"^{beginning}", "", plain)


def _one(plain: str, today: date, choose: Choose) -> Span | None:
    """What a single piece of the calendar means, or so many days from today on."""
    behind, ahead = span_of(plain, Near(today, today, -1)), span_of(plain, Near(today, today, 1))
    if behind and ahead:
        return choose(behind, ahead, today)
    if behind or ahead:
        return behind or ahead
    last = lasting(plain, today)
    return None if last is None or choose is not _for_a_pause else Span(today, last)


def _lasting_from(plain: str, today: date, choose: Choose) -> Span | None:
    """What is meant by so many days from one on: "5 uger fra 12/1"."""
    match = re.fullmatch(_LASTING_FROM, plain)
    begin = match and _one(match["first"], today, choose)
    last = match and begin and lasting(match["lasting"], begin.first)
    return Span(begin.first, last, has_both_ends=True) if begin and last else None


def _from_to(first: str, last: str, today: date, choose: Choose) -> Span | None:
    """The days from ``first`` to ``last``, which is seen from there; None where either is none.

    Raises:
        _BackwardsError: When the end lies before the beginning.
    """
    begin = _one(first, today, choose)
    if begin is None:
        return None
    # The last such day of a year, as well as the next: which of them it is, the end may tell.
    others = [span_of(first, Near(today, today, step)) for step in (-1, 1)]
    backwards = None
    for start in dict.fromkeys(span.first for span in (begin, *others) if span):
        try:
            end = _end(last, start, today)
        except _BackwardsError as error:
            backwards = backwards or error
            continue
        return None if end is None else Span(start, end, has_both_ends=True)
    raise backwards or _BackwardsError(begin.first, begin.first)


def _end(text: str, begin: date, today: date) -> date | None:
    """The last day, seen from the first one."""
    lasts = lasting(text, begin)
    if lasts is not None:
        return lasts
    span = span_of(text, Near(today, begin, 1))
    if span is None:
        return None
    if span.last < begin:
        raise _BackwardsError(begin, span.last)
    if span.last.year > begin.year and span.last - begin > HALF_A_YEAR:
        # "20/12 18/12" is turned round, and no range of a year.
        before = span_of(text, Near(today, begin, -1))
        if before and before.last < begin:
            raise _BackwardsError(begin, before.last)
    return span.last


def _for_a_pause(behind: Span, ahead: Span, today: date) -> Span:
    is_far_ahead, is_just_over = ahead.first - today > HALF_A_YEAR, today - behind.last <= A_QUARTER
    return behind if is_far_ahead and is_just_over else ahead


def _that_has_begun(behind: Span, _ahead: Span, _today: date) -> Span:
    return behind


def _that_lies_ahead(_behind: Span, ahead: Span, _today: date) -> Span:
    return ahead


def _that_is_nearest(behind: Span, ahead: Span, today: date) -> Span:
    if ahead.first - behind.first <= _A_WEEK:  # a weekday
        return behind
    return min(behind, ahead, key=lambda span: abs(span.first - today))
