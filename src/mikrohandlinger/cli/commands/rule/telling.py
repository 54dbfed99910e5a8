"""What the options say of a rule, read the same wherever they stand."""

from __future__ import annotations

from mikrohandlinger.domain.privacy import Words, one_line
from mikrohandlinger.domain.rules.model import Said
from mikrohandlinger.usecases.own_words import own_words, told_together
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from mikrohandlinger.domain.rules.model import Rule
    from mikrohandlinger.usecases.context import Context


class Typed(NamedTuple):
    """What was typed of a rule, option by option; None where nothing was, "" to take away."""

    title: str | None = None
    kind: str | None = None
    detail: str | None = None
    origin: str | None = None
    in_the_way: str | None = None
    protects: str | None = None
    ask: str | None = None
    until: str | None = None
    door: str | None = None
    minutes: str | None = None
    times: str | None = None
    people: str | None = None
    review: str | None = None
    thanked: bool | None = None


def said_of(typed: Typed, now: datetime, *, keep_personal: bool) -> Said:
    """What is told of a rule.

    Raises:
        MikroError: When a figure or a day is not understood, or words are too long.
    """
    from mikrohandlinger.domain.rules.reading import parse_cost, parse_people, parse_times

    def own(text: str | None) -> Words | None:
        return None if text is None else words_of(text, keep_personal=keep_personal)

    return Said(
        title=own(typed.title),
        kind=typed.kind,
        detail=typed.detail,
        origin=typed.origin,
        gets_in_the_way=own(typed.in_the_way),
        protects=own(typed.protects),
        ask=typed.ask,
        until=own(typed.until),
        door=own(typed.door),
        minutes=None if typed.minutes is None else parse_cost(typed.minutes) if typed.minutes.strip() else (),
        times=None if typed.times is None else parse_times(typed.times) if typed.times.strip() else (),
        people=None if typed.people is None else parse_people(typed.people) if typed.people.strip() else 0,
        review_on=None if typed.review is None else day_of(typed.review, now) or (),
        thanked=typed.thanked,
    )


def words_of(text: str, *, keep_personal: bool) -> Words:
    """Own words in one line."""
    return own_words(one_line(text), keep_personal=keep_personal)


def day_of(text: str | None, now: datetime) -> date | None:
    """The day to come that is meant; None where none is named.

    Raises:
        MikroError: When it is not understood.
    """
    if text is None or not text.strip():
        return None
    from mikrohandlinger.domain.when.ranges import parse_ahead

    return parse_ahead(text, now)


def answer_with(context: Context, rule: Rule, words: Sequence[Words], *, as_json: bool) -> None:
    """Say how a rule stands that was changed just now, and what is to be told of its words."""
    from mikrohandlinger.usecases import rules

    (found,) = rules.listed(context, [rule])
    if as_json:
        from mikrohandlinger.cli.terminal.echo import echo_json
        from mikrohandlinger.views.rule.document import document

        echo_json(document(found))
        return
    from mikrohandlinger.cli.terminal.wrapped import tell
    from mikrohandlinger.views.rule.words import stands

    tell([*stands(found, context.today), *lines_of(words)])


def lines_of(words: Sequence[Words]) -> list[str]:
    """What is told of own words that are stored now: how many details were masked, and what looks like a name."""
    from mikrohandlinger.views.shared.own_words import told

    return told(told_together(words))
