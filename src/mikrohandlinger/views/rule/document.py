"""Rules for programs."""

from __future__ import annotations

from mikrohandlinger.domain.rules.cost import hours_a_year
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from mikrohandlinger.domain.entries import Entry, Proposed
    from mikrohandlinger.domain.rules.register import Listed, Memo


def document(found: Listed) -> dict[str, Any]:
    """What the commands answer under ``--json`` that put down or change one."""
    return envelope.document(rule=fields(found))


def whole(found: Listed, entries: Iterable[Entry], proposed: Proposed) -> dict[str, Any]:
    """``mikro rule show --json``: with the entries that were about it, newest first."""
    from mikrohandlinger.views.entry import document as entry

    return envelope.document(
        rule=fields(found), entries=[entry.fields(each, proposed(each)) for each in entries]
    )


def listed(found: Iterable[Listed]) -> dict[str, Any]:
    """``mikro rule list --json``."""
    return envelope.document(rules=[fields(each) for each in found])


def memo(found: Memo) -> dict[str, Any]:
    """``mikro rule export --json``: what would leave."""
    return envelope.document(masked=found.masked, rules=[fields(each) for each in found.rules])


def fields(found: Listed) -> dict[str, Any]:
    """One rule, as it stands in every document."""
    rule, waiting = found
    return {
        "id": rule.id,
        **rule.told,
        "minutes": _list(rule.minutes),
        "times": rule.times,
        "per": rule.per,
        "people": rule.people,
        "hours_a_year": _list(hours_a_year(rule)),
        "status": rule.status,
        "noticed": rule.noticed.isoformat(),
        "raised": _day(rule.raised),
        "answer_due": _day(rule.answer_due),
        "answered": _day(rule.answered),
        "answer": rule.answer,
        "waiting_days": waiting,
        "thanked": rule.thanked,
        "minutes_after": _list(rule.minutes_after),
        "review_on": _day(rule.review_on),
        "masked": rule.masked,
    }


def _list(pair: tuple[float, float] | None) -> list[float] | None:
    return None if pair is None else list(pair)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
