"""The answers that are shared, in the forms that a team can use."""

from __future__ import annotations

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.share import words
from mikrohandlinger.views.shared.names import week_name

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.share import Shared
    from mikrohandlinger.views.shared.forms import Form


def face(screen: Shared, form: Form) -> str:
    """The answers in ``form``: Markdown, HTML, JSON, or plain text."""
    if form == "markdown":
        return _markdown(screen)
    if form == "html":
        from mikrohandlinger.views.shared.html import environment

        return (
            environment()
            .get_template("share/page.html")
            .render(lang=language(), title=week_name(screen.monday), said=words.said(screen))
        )
    if form == "json":
        from mikrohandlinger.views.shared import envelope

        return envelope.as_text(
            envelope.document(week=week_label(screen.monday), answers=dict(screen.answers))
        )
    return _plain(screen)


def _markdown(screen: Shared) -> str:
    from mikrohandlinger.views.shared import markdown

    blocks = [f"# {week_name(screen.monday)}"]
    for item in words.said(screen):
        blocks.append(f"## {markdown.escaped(item.about)}")
        blocks += [markdown.escaped(line) for line in clean(item.words).split("\n") if line.strip()]
    return markdown.joined(blocks)


def _plain(screen: Shared) -> str:
    blocks = [week_name(screen.monday)]
    blocks += [f"{clean(item.about)}\n{clean(item.words)}" for item in words.said(screen)]
    return "\n\n".join(blocks) + "\n"
