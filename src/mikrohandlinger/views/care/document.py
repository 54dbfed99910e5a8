"""The data as a whole, for programs."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.care import words
from mikrohandlinger.views.shared import envelope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from mikrohandlinger.domain.care import Finding, Holding, Kept, Rescued, Restored


def kept(backup: Kept) -> dict[str, Any]:
    """``mikro backup --json``."""
    return envelope.document(
        backup={
            "path": backup.path,
            **_holding(backup.holding),
            "settings": backup.has_settings,
            "variations": backup.own_variations,
            "processes": backup.own_meetings,
        }
    )


def restored(found: Restored) -> dict[str, Any]:
    """``mikro restore --json``."""
    return envelope.document(
        restored={**_holding(found.holding), "settings": found.has_texts, "aside": found.aside}
    )


def rescued(found: Rescued | None) -> dict[str, Any]:
    """``mikro doctor --rescue --json``; null where the database is sound."""
    if found is None:
        return envelope.document(rescued=None)
    return envelope.document(
        rescued={
            **_holding(found.holding),
            "missing": [list(each) for each in found.missing],
            "doubtful": list(found.doubtful),
            "unread": found.unread,
            "aside": found.aside,
        }
    )


def checks(findings: Sequence[Finding]) -> dict[str, Any]:
    """``mikro doctor --json``."""
    return envelope.document(
        checks=[
            {
                "id": finding.check,
                "state": finding.state,
                "message": words.sentence(finding),
                "mend": finding.mend,
            }
            for finding in findings
        ]
    )


def erased(beyond: Sequence[str]) -> dict[str, Any]:
    """``mikro erase --all --json``."""
    return envelope.document(erased={"stays": list(beyond)})


def _holding(holding: Holding) -> dict[str, Any]:
    return {
        "entries": holding.entries,
        "weeks": holding.weeks,
        "plans": holding.plans,
        "pauses": holding.pauses,
        "rules": holding.rules,
        "from": holding.first and holding.first.isoformat(),
        "to": holding.last and holding.last.isoformat(),
    }
