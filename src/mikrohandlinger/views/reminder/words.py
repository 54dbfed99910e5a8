"""What the daily reminder says, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mikrohandlinger.domain.reminding import WEEKLY
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import clock, full_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mikrohandlinger.domain.catalogue.model import Catalogue, Variation
    from mikrohandlinger.domain.reminding import Decision
    from mikrohandlinger.domain.reports.reminder import ReminderStatus


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


def lines(status: ReminderStatus) -> Iterator[str]:
    """``mikro nudge status``."""
    if status.scheduler is None:
        yield _("The reminder is off. Switch it on: mikro nudge on")
    else:
        at = clock(status.reading.at) if status.reading is not None else "?"
        yield _("The reminder is on: at {at}, by {scheduler}.").format(at=at, scheduler=status.scheduler)
    if status.next_reminder is not None:
        yield _("Next time: {moment}").format(moment=_moment(status.next_reminder))
    elif status.next_run is not None:
        yield _("No reminder comes while your pause lasts. When you are back: mikro resume")
    if status.rhythm == WEEKLY:
        yield _("It comes once a week, on the first working day. Every day again: mikro nudge on")
    if status.last is None:
        yield _("No reminder has been shown yet. See one now: mikro nudge test")
    else:
        yield _("Last shown: {moment}, through {channel}").format(
            moment=_moment(status.last.at), channel=status.last.channel
        )
    for problem in status.problems:
        yield problem + " " + _("Mend it: mikro nudge on")
    if status.failures:
        yield _("From the log:")
        yield from (f"  {line}" for line in status.failures)


def _clipped(text: str) -> str:
    """The text in one line that a notification has room for."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1].rstrip() + "…"


def _moment(moment: datetime) -> str:
    return _("{day} at {time}").format(day=full_date(moment.date()), time=clock(moment))
