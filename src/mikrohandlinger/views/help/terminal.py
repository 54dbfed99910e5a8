"""The screen of ``--help``."""

from __future__ import annotations

from rich.padding import Padding
from rich.panel import Panel as Box
from rich.table import Table
from rich.text import Text

from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from typing import Final

    from rich.console import Console, RenderableType

    from mikrohandlinger.domain.reports.help import HelpPage, Row

#: A longer term stands on a line of its own.
WIDEST_TERM: Final = 24


def drawn(page: HelpPage) -> str:
    """The page as text, with colour where the console takes it."""
    console = common.make()
    width = min(WIDEST_TERM, max(len(row.term) for panel in page.panels for row in panel.rows))
    with console.capture() as capture:
        usage = Text.assemble((_("Usage: "), common.QUIET), (page.usage, common.HEADING))
        console.print(Padding(usage, (0, 1)))
        console.print()
        console.print(Padding(Text(page.about), (0, 1)))
        console.print()
        for panel in page.panels:
            console.print(_box(panel.title, _rows(panel.rows, width, console)))
        if page.examples:
            console.print(_box(_("Examples"), Text("\n".join(page.examples))))
    return "\n".join(line.rstrip() for line in capture.get().rstrip().split("\n"))


def _box(title: str, body: RenderableType) -> Box:
    return Box(body, title=Text(title), title_align="left", border_style=common.QUIET)


def _rows(rows: tuple[Row, ...], width: int, console: Console) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    if console.width < common.NARROW:
        for row in rows:
            table.add_row(Text(row.term, common.ACTION, overflow="fold"))
            table.add_row(Padding(Text(row.meaning), (0, 0, 0, 2)))
        return table
    table.add_column(width=width)
    table.add_column(ratio=1)
    for row in rows:
        term = Text(row.term, common.ACTION, overflow="fold")
        table.add_row(term, Text(row.meaning))
    return table
