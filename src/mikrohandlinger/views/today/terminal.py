"""The screen of ``mikro today``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import clock, full_date
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.holidays import unknown_line
from mikrohandlinger.views.shared.names import action_within, level_name, quoted, week_within
from mikrohandlinger.views.shared.terminal import console as common
from mikrohandlinger.views.today.words import (
    day_off_sentence,
    half_day_sentence,
    notice_line,
    otherwise_sentence,
    standing_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from mikrohandlinger.domain.catalogue.model import Action
    from mikrohandlinger.domain.entries import Entry
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.domain.today import Today


def draw(screen: Today) -> None:
    """Draw the screen on standard output."""
    console = common.make()
    date_line = full_date(screen.day)
    console.print(
        Text.assemble(
            (date_line[0].upper() + date_line[1:], common.HEADING),
            (f"  ·  {week_within(screen.day)}", common.QUIET),
            ("  ·  " + _("welcome back") if screen.notices.away is not None else "", common.QUIET),
        )
    )
    for sentence in (day_off_sentence(screen), half_day_sentence(screen)):
        _paragraph(console, sentence)
    if screen.proposal is not None and screen.action is not None:
        _draw_proposal(screen, screen.proposal, screen.action, console)
    _draw_entries(screen.entries, console)
    standing = standing_sentence(screen)
    hint = _hint(screen)
    # One seat for whatever else there is to say.
    notice = notice_line(screen) or unknown_line(screen.without_holidays)
    if standing or hint or notice:
        console.print()
    for line in (Text(standing), Text(notice, common.QUIET), Text(hint, common.QUIET)):
        if line:
            console.print(common.indented(line, console, left=0))


def _paragraph(console: Console, sentence: str) -> None:
    if sentence:
        console.print()
        console.print(common.indented(Text(sentence), console, left=0))


def _draw_proposal(screen: Today, proposal: Proposal, action: Action, console: Console) -> None:
    wording = proposal.variation.wording(language())
    tick = ("✓ ", common.DONE) if screen.proposal_done else ""
    minutes = _("about {minutes} min").format(minutes=proposal.variation.minutes)
    console.print()
    console.print(
        Text.assemble(
            tick,
            (action.title(language()).title, common.ACTION),
            (f"  ·  {minutes}", common.QUIET),
            (f"  ·  {level_name(3)}" if proposal.variation.level == 3 else "", common.QUIET),
        )
    )
    console.print(common.indented(common.data(wording.text, common.HEADING), console, left=0))
    console.print()
    rows = (
        (_("When"), common.data(wording.when)),
        (_("Say"), common.data(quoted(wording.say), common.SAYING)),
        (_("With care"), common.data(wording.care)),
        (_("Or else"), common.data(otherwise_sentence(screen))),
        (_("Why"), common.data(wording.why)),
        (_("Your anchor"), common.data(screen.anchor)),
        (_("Your plan"), common.data(screen.plan or "")),
    )
    for label, text in rows:
        if text.plain:
            console.print(common.labelled(label, text, console, width=13))


def _draw_entries(entries: Iterable[Entry], console: Console) -> None:
    for index, entry in enumerate(entries):
        if index == 0:
            console.print()
            console.print(Text(_("Done today"), common.HEADING))
        at = clock(entry.at)
        line = Text.assemble(("✓ ", common.DONE), at, "  ", action_within(entry.action))
        if entry.note:
            line.append("  ")
            line.append_text(common.data(entry.note, common.SAYING))
        console.print(common.indented(line, console))


def _hint(screen: Today) -> str:
    """What to do next; a swap is offered once a day, and allowed as often as one likes."""
    if screen.proposal is None or screen.done:
        return ""
    if screen.proposal.swaps:
        return _("Afterwards: mikro log")
    another = "mikro today --another" if screen.off is None else "mikro today --anyway --another"
    return _("Afterwards: mikro log · Rather another: {command}").format(command=another)
