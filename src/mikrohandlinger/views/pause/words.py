"""Pauses in words."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import ONE_DAY
from mikrohandlinger.texts import _, ngettext
from mikrohandlinger.texts.dates import day_and_month, from_to, full_date, short_date_with_year
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import rows
from mikrohandlinger.views.shared.pauses import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from typing import Final

    from mikrohandlinger.domain.calendar import Pause
    from mikrohandlinger.domain.pauses import Added, Ended, Listed, StillOn

#: A day further away than this is told with its year.
_HALF_A_YEAR: Final = 183
#: A screen that is narrower than this gets the days without their weekdays.
_WIDE: Final = 80


def added(answer: Added, today: date) -> Iterator[str]:
    """The answer to a new pause."""
    pause = answer.pause
    if answer.was_there:
        yield from rows.hint(_("You are already: {off}.").format(off=_off(pause, today)), 0)
        return
    sentence = f"✓ {_capital(_off(pause, today))}."
    if answer.merged:
        merged = ngettext("The two pauses have become one.", "The pauses have become one.", answer.merged)
        yield from rows.hint(f"{sentence} {merged}", 0)
    elif pause.first == pause.last == today:
        longer = _("Should it last longer: mikro pause today --open")
        yield from rows.hint(f"{sentence} {longer}", 0)
    else:
        yield from rows.hint(sentence, 0)
    if pause.first != pause.last:
        further = [_("None of the days counts against you.")]
        if answer.plan_waits is not None:
            week = answer.plan_waits.isocalendar().week
            further.append(_("Your plan waits for week {number}.").format(number=week))
        yield from rows.wrapped(" ".join(further))


def listed(pauses: Sequence[Listed], width: int = _WIDE) -> Iterator[str]:
    """Every pause on a line of its own, with its number."""
    if not pauses:
        yield _("There are no pauses.")
        return
    texts = [_days(each.pause, width) for each in pauses]
    wide = max(map(len, texts))
    for each, text in zip(pauses, texts, strict=True):
        counted = ""
        if each.working_days is not None:
            counted = ngettext("{number} working day", "{number} working days", each.working_days).format(
                number=each.working_days
            )
        yield f"{each.number:>2}  {text:<{wide}}  {counted}".rstrip()
    yield ""
    yield _("To take one away: mikro pause --delete {number}").format(number=pauses[-1].number)


def deleted(pause: Pause, today: date) -> Iterator[str]:
    """The answer when a pause was taken away."""
    yield from rows.hint(_("✓ Taken away: {off}.").format(off=_off(pause, today)), 0)
    yield _("  To have it again: mikro undo")


def ended(answer: Ended, today: date) -> list[str]:
    """The answer of ``mikro resume``."""
    return rows.hint(_ended(answer, today), 0)


def _ended(answer: Ended, today: date) -> str:
    if answer.first is None:
        return _nothing_to_end(answer, today)
    first = _day(answer.first, today)
    if all(pause.first >= answer.first for pause in answer.pauses):
        return _("✓ The pause is taken away. The days count again from {day}.").format(day=first)
    if answer.first == today:
        return _("✓ Welcome back. The days count again from today, {day}.").format(day=first)
    last = _day(answer.first - ONE_DAY, today)
    if answer.first > today:
        return _("✓ The pause ends on {last}. The days count again from {day}.").format(last=last, day=first)
    if not answer.recorded:
        return _("✓ The pause ended on {last}. The days since then count.").format(last=last)
    return ngettext(
        "✓ The pause ended on {last}. Your day since then counts.",
        "✓ The pause ended on {last}. Your {number} days since then count.",
        answer.recorded,
    ).format(last=last, number=answer.recorded)


def still_on(found: StillOn, today: date) -> str:
    """The hint after an entry in a pause: that it is on, and how to end it from the right day on."""
    typed = f"{found.first.day}/{found.first.month}"
    pause = found.pause
    if pause.last is None:
        return _("You have been down as off since {day}. At work again? mikro resume {first}").format(
            day=_since(pause.first, today), first=typed
        )
    return _("You are down as off until {day}. At work again? mikro resume {first}").format(
        day=_since(pause.last, today), first=typed
    )


def _nothing_to_end(answer: Ended, today: date) -> str:
    sentence = _("You are not on a pause.")
    if answer.following is None:
        return sentence
    following = _("The next begins on {first}; to take it away: mikro pause --delete {number}").format(
        first=_day(answer.following.pause.first, today), number=answer.following.number
    )
    return f"{sentence} {following}"


def _days(pause: Pause, width: int) -> str:
    if width >= _WIDE or pause.last is None:
        return days_of(pause.first, pause.last)
    if pause.first == pause.last:
        return short_date_with_year(pause.first)
    return f"{short_date_with_year(pause.first)} – {short_date_with_year(pause.last)}"


def _off(pause: Pause, today: date) -> str:
    """The days of a pause as they stand in a sentence."""
    is_today = pause.first == today
    if pause.last is None:
        if is_today:
            return _("off from today until you write mikro resume")
        return _("off from {first} until you write mikro resume").format(first=_day(pause.first, today))
    if pause.first == pause.last:
        form = _("off today, {day}") if is_today else _("off on {day}")
        return form.format(day=_day(pause.first, today))
    return _("off from {first} to {last}").format(
        first=_day(pause.first, today), last=_day(pause.last, today)
    )


def _day(day: date, today: date) -> str:
    return full_date(day) if abs((day - today).days) > _HALF_A_YEAR else day_and_month(day)


def _since(day: date, today: date) -> str:
    """The day without its weekday, which says nothing of a day long past."""
    return from_to(day, day) if day.year == today.year else f"{from_to(day, day)} {day.year}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
