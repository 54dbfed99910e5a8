"""``mikro week``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import person
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.cli.terminal.report import Report, deliver, form_of
from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import review
from mikrohandlinger.usecases.reading import week_of
from mikrohandlinger.views.week.face import face

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer

    from mikrohandlinger.cli.framework.options import AsJson, FormOption, OpenOption, OutputOption, PlanUsed
    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.reports.week import WeekReport


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
    plan_used: PlanUsed = None,
    form: FormOption = None,
    output: OutputOption = None,
    opens: OpenOption = False,
    no_notes: Annotated[bool, typer.Option("--no-notes", help=N_("Leave out your own words."))] = False,
    as_json: AsJson = False,
) -> None:
    """Show a week."""
    context = context_of(ctx)
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    monday = week_of(which or (), context.today)
    screen = review.week(context, monday, answers=_answers(answer or ()), plan_used=plan_used)
    if reflect and person.is_there() and chosen == "terminal" and output is None:
        from mikrohandlinger.cli.commands.reflect import walk

        walk(context, screen)
        return
    if no_notes:
        screen = screen.without_notes()
    deliver(_report(screen), chosen, output, context.paths.cache, opens=opens)
    if reflect and not answer and chosen == "terminal":
        echo(
            _(
                'Without a terminal, answer like this: mikro week --answer remember="…" --answer plan="When …, then …"'
            )
        )


def _answers(given: Iterable[str]) -> dict[str, Words]:
    if not given:
        return {}
    from mikrohandlinger.domain.reflecting import parse_answers
    from mikrohandlinger.usecases.own_words import own_words

    return {key: own_words(text) for key, text in parse_answers(given).items()}


def _report(screen: WeekReport) -> Report:
    def draw() -> None:
        from mikrohandlinger.views.week.terminal import draw

        draw(screen)

    def personal() -> str:
        from mikrohandlinger.views.week.words import personal

        return personal(screen)

    return Report(f"week-{week_label(screen.monday)}", personal, draw, partial(face, screen))
