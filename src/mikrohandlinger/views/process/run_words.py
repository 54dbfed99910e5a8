"""What is said while a meeting is held: lines that are only ever added, and can be read from the back of a room."""

from __future__ import annotations

from mikrohandlinger.domain.processes.meeting import MINUTE
from mikrohandlinger.texts import _, language, ngettext, quoted
from mikrohandlinger.texts.dates import clock
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.process import words
from mikrohandlinger.views.shared.rows import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import timedelta
    from typing import Final

    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.processes.meeting import Meeting, Notice
    from mikrohandlinger.domain.processes.model import Script
    from mikrohandlinger.domain.reports.process import AtStep
    from mikrohandlinger.domain.rules.model import Rule

#: Longer lines are hard to read on a wall.
WIDEST: Final = 60


def begun(script: Script, width: int) -> list[str]:
    """What is said before the first step."""
    of = script.wording(language())
    return [*_rows(of.title, width), *_rows(of.host, width), *_rows(keys(), width)]


def keys() -> str:
    """Which keys do what."""
    return _("Enter: next · b: back · q: end")


def step_heading(at: AtStep) -> str:
    """Which step it is, and what it is about."""
    meeting = at.meeting
    title = meeting.step.wording(language()).title
    if meeting.step.day and len(meeting.steps) == 1:
        return _("Day {day} of {days}. {title}").format(
            day=meeting.step.day, days=at.script.days, title=title
        )
    return _("Step {number} of {count}. {title}").format(
        number=meeting.at + 1, count=len(meeting.steps), title=title
    )


def step(at: AtStep, until: timedelta, width: int) -> list[str]:
    """A step, but for its heading.

    Args:
        at: Where the meeting stands.
        until: How long from now the step takes.
        width: How wide the screen is.
    """
    meeting, labels = at.meeting, words.labels()
    of = meeting.step.wording(language())
    time = _("{minutes}, until {clock}.").format(
        minutes=words.minutes(meeting.step.minutes), clock=clock(at.now + until)
    )
    if len(meeting.steps) > 1:
        whole = sum(each.minutes for each in meeting.steps)
        time += " " + _("The meeting: {passed} of {minutes} have passed.").format(
            passed=int(at.passed // MINUTE), minutes=words.minutes(whole)
        )
    lines = [*_rows(time, width), ""]
    lines += [f"{labels['says']}:", *_rows(quoted(of.says), width, 2), ""]
    lines += [f"{labels['group']}:"]
    for does in words.does(meeting.step):
        lines += _rows(does, width, 2)
    lines += ["", *_rows(f"{labels['ends']}: {of.ends}", width), *_rows(following(meeting), width), ""]
    return lines


def following(meeting: Meeting) -> str:
    """What comes next."""
    after = meeting.following
    if after is None:
        return _("Next: the meeting ends.")
    return _("Next: {title}").format(title=after.wording(language()).title)


def notice(meeting: Meeting, told: Notice, width: int) -> list[str]:
    """What is told of the time of a step."""
    if told.kind == "end":
        return _rows(_("The time is up. Take the time you need."), width) + _rows(
            _("Enter goes on. {next}").format(next=following(meeting)), width
        )
    left = _left(told.left)
    if told.kind == "part":
        part = meeting.step.parts[told.part]
        does = meeting.step.wording(language()).group[told.part]
        return _rows(_("Now {minutes}. {does}").format(minutes=words.minutes(part), does=does), width)
    return _rows(
        left if told.kind == "minute" else _("Half of the time has passed. {left}").format(left=left), width
    )


def _left(seconds: float) -> str:
    halves = round(seconds / 30)
    if halves < 2:
        return _("Less than a minute left.")
    if halves % 2 and halves < 10:
        return _("{number}½ minutes left.").format(number=halves // 2)
    number = round(seconds / MINUTE)
    return ngettext("{number} minute left.", "{number} minutes left.", number).format(number=number)


def not_understood(typed: str, width: int) -> list[str]:
    """What is said of a key or word that means nothing here."""
    return _rows(_("“{typed}” does nothing here. {keys}").format(typed=typed, keys=keys()), width)


def no_earlier(width: int) -> list[str]:
    """What is said where there is no step before this one."""
    return _rows(_("This is the first step; its time starts anew."), width)


def ended(script: Script, meeting: Meeting, first: int, width: int) -> list[str]:
    """What is said once nobody goes on: the day after, or where to begin again.

    Args:
        script: The script.
        meeting: Where the meeting stands.
        first: Which of the script's steps the first of the meeting is, from 0.
        width: How wide the screen is.
    """
    at = first + meeting.at
    if at == len(script.steps):
        return _rows(_("That was the meeting. Thank you for holding it."), width)
    form = " --short" if script.minutes == script.short_minutes else ""
    command = f"mikro process run {script.id}{form} --step {at + 1}"
    if not meeting.is_over:
        return _rows(_("To go on from here: {command}").format(command=command), width)
    title = script.steps[at].wording(language()).title
    return [*_rows(_("The next day: {title}").format(title=title), width), *_rows(command, width, 2)]


def ask_for_lines() -> str:
    """The question after the last step."""
    return _("Did you write anything down? One rule on each line; an empty line ends.")


def offered_back() -> str:
    """What stands above lines of a meeting that was stopped."""
    return _("A meeting was stopped. This was written down:")


def preview(lines: Iterable[Words], width: int) -> list[str]:
    """What would go on the list of rules."""
    rows = _rows(_("These would go on your list of rules, and nothing else is kept:"), width)
    for number, line in enumerate(lines, 1):
        rows += _rows(f"{number}. {line.text}", width, 2)
    return rows


def question() -> str:
    """Whether they do."""
    return _("Put them on the list?  yes · no · numbers, such as 1 3")


def not_a_choice(count: int) -> str:
    """What is asked again."""
    return _("yes, no, or numbers from 1 to {count}").format(count=count)


def added(rules: Sequence[Rule], width: int) -> list[str]:
    """What was stored, and what comes next."""
    numbers = ", ".join(str(rule.number) for rule in rules)
    line = ngettext(
        "✓ On your list as rule no. {numbers}.", "✓ On your list as rules no. {numbers}.", len(rules)
    )
    return [
        *_rows(line.format(numbers=numbers), width),
        *_rows(_("Tell more of one: mikro rule edit {number}").format(number=rules[0].number), width),
    ]


def nothing_kept(width: int) -> list[str]:
    """What is said where nothing goes on the list."""
    return _rows(_("Nothing was put on your list, and nothing is kept."), width)


def stays(width: int) -> list[str]:
    """What is said where somebody stops before it is decided."""
    return _rows(_("What you wrote down is kept. “mikro process run” shows it again and asks."), width)


def _rows(text: str, width: int, left: int = 0) -> list[str]:
    return wrapped(text, left, min(width, WIDEST))
