"""``mikro history``."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NamedTuple

import typer

from mikrohandlinger.domain.calendar import ONE_WEEK
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.when import YEARS, parse_day
from mikrohandlinger.texts import _
from mikrohandlinger.views import faces

from . import completion, pager
from .output import FormOption, OpenOption, OutputOption, Report, deliver, form_of
from .reading import AsJson, action_of
from .say import print_json
from .session import Session, session_of
from .waiting import waiting

if TYPE_CHECKING:
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.views.year import YearReport


#: How far ahead a year may lie, to see its holidays; each year between has to be worked out.
YEARS_AHEAD: Final = 10


class Filter(NamedTuple):
    """Which entries are asked for.

    Attributes:
        first: No earlier day than this.
        last: No later day than this.
        where: Columns and the value each must have.
        words: Must occur in the note.
    """

    first: date | None
    last: date | None
    where: dict[str, str]
    words: str | None

    @property
    def is_any(self) -> bool:
        """Whether anything is left out."""
        return any(self)


def history(
    context: typer.Context,
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
    reach: Annotated[
        Literal["known", "new", "up", "across"] | None,
        typer.Option("--reach", help=N_("Only conversations with these.")),
    ] = None,
    went: Annotated[
        Literal["easy", "ok", "hard"] | None,
        typer.Option("--went", help=N_("Only those that went like that.")),
    ] = None,
    form: FormOption = None,
    output: OutputOption = None,
    opens: OpenOption = False,
    as_json: AsJson = False,
) -> None:
    """Show what was recorded, newest first."""
    session = session_of(context)
    chosen = form_of(form, as_json=as_json, output=output, opens=opens)
    where = {"action": action_of(session, action), "reach": reach, "went": went}
    wanted = Filter(
        _day(session, first),
        _day(session, last),
        {column: value for column, value in where.items() if value},
        search and one_line(search),
    )
    if which is not None and not year:
        raise MikroError(
            "year-alone", N_("A year is shown with --year: mikro history --year {year}"), year=which
        )
    if year:
        _show_year(
            session, _year(session, which), wanted, partial(deliver, form=chosen, output=output, opens=opens)
        )
        return
    if output is not None or opens or chosen not in ("terminal", "json"):
        raise MikroError(
            "list-to-file",
            N_("The list cannot be written to a file that way. Write: mikro history --json > FILE"),
        )
    if reflections:
        _show_reflections(session, wanted, as_json=chosen == "json")
    else:
        _show_entries(session, wanted, as_json=chosen == "json")


def _show_entries(session: Session, wanted: Filter, *, as_json: bool) -> None:
    found = _entries(session, wanted)
    if as_json:
        from mikrohandlinger.views.as_json import history_document

        print_json(history_document(found))
        return
    from mikrohandlinger.views.terminal import history as screens

    pager.show(session, screens.entries(found, session.today, filtered=wanted.is_any))


def _show_reflections(session: Session, wanted: Filter, *, as_json: bool) -> None:
    from mikrohandlinger.views.reflections import Retrospective

    found = session.store.reflections()
    uses = session.store.plan_uses(date.min, date.max)
    retrospectives = [
        Retrospective(monday, answers, uses.get(monday + ONE_WEEK))
        for monday, answers in found.items()
        if (wanted.first is None or monday + ONE_WEEK > wanted.first)
        and (wanted.last is None or monday <= wanted.last)
        and (not wanted.words or any(wanted.words.casefold() in text.casefold() for text in answers.values()))
    ]
    if as_json:
        from mikrohandlinger.views.as_json import reflections_document

        print_json(reflections_document(retrospectives))
        return
    from mikrohandlinger.views.terminal import history as screens

    pager.show(session, screens.reflections(retrospectives))


def _show_year(session: Session, year: int, wanted: Filter, send: Any) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    narrowed = wanted._replace(first=max(first, wanted.first or first), last=min(last, wanted.last or last))
    screen = _year_report(session, year, narrowed, filtered=wanted.is_any)

    def face(form: faces.Form) -> str:
        return faces.year(screen, _entries(session, narrowed) if form == "json" else (), form)

    def draw() -> None:
        from mikrohandlinger.views.terminal.year import draw

        draw(screen)

    send(session, Report(f"year-{year}", _nothing_personal, draw, face))


def _year_report(session: Session, year: int, wanted: Filter, *, filtered: bool) -> YearReport:
    from mikrohandlinger.views.year import report

    assert wanted.first is not None
    assert wanted.last is not None
    with waiting(_("Reading")):
        counts = session.store.day_counts(wanted.first, wanted.last, wanted.where, wanted.words)
    return report(
        year,
        session.today,
        counts=counts,
        begun=session.store.first_day() or session.today,
        calendar=session.calendar(date(year, 1, 1), date(year, 12, 31)),
        goal=session.settings.goal,
        show_streaks=session.settings["show_streaks"],
        filtered=filtered,
    )


def _nothing_personal() -> str:
    from mikrohandlinger.views.week_words import NO_OWN_WORDS

    return _(NO_OWN_WORDS)


def _entries(session: Session, wanted: Filter) -> list[Entry]:
    with waiting(_("Reading")):
        return session.store.search_entries(wanted.first, wanted.last, wanted.where, wanted.words)


def _year(session: Session, text: str | None) -> int:
    if text is None:
        return session.today.year
    latest = session.today.year + YEARS_AHEAD
    if text.isdecimal() and len(text) == 4 and YEARS[0] <= int(text) <= latest:
        return int(text)
    raise MikroError(
        "year-unknown",
        N_("“{year}” is not a year from {first} to {last}. Write it like 2026."),
        year=text,
        first=YEARS[0],
        last=latest,
    )


def _day(session: Session, text: str | None) -> date | None:
    return None if text is None else parse_day(text, session.clock.now)
