"""The proposal of a day: as it was first shown, or chosen now; and the plan beside it."""

from __future__ import annotations

import os
from datetime import date

from mikrohandlinger.domain.calendar import ONE_DAY
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Final

    from mikrohandlinger.domain.calendar import WorkCalendar
    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.proposal import Memory, Proposal, Shown
    from mikrohandlinger.domain.today import Today
    from mikrohandlinger.usecases.context import Context

#: Days in which a proposal that is made or changed matters to those ahead.
_REMEMBERED: Final = 28


def of_day(context: Context, day: date) -> Proposal:
    """The proposal for ``day``, chosen and kept if this is the first time it is asked for."""
    kept = context.store.proposals.of(day)
    if kept is None and day == context.today:
        offered = _offered_today(context)
        kept = offered and context.store.proposals.keep(offered, context.clock.now)
    return kept or _first(context, day)


def _first(context: Context, day: date) -> Proposal:
    """The first proposal for ``day``.

    What another process shows at this moment is the day's answer too, and not something to swap.
    """
    memory = context.store.proposals.memory(day)._replace(today=())
    return _kept(context, _chooser(context)(day, memory))


def anew(context: Context, day: date) -> Proposal:
    """The swap for what was shown last on ``day``."""
    instead = next_one(context, day)
    return context.store.proposals.swap(instead, context.clock.now, asked=_is_asked(context, instead))


def _kept(context: Context, proposal: Proposal) -> Proposal:
    """The day's proposal from now on; to show it is no change of the user."""
    return context.store.proposals.keep(proposal, context.clock.now, asked=_is_asked(context, proposal))


def _is_asked(context: Context, proposal: Proposal) -> bool:
    """Whether it is for a day off, on which it comes only when it is asked for."""
    return not context.calendar().is_working(proposal.day)


def next_one(context: Context, day: date) -> Proposal:
    """What :func:`anew` would bring; nothing is kept.

    Raises:
        MikroError: When there is nothing to swap or to propose.
    """
    return _chooser(context)(day, context.store.proposals.memory(day))


def settle_offered(context: Context) -> str | None:
    """Take the lines that stood at the shell's prompt before today as proposed, each on its day.

    Where a shell shows them, they are what the user has seen, whether or not ``mikro`` ran on those days.

    Returns:
        The variation that is offered there today; None where none is, or no shell shows them.
    """
    from mikrohandlinger.system import shell_prompt

    cached = context.paths.cached
    if not os.path.exists(cached(shell_prompt.STAMP)):
        return None
    today, offered = context.today.isoformat(), shell_prompt.offered(cached(shell_prompt.FILE))
    if min(offered, default=today) < today:
        from mikrohandlinger.domain.proposal import Proposal

        variations = context.catalogue.variations
        behind = [
            Proposal(date.fromisoformat(day), variations[name])
            for day, name in offered.items()
            if day < today and name in variations
        ]
        context.store.proposals.keep_many(behind, context.clock.now, offered=True)
    return offered.get(today)


def _offered_today(context: Context) -> Proposal | None:
    """What the shell's prompt offers today, where the settings still allow it."""
    name, today = settle_offered(context), context.today
    if name is None or not context.calendar().is_working(today):
        return None
    from mikrohandlinger.domain.proposal import Proposal, eligible

    fitting = eligible(context.catalogue, context.settings.profile, context.store.entries.experience())
    return next((Proposal(today, one) for one in fitting if one.id == name), None)


def otherwise(context: Context, proposal: Proposal) -> Variation | None:
    """What ``--another`` would bring, for a proposal that waits for somebody or something; else None."""
    if proposal.variation.cue != "comes":
        return None
    try:
        instead = next_one(context, proposal.day).variation
    except MikroError:  # nothing is left to swap it for
        return None
    return instead if instead.cue == "mine" else None


def not_for_me(context: Context, day: date) -> Proposal:
    """Let the proposal of ``day`` never come again, and swap it, as one change.

    Raises:
        MikroError: When there is nothing to swap it for, or the file cannot be changed; nothing is hidden then.
    """
    from mikrohandlinger.storage.toml import own_actions
    from mikrohandlinger.usecases import catalogue

    unwanted, instead = of_day(context, day), next_one(context, day)
    base, store = catalogue.beside(context).base, context.store
    with store.filed.actions("not-for-me", context.clock.now) as (file, change):
        own_actions.hide(file, base, unwanted.variation.id)
        store.proposals.save_swap(change, instead, asked=_is_asked(context, instead))
    context.forget("catalogue")
    return store.proposals.of(day) or instead


def ahead(context: Context, days: int) -> Iterator[Proposal]:
    """What would be proposed on each working day to come, today included until something is done; nothing is kept.

    Days on which nobody runs the program use nothing up, so each is answered from what is known now.

    Args:
        context: What the program works with.
        days: How many days ahead to look, days off among them.
    """
    from mikrohandlinger.domain.proposal import Memory, Shown

    today, store, calendar = context.today, context.store, context.calendar()
    memory, choose = store.proposals.memory(today), _chooser(context)
    last_shown, recent = dict(memory.last_shown), [*memory.recent, *memory.today[-1:]]
    is_done = bool(store.entries.between(today, today))
    for day in (today + count * ONE_DAY for count in range(is_done, days)):
        if not calendar.is_working(day):
            continue
        later = [each for each in memory.later if each.day > day]
        kept = store.proposals.of(day)
        proposal = kept or choose(day, Memory(last_shown, recent, (), later))
        yield proposal
        # Each is known to those after it: a line is seen at the prompt as well as on the screen.
        if kept is None or day > today:
            chosen = proposal.variation
            last_shown[chosen.id] = (day, proposal.swaps)
            recent = [*recent, Shown(day, proposal.swaps, chosen.action, chosen.id, chosen.level)][-21:]


def rests_on(context: Context) -> tuple[object, ...]:
    """What of the user's data decides :func:`ahead`, beside the settings, for the price of a few small questions."""
    store, today = context.store, context.today
    return (
        store.proposals.state(today - _REMEMBERED * ONE_DAY),
        store.entries.experience(),
        bool(store.entries.between(today, today)),
        context.calendar().pauses,
    )


def _chooser(context: Context) -> Callable[[date, Memory], Proposal]:
    """What chooses for a day from what was shown before it, with all else that a proposal rests on."""
    from mikrohandlinger.domain.proposal import choose, weekdays_of

    store, calendar = context.store, context.calendar()
    profile, experience, seed = context.settings.profile, store.entries.experience(), store.seed()

    def chosen(day: date, memory: Memory) -> Proposal:
        coming = _coming(day, memory, calendar)
        weekdays = weekdays_of(day, calendar)
        known = memory._replace(coming=coming)
        return choose(day, context.catalogue, profile, known, experience, seed, weekdays=weekdays)

    return chosen


def _coming(day: date, memory: Memory, calendar: WorkCalendar) -> list[Shown | None]:
    """The working days after ``day`` up to the last for which something is stored, as far as they matter."""
    stored = {each.day: each for each in memory.later if not each.asked}
    if not stored:
        return []
    last = min(max(stored), day + 14 * ONE_DAY)
    days = (day + count * ONE_DAY for count in range(1, (last - day).days + 1))
    return [stored.get(one) for one in days if one in stored or calendar.is_working(one)]


def today(
    context: Context,
    *,
    another: bool = False,
    unwanted: bool = False,
    plan: Words | None = None,
    anyway: bool = False,
    brief: bool = False,
    whole: bool = False,
) -> Today:
    """What there is to see today; the proposal is made and kept where nobody has looked yet.

    Args:
        context: What the program works with.
        another: Swap the proposal first.
        unwanted: Hide the proposal for good and swap it first.
        plan: The plan to keep first; without words there is none from today on.
        anyway: Propose one on a day off too.
        brief: Read nothing of what leads on to something else, nor another way.
        whole: Read another way too where something was done already; a person is not shown it then.

    Raises:
        MikroError: When there is nothing to swap or to propose.
    """
    from mikrohandlinger.domain.today import report
    from mikrohandlinger.usecases import plans
    from mikrohandlinger.usecases.review import stand_of

    day, calendar, store = context.today, context.calendar(), context.store
    # Whatever may refuse comes before the first thing is kept: what is refused has left nothing behind.
    proposal, hidden = _settled(context, day, another=another, unwanted=unwanted, anyway=anyway)
    if plan is not None:
        store.plans.set(day, plan, context.clock.now)
    screen = report(
        day,
        calendar,
        stand_of(context, day),
        proposal=proposal,
        action=None if proposal is None else context.catalogue.action(proposal.variation.action),
        plan=plans.on(context, day),
        anchor=context.settings.anchor,
        entries=store.entries.between(day, day),
        without_holidays=context.without_holidays(),
    )._replace(hidden=hidden)
    if brief:
        return screen
    from mikrohandlinger.usecases import notices

    # Where something was done there is nothing to do instead, and looking for it costs more than all of the rest.
    is_over = screen.done and not screen.is_one_more and not whole
    found = notices.of_today(context, screen.entries)
    if found.loops:
        notices.show_loops(context, found.loops if whole else [found.loop] if found.loop else [])
    return screen._replace(
        actions=context.catalogue.actions if screen.entries else (),
        weeks_in_a_row=_weeks_in_a_row(context, screen),
        notices=found,
        otherwise=None if proposal is None or is_over else otherwise(context, proposal),
    )


def _settled(
    context: Context, day: date, *, another: bool, unwanted: bool, anyway: bool
) -> tuple[Proposal | None, str | None]:
    """The proposal of the day after what was asked of it, and the id of the one that was hidden for it."""
    if not (anyway or context.calendar().is_working(day)):
        if another or unwanted:
            raise MikroError(
                "day-off",
                N_(
                    "Today is a day off, so there is nothing to swap. “mikro today --anyway” proposes one all the same."
                ),
            )
        return None, None
    proposal = of_day(context, day)
    if unwanted:
        return not_for_me(context, day), proposal.variation.id
    return anew(context, day) if another else proposal, None


def _weeks_in_a_row(context: Context, screen: Today) -> int:
    """Counted only where it is told: in a week in which the goal is met."""
    if not screen.week.met or not context.settings.show_streaks:
        return 0
    from mikrohandlinger.usecases import long_run

    return long_run.weeks_in_a_row(context, screen.week.monday)
