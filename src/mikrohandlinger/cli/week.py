"""``mikro week``."""

# No annotations as text here: Typer reads them at every start, and would have to compile each of them first.

from datetime import date
from functools import partial
from typing import Annotated, Literal

import typer

from mikrohandlinger.domain.calendar import ONE_DAY, monday_of, week_label
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.looking_back import WhatWorked
from mikrohandlinger.texts import _
from mikrohandlinger.views import faces
from mikrohandlinger.views.week import WeekReport, report

from .notes import own_words
from .output import FormOption, OpenOption, OutputOption, Report, deliver, form_of
from .reading import AsJson
from .say import say
from .session import Session, session_of


def week(
    context: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("[WEEK]"), help=N_("Which week: 47, 2026-W47 or last; without it this one.")
        ),
    ] = None,
    reflect: Annotated[
        bool, typer.Option("--reflect", help=N_("Look back with five short questions."))
    ] = False,
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--answer",
            metavar=N_("KEY=TEXT"),
            help=N_("Answer without being asked; KEY is remember, learned, hard, friction or plan."),
        ),
    ] = None,
    plan_used: Annotated[
        Literal["yes", "partly", "no"] | None,
        typer.Option("--plan-used", help=N_("Tell whether you used the week's plan.")),
    ] = None,
    form: FormOption = None,
    output: OutputOption = None,
    opens: OpenOption = False,
    no_notes: Annotated[bool, typer.Option("--no-notes", help=N_("Leave out your own words."))] = False,
    as_json: AsJson = False,
) -> None:
    """Show a week."""
    session = session_of(context)
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    monday = _monday(" ".join(which) if which else None, session.today)
    # Whatever may refuse comes before anything is stored: what is refused has left nothing behind.
    session.calendar()
    if plan_used:
        _require_plan(session, monday)
    if answer:
        _keep_answers(session, monday, answer)
    if plan_used:
        _keep_plan_use(session, monday, plan_used)
    screen = read_report(session, monday)
    if reflect and session.is_interactive and chosen == "terminal" and output is None:
        from .reflect import walk

        walk(session, screen)
        return
    if no_notes:
        screen = screen.without_notes()
    deliver(session, _report(screen), chosen, output, opens=opens)
    if reflect and not answer and chosen == "terminal":
        say(
            _(
                'Without a terminal, answer like this: mikro week --answer remember="…" --answer plan="When …, then …"'
            )
        )


def _report(screen: WeekReport) -> Report:
    def draw() -> None:
        from mikrohandlinger.views.terminal.week import draw

        draw(screen)

    def personal() -> str:
        from mikrohandlinger.views.week_words import personal

        return personal(screen)

    return Report(f"week-{week_label(screen.monday)}", personal, draw, partial(faces.week, screen))


def _monday(which: str | None, today: date) -> date:
    if which is None:
        return monday_of(today)
    from mikrohandlinger.domain.when import parse_week

    return parse_week(which, today)


def read_report(session: Session, monday: date) -> WeekReport:
    """Read all that the report of the week of ``monday`` needs, and compute it."""
    store = session.store
    sunday = monday + 6 * ONE_DAY
    history = store.marks(monday)
    return report(
        monday,
        session.today,
        actions=session.catalogue.actions,
        history=history,
        entries=store.entries_between(monday, sunday),
        practised=store.proposed_between(monday, sunday),
        calendar=session.calendar(min(history, default=monday), sunday),
        goal=session.settings.goal,
        target=session.settings.target,
        reflection=store.reflection(monday),
        plan=store.plan_for(sunday),
        show_streaks=session.settings["show_streaks"],
        plan_used=store.plan_use(monday),
        worked=_what_worked(session, monday, min(history, default=None)),
    )


def _what_worked(session: Session, monday: date, first_week: date | None) -> WhatWorked | None:
    from mikrohandlinger.domain import looking_back

    period = looking_back.period(monday, first_week)
    if period is None:
        return None
    first, last = period[0], period[1] + 6 * ONE_DAY
    return looking_back.what_worked(
        session.store.search_entries(first, last, limit=looking_back.MOST_ENTRIES),
        session.store.settled_between(first, last),
        list(session.store.plan_uses(*period).values()),
    )


def _keep_answers(session: Session, monday: date, given: list[str]) -> None:
    from mikrohandlinger.domain.reflecting import parse_answers

    answers = {}
    for key, text in parse_answers(given).items():
        words = own_words(text)
        if words.text:
            answers[key] = words.text
    session.store.answer(monday, answers, session.clock.now)


def _require_plan(session: Session, monday: date) -> None:
    if session.store.plan_for(monday + 6 * ONE_DAY) is None:
        raise MikroError(
            "no-plan",
            N_('That week had no plan. Make one with: mikro week --answer plan="When …, then …"'),
        )


def _keep_plan_use(session: Session, monday: date, used: str) -> None:
    session.store.set_plan_use(monday, used, session.clock.now)
