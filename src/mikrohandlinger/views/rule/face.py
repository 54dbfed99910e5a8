"""The memo in the forms that leave: Markdown, a page, and JSON."""

from __future__ import annotations

from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.rule import memo as words

if TYPE_CHECKING:
    from mikrohandlinger.domain.rules.register import Memo
    from mikrohandlinger.views.shared.forms import Form


def face(memo: Memo, form: Form) -> str:
    """The memo in ``form``; plain text is Markdown."""
    if form == "html":
        return _page(memo)
    if form == "json":
        from mikrohandlinger.views.rule.document import memo as document
        from mikrohandlinger.views.shared import envelope

        return envelope.as_text(document(memo))
    return _markdown(memo)


def _markdown(memo: Memo) -> str:
    from mikrohandlinger.views.shared import markdown

    blocks = [f"# {markdown.escaped(words.title(memo))}", words.subtitle(memo)]
    for sheet in words.sheets(memo):
        if len(memo.rules) > 1:
            blocks.append(f"## {markdown.escaped(sheet.title)}")
        if sheet.waiting:
            blocks.append(f"**{sheet.waiting}**")
        blocks += [f"**{part.label}.** {markdown.escaped(part.text)}" for part in sheet.parts]
    return markdown.joined(blocks)


def _page(memo: Memo) -> str:
    from mikrohandlinger.views.shared import html

    sheets = words.sheets(memo)
    length = sum(120 + sum(60 + len(part.text) for part in sheet.parts) for sheet in sheets)
    return html.rendered(
        "rule/page.html",
        heading=words.title(memo),
        subheading=words.subtitle(memo),
        on_paper=html.print_for(length),
        sheets=sheets,
        is_one=len(sheets) == 1,
        note=_("Made with mikro. The times are estimates, and nobody is named."),
    )
