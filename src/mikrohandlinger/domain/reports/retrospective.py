"""What ``mikro history --reflections`` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Retrospective(NamedTuple):
    """The reflection of a week.

    Attributes:
        monday: First day of the week.
        answers: The answers by key.
        next_plan_used: Whether the plan made in it was used the week after, if that was told.
    """

    monday: date
    answers: Mapping[str, str]
    next_plan_used: str | None
