"""What stands above each answer that is shared, and what is said beside it."""

from __future__ import annotations

from mikrohandlinger.domain.reflecting import KEYS
from mikrohandlinger.texts import _, ngettext, quoted
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import answer_name, week_within
from mikrohandlinger.views.shared.sections import Said

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.share import Shared


def said(screen: Shared) -> list[Said]:
    """The answers in the order of the questions, each below a heading in the first person or the own question."""
    return [
        Said(screen.asked.get(key) or _heading(key), screen.answers[key])
        for key in KEYS
        if key in screen.answers
    ]


def missing(screen: Shared) -> str:
    """Which of the answers were not given; empty when all were."""
    if not screen.missing:
        return ""
    return _("There is no answer to {names} in {week}.").format(
        names=", ".join(quoted(answer_name(key)) for key in screen.missing), week=week_within(screen.monday)
    )


def held(screen: Shared) -> str:
    """What leaves, in one sentence."""
    number = len(screen.answers)
    return ngettext(
        "Only this answer: no numbers, no notes, no name.",
        "Only these {number} answers: no numbers, no notes, no name.",
        number,
    ).format(number=number)


def _heading(key: str) -> str:
    return {
        "remember": _("The conversation I will remember"),
        "learned": _("What I learned"),
        "hard": _("What was hard, and what helped"),
        "friction": _("What got in the way"),
        "plan": _("What I will try next week"),
    }[key]
