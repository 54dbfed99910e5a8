"""The forms of a week that programs and editors read, byte by byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.views.week.face import face

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.views.shared.forms import Form


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_the_other_forms_read_like_this(
    everything: WeekReport, language: str, form: Form, snapshot: SnapshotAssertion
) -> None:
    assert face(everything, form) == snapshot
