"""The daily reminder: whether one may come now, and bringing it.

The scheduler only knocks. Whether a reminder is shown is decided in :mod:`mikrohandlinger.domain.reminding`; which
channel really took it is recorded, and what went wrong lands in a log that ``mikro nudge status`` shows.
"""

from __future__ import annotations

from mikrohandlinger.domain import reminding
from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.reminding import Decision, Delivered, Hours, Notice, Situation
from mikrohandlinger.storage import reminder_log
from mikrohandlinger.storage.database.reminders import PROMPT
from mikrohandlinger.usecases import notices, plans, prompt_line, propose
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mikrohandlinger.domain.errors import MikroError
    from mikrohandlinger.domain.reminding import Message, Outcome
    from mikrohandlinger.usecases.context import Context

    Words = Callable[[Notice], Message]


def decide(context: Context) -> Decision:
    """Whether a reminder may come now, from all that it rests on."""
    today, store, settings = context.today, context.store, context.settings
    off_reason = context.lately().off_reason
    deliveries = store.reminders.deliveries(today)
    since = deliveries[0].day if deliveries else today
    return reminding.decide(
        Situation(
            now=context.clock.now,
            at=settings.nudge_at,
            hours=Hours(settings.nudge_from, settings.nudge_to),
            off_reason=off_reason(today),
            logged=bool(store.entries.between(today, today)),
            deliveries=deliveries,
            entry_days={entry.day for entry in store.entries.between(since, today)},
            days_away=reminding.days_away(today, off_reason),
            first_of_week=reminding.first_of_week(today, off_reason),
            day_starts=context.day_starts,
        )
    )


def deliver(context: Context, words: Words) -> Delivered:
    """Show today's reminder if this is the time for one, by whichever channel takes it.

    Where none does, the line of the prompt is what is left. If it cannot be worded or sent at all, the day stays
    unused, and the error goes on its way.

    Args:
        context: The run of the program.
        words: Words the notification.
    """
    decision = decide(context)
    if decision.silence is not None:
        return Delivered(silence=decision.silence)
    today, record = context.today, context.store.reminders
    if not record.claim(today, context.clock.now, decision.rhythm):
        return Delivered(silence="already")
    try:
        channel = _send(context, words(_notice(context, decision))).channel
    except BaseException:
        record.release(today)
        raise
    record.shown(today, channel or PROMPT)
    prompt_line.keep_fresh(context)
    return Delivered(channel=channel, left_for_prompt=prompt_line.is_there(context))


def show_one(context: Context, words: Words, on_a_day_off: Message) -> Outcome:
    """Show a notification now, to see what one looks like; it does not count as today's.

    Args:
        context: The run of the program.
        words: Words the notification.
        on_a_day_off: What it says instead where nothing is proposed.
    """
    is_working = context.calendar().is_working(context.today)
    return _send(context, words(_notice(context, Decision())) if is_working else on_a_day_off)


def nothing_took_it() -> MikroError:
    """The refusal for a notification that no channel took, with what can be done about it here."""
    from mikrohandlinger.system import notify

    return notify.nothing_took_it()


def note_failure(context: Context, what: str) -> None:
    """Note in the log of the reminder what went wrong."""
    reminder_log.note(context.paths.nudge_log, context.clock.now, what)


def _notice(context: Context, decision: Decision) -> Notice:
    """What today's notification says; the proposal is chosen and kept if nobody has looked yet."""
    today, store = context.today, context.store
    variation = propose.of_day(context, today).variation
    return Notice(
        action=context.catalogue.action(variation.action),
        variation=variation,
        decision=decision,
        days=store.entries.marks_of(monday_of(today)).days.bit_count(),
        plan=plans.on(context, today) if context.settings.nudge_shows_plan else None,
        reflect=notices.reflect(context),
        day=today,
    )


def _send(context: Context, message: Message) -> Outcome:
    """Send a notification and note each channel that would not take it."""
    from mikrohandlinger.system import notify

    outcome = notify.show(message, notify.channels())
    for channel, why in outcome.refusals:
        note_failure(context, f"{channel}: {why}")
    return outcome
