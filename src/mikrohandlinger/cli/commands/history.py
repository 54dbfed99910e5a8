"""``mikro history``."""

from __future__ import annotations

from itertools import chain, islice

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.terminal import pager
from mikrohandlinger.cli.terminal.echo import echo_json
from mikrohandlinger.cli.terminal.progress import waiting
from mikrohandlinger.cli.terminal.report import Report, deliver, form_of
from mikrohandlinger.domain.entries import Filter
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import record, review
from mikrohandlinger.usecases.reading import action_of, bounds_of, rule_of, year_of
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Annotated

    import typer

    from mikrohandlinger.cli.framework.options import (
        AsJson,
        FormOption,
        From,
        OnlyAction,
        OnlyReach,
        OnlyRule,
        OnlyWent,
        OpenOption,
        OutputOption,
        To,
    )
    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.usecases.context import Context
    from mikrohandlinger.views.shared.forms import Form


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
    first: From = None,
    last: To = None,
    action: OnlyAction = None,
    search: Annotated[
        str | None,
        typer.Option(
            "--search", metavar=N_("WORDS"), help=N_("Only what has these words, in notes and answers.")
        ),
    ] = None,
    reach: OnlyReach = None,
    went: OnlyWent = None,
    about: OnlyRule = None,
    form: FormOption = None,
    output: OutputOption = None,
    opens: OpenOption = False,
    as_json: AsJson = False,
) -> None:
    """Show what was recorded, newest first."""
    context = context_of(ctx)
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    now = context.clock.now
    words = search and one_line(search)
    rule = rule_of(context, about)
    days, done = bounds_of(first, last, now), action_of(context, action)
    wanted = Filter(*days, done, reach, went, words, rule.id if rule else None)
    if which is not None and not year and not which.isdecimal():
        raise MikroError(
            "span-alone",
            N_('A span of days is given with --from: mikro history --from "{span}"'),
            span=which,
        )
    if which is not None and not year:
        raise MikroError(
            "year-alone", N_("A year is shown with --year: mikro history --year {year}"), year=which
        )
    if year:
        report = _year(context, year_of(which, context.today), wanted)
        deliver(report, chosen, output, context.paths.cache, opens=opens)
        return
    if output is not None or opens or chosen not in ("terminal", "json"):
        raise MikroError(
            "list-to-file",
            N_("The list cannot be written to a file that way. Write: mikro history --json > FILE"),
        )
    show = _show_reflections if reflections else _show_entries
    show(context, wanted, as_json=chosen == "json")


def _show_entries(context: Context, wanted: Filter, *, as_json: bool) -> None:
    found = _entries(context, wanted)
    if as_json:
        from mikrohandlinger.views.history import document

        matches = review.answers_with(context, wanted) if wanted.words else None
        echo_json(document.entries(_with_proposed(context, found), matches))
        return
    from mikrohandlinger.views.history import terminal as screens

    screen = screens.entries(
        found,
        context.today,
        filtered=wanted.is_narrow,
        variations=context.catalogue.variations,
        matches=review.answers_with(context, wanted),
    )
    pager.show(screen, context.environ)


def _show_reflections(context: Context, wanted: Filter, *, as_json: bool) -> None:
    found = review.reflections(context, wanted)
    if as_json:
        from mikrohandlinger.views.history import document

        echo_json(document.reflections(found))
        return
    from mikrohandlinger.views.history import terminal as screens

    pager.show(screens.reflections(found), context.environ)


def _year(context: Context, number: int, wanted: Filter) -> Report:
    with waiting(_("Reading")):
        screen = review.year(context, number, wanted)

    def face(form: Form) -> str:
        from mikrohandlinger.views.year.face import face

        found = _entries(context, wanted.in_year(number)) if form == "json" else ()
        return face(screen, _with_proposed(context, found), form)

    def draw() -> None:
        from mikrohandlinger.views.year.terminal import draw

        draw(screen)

    return Report(f"year-{number}", _nothing_personal, draw, face)


def _entries(context: Context, wanted: Filter) -> Iterator[Entry]:
    """The entries that are asked for; the first is looked for at once, which alone may take its time."""
    found = review.entries(context, wanted)
    with waiting(_("Reading")):
        first = list(islice(found, 1))
    return chain(first, found)


def _with_proposed(context: Context, found: Iterable[Entry]) -> Iterator[tuple[Entry, Variation | None]]:
    """The entries, each with what was proposed and so done with it."""
    proposed = record.proposed(context)
    return ((entry, proposed(entry)) for entry in found)


def _nothing_personal() -> str:
    from mikrohandlinger.views.year.words import personal

    return personal()
