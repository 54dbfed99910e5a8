"""The screens of ``mikro history``."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import clock, full_date, relative_day
from mikrohandlinger.views import week_words, year_words
from mikrohandlinger.views.signs import reach_name, short_action, went_name

from . import console as common
from .week import draw_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.views.reflections import Retrospective


def entries(
    found: Sequence[Entry], today: date, *, filtered: bool, console: Console | None = None
) -> Iterator[str]:
    """The entries, newest first, a piece of the screen for each day."""
    console = console or common.make()
    if not found:
        sentence = (
            _("Nothing fits. «mikro history» without options shows everything.")
            if filtered
            else _("Nothing recorded here yet. «mikro today» proposes where to begin.")
        )
        yield _piece(console, Text(sentence))
        return
    for day, of_day in groupby(found, key=lambda entry: entry.day):
        heading = relative_day(day, today) if 0 <= (today - day).days < 2 else full_date(day)
        texts = [
            Text.assemble(
                (heading[0].upper() + heading[1:], common.HEADING),
                (f"  ·  {week_words.week_name(day).lower()}", common.QUIET),
            )
        ]
        for entry in of_day:
            texts.append(common.indented(_line(entry), console))
            if entry.note:
                texts.append(common.indented(common.data(entry.note, common.SAYING), console, left=9))
        yield _piece(console, *texts)
    yield _piece(console, Text(), Text(year_words.recorded(len(found)), common.QUIET))


def reflections(found: Sequence[Retrospective], console: Console | None = None) -> Iterator[str]:
    """The reflections, newest week first, a piece of the screen for each."""
    console = console or common.make()
    if not found:
        yield _piece(console, Text(_("No reflection yet. «mikro week --reflect» asks five short questions.")))
    for number, retrospective in enumerate(found):
        with console.capture() as captured:
            if number:
                console.print()
            said = week_words.reflection(dict(retrospective.answers))
            title = f"{week_words.week_name(retrospective.monday)} · {week_label(retrospective.monday)[:4]}"
            draw_said(title, said, console, apart=False)
            told = week_words.use_sentence(retrospective.next_plan_used)
            if told and retrospective.answers.get("plan"):
                console.print(common.indented(Text(told, common.QUIET), console, left=6))
        yield captured.get()


def _piece(console: Console, *texts: Text) -> str:
    with console.capture() as captured:
        for text in texts:
            console.print(text)
    return captured.get()


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
