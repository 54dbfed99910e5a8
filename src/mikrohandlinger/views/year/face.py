"""A year as text in any form."""

from __future__ import annotations

from functools import partial

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.reports.year import YearReport
    from mikrohandlinger.views.shared.forms import Form


def face(screen: YearReport, entries: Iterable[tuple[Entry, Variation | None]], form: Form) -> str:
    """The report in ``form``; ``terminal`` is plain text, and only JSON names the single entries."""
    match form:
        case "terminal":
            from mikrohandlinger.views.shared.terminal import picture
            from mikrohandlinger.views.year.terminal import draw

            return picture.as_text(partial(draw, screen))
        case "svg":
            from mikrohandlinger.views.shared.terminal import picture
            from mikrohandlinger.views.year.terminal import draw

            return picture.as_svg(partial(draw, screen), f"mikro · {screen.year}")
        case "markdown":
            from mikrohandlinger.views.year import markdown

            return markdown.text(screen)
        case "html":
            from mikrohandlinger.views.year import html

            return html.page(screen)
        case "json":
            from mikrohandlinger.views.shared import envelope
            from mikrohandlinger.views.year.document import document

            return envelope.as_text(document(screen, entries))
        case _:
            from typing import assert_never

            assert_never(form)
    return None
