"""The screen of ``mikro week``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from mikrohandlinger.domain.calendar import week_label
from mikrohandlinger.domain.reflecting import QUESTIONS
from mikrohandlinger.texts import _, language, ngettext
from mikrohandlinger.texts.dates import date_range, short_weekday, weeks
from mikrohandlinger.views.signs import reach_name, short_action, sign_name, went_name

from . import console as common

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from mikrohandlinger.views.week import ActionRow, WeekReport

#: Below this width the actions go by one word and their figures stand on a line of their own.
ROOMY: Final = 76
CELL: Final = 4
#: A streak of one is just a week.
SHORTEST_STREAK: Final = 2
BAR: Final = 12


def draw(screen: WeekReport) -> None:
    """Draw the screen on standard output."""
    console = common.make()
    number = week_label(screen.monday)[-2:].lstrip("0")
    title = _("Week {number}").format(number=number)
    console.print(
        Text.assemble(
            (title, common.HEADING), (f"  ·  {date_range(screen.monday, screen.sunday)}", common.QUIET)
        )
    )
    console.print()
    _draw_grid(screen, console)
    _draw_standing(screen, console)
    _draw_bars(
        _("With whom"),
        {reach_name(key): count for key, count in screen.reach.items() if key != "unset"},
        console,
    )
    _draw_bars(_("Practised"), {sign_name(key): count for key, count in screen.signs.items()}, console)
    _draw_notes(screen, console)
    _draw_reflection(screen, console)


def _draw_grid(screen: WeekReport, console: Console) -> None:
    roomy = console.width >= ROOMY
    names = {
        row.action.id: row.action.title(language()).title if roomy else short_action(row.action.id)
        for row in screen.actions
    }
    width = max(len(name) for name in names.values()) + 2
    header = Text(" " * width)
    for index, cell in enumerate(screen.days):
        label = short_weekday(index)
        shown = f"[{label}]" if cell.day == screen.today else f" {label} "
        header.append(shown, common.HEADING if cell.day == screen.today else common.QUIET)
    console.print(header)
    for row in screen.actions:
        line = Text(names[row.action.id].ljust(width), common.ACTION)
        for index in range(7):
            line.append_text(_mark(screen, row.per_day[index], index))
        figures = _figures(row, screen.show_streaks)
        if roomy:
            line.append(f"  {figures}", common.QUIET)
        console.print(line, no_wrap=True, overflow="ellipsis")
        if figures and not roomy:
            console.print(Text(f"  {figures}", common.QUIET))
    if screen.stand.done_days:
        line = Text(_("In all").ljust(width), common.QUIET)
        for cell in screen.days:
            line.append((str(cell.entries) if cell.entries else "").center(CELL))
        console.print(line)
    console.print(Text(_legend(screen), common.QUIET))
    console.print()


def _mark(screen: WeekReport, count: int, index: int) -> Text:
    cell = screen.days[index]
    if count:
        return Text(("●" if count == 1 else f"●{count}" if count < 10 else "●+").center(CELL), common.DONE)
    if cell.off is not None:
        return Text("–".center(CELL), common.QUIET)
    return Text(
        ("○" if cell.day >= screen.today else "·").center(CELL),
        "" if cell.day >= screen.today else common.QUIET,
    )


def _legend(screen: WeekReport) -> str:
    parts = [_("● done")]
    if any(cell.off is None and cell.day >= screen.today for cell in screen.days):
        parts.append(_("○ still open"))
    if any(cell.off is not None for cell in screen.days):
        parts.append(_("– day off"))
    if any(cell.day == screen.today for cell in screen.days):
        parts.append(_("[ ] today"))
    return "   ".join(parts)


def _figures(row: ActionRow, show_streaks: bool) -> str:
    parts = []
    if show_streaks and row.streak.now >= SHORTEST_STREAK:
        parts.append(_("{weeks} in a row").format(weeks=weeks(row.streak.now)))
    if show_streaks and row.streak.best > max(row.streak.now, SHORTEST_STREAK - 1):
        parts.append(_("longest {weeks}").format(weeks=weeks(row.streak.best)))
    if row.strength >= 0.005:
        parts.append(_("settled {percent} %").format(percent=round(row.strength * 100)))
    return " · ".join(parts)


def _draw_standing(screen: WeekReport, console: Console) -> None:
    stand = screen.stand
    done = ngettext("{number} day", "{number} days", stand.done_days).format(number=stand.done_days)
    goal = min(stand.goal, stand.available_days)
    if stand.available_days == 0:
        sentence = _("A week off. It counts neither for nor against.")
    elif stand.met:
        sentence = _("{done} – your goal of {goal} is met.").format(done=done, goal=goal)
    elif stand.done_days:
        sentence = _("{done}; your goal is {goal}.").format(done=done, goal=goal)
    else:
        goal_days = ngettext("{number} day", "{number} days", goal).format(number=goal)
        sentence = _("Your goal is {goal}. Every one of them begins with a single conversation.").format(
            goal=goal_days
        )
    console.print(Text(sentence))
    parts = []
    if screen.show_streaks and screen.streak.now >= SHORTEST_STREAK:
        parts.append(_("{weeks} in a row with the goal met").format(weeks=weeks(screen.streak.now)))
    if screen.show_streaks and screen.streak.best > max(screen.streak.now, SHORTEST_STREAK - 1):
        parts.append(_("longest so far {weeks}").format(weeks=weeks(screen.streak.best)))
    if screen.total:
        parts.append(
            ngettext("{number} recorded in all", "{number} recorded in all", screen.total).format(
                number=screen.total
            )
        )
    if parts:
        console.print(Text(" · ".join(parts), common.QUIET))
    if screen.plan:
        console.print()
        console.print(Text.assemble((_("The week's plan: "), common.QUIET), common.data(screen.plan)))


def _draw_bars(title: str, counts: Mapping[str, int], console: Console) -> None:
    shown = {name: count for name, count in counts.items() if count}
    if not shown:
        return
    console.print()
    console.print(Text(title, common.HEADING))
    most = max(shown.values())
    width = BAR if console.width >= ROOMY else BAR // 2
    for name, count in sorted(shown.items(), key=lambda item: -item[1]):
        bar = "█" * max(1, round(width * count / most))
        line = Text.assemble("  ", (bar.ljust(width), common.ACTION), f" {count}  ", name)
        console.print(line, no_wrap=True, overflow="ellipsis")


def _draw_notes(screen: WeekReport, console: Console) -> None:
    noted = [entry for entry in screen.entries if entry.note]
    if not noted:
        return
    console.print()
    console.print(Text(_("In your own words"), common.HEADING))
    for entry in noted:
        name = short_action(entry.action)
        extra = " · ".join(
            word
            for word in (
                reach_name(entry.reach) if entry.reach else "",
                went_name(entry.went) if entry.went else "",
            )
            if word
        )
        head = Text.assemble((f"{short_weekday(entry.day.weekday())}  {name}", common.QUIET))
        if extra:
            head.append(f"  ({extra})", common.QUIET)
        console.print(common.indented(head, console))
        console.print(common.indented(common.data(entry.note or "", common.SAYING), console, left=6))


def _draw_reflection(screen: WeekReport, console: Console) -> None:
    if not screen.reflection:
        return
    console.print()
    console.print(Text(_("Your reflection"), common.HEADING))
    for question in QUESTIONS:
        answer = screen.reflection.get(question.key)
        if answer:
            console.print(common.indented(Text(_(question.text), common.QUIET), console))
            console.print(common.indented(common.data(answer), console, left=6))
