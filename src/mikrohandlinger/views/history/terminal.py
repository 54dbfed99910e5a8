"""The screens of ``mikro history``."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from types import MappingProxyType

from rich.cells import cell_len
from rich.text import Text

from mikrohandlinger.domain.calendar import monday_of, week_label
from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.texts import _, language, quoted
from mikrohandlinger.texts.dates import clock, day_and_month, from_to, full_date, relative_day
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.feedback import parts as parts_of
from mikrohandlinger.views.shared.feedback import told
from mikrohandlinger.views.shared.names import (
    action_name,
    answer_name,
    reach_name,
    recorded,
    rule_within,
    week_name,
    week_within,
    went_name,
)
from mikrohandlinger.views.shared.sections import Section, reflection, use_sentence
from mikrohandlinger.views.shared.terminal import console as common
from mikrohandlinger.views.shared.terminal.sections import draw_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import Console

    from mikrohandlinger.domain.catalogue.model import Variation
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.reports.retrospective import Answer, Retrospective


class Pen:
    """Writes styled lines without laying each out, which for ten years of entries takes seconds."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._around: dict[str, tuple[str, str]] = {}
        self._names = {action: common.readable(action_name(action), console) for action in ACTIONS}

    def name(self, action: str) -> str:
        """What the action goes by, in the letters of the console and as wide as the widest."""
        return self._names[action].ljust(max(map(len, self._names.values())))

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

    @property
    def is_roomy(self) -> bool:
        """Whether words stand beside what they are about."""
        return self._console.width >= common.NARROW

    def beside(self, label: str, text: str, style: str, rest: str) -> str:
        """A quiet label with ``text`` beside it and a quiet ``rest`` after it, wrapped under itself."""
        after = ("   " if text else "") + rest if rest else ""
        if cell_len(label) + cell_len(text) + cell_len(after) < self._console.width:
            quiet = self.styled(label if text or after else label.rstrip(), common.QUIET)
            return f"{quiet}{self.styled(text, style)}{self.styled(after, common.QUIET)}\n"
        margin = len(label)
        room = max(10, self._console.width - margin - 1)
        rows = list(Text(text, style).wrap(self._console, room))
        if rest and rows and len(rows[-1].plain.rstrip()) + len(after) <= room:
            rows[-1].rstrip()
            rows[-1].append(after, common.QUIET)
        elif rest:
            rows.append(Text(rest, common.QUIET))
        with self._console.capture() as captured:
            for number, row in enumerate(rows):
                row.rstrip()
                begin = (label, common.QUIET) if number == 0 else " " * margin
                common.put(Text.assemble(begin, row), self._console)
        return captured.get()


def entries(
    found: Iterable[Entry],
    today: date,
    *,
    filtered: bool,
    variations: Mapping[str, Variation] = MappingProxyType({}),
    matches: Sequence[Answer] = (),
    console: Console | None = None,
) -> Iterator[str]:
    """The entries, newest first, a piece of the screen for each day; none is held longer than its day.

    Args:
        found: The entries.
        today: The present day.
        filtered: Whether only some are asked for.
        variations: What was proposed, by id: its sentence stands where there is no note.
        matches: Answers of retrospectives with the words that are asked for.
        console: Where it is for; standard output unless told.
    """
    pen = Pen(console or common.make())
    count, before = 0, None
    last = None
    for day, of_day in groupby(found, key=lambda entry: entry.day):
        lines = [_entry(pen, entry, variations) for entry in of_day]
        count += len(lines)
        last = last or day
        yield _heading(pen, day, today, before) + "".join(lines)
        before = day
    if count and before and last:
        told = recorded(count)
        if before != last:
            told = _("{entries} from {days}").format(entries=told, days=from_to(before, last))
        yield "\n" + pen.paragraph(told, common.QUIET, 0)
    yield from _matches(pen, matches, today, apart=bool(count))
    if count or matches:
        return
    sentence = (
        _("Nothing fits. “mikro history” without options shows everything.")
        if filtered
        else _("Nothing recorded here yet. “mikro today” proposes where to begin.")
    )
    yield pen.paragraph(sentence, "", 0)


def _heading(pen: Pen, day: date, today: date, before: date | None) -> str:
    """The day; its week where that is another one than above, its year where it is not the present one."""
    written = day_and_month(day) if day.year == today.year else full_date(day)
    near = relative_day(day, today) if 0 <= (today - day).days < 2 else ""
    name = f"{near}, {written}" if near else written
    if before is None or monday_of(before) != monday_of(day):
        name += f"  ·  {week_within(day)}"
    return pen.paragraph(name[0].upper() + name[1:], common.QUIET, 0)


def _entry(pen: Pen, entry: Entry, variations: Mapping[str, Variation]) -> str:
    """An entry on one row where it fits: own words plain, what was proposed quiet."""
    begin = f"{entry.number:>4}  {clock(entry.at)}  {pen.name(entry.action)}"
    extras = [
        *([reach_name(entry.reach)] if entry.reach else []),
        *([went_name(entry.went)] if entry.went else []),
        *([rule_within(entry.rule)] if entry.rule else []),
        *(told(entry.feedback) if entry.feedback else []),
    ]
    variation = variations.get(entry.variation or "")
    parts = parts_of(entry.feedback) if entry.feedback else []
    if entry.note or parts:
        said, style = quoted(entry.note) if entry.note else "", ""
    else:
        said, style = variation.wording(language()).text if variation else "", common.QUIET
    if not pen.is_roomy:
        head = pen.paragraph(" · ".join([begin.rstrip(), *extras]), common.QUIET, 0)
        return head + "".join(pen.paragraph(row, style, 4) for row in ([said] if said else []) + parts)
    row = pen.beside(f"{begin}   ", said, style, " · ".join(extras))
    return row + "".join(pen.beside(" " * (len(begin) + 3), part, "", "") for part in parts)


def _matches(pen: Pen, matches: Sequence[Answer], today: date, *, apart: bool) -> Iterator[str]:
    """The answers with the words that were looked for, each with its week and question."""
    for number, match in enumerate(matches):
        head = ""
        if number == 0:
            head = ("\n" if apart else "") + pen.paragraph(_("From your retrospectives"), common.QUIET, 0)
        week = match.monday.isocalendar()
        year = "" if week.year == today.isocalendar().year else f" {week.year}"
        about = f"{week_name(match.monday)}{year}  ·  {answer_name(match.key)}"
        yield head + pen.paragraph(about, common.QUIET, 2) + pen.paragraph(quoted(match.text), "", 4)


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
