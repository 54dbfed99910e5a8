"""One value, many faces: a report as text in any of its forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal, assert_never

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.domain.reports.year import YearReport

Form = Literal["terminal", "markdown", "html", "svg", "json"]


def week(screen: WeekReport, form: Form) -> str:
    """The report of a week in ``form``; ``terminal`` is plain text."""
    match form:
        case "terminal" | "svg":
            from mikrohandlinger.views.week import terminal as screens
            from mikrohandlinger.views.week import words as week_words

            title = f"{week_words.week_name(screen.monday)} · {week_words.dates(screen)}"
            return _drawn(partial(screens.draw, screen), form, title)
        case "markdown":
            from mikrohandlinger.views.shared import markdown

            return markdown.week(screen)
        case "html":
            from mikrohandlinger.views.shared import html

            return html.week(screen)
        case "json":
            from mikrohandlinger.views.shared.as_json import week_document

            return _json(week_document(screen))
        case _:
            assert_never(form)


def year(screen: YearReport, entries: Sequence[Entry], form: Form) -> str:
    """The report of a year in ``form``; only JSON names the single entries."""
    match form:
        case "terminal" | "svg":
            from mikrohandlinger.views.year import terminal as screens

            return _drawn(partial(screens.draw, screen), form, f"mikro · {screen.year}")
        case "markdown":
            from mikrohandlinger.views.shared import markdown

            return markdown.year(screen)
        case "html":
            from mikrohandlinger.views.shared import html

            return html.year(screen)
        case "json":
            from mikrohandlinger.views.shared.as_json import year_document

            return _json(year_document(screen, entries))
        case _:
            assert_never(form)


def _drawn(draw: Any, form: Literal["terminal", "svg"], title: str) -> str:
    from mikrohandlinger.views.shared.terminal import picture

    return picture.as_svg(draw, title) if form == "svg" else picture.as_text(draw)


def _json(document: Mapping[str, Any]) -> str:
    import json

    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
