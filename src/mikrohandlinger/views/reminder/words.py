"""The texts of the daily reminder: the notification, what a knock of the scheduler brought, and how it stands."""

from __future__ import annotations

from mikrohandlinger.domain import reminder_time
from mikrohandlinger.domain.reminding import WEEKLY, Message
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import clock, day_and_month, full_date
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.look_back import reflect_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime
    from typing import Final

    from mikrohandlinger.domain.reminder_time import Clash
    from mikrohandlinger.domain.reminding import Delivered, Notice, Outcome, Shell, Silence
    from mikrohandlinger.domain.reports.reminder import Problem, ReminderStatus
    from mikrohandlinger.domain.schedule import SchedulerName

LONGEST_LINE = 160
"""Characters; as long as a proposal may be."""

#: Where the lines for a shell go.
PROFILES: Final[Mapping[Shell, str]] = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/config.fish",
    "powershell": "$PROFILE",
}

#: The channels that tell whether a notification was really shown.
CONFIRMING: Final = frozenset({"desktop-notifier"})


def message(notice: Notice) -> Message:
    """The notification: what to do, at most one line about the user or the week, and how to record it.

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
    elif notice.reflect is not None:
        lines.append(_clipped(reflect_line(notice.reflect, notice.day)))
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
    for channel, _why in outcome.refusals:
        yield _("{channel} did not take it. What it said is in: mikro nudge status").format(channel=channel)
    if outcome.channel is not None:
        yield _("Shown through {channel}. Did you not see it? Perhaps “do not disturb” is on.").format(
            channel=outcome.channel
        )


def status_lines(status: ReminderStatus) -> Iterator[str]:
    """How the reminder stands; what stands in its way comes first."""
    obstacles = [*_obstacles(status)]
    if obstacles:
        yield from obstacles
        yield ""
    if status.scheduler is None:
        yield _("The reminder is off.")
    else:
        yield _rhythm(status)
    rows = list(_rows(status))
    if rows:
        yield ""
        width = max(len(label) for label, _text in rows)
        yield from (f"  {label:{width}}   {text}" for label, text in rows)
    yield ""
    if status.scheduler is None:
        at = (
            status.clash.works if status.clash is not None and status.clash.key == "nudge_from" else status.at
        )
        yield _("Switch it on: mikro nudge on --at {at}").format(at=f"{at:%H:%M}")
    else:
        yield _("Try it now: mikro nudge test  ·  Switch it off: mikro nudge off")
    if _is_unheard(status):
        yield ""
        yield _("From the log:")
        yield from (f"  {line}" for line in status.failures)


def _is_unheard(status: ReminderStatus) -> bool:
    """Whether something went wrong after which no reminder has come; a way that was tried in vain before is no news."""
    latest = status.failures[-1].partition(" ")[0] if status.failures else ""
    return bool(latest) and (status.last is None or latest > status.last.at.isoformat(timespec="seconds"))


def _obstacles(status: ReminderStatus) -> Iterator[str]:
    """What keeps the reminder away, each with the command that mends it."""
    if status.scheduler is None:
        return
    if status.clash is not None:
        yield too_early_or_late(status.clash)
    for problem in problems(status):
        yield problem + " " + _("Mend it: mikro nudge on")


def too_early_or_late(clash: Clash) -> str:
    """The time that lies outside the hours, and the setting that lets it in."""
    error = reminder_time.too_early_or_late(clash)
    values = {**error.values, "at": clock(clash.at), "limit": clock(clash.limit)}
    return _(error.sentence).format(**values)


def _rhythm(status: ReminderStatus) -> str:
    if status.job is None:
        return _("The reminder is on.")
    if status.rhythm == WEEKLY:
        return _("The reminder is on: once a week, on the first working day, at {at}.").format(
            at=clock(status.job.at)
        )
    return _("The reminder is on: every working day at {at}.").format(at=clock(status.job.at))


def _rows(status: ReminderStatus) -> Iterator[tuple[str, str]]:
    """The lines of the screen: what each is about, and what there is to say."""
    if status.scheduler is not None and status.clash is None:
        if status.next_reminder is not None:
            yield _("Next"), _moment(status.next_reminder, status.today)
        elif status.next_run is not None and "differs" not in status.problems:
            yield _("Next"), _("when your pause is over. Are you back? mikro resume")
    if status.last is not None:
        sent = (
            _("{moment}, shown on the screen")
            if status.last.channel in CONFIRMING
            else _("{moment}, sent by {channel}, but not confirmed")
        )
        yield (
            _("Latest"),
            sent.format(moment=_moment(status.last.at, status.today), channel=status.last.channel),
        )
    elif status.scheduler is not None:
        yield _("Latest"), _("none yet")
    if status.scheduler is None:
        return
    shows = _("the proposal and your plan") if status.shows_plan else _("only the proposal, not your plan")
    yield _("Shows"), shows
    if status.rhythm == WEEKLY:
        yield _("Every day"), "mikro nudge on"
    yield _("Set by"), _scheduler(status.scheduler)


def _scheduler(name: SchedulerName) -> str:
    names: dict[SchedulerName, str] = {
        "systemd": _("systemd (your own user)"),
        "cron": _("cron (your own table)"),
        "launchd": _("launchd (your own user)"),
        "task-scheduler": _("the Task Scheduler of Windows"),
    }
    return names[name]


def problems(status: ReminderStatus) -> list[str]:
    """What is wrong with the job, each in one sentence."""
    program = status.job.program if status.job is not None else ""
    sentences: dict[Problem, str] = {
        "unreadable": _("The job has been changed by somebody else and cannot be read."),
        "program-gone": _("The program that the job starts is gone: {path}").format(path=program),
        "another-copy": _("The job starts another copy of mikro than this one: {path}").format(path=program),
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


def snippet_lines(shell: Shell) -> Iterator[str]:
    """Where the lines for the shell's profile go."""
    yield _("These lines belong at the end of {path}: {command}").format(
        path=PROFILES[shell], command=f"mikro nudge prompt {shell} >> {PROFILES[shell]}"
    )
    yield _("Then open a new terminal. To be rid of it, delete the lines again.")


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


def _moment(moment: datetime, today: date) -> str:
    """A moment; its year is told where it is another one than today's."""
    day = moment.date()
    if day == today:
        return _("today at {time}").format(time=clock(moment))
    told = day_and_month(day) if day.year == today.year else full_date(day)
    return _("{day} at {time}").format(day=told, time=clock(moment))
