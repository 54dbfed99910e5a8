"""The report of a week as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import short_weekday
from mikrohandlinger.views.shared import markdown as shared
from mikrohandlinger.views.week import words

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.week import WeekReport


def text(screen: WeekReport) -> str:
    """The report of a week."""
    blocks = [
        f"## {words.title(screen)}",
        shared.escaped(words.standing(screen)),
        " · ".join(words.run(screen)),
        _grid(screen),
        " · ".join(words.legend(screen)),
        words.earlier(screen),
    ]
    if screen.plan:
        label = _("The week's plan: ").strip()
        blocks.append(f"**{label}** {shared.escaped(screen.plan)}")
        # The question is for the screen; on paper only the answer makes sense.
        blocks.append(words.plan_use(screen) if screen.plan_used else "")
    for section in words.sections(screen):
        blocks += shared.section(section)
    worked = words.worked(screen)
    if worked:
        blocks += [
            "### " + _("What worked for you"),
            shared.bullets(f"{shared.escaped(line.about)} ({line.words})" for line in worked),
        ]
        blocks.append(_("Your own counts: what followed, not why."))
    return shared.joined(blocks)


def _grid(screen: WeekReport) -> str:
    head = ["", *(short_weekday(index) for index in range(7)), *([""] if _has_figures(screen) else [])]
    rows = [head]
    for row in screen.actions:
        cells = [words.mark(screen, index, row.per_day[index]).symbol for index in range(7)]
        figures = [" · ".join(words.figures(row, screen.show_streaks))] if _has_figures(screen) else []
        rows.append([row.action.title(language()).title, *cells, *figures])
    return shared.table(rows)


def _has_figures(screen: WeekReport) -> bool:
    return any(words.figures(row, screen.show_streaks) for row in screen.actions)
