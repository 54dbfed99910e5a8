"""How a rule moves: told more of, raised, answered, closed; and what of it is to be seen when."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.notices import PATIENCE, waiting_days
from mikrohandlinger.domain.rules.model import ENDINGS, Rule
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Final

    from mikrohandlinger.domain.calendar import WorkCalendar
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.rules.model import Interval, Said
    from mikrohandlinger.domain.rules.register import Listed

#: So many months after it began a trial ends, and what was kept is looked at again, where nobody names a day.
REVIEW_AFTER: Final = {"trying": 3, "kept": 12}

#: In which order the rules of a list stand: first what waits for an answer, last what has come to an end.
_ORDER: Final = ("raised", "passed-on", "trying", "noticed", "changed", "removed", "kept")


def begun(title: Words, today: date) -> Rule:
    """A new rule, noticed today.

    Raises:
        MikroError: When it has no title.
    """
    if title.text is None:
        raise MikroError(
            "rule-empty",
            N_('Write what gets in the way, such as: mikro rule add "The form is filled in twice"'),
        )
    return Rule("", 0, title.text, noticed=today, moved=today, masked=title.masked)


def told(rule: Rule, said: Said) -> Rule:
    """The rule with what is told of it now.

    Raises:
        MikroError: When it is to go and nobody has written what it protects, or when no title is left.
    """
    changed: dict[str, Any] = {
        field: getattr(said, field).text
        for field in ("title", "gets_in_the_way", "protects", "until", "door")
        if getattr(said, field) is not None
    }
    changed |= {
        field: getattr(said, field) or None
        for field in ("kind", "detail", "origin", "ask", "people", "review_on")
        if getattr(said, field) is not None
    }
    if said.minutes is not None:
        changed["minutes_low"], changed["minutes_high"] = said.minutes or (None, None)
    if said.times is not None:
        changed["times"], changed["per"] = said.times or (None, None)
    if said.thanked is not None:
        changed["thanked"] = said.thanked
    if "title" in changed and changed["title"] is None:
        raise MikroError("rule-untitled", N_("A rule needs a line that says what it is."))
    for field, default in (("kind", "rule"), ("origin", "unknown")):
        if field in changed:
            changed[field] = changed[field] or default
    masked = rule.masked + sum(words.masked for words in said.words)
    after = rule._replace(**changed, masked=masked)
    if after.ask == "remove" and after.protects is None:
        raise MikroError(
            "protects-missing",
            N_("Write first what the rule is meant to protect: --protects “…”. Then it is easier to answer."),
        )
    return after


def raised(rule: Rule, today: date, door: Words | None, due: date | None) -> Rule:
    """The rule, brought to somebody today; the clock begins anew."""
    return rule._replace(
        status="raised",
        moved=today,
        raised=today,
        answered=None,
        answer_due=due,
        door=rule.door if door is None else door.text,
        masked=rule.masked + (door.masked if door else 0),
    )


def answered(rule: Rule, today: date, answer: Words, to: str | None, review: date | None) -> Rule:
    """The rule with the answer that came today.

    Args:
        rule: As it is.
        today: The present day.
        answer: What was answered; without words, that it was.
        to: What it led to; None where that stays open.
        review: The day to look again.

    Raises:
        MikroError: When nothing is told.
    """
    if answer.text is None and to is None:
        raise MikroError(
            "answer-empty",
            N_('Write what was answered, such as: mikro rule answer {number} "We try it until May" --trying'),
            number=rule.number,
        )
    after = rule._replace(
        answered=today, answer=answer.text or rule.answer, masked=rule.masked + answer.masked
    )
    if to is None:
        return after if review is None else after._replace(review_on=review)
    return _moved(after, to, today, review)


def closed(rule: Rule, today: date, to: str | None, after: Interval | None, review: date | None) -> Rule:
    """The rule at its end.

    Args:
        rule: As it is.
        today: The present day.
        to: How it ended; None where that is known already.
        after: The minutes that it takes now.
        review: The day to look again at what was kept.

    Raises:
        MikroError: When nobody says how it ended.
    """
    if to is None and rule.status not in ENDINGS:
        raise MikroError(
            "ending-missing",
            N_("Say how it ended: mikro rule close {number} --changed, --removed or --kept."),
            number=rule.number,
        )
    done = (
        rule
        if to in (None, rule.status) and review is None
        else _moved(rule, to or rule.status, today, review)
    )
    if after is None:
        return done
    return done._replace(minutes_after_low=after.low, minutes_after_high=after.high)


def _moved(rule: Rule, to: str, today: date, review: date | None) -> Rule:
    months = REVIEW_AFTER.get(to)
    default = None if months is None else months_on(today, months)
    return rule._replace(
        status=to, moved=rule.moved if to == rule.status else today, review_on=review or default
    )


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    from calendar import monthrange

    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def waited(rule: Rule, today: date, calendar: WorkCalendar) -> int | None:
    """The working days that it has waited for an answer; None where it waits for none."""
    if not rule.is_waiting or rule.raised is None:
        return None
    return waiting_days(rule.raised, today, calendar)


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """What waits longest first, what has come to an end last; otherwise the newest first."""

    def place(rule: Rule) -> tuple[int, date, int]:
        return (
            _ORDER.index(rule.status),
            rule.raised if rule.is_waiting and rule.raised else date.max,
            -rule.number,
        )

    return sorted(rules, key=place)


def moved_between(rule: Rule, first: date, last: date) -> bool:
    """Whether it was noticed, raised, answered or moved on one of these days."""
    days = (rule.noticed, rule.raised, rule.answered, rule.moved)
    return any(day is not None and first <= day <= last for day in days)


def is_due(rule: Rule, today: date) -> bool:
    """Whether it is time to look at it again: a trial has ended, or what was kept has stood long enough."""
    return rule.review_on is not None and rule.review_on <= today and rule.status in REVIEW_AFTER


def is_spoken_of(waits: Iterable[Listed], today: date) -> bool:
    """Whether one of them has waited long enough to be spoken of, or longer than was said."""
    return any(
        (each.waiting_days or 0) >= PATIENCE
        or (each.rule.answer_due is not None and each.rule.answer_due < today)
        for each in waits
    )
