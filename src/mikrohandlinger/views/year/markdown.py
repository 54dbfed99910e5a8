"""The report of a year as Markdown."""

from __future__ import annotations

from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import month as month_name
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import markdown as shared
from mikrohandlinger.views.year import words

if TYPE_CHECKING:
    from mikrohandlinger.domain.reports.year import YearReport


def text(screen: YearReport) -> str:
    """The report of a year, month by month."""
    months = [month for month in screen.months if month.entries]
    blocks = [f"## {screen.year}", words.totals(screen)]
    if months:
        head = [_("Month"), _("Days"), _("Entries")]
        rows = [[month_name(month.number), str(month.done_days), str(month.entries)] for month in months]
        blocks.append(shared.table([head, *rows]))
    return shared.joined(blocks)
