"""The screen of ``mikro history``."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.texts import _, ngettext
from mikrohandlinger.texts.dates import clock, full_date, relative_day
from mikrohandlinger.views.signs import reach_name, short_action, went_name

from . import console as common

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mikrohandlinger.domain.entries import Entry


def draw(entries: Sequence[Entry], today: date) -> None:
    """Draw the entries, newest first, day by day."""
    console = common.make()
    if not entries:
        console.print(Text(_("Nothing recorded here yet. «mikro today» proposes where to begin.")))
        return
    for day, of_day in groupby(entries, key=lambda entry: entry.day):
        heading = relative_day(day, today) if (today - day).days < 2 else full_date(day)
        console.print(
            Text.assemble(
                (heading[0].upper() + heading[1:], common.HEADING), (f"  ·  {week_label(day)}", common.QUIET)
            )
        )
        for entry in of_day:
            console.print(common.indented(_line(entry), console))
            if entry.note:
                console.print(common.indented(common.data(entry.note, common.SAYING), console, left=9))
    console.print()
    console.print(
        Text(
            ngettext("{number} entry", "{number} entries", len(entries)).format(number=len(entries)),
            common.QUIET,
        )
    )


def _line(entry: Entry) -> Text:
    line = Text.assemble(
        (f"{entry.number:>4}", common.QUIET),
        f"  {clock(datetime.fromisoformat(entry.at))}  ",
        (short_action(entry.action), common.ACTION),
    )
    for extra in (
        reach_name(entry.reach) if entry.reach else "",
        went_name(entry.went) if entry.went else "",
    ):
        if extra:
            line.append(f" · {extra}", common.QUIET)
    return line
