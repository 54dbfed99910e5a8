"""The report of a week as one HTML page."""

from __future__ import annotations

from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import full_weekday, short_weekday
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import html as shared
from mikrohandlinger.views.shared.names import week_name
from mikrohandlinger.views.week import words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.views.shared.sections import Section


def page(screen: WeekReport) -> str:
    """The report of a week."""
    sections = shared.cleaned(part for part in words.sections(screen) if not part.is_empty)
    worked = words.worked(screen)
    return shared.rendered(
        "week/page.html",
        heading=week_name(screen.monday),
        subheading=words.dates(screen),
        on_paper=shared.print_for(_length(sections, worked)),
        standing=words.standing(screen),
        run=" · ".join(words.run(screen)),
        facts=words.facts(screen),
        days=_days(screen),
        rows=_rows(screen),
        legend=words.legend(screen),
        plan=words.plan(screen),
        sections=sections,
        worked=worked,
        labels={
            "grid": _("The week day by day"),
            "plan": _("The week's plan"),
            "facts": _("The week in short"),
            "worked": _("What you have tried, the last 12 weeks"),
            "counts": _("Only counted. It does not say why."),
        },
    )


def _length(sections: Iterable[Section], worked: Iterable[str]) -> int:
    """How much room the words need on paper, in characters."""
    own = (
        60 + len(item.about) + len(item.words) + len(item.proposed)
        for section in sections
        for item in section.said
    )
    return sum(own) + sum(40 + len(line) for line in worked)


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
            "figures": " · ".join(words.figures(screen, row)),
        }
        for row in screen.actions
    ]
