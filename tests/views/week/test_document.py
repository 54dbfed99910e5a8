"""The week for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mikrohandlinger.views.week.face import face

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.week import WeekReport


def test_json_has_the_keys_of_the_contract(everything: WeekReport) -> None:
    document = json.loads(face(everything, "json"))
    assert {
        "schema", "week", "from", "to", "goal", "available_days", "done_days", "met", "days", "actions",
        "streak_weeks", "best_weeks", "total", "reach", "signs", "entries", "reflection", "plan",
    } <= set(document)  # fmt: skip
    assert document["plan_used"] == "partly"
    assert [week["week"] for week in document["earlier_weeks"]] == [
        "2026-W44",
        "2026-W45",
        "2026-W46",
        "2026-W47",
    ]
    assert document["worked"]["plan_weeks_used"] == 2
