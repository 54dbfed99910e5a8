"""Plain lines, without Rich: for scripts, status bars and quick answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import relative_day

if TYPE_CHECKING:
    from mikrohandlinger.domain.calendar import Holiday

    from .today import DayOff, Today


def today_line(screen: Today) -> str:
    """``mikro today --short``."""
    if screen.nudge is None or screen.action is None:
        return day_off_sentence(screen)
    title = screen.action.title(language()).title
    line = f"{title}: {screen.nudge.variation.wording(language()).text}"
    return f"✓ {line}" if screen.done else line


def day_off_sentence(screen: Today) -> str:
    """Which kind of day off it is, and when the next working day comes."""
    if screen.off is None:
        return ""
    sentence = _kind(screen.off, screen.day.isoweekday())
    following = screen.off.next_working_day
    if following is None:
        return sentence + " " + _("«mikro resume» ends the pause when you are back.")
    return (
        sentence + " " + _("The next working day is {day}.").format(day=relative_day(following, screen.day))
    )


def _kind(off: DayOff, weekday: int) -> str:
    if off.holiday is not None and off.reason == "holiday":
        return _("Today is {holiday}: a day off.").format(holiday=_within_a_sentence(off.holiday))
    sentences = {
        "holiday": _("Today is a holiday: a day off."),
        "closed": _("Your workplace is closed today."),
        "pause": _("You are on a break. Enjoy it."),
        "weekend": _("It is the weekend.") if weekday >= 6 else _("Today is your day off."),
    }
    return sentences[off.reason]


def _within_a_sentence(holiday: Holiday) -> str:
    """The name as it is written within a sentence: Danish has capitals only for Christ himself."""
    if language() != "da":
        return holiday.en
    return holiday.da if holiday.da.startswith("Kristi") else holiday.da[0].lower() + holiday.da[1:]
