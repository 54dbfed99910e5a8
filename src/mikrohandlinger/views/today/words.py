"""What ``mikro today`` says, in words."""

from __future__ import annotations

from mikrohandlinger.domain.today import in_one_line
from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import days, from_to, relative_day
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.stand import stand_sentence

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.calendar import Holiday
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.today import DayOff, Today


def today_line(screen: Today) -> str:
    """``mikro today --short``."""
    if screen.proposal is None or screen.action is None:
        return day_off_sentence(screen)
    line = in_one_line(screen.action, screen.proposal.variation, language())
    return f"✓ {line}" if screen.proposal_done else line


def day_off_sentence(screen: Today) -> str:
    """Which kind of day off it is, and when the next working day comes."""
    if screen.off is None:
        return ""
    sentence = _kind(screen.off, screen.day.isoweekday())
    following = screen.off.next_working_day
    further = ""
    if following is not None:
        further = _("The next working day is {day}.").format(day=relative_day(following, screen.day))
    elif screen.off.in_pause:
        further = _("“mikro resume” ends the pause when you are back.")
    return f"{sentence} {further}".rstrip()


def half_day_sentence(screen: Today) -> str:
    """What kind of half day it is, if it is one."""
    if screen.half_day is None:
        return ""
    return _("Today is {holiday}, a half day: it counts only if you record something.").format(
        holiday=_within_a_sentence(screen.half_day)
    )


def done_line(screen: Today, entry: Entry) -> str:
    """What was done, by the title of its action."""
    from mikrohandlinger.views.shared.names import action_name

    titles = {action.id: action.title(language()).title for action in screen.actions}
    title = titles.get(entry.action) or action_name(entry.action)
    return _("Done today: {title}").format(title=title)


def more_done(number: int) -> str:
    """What was done beside what is told."""
    return _("and {number} more: {command}").format(number=number, command="mikro week --all")


def anchor(screen: Today) -> str:
    """The daily moment, begun as a sentence is."""
    return screen.anchor[:1].upper() + screen.anchor[1:]


def hints(screen: Today) -> list[str]:
    """What to type next; a swap is offered once a day, and allowed as often as one likes."""
    proposal = screen.proposal
    if proposal is None:
        if screen.off is None:
            return []
        if screen.off.reason == "holiday" and not screen.off.in_pause:
            return [_("Are you at work today? {command}").format(command="mikro today --anyway")]
        return [_("If you feel like it all the same: {command}").format(command="mikro today --anyway")]
    if screen.done and not screen.is_one_more:
        number = screen.entries[-1].number
        return [
            _("One more: {command}").format(command="mikro log"),
            _("Change it: {command}").format(command=f"mikro edit {number}"),
        ]
    afterwards = _("Afterwards: {command}").format(command="mikro log")
    if proposal.swaps and screen.otherwise is None:
        return [afterwards]
    another = "mikro today --another" if screen.off is None else "mikro today --anyway --another"
    other = _("An easier one: {command}") if proposal.variation.level == 3 else _("Rather another: {command}")
    return [afterwards, other.format(command=another)]


def standing_sentence(screen: Today) -> str:
    """How the week stands: nothing on a day off in a week where nothing was done, and never a zero."""
    week = screen.week
    if week.done_days:
        return stand_sentence(week, is_now=True, in_a_row=screen.weeks_in_a_row)
    goal = min(week.goal, week.available_days)
    if screen.off is not None or not goal:
        return ""
    if screen.days_left >= week.available_days:
        return _("A new week. Your goal is {goal}.").format(goal=days(goal))
    if screen.days_left >= goal:
        return _("Your goal this week is {goal}, and today can be the first.").format(goal=days(goal))
    return _("Today can be the first this week.")


def otherwise_sentence(screen: Today) -> str:
    """Another way, where the proposal waits for somebody or something; empty where it does not."""
    if screen.otherwise is None:
        return ""
    return screen.otherwise.wording(language()).text


def notice_line(screen: Today) -> str:
    """The one line that leads on to something else; empty when there is nothing."""
    away, reflect = screen.notices.away, screen.notices.reflect
    if away is not None:
        return _("Were you off from {range}? Then: mikro pause {first} {last}").format(
            range=from_to(away.first, away.last),
            first=_typed(away.first, screen.day),
            last=_typed(away.last, screen.day),
        )
    if reflect is not None:
        from mikrohandlinger.views.shared.look_back import reflect_line

        return reflect_line(reflect, screen.day)
    waiting = _waiting(screen)
    if waiting:
        return waiting
    if screen.without_holidays is not None:
        from mikrohandlinger.views.shared.holidays import unknown_line

        return unknown_line(screen.without_holidays)
    return _beginning(screen) if screen.notices.is_new else ""


def _beginning(screen: Today) -> str:
    """How what is proposed comes to suit the work of somebody who begins."""
    # Without a proposal there is nothing that could not suit.
    sentence = (
        _("Tell in a minute what suits your work: {command}")
        if screen.proposal is None
        else _("Does it not suit your work? Say so in a minute: {command}")
    )
    return sentence.format(command="mikro setup")


def _waiting(screen: Today) -> str:
    """What waits for a word of the user's or an answer of somebody else's."""
    if screen.notices.loop is not None:
        from mikrohandlinger.views.shared.feedback import loop_line

        return loop_line(screen.notices.loop, screen.day)
    if screen.notices.waiting.call is not None:
        from mikrohandlinger.views.rule.leading import call_line

        return call_line(screen.notices.waiting.call)
    return ""


def _typed(day: date, today: date) -> str:
    """The day as somebody would type it, with its year where it is another one."""
    return f"{day.day}/{day.month}" if day.year == today.year else day.isoformat()


def _kind(off: DayOff, weekday: int) -> str:
    if off.in_pause:
        # What the user said is told before what the almanac says.
        return _("This is a pause, and no day in it counts against you.")
    if off.reason == "holiday" and off.holiday is not None:
        return _("Today is {holiday}: a day off.").format(holiday=_within_a_sentence(off.holiday))
    sentences = {
        "holiday": _("Today is a holiday: a day off."),
        "closed": _("Your workplace is closed today."),
        "weekend": _("It is the weekend.") if weekday >= 6 else _("Today is your day off."),
    }
    return sentences[off.reason]


def _within_a_sentence(holiday: Holiday) -> str:
    """The name as it is written within a sentence: Danish has capitals only for Christ himself."""
    if language() != "da":
        return holiday.en
    return holiday.da if holiday.da.startswith("Kristi") else holiday.da[0].lower() + holiday.da[1:]
