"""The report of a week as Markdown."""

from __future__ import annotations

from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import short_weekday
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import markdown as shared
from mikrohandlinger.views.week import words

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.week import WeekReport


def text(screen: WeekReport) -> str:
    """The report of a week."""
    blocks = [
        f"## {words.title(screen)}",
        shared.escaped(words.standing(screen)),
        _grid(screen),
        ", ".join(words.legend(screen)),
    ]
    if screen.plan:
        label = _("The week's plan")
        # The question is for the screen; on paper only the answer makes sense.
        blocks.append(f"**{label}:** {shared.escaped(words.plan(screen))}")
    entries, reflection = words.sections(screen)
    blocks += [] if entries.is_empty else shared.section(entries)
    blocks.append(
        shared.bullets(f"{fact.about}: {shared.escaped(fact.words)}" for fact in words.facts(screen))
    )
    blocks.append(" · ".join(words.run(screen)))
    worked = words.worked(screen)
    if worked:
        blocks += [
            "### " + _("What you have tried, the last 12 weeks"),
            shared.bullets(map(shared.escaped, worked)),
            _("Only counted. It does not say why."),
        ]
    blocks += [] if reflection.is_empty else shared.section(reflection)
    return shared.joined(blocks)


def _grid(screen: WeekReport) -> str:
    head = ["", *(short_weekday(index) for index in range(7)), *([""] if _has_figures(screen) else [])]
    rows = [head]
    for row in screen.actions:
        cells = [words.mark(screen, index, row.per_day[index]).symbol for index in range(7)]
        figures = [" · ".join(words.figures(screen, row))] if _has_figures(screen) else []
        rows.append([row.action.title(language()).title, *cells, *figures])
    return shared.table(rows)


def _has_figures(screen: WeekReport) -> bool:
    return any(words.figures(screen, row) for row in screen.actions)
