"""What reports are made of: the user's own words read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mikrohandlinger.domain.reflecting import QUESTIONS
from mikrohandlinger.texts import _
from mikrohandlinger.values import NamedTuple


class Said(NamedTuple):
    """Own words, and what they are about.

    Attributes:
        about: What they are about.
        words: The words; may be none.
        proposed: What had been proposed, which is not the user's own.
    """

    about: str
    words: str
    proposed: str = ""


class Section(NamedTuple):
    """A part of a report under a title of its own.

    Attributes:
        key: Its name within the page.
        title: What it is, in words.
        said: Own words, in the order in which they are read.
    """

    key: str
    title: str
    said: Sequence[Said] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell; then it is left out."""
        return not self.said


def reflection(answers: Mapping[str, str], asked: Mapping[str, str]) -> list[Said]:
    """The answers, each with its question as it was asked, in the order of the questions."""
    return [
        Said(asked.get(question.key) or _(question.text), answers[question.key])
        for question in QUESTIONS
        if answers.get(question.key)
    ]


def use_sentence(used: str | None) -> str:
    """What became of a plan; empty while it is not told."""
    return {
        "yes": _("You used it."),
        "partly": _("You used some of it."),
        "no": _("The moment did not come that time. It may come again."),
    }.get(used or "", "")


def held(parts: Sequence[str]) -> str:
    """What of the user's own words leaves the screen with a report, and how to leave them out."""
    if not parts:
        return _("It holds counts only, and none of your own words.")
    return _("It holds your own words: {parts}. Without them: --no-notes").format(parts=_listed(parts))


def _listed(parts: Sequence[str]) -> str:
    """``a, b og c`` / ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])
