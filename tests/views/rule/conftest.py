"""Rules as the screens show them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mikrohandlinger.domain.rules.register import Listed

TODAY = date(2026, 11, 26)


@pytest.fixture
def today() -> date:
    """A Thursday."""
    return TODAY


@pytest.fixture
def rules(register: list[Listed]) -> list[Listed]:
    """The same, for a test that is about nothing else."""
    return register
