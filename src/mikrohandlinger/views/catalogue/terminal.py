"""The screens of ``mikro actions``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.texts import _, language, quoted
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.catalogue.words import team_lines, variations
from mikrohandlinger.views.shared import sources
from mikrohandlinger.views.shared.names import (
    action_word,
    level_name,
    place_within,
    reach_name,
    sign_name,
    work_name,
)
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from rich.console import Console

    from mikrohandlinger.domain.catalogue.model import Origin, Variation
    from mikrohandlinger.domain.reports.catalogue import CataloguePage, OneVariation, Shelf


def draw(screen: CataloguePage) -> None:
    """Draw the three actions, or the variations that were looked for."""
    console = common.make()
    if screen.listed and not screen.in_all:
        console.print(Text(_("No variation fits that. “mikro actions” shows the three actions.")))
        return
    for shelf in screen.shelves:
        if screen.listed and not shelf.variations:
            continue
        _draw_heading(shelf, console)
        if screen.listed:
            for variation in shelf.variations:
                _draw_short(variation, console, screen)
        console.print()
    if screen.team is not None and not screen.listed:
        for line in team_lines(screen.team):
            # A path is copied whole, so it is never broken.
            is_path = line.startswith(" ")
            row = Text(one_line(line)) if is_path else common.indented(common.data(line), console, left=0)
            common.put(Text.assemble("  ", row) if is_path else row, console)
        console.print()
    hint = (
        _("One in full: mikro actions ID · Rather not that one: mikro actions hide ID")
        if screen.listed
        else _(
            "See them: mikro actions ask · Look for one: mikro actions --search WORD · Write your own: mikro actions add"
        )
    )
    console.print(Text(hint, common.QUIET))


def draw_one(screen: OneVariation) -> None:
    """Draw one variation in full."""
    console = common.make()
    variation, named, hidden, origin = screen
    wording = variation.wording(language())
    console.print(common.data(wording.text, common.HEADING))
    console.print(Text(_facts(variation, origin, hidden=hidden), common.QUIET))
    console.print()
    rows = [
        (_("When"), common.data(wording.when)),
        (_("Say"), common.data(quoted(wording.say))),
        (_("Why"), common.data(wording.why)),
        (_("With care"), common.data(wording.care)),
        (_("Where"), Text(", ".join(place_within(place) for place in variation.places))),
        (_("At work in"), Text(", ".join(work_name(work) for work in variation.work))),
        (_("With whom"), Text(", ".join(reach_name(reach) for reach in variation.reach))),
        (_("Signs of safety"), Text(", ".join(sign_name(sign) for sign in variation.signs))),
    ]
    rows += [(_("Source"), common.data(sources.line(source))) for source in named if wording.why]
    for label, text in rows:
        if text.plain:
            console.print(common.labelled(label, text, console, width=17))


def draw_frames(preferred: str, *, is_leader: bool) -> None:
    """Draw the frames that feedback can be put in, each with an example.

    Args:
        preferred: The one that the user has chosen.
        is_leader: Whether the user leads others.
    """
    from mikrohandlinger.views.catalogue import frames

    console = common.make()
    for frame in frames.frames():
        chosen = _("your frame") if frame.key == preferred else ""
        typed = f"--frame {frame.key}"
        head = Text.assemble(
            (frame.name[:1].upper() + frame.name[1:], common.HEADING),
            ("  ·  " + "  ·  ".join(filter(None, (typed, chosen))), common.QUIET),
        )
        common.put(common.indented(head, console, left=0), console)
        common.put(common.indented(Text(frame.about), console), console)
        width = max(len(part.name) for part in frame.parts) + 3
        for part in frame.parts:
            said = Text.assemble((f"{part.asks} ", common.QUIET), quoted(part.example))
            common.put(common.labelled(part.name, said, console, width), console)
        console.print()
    told = [frames.evidence(), *([frames.for_leaders()] if is_leader else [])]
    for sentence in told:
        common.put(common.indented(Text(sentence), console, left=0), console)
    common.put(
        common.hints(
            [
                _("The study: {command}").format(command=f"mikro why {frames.EVIDENCE[0]}"),
                _("Another frame: {command}").format(command="mikro config set feedback_frame sbi"),
            ],
            console,
        ),
        console,
    )


def _draw_heading(shelf: Shelf, console: Console) -> None:
    title = shelf.action.title(language())
    count = variations(len(shelf.variations))
    console.print(
        Text.assemble(
            f"{shelf.action.number}  {title.title}",
            (f"  ·  {action_word(shelf.action.id)}  ·  {count}", common.QUIET),
        )
    )
    console.print(common.indented(Text(title.aim), console, left=3))


def _draw_short(variation: Variation, console: Console, screen: CataloguePage) -> None:
    origin = screen.origins.get(variation.id, "built-in")
    facts = _facts(variation, origin, hidden=variation.id in screen.hidden)
    console.print()
    console.print(common.indented(common.data(variation.wording(language()).text), console, left=3))
    console.print(common.indented(Text(facts, common.QUIET), console, left=3))


def _facts(variation: Variation, origin: Origin, *, hidden: bool) -> str:
    facts = [
        variation.id,
        level_name(variation.level),
        _("about {minutes} min").format(minutes=variation.minutes),
        _("for leaders") if variation.role == "leader" else "",
        _("when others come to you") if variation.part == "receiver" else "",
        _("when the occasion comes") if variation.cue == "comes" else "",
        _("your own rules") if variation.rules else "",
        {"own": _("your own"), "team": _("your team's")}.get(origin, ""),
        _("hidden") if hidden else "",
        _("no longer proposed") if variation.retired else "",
    ]
    return " · ".join(fact for fact in facts if fact)
