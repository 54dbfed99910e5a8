"""The script of a meeting as text in the forms that a group can use."""

from __future__ import annotations

from functools import partial

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.process import ScriptPage
    from mikrohandlinger.views.shared.forms import Form


def face(screen: ScriptPage, form: Form) -> str:
    """The script in ``form``: Markdown, HTML, JSON, or plain text."""
    if form == "markdown":
        from mikrohandlinger.views.process import markdown

        return markdown.text(screen)
    if form == "html":
        from mikrohandlinger.views.process import html

        return html.page(screen)
    if form == "json":
        from mikrohandlinger.views.process.document import one
        from mikrohandlinger.views.shared import envelope

        return envelope.as_text(one(screen))
    from mikrohandlinger.views.process.terminal import draw
    from mikrohandlinger.views.shared.terminal import picture

    return picture.as_text(partial(draw, screen))
