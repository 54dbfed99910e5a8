"""The screen of ``mikro week``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import short_weekday
from mikrohandlinger.views.shared.names import action_name, week_name
from mikrohandlinger.views.shared.terminal import console as common
from mikrohandlinger.views.shared.terminal.sections import draw_section
from mikrohandlinger.views.week import words

if TYPE_CHECKING:
    from rich.console import Console

    from mikrohandlinger.domain.reports.week import WeekReport

CELL: Final = 4
#: The width of the bar of a habit that is fully settled.
STRENGTH: Final = 10
_STYLES: Final = {"done": common.DONE, "off": common.QUIET, "open": "", "past": common.QUIET}


def draw(screen: WeekReport, console: Console | None = None) -> None:
    """Draw the screen on ``console``, standard output unless told."""
    console = console or common.make()
    _draw_title(screen, console)
    console.print(common.indented(Text(words.standing(screen)), console, left=0))
    _quiet(console, " · ".join(words.run(screen)))
    console.print()
    _draw_grid(screen, console)
    _quiet(console, words.earlier(screen))
    _draw_plan(screen, console)
    _draw_habits(screen, console)
    for section in words.sections(screen):
        draw_section(section, console)
    _draw_worked(screen, console)
    invitation = words.invitation(screen)
    if invitation:
        console.print()
        _quiet(console, invitation)


def whole(screen: WeekReport) -> str:
    """All of the week as one text, for the pager."""
    console = common.make()
    with console.capture() as captured:
        draw(screen, console)
    return captured.get()


def draw_reflecting(screen: WeekReport, *, again: bool) -> None:
    """What stands above the questions: the week's own words, or what was done where there are none."""
    console = common.make()
    if again:
        head = _("{week}. Your answers.").format(week=week_name(screen.monday))
        how = _("Enter keeps · new words replace · - removes · e opens your editor")
    else:
        head = _("{week}. Five short questions.").format(week=week_name(screen.monday))
        how = _(
            "One to three answers are plenty. Enter skips, and e opens your editor. What you answer is stored before the next question comes."
        )
    console.print(common.indented(Text(head, common.HEADING), console, left=0))
    _quiet(console, how)
    if again:
        return
    lines = words.own_lines(screen) or words.lines(screen)
    if not lines:
        return
    console.print()
    _quiet(
        console, _("Your own words this week") if words.own_lines(screen) else _("This week's micro-actions")
    )
    for line in lines:
        console.print(_labelled(line, console))


def _labelled(line: words.Line, console: Console) -> Text:
    """An entry of the week whole: its day, then what was said or proposed."""
    label = common.readable(f"  {line.day}  ", console)
    text = Text(line.words or line.action)
    block = Text()
    for number, part in enumerate(text.wrap(console, max(10, console.width - len(label) - 1))):
        part.rstrip()
        block.append(label if number == 0 else "\n" + " " * len(label), common.QUIET)
        block.append_text(part)
    return block


def _draw_title(screen: WeekReport, console: Console) -> None:
    """Which week it is."""
    title = Text.assemble(
        (week_name(screen.monday), common.HEADING), (f"  ·  {words.dates(screen)}", common.QUIET)
    )
    console.print(common.indented(title, console, left=0))


def _draw_grid(screen: WeekReport, console: Console) -> None:
    names = _names(screen, console)
    in_all = common.readable(_("In all"), console)
    width = max(len(name) for name in (*names, in_all)) + 2
    console.print(_header(screen, width, console))
    for name, row in zip(names, screen.actions, strict=True):
        line = Text.assemble((name.ljust(width), common.ACTION))
        for index in range(7):
            mark = words.mark(screen, index, row.per_day[index])
            line.append(mark.symbol.center(CELL), _STYLES[mark.kind])
        console.print(_trimmed(line))
    if screen.stand.done_days:
        line = Text.assemble((in_all.ljust(width), common.QUIET))
        for cell in screen.days:
            line.append((str(cell.entries) if cell.entries else "").center(CELL))
        console.print(_trimmed(line))
    console.print()
    today = [_("[ ] today")] if screen.monday <= screen.today <= screen.sunday else []
    _quiet(console, "   ".join([*words.legend(screen), *today]))


def _names(screen: WeekReport, console: Console) -> list[str]:
    """What the actions go by: their titles, or one word each on a narrow screen."""
    if console.width >= common.ROOMY:
        names = [row.action.title(language()).title for row in screen.actions]
    else:
        names = [action_name(row.action.id) for row in screen.actions]
    return [common.readable(name, console) for name in names]


def _header(screen: WeekReport, width: int, console: Console) -> Text:
    header = Text(" " * width)
    for index, cell in enumerate(screen.days):
        label = common.readable(short_weekday(index), console)
        if cell.day == screen.today:
            header.append(f"[{label}]", common.HEADING)
        else:
            header.append(f" {label}".ljust(CELL), common.QUIET)
    return _trimmed(header)


def _draw_habits(screen: WeekReport, console: Console) -> None:
    """How settled each action is: a bar, a figure and the weeks in a row."""
    if not any(words.figures(row, screen.show_streaks) for row in screen.actions):
        return
    console.print()
    console.print(Text(_("Habit strength"), common.HEADING))
    names = _names(screen, console)
    width = max(len(name) for name in names) + 2
    roomy = console.width >= common.ROOMY
    for name, row in zip(names, screen.actions, strict=True):
        percent = words.settled(row)
        # A narrow screen has room for the present run only.
        run = words.in_a_row(row, screen.show_streaks)[: None if roomy else 1]
        bar = "█" * round(STRENGTH * row.strength) if roomy else ""
        line = Text.assemble(
            "  ",
            name.ljust(width),
            (bar.ljust(STRENGTH + 1) if roomy else "", common.ACTION),
            f"{percent:>3} %" if percent else " " * 5,
            ("  " + " · ".join(run), common.QUIET),
        )
        console.print(_trimmed(line), no_wrap=True, overflow="ellipsis")


def _draw_plan(screen: WeekReport, console: Console) -> None:
    if not screen.plan:
        return
    console.print()
    plan = Text.assemble((_("The week's plan: "), common.QUIET), common.data(screen.plan))
    console.print(common.indented(plan, console, left=0))
    _quiet(console, words.plan_use(screen))


def _draw_worked(screen: WeekReport, console: Console) -> None:
    lines = words.worked(screen)
    if not lines:
        return
    console.print()
    console.print(
        Text.assemble((_("What worked for you"), common.HEADING), ("  ·  " + _("twelve weeks"), common.QUIET))
    )
    for line in lines:
        console.print(common.indented(common.data(line.about), console))
        console.print(common.indented(Text(line.words, common.QUIET), console, left=6))
    _quiet(console, _("Your own counts: what followed, not why."))


def _quiet(console: Console, text: str) -> None:
    if text:
        console.print(common.indented(Text(text, common.QUIET), console, left=0))


def _trimmed(line: Text) -> Text:
    line.rstrip()
    return line
