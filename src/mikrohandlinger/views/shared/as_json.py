"""The JSON documents of section 4 of the design. Keys are only ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.texts import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.own_figures import WhatWorked, Worked
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.domain.reports.retrospective import Retrospective
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.reports.year import YearReport
    from mikrohandlinger.domain.today import Today

SCHEMA: Final = 1


def entry_document(entry: Entry) -> dict[str, Any]:
    """One entry, as it stands in every document."""
    return {
        "id": entry.id,
        "number": entry.number,
        "at": entry.at,
        "day": entry.day.isoformat(),
        "action": entry.action,
        "variation": entry.variation,
        "note": entry.note,
        "reach": entry.reach,
        "went": entry.went,
        "masked": entry.masked,
    }


def today_document(screen: Today) -> dict[str, Any]:
    """``mikro today --json``."""
    week = screen.week
    return {
        "schema": SCHEMA,
        "day": screen.day.isoformat(),
        "working_day": screen.off is None,
        "off_reason": screen.off.reason if screen.off else None,
        "next_working_day": _iso(screen.off.next_working_day) if screen.off else None,
        "nudge": proposal_document(screen.proposal) if screen.proposal else None,
        "plan": screen.plan,
        "done": screen.done,
        "entries": [entry_document(entry) for entry in screen.entries],
        "week": {
            "week": week_label(week.monday),
            "done_days": week.done_days,
            "goal": week.goal,
            "available_days": week.available_days,
        },
    }


def week_document(screen: WeekReport) -> dict[str, Any]:
    """``mikro week --json``."""
    return {
        "schema": SCHEMA,
        "week": week_label(screen.monday),
        "from": screen.monday.isoformat(),
        "to": screen.sunday.isoformat(),
        "goal": screen.stand.goal,
        "available_days": screen.stand.available_days,
        "done_days": screen.stand.done_days,
        "met": screen.stand.met,
        "days": [
            {
                "day": cell.day.isoformat(),
                "working_day": cell.off is None,
                "off_reason": cell.off,
                "entries": cell.entries,
            }
            for cell in screen.days
        ],
        "actions": [
            {
                "action": row.action.id,
                "count": row.in_all,
                "per_day": list(row.per_day),
                "streak_weeks": row.streak.now,
                "best_weeks": row.streak.best,
                "strength": row.strength,
            }
            for row in screen.actions
        ],
        "streak_weeks": screen.streak.now,
        "best_weeks": screen.streak.best,
        "total": screen.total,
        "reach": dict(screen.reach),
        "signs": dict(screen.signs),
        "entries": [entry_document(entry) for entry in screen.entries],
        "reflection": dict(screen.reflection) or None,
        "plan": screen.plan,
        "plan_used": screen.plan_used,
        "earlier_weeks": [
            {
                "week": week_label(week.monday),
                "done_days": week.done_days,
                "available_days": week.available_days,
                "met": week.met,
            }
            for week in screen.earlier
        ],
        "worked": worked_document(screen.worked) if screen.worked else None,
    }


def worked_document(worked: WhatWorked) -> dict[str, Any]:
    """What worked over twelve weeks."""

    def count(row: Worked) -> dict[str, int]:
        return {"proposed": row.proposed, "done": row.done, "easy": row.easy}

    return {
        "entries": worked.entries,
        "settings": [{"setting": row.what, **count(row)} for row in worked.places],
        "variations": [
            {
                "variation": row.what,
                "when": worked.wordings[row.what].wording(language()).when,
                "text": worked.wordings[row.what].wording(language()).text,
                **count(row),
            }
            for row in worked.variations
        ],
        "plan_weeks": worked.plans,
        "plan_weeks_used": worked.plans_used,
    }


def proposal_document(proposal: Proposal) -> dict[str, Any]:
    """A proposal, worded in the language of the screens."""
    variation = proposal.variation
    wording = variation.wording(language())
    return {
        "action": variation.action,
        "variation": variation.id,
        "text": wording.text,
        "when": wording.when,
        "say": wording.say,
        "why": wording.why,
        "level": variation.level,
        "minutes": variation.minutes,
        "swaps": proposal.swaps,
    }


def history_document(entries: Iterable[Entry]) -> dict[str, Any]:
    """``mikro history --json``."""
    return {"schema": SCHEMA, "entries": [entry_document(entry) for entry in entries]}


def year_document(screen: YearReport, entries: Iterable[Entry]) -> dict[str, Any]:
    """``mikro history --year --json``: the entries as in ``mikro history``, and the year beside them."""
    days = [cell for month in screen.months for cell in month.days]
    return {
        **history_document(entries),
        "year": screen.year,
        "from": days[0].day.isoformat(),
        "to": days[-1].day.isoformat(),
        "total": screen.entries,
        "done_days": screen.done_days,
        "longest_streak_weeks": screen.longest,
        "months": [
            {"month": month.number, "entries": month.entries, "done_days": month.done_days}
            for month in screen.months
        ],
        "days": [
            {
                "day": cell.day.isoformat(),
                "working_day": cell.off is None,
                "off_reason": cell.off,
                "entries": cell.entries,
            }
            for cell in days
        ],
    }


def reflections_document(reflections: Iterable[Retrospective]) -> dict[str, Any]:
    """``mikro history --reflections --json``."""
    return {
        "schema": SCHEMA,
        "reflections": [
            {
                "week": week_label(found.monday),
                "from": found.monday.isoformat(),
                "reflection": dict(found.answers),
                "next_plan_used": found.next_plan_used,
            }
            for found in reflections
        ],
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day is not None else None
