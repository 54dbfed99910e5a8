"""A context for the use cases: the test's own folder and clock, and whatever is warned of is kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from mikrohandlinger.usecases.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    At = Callable[..., Context]


@pytest.fixture
def at() -> Iterator[At]:
    """Make a context at a moment: ``at("2026-11-24T10:00:00+01:00")``; each is closed after the test."""
    made: list[Context] = []

    def make(now: str | None = None) -> Context:
        context = Context({**os.environ, **({"MIKRO_NOW": now} if now else {})})
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def context(at: At) -> Context:
    """A context on Monday 23 November 2026 at half past eight."""
    return at()


@pytest.fixture(autouse=True)
def _nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """No use case writes anything: what there is to say is said by whoever shows its value."""
    yield
    assert tuple(capfd.readouterr()) == ("", "")
