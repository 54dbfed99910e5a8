"""Reports as one self-contained HTML page: no script, no network, every value escaped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mikrohandlinger.domain.calendar import monday_of
from mikrohandlinger.domain.privacy import clean, one_line
from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import days, full_weekday, short_weekday
from mikrohandlinger.texts.dates import month as month_name
from mikrohandlinger.views.week import words
from mikrohandlinger.views.year import words as year_words

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.reports.year import Month, YearDay, YearReport

TEMPLATES: Final = Path(__file__).parent / "templates"

#: For each shade its colour, and dots that tell it without any.
_SHADES: Final = ("", "level-1", "level-2", "level-3")
_SIGNS: Final = ("", "●", "●●", "●●●")

#: How small the print is, in points and columns, for this many characters of own words: one A4 page holds them.
_PRINT: Final = ((700, 10.5, 1), (1800, 9.0, 2), (4000, 8.0, 2), (7000, 6.5, 2))


def week(screen: WeekReport) -> str:
    """The report of a week."""
    notes = [_cleaned(item) for item in words.notes(screen)]
    reflection = [_cleaned(item) for item in words.reflection(dict(screen.reflection))]
    worked = words.worked(screen)
    size, columns = _print_form(
        sum(60 + len(item.about) + len(item.words) for item in (*notes, *reflection))
        + sum(40 + len(line.about) for line in worked)
    )
    return _render(
        "week.html",
        heading=words.week_name(screen.monday),
        subheading=words.dates(screen),
        print_size=size,
        print_columns=columns,
        standing=words.standing(screen),
        run=" · ".join(words.run(screen)),
        days=_days(screen),
        rows=_rows(screen),
        legend=words.legend(screen),
        earlier=words.earlier(screen),
        plan=one_line(screen.plan or ""),
        plan_use=words.plan_use(screen) if screen.plan_used else "",
        reach=words.reach_counts(screen),
        signs=words.sign_counts(screen),
        notes=notes,
        reflection=reflection,
        worked=worked,
        labels={
            "grid": _("The week day by day"),
            "plan": _("The week's plan: ").strip().rstrip(":"),
            "reach": _("With whom"),
            "signs": _("Practised"),
            "notes": _("In your own words"),
            "reflection": _("Your reflection"),
            "worked": _("What worked for you") + " · " + _("twelve weeks"),
            "counts": _("Your own counts: what followed, not why."),
        },
    )


def year(screen: YearReport) -> str:
    """The report of a year, as twelve small calendars."""
    weekdays = [{"short": short_weekday(index), "name": full_weekday(index)} for index in screen.weekdays]
    return _render(
        "year.html",
        heading=str(screen.year),
        subheading=year_words.first_last(screen),
        print_size=9.0,
        print_columns=1,
        totals=year_words.totals(screen),
        legend=[
            {"css": css, "sign": sign, "means": means}
            for css, sign, (_symbol, means) in zip(_SHADES[1:], _SIGNS[1:], year_words.legend(), strict=False)
        ],
        weekdays=weekdays,
        months=[_month(month, screen.weekdays) for month in screen.months],
        labels={"months": _("Month by month")},
    )


def _month(month: Month, weekdays: tuple[int, ...]) -> dict[str, Any]:
    weeks: dict[date, dict[int, dict[str, Any]]] = {}
    for cell in month.days:
        weeks.setdefault(monday_of(cell.day), {})[cell.day.weekday()] = _cell(cell)
    rows = [[week.get(weekday) for weekday in weekdays] for week in weeks.values()]
    told = f"{days(month.done_days)}, {year_words.recorded(month.entries)}" if month.entries else ""
    return {
        "name": month_name(month.number).capitalize(),
        "told": told,
        "weeks": [row for row in rows if any(row)],
    }


def _cell(cell: YearDay) -> dict[str, Any]:
    idle = "working" if cell.off is None and not cell.is_outside else "idle"
    css = _SHADES[cell.shade] if cell.entries else idle
    return {
        "number": cell.day.day,
        "css": css,
        "sign": _SIGNS[cell.shade],
        "meaning": year_words.meaning(cell),
    }


def _days(screen: WeekReport) -> list[dict[str, Any]]:
    return [
        {"short": short_weekday(index), "name": full_weekday(index), "now": cell.day == screen.today}
        for index, cell in enumerate(screen.days)
    ]


def _rows(screen: WeekReport) -> list[dict[str, Any]]:
    return [
        {
            "title": row.action.title(language()).title,
            "marks": [words.mark(screen, index, row.per_day[index]) for index in range(7)],
            "figures": " · ".join(words.figures(row, screen.show_streaks)),
        }
        for row in screen.actions
    ]


def _cleaned(item: words.Said) -> words.Said:
    return words.Said(item.about, clean(item.words))


def _print_form(characters: int) -> tuple[float, int]:
    for most, size, columns in _PRINT:
        if characters <= most:
            return size, columns
    return _PRINT[-1][1:]


def _render(template: str, *, heading: str, subheading: str, **values: Any) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(
        lang=language(),
        title=f"{heading} · mikro",
        heading=heading,
        subheading=subheading,
        colophon=_(
            "Made with mikro for its owner. It counts the owner's own acts and is no measure of anybody."
        ),
        **values,
    )
