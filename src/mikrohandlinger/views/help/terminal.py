"""The screen of ``--help``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

    from rich.console import Console

    from mikrohandlinger.domain.reports.help import HelpPage, Panel, Row

#: A longer term stands on a line of its own.
WIDEST_TERM: Final = 24


def drawn(page: HelpPage) -> str:
    """The page as text, with colour where the console takes it."""
    console = common.make()
    with console.capture() as capture:
        if page.hints:
            _paragraph(Text(page.about), console)
        else:
            _paragraph(Text.assemble((_("Usage: "), common.QUIET), (page.usage, common.HEADING)), console)
            _paragraph(Text(page.about), console)
        if page.examples:
            console.print()
            for example in page.examples:
                _paragraph(Text(example), console, left=2)
        _draw_panels(page.panels, console)
        if page.hints:
            console.print()
            for hint in page.hints:
                common.put(common.hints([hint], console), console)
    return "\n".join(line.rstrip() for line in capture.get().rstrip().split("\n"))


def _paragraph(text: Text, console: Console, left: int = 0) -> None:
    common.put(common.indented(text, console, left=left), console)


def _draw_panels(panels: Iterable[Panel], console: Console) -> None:
    whole = [panel for panel in panels if not panel.names_only]
    names = [panel for panel in panels if panel.names_only]
    terms = [len(row.term) for panel in whole for row in panel.rows if len(row.term) <= WIDEST_TERM]
    width = max(terms, default=0) + 3
    for panel in whole:
        console.print()
        _paragraph(Text(panel.title, common.HEADING if names else common.QUIET), console)
        for row in panel.rows:
            _draw_row(row, width, console)
    if names:
        console.print()
    width = max((len(panel.title) for panel in names), default=0) + 3
    for panel in names:
        _draw_names(panel, width, console)


def _draw_row(row: Row, width: int, console: Console) -> None:
    """A term and what it means beside it; below it where the screen is narrow or the term is long."""
    if console.width >= common.NARROW and len(row.term) <= WIDEST_TERM:
        common.put(common.labelled(row.term, Text(row.meaning), console, width), console)
        return
    _paragraph(Text(row.term, common.QUIET, overflow="fold"), console, left=2)
    _paragraph(Text(row.meaning), console, left=width + 2 if console.width >= common.NARROW else 4)


def _draw_names(panel: Panel, width: int, console: Console) -> None:
    # Of several forms of an option the one that is soonest written.
    terms = [row.term.split(", ")[0] for row in panel.rows]
    text = Text(" · ".join(terms))
    if console.width < common.NARROW:
        _paragraph(Text(panel.title, common.QUIET), console)
        _paragraph(text, console, left=2)
        return
    common.put(common.beside(panel.title, text, console, width), console)
