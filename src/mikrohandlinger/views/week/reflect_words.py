"""What the walk through the week says beside its questions."""

from __future__ import annotations

from collections.abc import Sequence

from mikrohandlinger.domain.calendar import ONE_WEEK
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.reflecting import KEYS, PLAN
from mikrohandlinger.texts import _, ngettext, quoted
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import week_within
from mikrohandlinger.views.week.words import which

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.reports.week import WeekReport

#: A whole plan in the first person for each action, ready to be copied.
_EXAMPLES: Final = {
    "ask": N_("When we have coffee, I will ask what has been hard today."),
    "doubt": N_("When the word goes round at the meeting, I will say one thing I am unsure about."),
    "feedback": N_("When we have finished something together, I will say what helped me."),
}
#: What a team can talk about.
_FOR_OTHERS: Final = ("learned", "friction", "plan")


def example(action: str) -> str:
    """A plan to copy, for the action."""
    return _(_EXAMPLES[action])


def use(used: str) -> str:
    """Whether a plan was used, as it is asked and typed."""
    return {"yes": _("yes"), "partly": _("some of it"), "no": _("no")}[used]


def not_a_use(typed: str) -> str:
    """The question once more, with the answers that it takes."""
    return _("{typed} is not one of them: yes · some of it · no").format(typed=quoted(typed))


def not_stored(typed: str) -> str:
    """What is said of an answer that was not understood twice."""
    return _("That was not stored: {typed}.").format(typed=quoted(typed))


def nothing_came_back(earlier: str | None) -> str:
    """What is said where the editor gave no words."""
    if earlier is None:
        return _("Nothing came back from the editor, so nothing was stored.")
    return _("Nothing came back from the editor. Your answer is as it was; a hyphen removes it.")


def ending(
    screen: WeekReport,
    stored: Sequence[str],
    removed: int,
    kept: int,
    *,
    told_use: bool,
    was_interrupted: bool,
) -> str:
    """What was stored, in one sentence; without a tick where nothing was."""
    if not stored and not removed and not told_use:
        if kept:
            return _("Nothing new. Your answers are as they were.")
        return _("Nothing stored. The week is looked through.")
    parts = _parts(screen, stored, removed, kept)
    if told_use and not stored and not removed:
        parts = [_("whether you used the plan"), *parts]
    if was_interrupted:
        return _("What you got to is stored: {parts}.").format(parts=", ".join(parts))
    return _("✓ Stored: {parts}.").format(parts=", ".join(parts))


def _parts(screen: WeekReport, stored: Sequence[str], removed: int, kept: int) -> list[str]:
    if not screen.reflection:
        answers = len([key for key in stored if key != PLAN])
        parts = (
            [ngettext("{number} answer", "{number} answers", answers).format(number=answers)]
            if answers
            else []
        )
        if PLAN in stored:
            plan = _("your plan for {week}").format(week=week_within(screen.monday + ONE_WEEK))
            parts = [_("{some} and {last}").format(some=parts[0], last=plan)] if parts else [plan]
        return parts
    parts = []
    if stored:
        number = len(stored)
        parts.append(ngettext("{number} new answer", "{number} new answers", number).format(number=number))
    if removed:
        parts.append(_("{number} removed").format(number=removed))
    if kept:
        parts.append(_("{number} as before").format(number=kept))
    return parts


def sharing(screen: WeekReport, answered: Sequence[str]) -> str:
    """The way to what a team can talk about; empty where there is nothing of that kind."""
    keys = [key for key in KEYS if key in _FOR_OTHERS and key in answered]
    if not keys:
        return ""
    return _("For the team, without numbers and notes: {command}").format(
        command=f"mikro week{which(screen)} --share {','.join(keys)}"
    )


def rule_offer(answer: str) -> list[str]:
    """What can be typed to keep what got in the way as a rule: offered, never asked."""
    from mikrohandlinger.domain.privacy import one_line
    from mikrohandlinger.views.rule.leading import offer
    from mikrohandlinger.views.shared import rows

    title = one_line(answer)
    cut = title.find(". ")
    return rows.hint(offer(title[:cut] if cut > 0 else title), left=3)
