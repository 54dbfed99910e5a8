"""``mikro week``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mikrohandlinger.domain.calendar import ONE_DAY
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.reflecting import parse_answers
from mikrohandlinger.domain.when import parse_week
from mikrohandlinger.views.week import WeekReport, report

from .notes import own_words
from .session import Session, print_json, session_of

if TYPE_CHECKING:
    from datetime import date


def week(
    context: typer.Context,
    which: Annotated[
        str | None,
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
    no_notes: Annotated[bool, typer.Option("--no-notes", help=N_("Leave out your own words."))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=N_("For programs: JSON."))] = False,
) -> None:
    """Show a week."""
    session = session_of(context)
    monday = parse_week(which, session.today)
    if answer:
        _keep_answers(session, monday, answer)
    screen = read_report(session, monday)
    if no_notes:
        screen = screen.without_notes()
    if as_json:
        from mikrohandlinger.views.as_json import week_document

        print_json(week_document(screen))
        return
    from mikrohandlinger.views.terminal.week import draw

    draw(screen)
    if reflect and not answer:
        from .reflect import walk

        walk(session, monday)


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
    )


def _keep_answers(session: Session, monday: date, given: list[str]) -> None:
    answers = {}
    for key, text in parse_answers(given).items():
        words = own_words(text)
        if words.text:
            answers[key] = words.text
    session.store.answer(monday, answers, session.clock.now)
