"""The screens of ``mikro rule``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.rule import words
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Final

    from rich.console import Console

    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.rules.register import Listed

#: How wide the columns of the list are, but for the first, which has what is left.
_ORIGIN: Final = 16
_WHERE: Final = 23
_NUMBER: Final = 5
_LABEL: Final = 16


def listed(found: Sequence[Listed], today: date, console: Console | None = None) -> str:
    """The list as one text, for the pager."""
    console = console or common.make()
    with console.capture() as captured:
        if found:
            _draw_rows(found, today, console)
            console.print()
        console.print(common.hints(words.list_hints(found), console))
    return captured.get()


def _draw_rows(found: Sequence[Listed], today: date, console: Console) -> None:
    roomy = console.width >= common.ROOMY
    title = console.width - _NUMBER - _WHERE - (_ORIGIN if roomy else 0) - 2
    if roomy:
        number, rule, origin = _("no."), _("Rule"), _("Decided by")
        head = f" {number:<{_NUMBER - 1}}{rule:<{title}}  {origin:<{_ORIGIN}}" + _("Where it is")
        common.put(Text(head, common.QUIET), console)
    for place, each in enumerate(found):
        _draw_row(each, today, console, title, roomy=roomy, is_first=place == 0)


def _draw_row(
    each: Listed, today: date, console: Console, title: int, *, roomy: bool, is_first: bool
) -> None:
    rule = each.rule
    where = words.where(each, today)
    if not roomy:
        console.print(common.beside(f"{rule.number:>3}  ", common.data(rule.title), console, _NUMBER))
        stands = Text(", ".join(where), "" if each.waiting_days is not None else common.QUIET)
        console.print(common.indented(stands, console, left=_NUMBER))
        return
    left = common.data(rule.title).wrap(console, title)
    origin = words.named("origin", rule.origin)
    for number in range(max(len(left), len(where))):
        row = Text.assemble((f"{rule.number:>3}  " if number == 0 else " " * _NUMBER, common.QUIET))
        text = left[number].plain.rstrip() if number < len(left) else ""
        row.append(f"{text:<{title}}  ")
        row.append(f"{origin if number == 0 else '':<{_ORIGIN}}", common.QUIET)
        # The one figure that stands out is how long somebody has waited for an answer.
        loud = is_first and each.waiting_days is not None and number == 1
        row.append(where[number] if number < len(where) else "", common.HEADING if loud else "")
        row.rstrip()
        common.put(row, console)


def one(
    found: Listed,
    today: date,
    entries: Sequence[Entry] = (),
    *,
    for_leader: bool = False,
    console: Console | None = None,
) -> str:
    """One rule as one text, for the pager; of the entries that were about it the latest are told."""
    console = console or common.make()
    rule = found.rule
    with console.capture() as captured:
        console.print(common.data(rule.title, common.HEADING))
        console.print(Text(words.heading(rule, today), common.QUIET))
        conversations = words.conversations(rule, entries, today)
        for part in (words.facts(rule), [*words.steps(found, today), *conversations]):
            if part:
                console.print()
            for fact in part:
                console.print(common.labelled(fact.label, common.data(fact.text), console, _LABEL))
        readings = words.for_leader(found) if for_leader else []
        steps = words.next_steps(found, today)
        if readings or steps:
            console.print()
        for reading in readings:
            console.print(common.indented(Text(reading, common.QUIET), console, left=0))
        if steps:
            console.print(common.hints(steps, console))
    return captured.get()
