"""``mikro week`` for programs."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.entry import document as entry
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from mikrohandlinger.domain.own_figures import WhatWorked, Worked
    from mikrohandlinger.domain.reports.week import ActionRow, WeekReport
    from mikrohandlinger.domain.rules.register import Listed
    from mikrohandlinger.domain.weeks import WeekStand


def document(screen: WeekReport) -> dict[str, Any]:
    """``mikro week --json``."""
    return envelope.document(
        week=week_label(screen.monday),
        **envelope.span(screen.monday, screen.sunday),
        goal=screen.stand.goal,
        available_days=screen.stand.available_days,
        done_days=screen.stand.done_days,
        met=screen.stand.met,
        days=[envelope.day(cell.day, cell.off, cell.entries) for cell in screen.days],
        actions=[_action(row) for row in screen.actions],
        streak_weeks=screen.streak.now,
        best_weeks=screen.streak.best,
        total=screen.total,
        reach=dict(screen.reach),
        signs=dict(screen.signs),
        loops_closed=screen.loops_closed,
        entries=[entry.fields(one, screen.practised.get(one.variation or "")) for one in screen.entries],
        reflection=dict(screen.reflection) or None,
        plan=screen.plan,
        rules=_rules(screen.rules),
        plan_used=screen.plan_used,
        questions=dict(screen.asked),
        earlier_weeks=[_earlier(week) for week in screen.earlier],
        worked=_worked(screen.worked) if screen.worked is not None else None,
    )


def _rules(found: Sequence[Listed]) -> list[dict[str, Any]]:
    if not found:
        return []
    from mikrohandlinger.views.rule.document import fields

    return [fields(each) for each in found]


def _action(row: ActionRow) -> dict[str, Any]:
    return {
        "action": row.action.id,
        "count": row.in_all,
        "per_day": list(row.per_day),
        "streak_weeks": row.streak.now,
        "best_weeks": row.streak.best,
        "strength": row.strength,
    }


def _earlier(week: WeekStand) -> dict[str, Any]:
    return {
        "week": week_label(week.monday),
        "done_days": week.done_days,
        "available_days": week.available_days,
        "met": week.met,
    }


def _worked(worked: WhatWorked) -> dict[str, Any]:
    """What was tried over twelve weeks; single variations are not counted any more."""
    return {
        "entries": worked.entries,
        "settings": [{"setting": row.what, **_counts(row)} for row in worked.places],
        "cues": [{"cue": row.what, **_counts(row)} for row in worked.cues],
        "variations": [],
        "plan_weeks": worked.plans,
        "plan_weeks_used": worked.plans_used,
    }


def _counts(row: Worked) -> dict[str, int]:
    return {"proposed": row.proposed, "done": row.done, "easy": row.easy}
