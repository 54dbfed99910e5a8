"""``mikro today`` for programs."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.entry import document as entry
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.entries import Proposed
    from mikrohandlinger.domain.notices import Notices
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.domain.today import Today
    from mikrohandlinger.domain.weeks import WeekStand


def document(screen: Today, proposed: Proposed) -> dict[str, Any]:
    """``mikro today --json``.

    Args:
        screen: What is shown.
        proposed: Knows what was proposed and so done with an entry.
    """
    off = screen.off
    following = off.next_working_day if off is not None else None
    return envelope.document(
        day=screen.day.isoformat(),
        working_day=off is None,
        off_reason=off.reason if off is not None else None,
        next_working_day=following.isoformat() if following is not None else None,
        nudge=_proposal(screen.proposal, screen.otherwise) if screen.proposal is not None else None,
        plan=screen.plan,
        done=screen.proposal_done,
        entries=[entry.fields(one, proposed(one)) for one in screen.entries],
        **_notices(screen.notices, proposed),
        week=_stand(screen.week),
    )


def _notices(notices: Notices, proposed: Proposed) -> dict[str, Any]:
    away, waiting = notices.away, notices.waiting
    return {
        "reflect": week_label(notices.reflect) if notices.reflect is not None else None,
        "away": {"from": away.first.isoformat(), "to": away.last.isoformat()} if away is not None else None,
        "loops": [entry.fields(one, proposed(one)) for one in notices.loops],
        "rules": {"waiting": waiting.rules, "longest_days": waiting.longest_days},
    }


def _proposal(proposal: Proposal, instead: Variation | None) -> dict[str, Any]:
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
        "care": wording.care or None,
        "level": variation.level,
        "minutes": variation.minutes,
        "cue": variation.cue,
        "otherwise": None
        if instead is None
        else {"variation": instead.id, "text": instead.wording(language()).text},
        "swaps": proposal.swaps,
    }


def _stand(week: WeekStand) -> dict[str, Any]:
    return {
        "week": week_label(week.monday),
        "done_days": week.done_days,
        "goal": week.goal,
        "available_days": week.available_days,
    }
