"""Days off: set in advance or afterwards, taken away, and ended."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import ONE_DAY, monday_of
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.pauses import (
    Added,
    Ended,
    Listed,
    StillOn,
    begins_again,
    covering,
    has_a_week_off,
    joined,
    overlapping,
)
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from mikrohandlinger.domain.calendar import Pause
    from mikrohandlinger.usecases.context import Context


def add(context: Context, words: Sequence[str], *, is_open: bool = False) -> Added:
    """Keep a pause of the days that the words mean, as one with those that it overlaps.

    Args:
        context: What the program works with.
        words: What was typed; one date is one day.
        is_open: Whether it lasts until ``resume``, whatever day the words end on.

    Raises:
        MikroError: When they are not understood, or nothing was stored.
    """
    from mikrohandlinger.domain.when.ranges import Range, parse_pause

    days = parse_pause(words, context.clock.now)
    if is_open:
        if days.last != days.first:
            raise MikroError(
                "pause-open-with-end",
                N_(
                    "--open has no last day. Write the first one alone, such as “mikro pause {first} --open”, or leave --open out."
                ),
                first=f"{days.first.day}/{days.first.month}",
            )
        days = Range(days.first, None)
    pauses = context.store.pauses.every()
    known = covering(pauses, days)
    if known is not None:
        return Added(known, was_there=True)
    others = overlapping(pauses, days)
    if others:
        pause = joined(days, others)
        context.store.pauses.save("pause-merged", context.clock.now, pause, gone=others[1:])
    else:
        pause = context.store.pauses.add(*days, context.clock.now)
    context.forget("pauses")
    # Days that were only made longer are just the days that were asked for.
    merged = 0 if (pause.first, pause.last) == days else len(others)
    return Added(pause, merged, plan_waits=_plan_waits(context, pause))


def listed(context: Context) -> tuple[Listed, ...]:
    """Every pause, oldest first, with its number."""
    pauses = context.store.pauses.every()
    if not pauses:
        return ()
    last = max((pause.last or pause.first for pause in pauses), default=context.today)
    calendar = context.calendar(pauses[0].first, last)._replace(pauses=())
    return tuple(
        Listed(
            number,
            pause,
            None if pause.last is None else calendar.working_days(pause.first, pause.last),
        )
        for number, pause in enumerate(pauses, 1)
    )


def delete(context: Context, number: str) -> Pause:
    """Take away the pause with this number in the list; returns it as it was.

    Raises:
        MikroError: When there is none, or nothing was stored.
    """
    pauses = context.store.pauses.every()
    wanted = number.strip().lstrip("#")
    place = int(wanted) if wanted.isdecimal() and len(wanted) < 9 else 0
    if not 0 < place <= len(pauses):
        raise MikroError(
            "pause-unknown",
            N_("There is no pause with the number “{number}”. “mikro pause --list” numbers them."),
            number=number,
        )
    pause = pauses[place - 1]
    context.store.pauses.save("pause-deleted", context.clock.now, gone=(pause,))
    context.forget("pauses")
    return pause


def end(context: Context, words: Sequence[str] = ()) -> Ended:
    """End the pause that is on, so that its days count again from ``words`` on, or from today.

    Raises:
        MikroError: When the words are no day, or one that is not in the pause; or when nothing was stored.
    """
    today = context.today
    ended = tuple(pause for pause in context.store.pauses.every() if pause.covers(today))
    if not ended:
        following = (each for each in listed(context) if each.pause.first > today)
        return Ended(following=next(following, None))
    first = _first_again(context, words, ended)
    context.store.pauses.save(
        "resume",
        context.clock.now,
        *(pause._replace(last=first - ONE_DAY) for pause in ended if pause.first < first),
        gone=tuple(pause for pause in ended if pause.first >= first),
    )
    context.forget("pauses")
    recorded = {entry.day for entry in context.store.entries.between(first, today)}
    return Ended(ended, first, len(recorded))


def still_on(context: Context, day: date) -> StillOn | None:
    """The pause that is on, where an entry of ``day`` lies in it: whoever works again may have forgotten it."""
    today = context.today
    pause = next(
        (each for each in context.calendar().pauses if each.covers(today) and each.covers(day)), None
    )
    if pause is None:
        return None
    entries = context.store.entries.between(pause.first, today)
    return StillOn(pause, begins_again(day, (entry.day for entry in entries)))


def _first_again(context: Context, words: Sequence[str], ended: Sequence[Pause]) -> date:
    if not words:
        return context.today
    from mikrohandlinger.domain.when.ranges import parse_return

    begins = min(pause.first for pause in ended)
    first = parse_return(" ".join(words), begins, context.clock.now)
    if first < begins:
        raise MikroError(
            "resume-too-early",
            N_("The pause begins on {begins}. Write that day or a later one, or “mikro pause --list”."),
            begins=begins,
        )
    last = max((pause.last for pause in ended if pause.last is not None), default=None)
    if last is not None and all(pause.last for pause in ended) and first > last + ONE_DAY:
        raise MikroError(
            "resume-too-late",
            N_("The pause ends on {last} already. To make it longer: mikro pause today {day}"),
            last=last,
            day=f"{(first - ONE_DAY).day}/{(first - ONE_DAY).month}",
        )
    return first


def _plan_waits(context: Context, pause: Pause) -> date | None:
    """The Monday of the week after the pause that a plan waits for."""
    if pause.last is None:
        return None
    from mikrohandlinger.usecases import plans

    calendar = context.calendar(pause.first, pause.last)
    after = calendar.next_working_day(max(pause.last, context.today))
    if after is None or not has_a_week_off(calendar, pause, after):
        return None
    return monday_of(after) if plans.on(context, after) else None
