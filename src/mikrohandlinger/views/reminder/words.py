"""The texts of the daily reminder: the notification, what a knock of the scheduler brought, and how it stands."""

from __future__ import annotations

from mikrohandlinger.domain.reminding import WEEKLY, Message
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import clock, full_date
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mikrohandlinger.domain.reminding import Delivered, Notice, Outcome, Silence
    from mikrohandlinger.domain.reports.reminder import Problem, ReminderStatus

LONGEST_LINE = 160
"""Characters; as long as a proposal may be."""


def message(notice: Notice) -> Message:
    """The notification: what to do, at most one line about the user, and how to record it.

    No day with an entry is no news, and after an absence nothing is counted.
    """
    decision = notice.decision
    title = notice.action.title(language()).title
    lines = [_clipped(notice.variation.wording(language()).text)]
    if decision.welcome:
        lines[0] = f"{title}: {lines[0]}"
        title = _("Welcome back")
    if notice.plan:
        lines.append(_clipped(notice.plan))
    if decision.tells_weekly:
        lines.append(_("From now on a reminder comes once a week. Every day again: mikro nudge on"))
    elif notice.days and not decision.welcome:
        days = ngettext("{number} day this week.", "{number} days this week.", notice.days)
        lines.append(days.format(number=notice.days))
    lines.append(_("When you have done it: mikro log"))
    return Message(title, "\n".join(lines))


def on_a_day_off() -> Message:
    """The notification that is tried out on a day without a proposal."""
    return Message(
        _("A reminder from mikro"),
        _("This is what it looks like. Today is a day off, so nothing is proposed."),
    )


def delivered_line(delivered: Delivered) -> str:
    """What came of a knock of the scheduler, for its journal."""
    if delivered.silence is not None:
        return _silence(delivered.silence)
    if delivered.channel is not None:
        return _("Shown through {channel}.").format(channel=delivered.channel)
    left = _("No notification could be shown; it is left for the prompt.")
    told = left if delivered.left_for_prompt else _("Nothing could be shown.")
    return told + " " + _("See why: mikro nudge status")


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What became of a notification that was only tried out."""
    for channel, why in outcome.refusals:
        yield _("{channel} did not take it: {why}").format(channel=channel, why=why)
    if outcome.channel is not None:
        yield _("Shown through {channel}. Did you not see it? Perhaps “do not disturb” is on.").format(
            channel=outcome.channel
        )


def status_lines(status: ReminderStatus) -> Iterator[str]:
    """How the reminder stands."""
    if status.scheduler is None:
        yield _("The reminder is off. Switch it on: mikro nudge on")
    else:
        at = clock(status.job.at) if status.job is not None else "?"
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
    for problem in problems(status):
        yield problem + " " + _("Mend it: mikro nudge on")
    if status.failures:
        yield _("From the log:")
        yield from (f"  {line}" for line in status.failures)


def problems(status: ReminderStatus) -> list[str]:
    """What is wrong with the job, each in one sentence."""
    program = status.job.program if status.job is not None else ""
    sentences: dict[Problem, str] = {
        "unreadable": _("The job has been changed by somebody else and cannot be read."),
        "program-gone": _("The program that the job starts is gone: {path}").format(path=program),
        "not-taken-up": _("The scheduler has not taken the job up."),
        "differs": _("Your settings name another time or other workdays."),
    }
    return [sentences[problem] for problem in status.problems]


def event_summary() -> str:
    """The line in the user's calendar; other people may see it."""
    return _("Today's micro-action")


def event_description() -> str:
    """What stands below it."""
    return _("Open a terminal and write: mikro today")


def event_lines(path: object) -> Iterator[str]:
    """Where the calendar file is, and what to do with it."""
    yield _("The calendar file is in {path}.").format(path=path)
    yield _("Import it; do not subscribe to it, as most calendars then leave the alarm out.")
    yield _("Delete the old event first if you have one: Outlook keeps both.")


def snippet_comment() -> str:
    """What the lines in the shell's profile do, for those who find them there a year later."""
    return _("mikro: today's micro-action, once a day, in the first terminal. It only reads one file.")


def _silence(reason: Silence) -> str:
    sentences: dict[Silence, str] = {
        "day-off": _("Silent: today is a day off."),
        "logged": _("Silent: today's micro-action is done."),
        "already": _("Silent: today's reminder has been here."),
        "quiet-hours": _("Silent: outside the hours in which a reminder may come."),
        "early": _("Silent: it is not time yet."),
        "late": _("Silent: more than four hours after its time."),
        "weekly": _("Silent: reminders come once a week now. Every day again: mikro nudge on"),
    }
    return sentences[reason]


def _clipped(text: str) -> str:
    """The text in one line that a notification has room for."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1].rstrip() + "…"


def _moment(moment: datetime) -> str:
    return _("{day} at {time}").format(day=full_date(moment.date()), time=clock(moment))
