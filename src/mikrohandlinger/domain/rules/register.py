"""Rules as a list shows them."""

from __future__ import annotations

from mikrohandlinger.domain.rules.cost import hours_a_year
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.rules.model import Rule


class Listed(NamedTuple):
    """A rule, and how long it has waited.

    Attributes:
        rule: The rule.
        waiting_days: Working days without an answer; None where it waits for none.
    """

    rule: Rule
    waiting_days: int | None


class Memo(NamedTuple):
    """What leaves on a sheet for whoever can answer.

    Attributes:
        rules: The rules on it, their words masked once more.
        today: The day it is written on.
        masked: How many personal details, and names, were masked for it.
        is_whole: Whether nothing was masked, as the user insisted on every word.
    """

    rules: tuple[Listed, ...]
    today: date
    masked: int = 0
    is_whole: bool = False


def cells(found: Listed) -> dict[str, object]:
    """A rule as a row of a table: what is told of it, without its id."""
    rule, waiting = found
    hours = hours_a_year(rule)
    return {
        **rule.told,
        "minutes_from": rule.minutes_low,
        "minutes_to": rule.minutes_high,
        "times": rule.times,
        "per": rule.per,
        "people": rule.people,
        "hours_a_year_from": hours and hours.low,
        "hours_a_year_to": hours and hours.high,
        "status": rule.status,
        "noticed": rule.noticed,
        "raised": rule.raised,
        "answer_due": rule.answer_due,
        "waiting_days": waiting,
        "answered": rule.answered,
        "answer": rule.answer,
        "minutes_after_from": rule.minutes_after_low,
        "minutes_after_to": rule.minutes_after_high,
        "review_on": rule.review_on,
    }
