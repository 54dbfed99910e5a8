"""What ``mikro history --reflections`` reads back."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import ONE_WEEK
from mikrohandlinger.domain.entries import holds
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mikrohandlinger.domain.entries import Filter


class Answer(NamedTuple):
    """An answer with the words that were looked for.

    Attributes:
        monday: First day of its week.
        key: Its question.
        text: All of it.
    """

    monday: date
    key: str
    text: str


class Retrospective(NamedTuple):
    """The reflection of a week.

    Attributes:
        monday: First day of the week.
        answers: The answers by key.
        next_plan_used: Whether the plan made in it was used the week after, if that was told.
        asked: The questions as they were asked, by key, where they were the user's own.
    """

    monday: date
    answers: Mapping[str, str]
    next_plan_used: str | None
    asked: Mapping[str, str] = {}

    def fits(self, wanted: Filter) -> bool:
        """Whether a day of the week, and the words of an answer, are what is asked for."""
        return (
            (wanted.first is None or self.monday + ONE_WEEK > wanted.first)
            and (wanted.last is None or self.monday <= wanted.last)
            and (not wanted.words or bool(self.matching(wanted.words)))
        )

    def matching(self, words: str) -> list[Answer]:
        """The answers that hold each of ``words``, in any order and whatever the case."""
        return [Answer(self.monday, key, text) for key, text in self.answers.items() if holds(text, words)]
