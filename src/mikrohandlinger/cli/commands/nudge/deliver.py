"""``mikro nudge deliver``: what the scheduler runs, without Typer and Rich, and never for ten seconds.

The scheduler only knocks. Whether a nudge is shown is decided in :mod:`mikrohandlinger.domain.reminding`; which
channel really took it is recorded, and what went wrong lands in a log that ``mikro nudge status`` shows.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from mikrohandlinger import texts
from mikrohandlinger.domain import reminding as nudging
from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.errors import DONE, REFUSED, MikroError
from mikrohandlinger.domain.reminding import Decision, Hours, Situation
from mikrohandlinger.storage.database.reminders import PROMPT, note_failure
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import propose
from mikrohandlinger.usecases.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mikrohandlinger.system.notify import Outcome, Toast

CARRIED: Final = (
    "MIKRO_HOME",
    "MIKRO_LANG",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "LANG",
)
"""What a job carries from the terminal where it was made; a scheduler starts it with other variables."""

SECONDS: Final = 9.0
"""When the watchdog ends the process; starting Python takes the rest of the ten seconds."""


def run(arguments: Sequence[str]) -> int:
    """Carry out ``nudge deliver ARGUMENTS`` and give its exit code."""
    carry(arguments[index + 1] for index, word in enumerate(arguments[:-1]) if word == "--env")
    context = Context(os.environ)
    with _ending_in_time(context), _noting_failures(context):
        texts.use(texts.choose(context.settings.language, context.environ))
        return deliver(context)


def carry(variables: Iterable[str]) -> None:
    """Take over the variables that the job carries, each ``NAME=value``; no others than :data:`CARRIED`."""
    for variable in variables:
        name, _equals, value = variable.partition("=")
        if name in CARRIED:
            os.environ[name] = value


def deliver(context: Context) -> int:
    """Decide, show, and record."""
    decision = decide(context)
    if not decision.deliver:
        print(_silence(decision.reason))  # noqa: T201 - for the journal of the scheduler
        return DONE
    return _show(context, decision)


def decide(context: Context) -> Decision:
    """Gather what the decision rests on."""
    today, store, settings = context.today, context.store, context.settings
    # In January the days before belong to another year.
    off_reason = context.calendar(today - timedelta(days=31)).off_reason
    deliveries = store.reminders.deliveries(today)
    since = deliveries[0].day if deliveries else today
    return nudging.decide(
        Situation(
            now=context.clock.now,
            at=settings.nudge_at,
            hours=Hours(settings.nudge_from, settings.nudge_to),
            off_reason=off_reason(today),
            logged=bool(store.entries.between(today, today)),
            deliveries=deliveries,
            entry_days={entry.day for entry in store.entries.between(since, today)},
            days_away=nudging.days_away(today, off_reason),
            first_of_week=nudging.first_of_week(today, off_reason),
        )
    )


def toast_for(context: Context, decision: Decision) -> Toast:
    """Word today's notification; the proposal is chosen and kept if nobody has looked yet."""
    from mikrohandlinger.system.notify import Toast
    from mikrohandlinger.views.reminder.words import message

    today, store = context.today, context.store
    days = store.entries.marks_of(monday_of(today)).days.bit_count()
    plan = store.plans.on(today) if context.settings.nudge_private else None
    return Toast(*message(propose.of_day(context, today).variation, context.catalogue, decision, days, plan))


def send(context: Context, toast: Toast) -> Outcome:
    """Send a notification and note each channel that would not take it."""
    from mikrohandlinger.system import notify

    outcome = notify.show(toast, notify.channels())
    for channel, why in outcome.refusals:
        note_failure(context.paths.nudge_log, context.clock.now, f"{channel}: {why}")
    return outcome


def _show(context: Context, decision: Decision) -> int:
    from mikrohandlinger.system import shell_prompt as prompt
    from mikrohandlinger.usecases import prompt_line

    today, record = context.today, context.store.reminders
    if not record.claim(today, context.clock.now, decision.rhythm):
        print(_silence("already"))  # noqa: T201 - for the journal of the scheduler
        return DONE
    try:
        channel = send(context, toast_for(context, decision)).channel
    except BaseException:
        record.release(today)
        raise
    if channel is not None:
        record.shown(today, channel)
        prompt_line.keep_fresh(context)
        print(_("Shown through {channel}.").format(channel=channel))  # noqa: T201 - for the journal of the scheduler
        return DONE
    record.shown(today, PROMPT)
    prompt_line.keep_fresh(context)
    left = (context.paths.cache / prompt.FILE).exists()
    told = (
        _("No notification could be shown; it is left for the prompt.")
        if left
        else _("Nothing could be shown.")
    )
    print(told, _("See why: mikro nudge status"))  # noqa: T201 - for the journal of the scheduler
    return DONE if left else REFUSED


def _silence(reason: str) -> str:
    """Say in one sentence why nothing is shown."""
    sentences = {
        "day-off": _("Silent: today is a day off."),
        "logged": _("Silent: today's micro-action is done."),
        "already": _("Silent: today's reminder has been here."),
        "quiet-hours": _("Silent: outside the hours in which a reminder may come."),
        "early": _("Silent: it is not time yet."),
        "late": _("Silent: more than four hours after its time."),
        "weekly": _("Silent: reminders come once a week now. Every day again: mikro nudge on"),
    }
    return sentences[reason]


@contextmanager
def _noting_failures(context: Context) -> Iterator[None]:
    """Note every failure before it goes on its way: nobody watches the screen of a scheduler."""
    try:
        yield
    except Exception as error:
        from mikrohandlinger.cli.terminal.echo import sentence

        told = sentence(error) if isinstance(error, MikroError) else f"{type(error).__name__}: {error}"
        note_failure(context.paths.nudge_log, context.clock.now, told)
        raise
    finally:
        if "store" in context.__dict__:
            context.store.close()


@contextmanager
def _ending_in_time(context: Context) -> Iterator[None]:
    """End the process when something hangs, such as a message bus that does not answer or a locked file."""

    def give_up() -> None:
        note_failure(context.paths.nudge_log, context.clock.now, f"ended after {SECONDS:.0f} seconds")
        os._exit(REFUSED)

    watchdog = threading.Timer(SECONDS, give_up)
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()
