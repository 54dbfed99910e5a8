"""Reports as Markdown that pastes into Teams, Outlook and a wiki, and reads well as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mikrohandlinger.domain.privacy import clean, one_line
from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import month as month_name
from mikrohandlinger.texts.dates import short_weekday
from mikrohandlinger.views.week import words
from mikrohandlinger.views.year import words as year_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.reports.year import YearReport

_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
#: What can begin or end something in CommonMark, in tables and in the wikis' own dialects.
_PUNCTUATION: Final = re.compile(r"([\\`*_{}\[\]|~^$#!@])|((?<=\w)://)|(^\s*(?:[-+=:]|\d+(?=[.)])))")


def week(screen: WeekReport) -> str:
    """The report of a week."""
    blocks = [
        f"## {words.week_name(screen.monday)} · {words.dates(screen)}",
        escaped(words.standing(screen)),
        " · ".join(words.run(screen)),
        _grid(screen),
        " · ".join(words.legend(screen)),
        words.earlier(screen),
    ]
    if screen.plan:
        label = _("The week's plan: ").strip()
        blocks.append(f"**{label}** {escaped(screen.plan)}")
        # The question is for the screen; on paper only the answer makes sense.
        blocks.append(words.plan_use(screen) if screen.plan_used else "")
    blocks += _counts(_("With whom"), words.reach_counts(screen))
    blocks += _counts(_("Practised"), words.sign_counts(screen))
    blocks += _said(_("In your own words"), words.notes(screen))
    blocks += _said(_("Your reflection"), words.reflection(dict(screen.reflection)))
    worked = words.worked(screen)
    if worked:
        blocks += [
            "### " + _("What worked for you"),
            _bullets(f"{escaped(line.about)} ({line.words})" for line in worked),
        ]
        blocks.append(_("Your own counts: what followed, not why."))
    return "\n\n".join(block for block in blocks if block) + "\n"


def year(screen: YearReport) -> str:
    """The report of a year, month by month."""
    months = [month for month in screen.months if month.entries]
    blocks = [f"## {screen.year}", year_words.totals(screen)]
    if months:
        head = [_("Month"), _("Days"), _("Entries")]
        rows = [[month_name(month.number), str(month.done_days), str(month.entries)] for month in months]
        blocks.append(table([head, *rows]))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """``text`` on one line, so that no dialect of Markdown, nor HTML, sees anything but text in it."""
    plain = "".join(_ENTITIES.get(char, char) for char in one_line(text))
    return _PUNCTUATION.sub(_escape, plain)


def _escape(found: re.Match[str]) -> str:
    if found[2]:
        return "\\://"  # no address becomes a link by itself
    if found[3]:
        mark = found[3]
        return f"\\{mark}" if not mark[-1].isdigit() else f"{mark}\\"
    return f"\\{found[0]}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table, the first row its head, padded so that it is one to the eye as well."""
    widths = [max(3, *(len(row[column]) for row in rows)) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def _grid(screen: WeekReport) -> str:
    head = ["", *(short_weekday(index) for index in range(7)), *([""] if _has_figures(screen) else [])]
    rows = [head]
    for row in screen.actions:
        cells = [words.mark(screen, index, row.per_day[index]).symbol for index in range(7)]
        figures = [" · ".join(words.figures(row, screen.show_streaks))] if _has_figures(screen) else []
        rows.append([row.action.title(language()).title, *cells, *figures])
    return table(rows)


def _has_figures(screen: WeekReport) -> bool:
    return any(words.figures(row, screen.show_streaks) for row in screen.actions)


def _counts(title: str, counts: list[tuple[str, int]]) -> list[str]:
    if not counts:
        return []
    return [f"### {title}", _bullets(f"{name}: {count}" for name, count in counts)]


def _said(title: str, said: list[words.Said]) -> list[str]:
    if not said:
        return []
    blocks = [f"### {title}"]
    for item in said:
        lines = [escaped(line) for line in clean(item.words).split("\n") if line.strip()]
        blocks.append(f"{escaped(item.about)}\n\n" + "\n>\n".join(f"> {line}" for line in lines))
    return blocks


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
