"""``mikro today``."""

# No annotations as text here: Typer reads them at every start, and would have to compile each of them first.

from typing import Annotated

import typer

from mikrohandlinger.domain.calendar import ONE_DAY, WorkCalendar, monday_of
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.rotation import Nudge
from mikrohandlinger.texts import _
from mikrohandlinger.views.today import DayOff, Today

from .reading import AsJson
from .say import print_json, remark, say
from .session import Session, session_of
from .standing import stand_of


def today(
    context: typer.Context,
    another: Annotated[
        bool, typer.Option("--another", "-a", help=N_("Swap it for another variation of the same action."))
    ] = False,
    plan: Annotated[
        str | None, typer.Option("--plan", help=N_("Your own plan: When …, then …"), metavar=N_("TEXT"))
    ] = None,
    anyway: Annotated[bool, typer.Option("--anyway", help=N_("Propose one on a day off too."))] = False,
    short: Annotated[bool, typer.Option("--short", help=N_("One plain line."))] = False,
    as_json: AsJson = False,
) -> None:
    """Show today's micro-action."""
    session = session_of(context)
    calendar = session.calendar()
    nudge = None
    if anyway or calendar.is_working(session.today):
        nudge = session.nudge(session.today)
    if another:
        nudge = _swapped(session, nudge)
    if plan is not None:
        _keep_plan(session, plan)
    screen = _screen(session, calendar, nudge)
    if as_json:
        from mikrohandlinger.views.as_json import today_document

        print_json(today_document(screen))
    elif short:
        from mikrohandlinger.views.plain import today_line

        say(today_line(screen))
    else:
        from mikrohandlinger.views.terminal.today import draw

        draw(screen)


def _swapped(session: Session, nudge: Nudge | None) -> Nudge:
    if nudge is None:
        raise MikroError(
            "day-off",
            N_(
                "Today is a day off, so there is nothing to swap. “mikro today --anyway” proposes one all the same."
            ),
        )
    return session.next_nudge(session.today)


def _screen(session: Session, calendar: WorkCalendar, nudge: Nudge | None) -> Today:
    day = session.today
    reason = calendar.off_reason(day)
    off = None
    if reason is not None:
        off = DayOff(reason, calendar.holiday_on(day), calendar.next_working_day(day))
    return Today(
        day=day,
        off=off,
        half_day=calendar.holiday_on(day) if off is None and calendar.is_half(day) else None,
        nudge=nudge,
        action=None if nudge is None else session.catalogue.action(nudge.variation.action),
        plan=session.store.plan_for(day),
        anchor=session.settings["anchor"],
        entries=tuple(session.store.entries_between(day, day)),
        week=stand_of(session, day, calendar),
        is_first_day=calendar.working_days(monday_of(day), day - ONE_DAY) == 0,
        days_left=calendar.working_days(day, monday_of(day) + 6 * ONE_DAY),
    )


def _keep_plan(session: Session, plan: str) -> None:
    from .notes import own_words

    words = own_words(plan)
    if words.text is None:
        raise MikroError("plan-empty", N_('The plan is empty. Write it like: --plan "When …, then …"'))
    session.store.set_plan(session.today, words.text, session.clock.now)
    if words.masked:
        remark(_("Personal details were masked in your plan."))
