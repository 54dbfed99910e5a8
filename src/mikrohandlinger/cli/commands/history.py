"""``mikro history``."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import pager
from mikrohandlinger.cli.terminal.echo import echo_json
from mikrohandlinger.cli.terminal.progress import waiting
from mikrohandlinger.cli.terminal.report import Report, deliver, form_of
from mikrohandlinger.domain.calendar import ONE_WEEK
from mikrohandlinger.domain.entries import Filter
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.when.reading import YEARS, parse_day
from mikrohandlinger.texts import _
from mikrohandlinger.usecases.reading import action_of

if TYPE_CHECKING:
    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import (
        AsJson,
        FormOption,
        OnlyReach,
        OnlyWent,
        OpenOption,
        OutputOption,
    )
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.reports.year import YearReport
    from mikrohandlinger.usecases.context import Context
    from mikrohandlinger.views.shared.forms import Form


#: How far ahead a year may lie, to see its holidays; each year between has to be worked out.
YEARS_AHEAD: Final = 10


def history(
    ctx: typer.Context,
    which: Annotated[
        str | None,
        typer.Argument(metavar=N_("[YYYY]"), help=N_("Which year, with --year; without it this one.")),
    ] = None,
    year: Annotated[bool, typer.Option("--year", help=N_("A year as a heatmap of working days."))] = False,
    reflections: Annotated[
        bool, typer.Option("--reflections", help=N_("Read all your reflections back."))
    ] = False,
    first: Annotated[
        str | None, typer.Option("--from", metavar=N_("DAY"), help=N_("No earlier than this day."))
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar=N_("DAY"), help=N_("No later than this day."))
    ] = None,
    action: Annotated[
        str | None,
        typer.Option(
            "--action", metavar=N_("ACTION"), help=N_("Only this action."), autocompletion=completion.actions
        ),
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar=N_("WORDS"), help=N_("Only notes with these words."))
    ] = None,
    reach: OnlyReach = None,
    went: OnlyWent = None,
    form: FormOption = None,
    output: OutputOption = None,
    opens: OpenOption = False,
    as_json: AsJson = False,
) -> None:
    """Show what was recorded, newest first."""
    context = context_of(ctx)
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    wanted = Filter(
        _day(context, first),
        _day(context, last),
        action_of(context, action),
        reach,
        went,
        search and one_line(search),
    )
    if which is not None and not year:
        raise MikroError(
            "year-alone", N_("A year is shown with --year: mikro history --year {year}"), year=which
        )
    if year:
        _show_year(
            context, _year(context, which), wanted, partial(deliver, form=chosen, output=output, opens=opens)
        )
        return
    if output is not None or opens or chosen not in ("terminal", "json"):
        raise MikroError(
            "list-to-file",
            N_("The list cannot be written to a file that way. Write: mikro history --json > FILE"),
        )
    if reflections:
        _show_reflections(context, wanted, as_json=chosen == "json")
    else:
        _show_entries(context, wanted, as_json=chosen == "json")


def _show_entries(context: Context, wanted: Filter, *, as_json: bool) -> None:
    found = _entries(context, wanted)
    if as_json:
        from mikrohandlinger.views.history import document

        echo_json(document.entries(found))
        return
    from mikrohandlinger.views.history import terminal as screens

    pager.show(context, screens.entries(found, context.today, filtered=wanted.is_narrow))


def _show_reflections(context: Context, wanted: Filter, *, as_json: bool) -> None:
    from mikrohandlinger.domain.reports.retrospective import Retrospective

    found = context.store.reflections.every()
    uses = context.store.plan_uses.between(date.min, date.max)
    retrospectives = [
        Retrospective(monday, answers, uses.get(monday + ONE_WEEK))
        for monday, answers in found.items()
        if (wanted.first is None or monday + ONE_WEEK > wanted.first)
        and (wanted.last is None or monday <= wanted.last)
        and (not wanted.words or any(wanted.words.casefold() in text.casefold() for text in answers.values()))
    ]
    if as_json:
        from mikrohandlinger.views.history import document

        echo_json(document.reflections(retrospectives))
        return
    from mikrohandlinger.views.history import terminal as screens

    pager.show(context, screens.reflections(retrospectives))


def _show_year(context: Context, year: int, wanted: Filter, send: Any) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    narrowed = wanted._replace(first=max(first, wanted.first or first), last=min(last, wanted.last or last))
    screen = _year_report(context, year, narrowed, filtered=wanted.is_narrow)

    def face(form: Form) -> str:
        from mikrohandlinger.views.year.face import face

        return face(screen, _entries(context, narrowed) if form == "json" else (), form)

    def draw() -> None:
        from mikrohandlinger.views.year.terminal import draw

        draw(screen)

    send(context, Report(f"year-{year}", _nothing_personal, draw, face))


def _year_report(context: Context, year: int, wanted: Filter, *, filtered: bool) -> YearReport:
    from mikrohandlinger.domain.reports.year import YearRecord, report

    with waiting(_("Reading")):
        counts = context.store.entries.day_counts(wanted)
    return report(
        YearRecord(
            year,
            context.today,
            counts=counts,
            begun=context.store.entries.first_day() or context.today,
            calendar=context.calendar(date(year, 1, 1), date(year, 12, 31)),
            goal=context.settings.goal,
            show_streaks=context.settings.show_streaks,
            filtered=filtered,
        )
    )


def _nothing_personal() -> str:
    from mikrohandlinger.views.year.words import personal

    return personal()


def _entries(context: Context, wanted: Filter) -> list[Entry]:
    with waiting(_("Reading")):
        return context.store.entries.search(wanted)


def _year(context: Context, text: str | None) -> int:
    if text is None:
        return context.today.year
    latest = context.today.year + YEARS_AHEAD
    if text.isdecimal() and len(text) == 4 and YEARS[0] <= int(text) <= latest:
        return int(text)
    raise MikroError(
        "year-unknown",
        N_("“{year}” is not a year from {first} to {last}. Write it like 2026."),
        year=text,
        first=YEARS[0],
        last=latest,
    )


def _day(context: Context, text: str | None) -> date | None:
    return None if text is None else parse_day(text, context.clock.now)
