"""The year for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mikrohandlinger.views.year.face import face

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.year import YearReport


def test_the_year_in_json_adds_up(busy_year: YearReport) -> None:
    document = json.loads(face(busy_year, (), "json"))
    assert document["entries"] == []
    assert len(document["days"]) == 365
    assert document["total"] == sum(day["entries"] for day in document["days"])
    assert document["done_days"] == sum(month["done_days"] for month in document["months"])
