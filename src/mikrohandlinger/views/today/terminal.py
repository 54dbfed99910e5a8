"""The screen of ``mikro today``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.texts import _, language, quoted
from mikrohandlinger.texts.dates import day_and_month
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import level_name, week_within
from mikrohandlinger.views.shared.terminal import console as common
from mikrohandlinger.views.today import words

if TYPE_CHECKING:
    from typing import Final

    from rich.console import Console

    from mikrohandlinger.domain.catalogue.model import Action
    from mikrohandlinger.domain.proposal import Proposal
    from mikrohandlinger.domain.today import Today

#: More of what was done today is told by the week.
MOST_DONE: Final = 3
#: No note has more rows here; all of it stands in the week.
NOTE_ROWS: Final = 2


def draw(screen: Today) -> None:
    """Draw the screen on standard output."""
    console = common.make()
    # Written in one piece.
    with console:
        date_line = day_and_month(screen.day)
        is_back = screen.notices.away is not None and not _is_away(screen)
        welcome = [_("welcome back")] if is_back else []
        head = [date_line[0].upper() + date_line[1:], week_within(screen.day), *welcome]
        common.put(common.indented(Text("  ·  ".join(head), common.QUIET), console, left=0), console)
        for sentence in (words.day_off_sentence(screen), words.half_day_sentence(screen)):
            _paragraph(console, sentence)
        _draw_done(screen, console)
        if screen.proposal is not None and screen.action is not None:
            _draw_proposal(screen, screen.proposal, screen.action, console)
        _draw_foot(screen, console)


def _is_away(screen: Today) -> bool:
    return screen.off is not None and screen.off.in_pause


def _paragraph(console: Console, sentence: str) -> None:
    if sentence:
        console.print()
        common.put(common.indented(Text(sentence), console, left=0), console)


def _draw_proposal(screen: Today, proposal: Proposal, action: Action, console: Console) -> None:
    wording = proposal.variation.wording(language())
    console.print()
    if screen.done and not screen.is_one_more:
        was = _("The proposal was: {act}").format(act=wording.text)
        common.put(common.indented(common.data(was, common.QUIET), console), console)
        return
    if screen.done:
        common.put(Text(_("And here is one more:")), console)
    caption = [
        action.title(language()).title,
        _("about {minutes} min").format(minutes=proposal.variation.minutes),
        *([level_name(3)] if proposal.variation.level == 3 else []),
    ]
    common.put(common.indented(Text("  ·  ".join(caption), common.QUIET), console, left=0), console)
    common.put(common.indented(common.data(wording.text, common.HEADING), console, left=0), console)
    console.print()
    roomy = console.width >= common.NARROW
    rows = (
        (_("When"), common.data(wording.when)),
        (_("Say"), common.data(quoted(wording.say))),
        (_("With care"), common.data(wording.care)),
        (_("Or else"), common.data(words.otherwise_sentence(screen))),
        # On a narrow screen the reason gives way; it stands in the catalogue.
        (_("Why"), common.data(wording.why if roomy else "", common.QUIET)),
        (_("Your plan"), common.data(screen.plan or "")),
        (_("Your anchor"), common.data("" if screen.plan else words.anchor(screen))),
    )
    width = max(len(label) for label, _text in rows[:-1]) + 3
    for label, text in rows:
        if text.plain:
            common.put(common.labelled(label, text, console, width), console)


def _draw_done(screen: Today, console: Console) -> None:
    """What was done today, with its own words: the tick stands here and nowhere else."""
    more = len(screen.entries) - MOST_DONE
    for index, entry in enumerate(screen.entries[-MOST_DONE:]):
        if index == 0:
            console.print()
        line = Text.assemble(("✓", common.DONE), " ", words.done_line(screen, entry))
        common.put(common.indented(line, console, left=0), console)
        if entry.words:
            note = common.cut(quoted(entry.words), (console.width - 4) * NOTE_ROWS - 10)
            common.put(common.indented(Text(note), console), console)
    if more > 0:
        common.put(common.hints([words.more_done(more)], console, left=2), console)


def _draw_foot(screen: Today, console: Console) -> None:
    """How the week stands, the one seat for whatever else there is to say, and what to do next."""
    standing = words.standing_sentence(screen)
    # Whoever is away is asked nothing.
    notice = "" if _is_away(screen) else words.notice_line(screen)
    hints = words.hints(screen)
    if not standing and not notice and not hints:
        return
    console.print()
    if standing:
        common.put(common.indented(Text(standing), console, left=0), console)
    if notice:
        common.put(common.hints([notice], console), console)
    if hints:
        common.put(common.hints(hints, console), console)
