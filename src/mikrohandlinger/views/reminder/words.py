"""The texts of the daily reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mikrohandlinger.texts import _, language, ngettext

if TYPE_CHECKING:
    from mikrohandlinger.domain.catalogue.model import Catalogue, Variation
    from mikrohandlinger.domain.reminding import Decision


LONGEST_LINE = 160
"""Characters; as long as a proposal may be."""


class Message(NamedTuple):
    """What a notification says; see :func:`message`."""

    title: str
    body: str


def message(
    variation: Variation, catalogue: Catalogue, decision: Decision, days: int = 0, plan: str | None = None
) -> Message:
    """Word the notification: what to do, at most one line about the user, and how to record it.

    Args:
        variation: Today's proposal.
        catalogue: For the title of its action.
        decision: Whether it is a welcome, and whether the rhythm has to be told.
        days: Days of this week with an entry. None is no news, and after an absence nothing is counted.
        plan: The user's own plan, only where the user lets it be shown.
    """
    title = catalogue.action(variation.action).title(language()).title
    lines = [_clipped(variation.wording(language()).text)]
    if decision.welcome:
        lines[0] = f"{title}: {lines[0]}"
        title = _("Welcome back")
    if plan:
        lines.append(_clipped(plan))
    if decision.tells_weekly:
        lines.append(_("From now on a reminder comes once a week. Every day again: mikro nudge on"))
    elif days and not decision.welcome:
        lines.append(
            ngettext("{number} day this week.", "{number} days this week.", days).format(number=days)
        )
    lines.append(_("When you have done it: mikro log"))
    return Message(title, "\n".join(lines))


def _clipped(text: str) -> str:
    """The text in one line that a notification has room for."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1].rstrip() + "…"
