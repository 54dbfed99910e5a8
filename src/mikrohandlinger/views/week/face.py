"""A week as text in any form."""

from __future__ import annotations

from functools import partial

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.week import WeekReport
    from mikrohandlinger.views.shared.forms import Form


def face(screen: WeekReport, form: Form) -> str:
    """The report in ``form``; ``terminal`` is plain text."""
    match form:
        case "terminal":
            from mikrohandlinger.views.shared.terminal import picture
            from mikrohandlinger.views.week.terminal import draw_whole

            return picture.as_text(partial(draw_whole, screen))
        case "svg":
            from mikrohandlinger.views.shared.terminal import picture
            from mikrohandlinger.views.week.terminal import draw_whole
            from mikrohandlinger.views.week.words import title

            return picture.as_svg(partial(draw_whole, screen), title(screen))
        case "markdown":
            from mikrohandlinger.views.week import markdown

            return markdown.text(screen)
        case "html":
            from mikrohandlinger.views.week import html

            return html.page(screen)
        case "json":
            from mikrohandlinger.views.shared import envelope
            from mikrohandlinger.views.week.document import document

            return envelope.as_text(document(screen))
        case _:
            from typing import assert_never

            assert_never(form)
    return None
