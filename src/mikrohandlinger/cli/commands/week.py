"""``mikro week``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.cli.terminal.report import Report, deliver, form_of
from mikrohandlinger.domain.calendar import ONE_DAY, monday_of, week_label
from mikrohandlinger.domain.entries import Filter
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.reports.week import WeekRecord, long_run, report
from mikrohandlinger.domain.weeks import always
from mikrohandlinger.texts import _
from mikrohandlinger.usecases.own_words import own_words
from mikrohandlinger.views.week.face import face

if TYPE_CHECKING:
    from datetime import date

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, FormOption, OpenOption, OutputOption
    from mikrohandlinger.domain.own_figures import WhatWorked
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.usecases.context import Context


def week(
    ctx: typer.Context,
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
    context = context_of(ctx)
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    monday = _monday(" ".join(which) if which else None, context.today)
    # Whatever may refuse comes before anything is stored: what is refused has left nothing behind.
    context.calendar()
    if plan_used:
        _require_plan(context, monday)
    if answer:
        _keep_answers(context, monday, answer)
    if plan_used:
        _keep_plan_use(context, monday, plan_used)
    screen = read_report(context, monday)
    if reflect and person.is_there() and chosen == "terminal" and output is None:
        from mikrohandlinger.cli.commands.reflect import walk

        walk(context, screen)
        return
    if no_notes:
        screen = screen.without_notes()
    deliver(context, _report(screen), chosen, output, opens=opens)
    if reflect and not answer and chosen == "terminal":
        echo(
            _(
                'Without a terminal, answer like this: mikro week --answer remember="…" --answer plan="When …, then …"'
            )
        )


def _report(screen: WeekReport) -> Report:
    def draw() -> None:
        from mikrohandlinger.views.week.terminal import draw

        draw(screen)

    def personal() -> str:
        from mikrohandlinger.views.week.words import personal

        return personal(screen)

    return Report(f"week-{week_label(screen.monday)}", personal, draw, partial(face, screen))


def _monday(which: str | None, today: date) -> date:
    if which is None:
        return monday_of(today)
    from mikrohandlinger.domain.when.reading import parse_week

    return parse_week(which, today)


def read_report(context: Context, monday: date) -> WeekReport:
    """Read all that the report of the week of ``monday`` needs, and compute it."""
    store, settings = context.store, context.settings
    sunday = monday + 6 * ONE_DAY
    history = store.entries.marks(monday)
    calendar = context.calendar(min(history, default=monday), sunday)
    record = WeekRecord(
        monday,
        context.today,
        actions=context.catalogue.actions,
        calendar=calendar,
        entries=store.entries.between(monday, sunday),
        practised=store.proposals.between(monday, sunday),
        reflection=store.reflections.of(monday),
        plan=store.plans.on(sunday),
        show_streaks=settings.show_streaks,
        plan_used=store.plan_uses.of(monday),
        worked=_what_worked(context, monday, min(history, default=None)),
    )
    terms = always(settings.goal, calendar)
    run = long_run(monday, context.today, history, terms, settings.target)
    return report(record, run)


def _what_worked(context: Context, monday: date, first_week: date | None) -> WhatWorked | None:
    from mikrohandlinger.domain import own_figures

    period = own_figures.period(monday, first_week)
    if period is None:
        return None
    first, last = period[0], period[1] + 6 * ONE_DAY
    return own_figures.what_worked(
        context.store.entries.search(Filter(first, last), limit=own_figures.MOST_ENTRIES),
        context.store.proposals.settled_between(first, last),
        list(context.store.plan_uses.between(*period).values()),
    )


def _keep_answers(context: Context, monday: date, given: list[str]) -> None:
    from mikrohandlinger.domain.reflecting import parse_answers

    answers = {}
    for key, text in parse_answers(given).items():
        words = own_words(text)
        if words.text:
            answers[key] = words
    context.store.reflections.answer(monday, answers, context.clock.now)


def _require_plan(context: Context, monday: date) -> None:
    if context.store.plans.on(monday + 6 * ONE_DAY) is None:
        raise MikroError(
            "no-plan",
            N_('That week had no plan. Make one with: mikro week --answer plan="When …, then …"'),
        )


def _keep_plan_use(context: Context, monday: date, used: str) -> None:
    context.store.plan_uses.set(monday, used, context.clock.now)
