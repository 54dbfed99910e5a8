"""The screens of ``mikro history``."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _
from mikrohandlinger.texts.dates import clock, full_date, relative_day
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import (
    action_name,
    reach_name,
    recorded,
    week_name,
    week_within,
    went_name,
)
from mikrohandlinger.views.shared.sections import Section, reflection, use_sentence
from mikrohandlinger.views.shared.terminal import console as common
from mikrohandlinger.views.shared.terminal.sections import draw_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.reports.retrospective import Retrospective


class Pen:
    """Writes styled lines without laying each out, which for ten years of entries takes seconds."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._around: dict[str, tuple[str, str]] = {}

    def styled(self, text: str, style: str) -> str:
        """``text`` with what this console needs before and after it for ``style``."""
        if style not in self._around:
            with self._console.capture() as captured:
                self._console.print(Text("x", style), end="")
            before, _x, after = captured.get().partition("x")
            self._around[style] = before, after
        before, after = self._around[style]
        return f"{before}{text}{after}" if text else ""

    def paragraph(self, text: str, style: str, left: int) -> str:
        """``text`` within its margin; only what does not fit on a line is laid out."""
        margin = " " * left
        if left + cell_len(text) < self._console.width:
            return f"{margin}{self.styled(text, style)}\n"
        lines = Text(text).wrap(self._console, max(10, self._console.width - left - 1))
        return "".join(f"{margin}{self.styled(line.plain.rstrip(), style)}\n" for line in lines)


def entries(
    found: Iterable[Entry], today: date, *, filtered: bool, console: Console | None = None
) -> Iterator[str]:
    """The entries, newest first, a piece of the screen for each day; none is held longer than its day."""
    pen = Pen(console or common.make())
    count = 0
    for day, of_day in groupby(found, key=lambda entry: entry.day):
        lines = [_entry(pen, entry) for entry in of_day]
        count += len(lines)
        yield _heading(pen, day, today) + "".join(lines)
    if count:
        yield "\n" + pen.paragraph(recorded(count), common.QUIET, 0)
        return
    sentence = (
        _("Nothing fits. “mikro history” without options shows everything.")
        if filtered
        else _("Nothing recorded here yet. “mikro today” proposes where to begin.")
    )
    yield pen.paragraph(sentence, "", 0)


def _heading(pen: Pen, day: date, today: date) -> str:
    name = relative_day(day, today) if 0 <= (today - day).days < 2 else full_date(day)
    return (
        pen.styled(name[0].upper() + name[1:], common.HEADING)
        + pen.styled(f"  ·  {week_within(day)}", common.QUIET)
        + "\n"
    )


def _entry(pen: Pen, entry: Entry) -> str:
    extras = [
        reach_name(entry.reach) if entry.reach else "",
        went_name(entry.went) if entry.went else "",
    ]
    line = (
        "  "
        + pen.styled(f"{entry.number:>4}", common.QUIET)
        + f"  {clock(entry.at)}  "
        + pen.styled(action_name(entry.action), common.ACTION)
        + pen.styled("".join(f" · {extra}" for extra in extras if extra), common.QUIET)
        + "\n"
    )
    return line + (pen.paragraph(one_line(entry.note), common.SAYING, 9) if entry.note else "")


def reflections(found: Sequence[Retrospective], console: Console | None = None) -> Iterator[str]:
    """The reflections, newest week first, a piece of the screen for each."""
    console = console or common.make()
    if not found:
        sentence = _("No reflection yet. “mikro week --reflect” asks five short questions.")
        yield Pen(console).paragraph(sentence, "", 0)
    for number, retrospective in enumerate(found):
        with console.capture() as captured:
            if number:
                console.print()
            title = f"{week_name(retrospective.monday)} · {week_label(retrospective.monday)[:4]}"
            draw_section(
                Section("reflection", title, said=reflection(retrospective.answers, retrospective.asked)),
                console,
                apart=False,
            )
            told = use_sentence(retrospective.next_plan_used)
            if told and retrospective.answers.get("plan"):
                console.print(common.indented(Text(told, common.QUIET), console, left=6))
        yield captured.get()
