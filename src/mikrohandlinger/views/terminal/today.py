"""The screen of ``mikro today``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import clock, full_date
from mikrohandlinger.views.plain import day_off_sentence

from . import console as common

if TYPE_CHECKING:
    from rich.console import Console

    from mikrohandlinger.views.today import Today


def draw(screen: Today) -> None:
    """Draw the screen on standard output."""
    console = common.make()
    date_line = full_date(screen.day)
    week = _("week {number}").format(number=week_label(screen.day)[-2:].lstrip("0"))
    console.print(
        Text.assemble((date_line[0].upper() + date_line[1:], common.HEADING), (f"  ·  {week}", common.QUIET))
    )
    console.print()
    if screen.off is not None:
        console.print(Text(day_off_sentence(screen)))
    if screen.nudge is not None:
        if screen.off is not None:
            console.print()
        _draw_nudge(screen, console)
    _draw_entries(screen, console)
    _draw_standing(screen, console)


def _draw_nudge(screen: Today, console: Console) -> None:
    assert screen.nudge is not None
    assert screen.action is not None
    wording = screen.nudge.variation.wording(language())
    tick = ("✓ ", common.DONE) if screen.done else ""
    minutes = _("about {minutes} min").format(minutes=screen.nudge.variation.minutes)
    console.print(
        Text.assemble(
            tick, (screen.action.title(language()).title, common.ACTION), (f"  ·  {minutes}", common.QUIET)
        )
    )
    console.print(common.data(wording.text, common.HEADING))
    console.print()
    rows = [
        (_("When"), common.data(wording.when)),
        (_("Say"), common.data(common.quoted(wording.say, language()), common.SAYING)),
        (_("Why"), common.data(wording.why)),
    ]
    if screen.anchor:
        rows.append((_("Your anchor"), common.data(screen.anchor)))
    if screen.plan:
        rows.append((_("Your plan"), common.data(screen.plan)))
    for label, text in rows:
        if text.plain:
            console.print(common.labelled(label, text, console, width=13))


def _draw_entries(screen: Today, console: Console) -> None:
    if not screen.entries:
        return
    console.print()
    console.print(Text(_("Done today"), common.HEADING))
    for entry in screen.entries:
        from datetime import datetime

        line = Text.assemble(
            ("✓ ", common.DONE), clock(datetime.fromisoformat(entry.at)), "  ", _action_name(entry.action)
        )
        if entry.note:
            line.append("  ")
            line.append_text(common.data(entry.note, common.SAYING))
        console.print(common.indented(line, console))


def _draw_standing(screen: Today, console: Console) -> None:
    week = screen.week
    console.print()
    done = ngettext("{number} day", "{number} days", week.done_days).format(number=week.done_days)
    goal = min(week.goal, week.available_days) or week.goal
    if week.met:
        sentence = _("This week: {done}. You have met your goal.").format(done=done, goal=goal)
    elif week.done_days:
        sentence = _("This week: {done} of {goal}.").format(done=done, goal=goal)
    elif week.available_days:
        days = ngettext("{number} day", "{number} days", goal).format(number=goal)
        sentence = _("A new week. Your goal is {goal}.").format(goal=days)
    else:
        sentence = ""
    if sentence:
        console.print(Text(sentence))
    if screen.nudge is not None and not screen.done:
        console.print(Text(_("Afterwards: mikro log · Rather another: mikro today --another"), common.QUIET))


def _action_name(action: str) -> str:
    names = {"ask": _("question"), "doubt": _("doubt"), "feedback": _("feedback")}
    return names[action]
