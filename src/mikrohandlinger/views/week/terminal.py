"""The screen of ``mikro week``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.texts import _, language
from mikrohandlinger.texts.dates import short_weekday
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared.names import action_name, week_name
from mikrohandlinger.views.shared.sections import Said
from mikrohandlinger.views.shared.terminal import console as common
from mikrohandlinger.views.shared.terminal.sections import draw_section
from mikrohandlinger.views.week import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from rich.console import Console

    from mikrohandlinger.domain.reports.week import WeekReport

CELL: Final = 4
#: A longer label stands on several lines.
LABEL: Final = 16
#: The width of the bar of a habit that is fully settled.
STRENGTH: Final = 20
#: How many entries stand on the first screen, and how many when answers stand there too.
LINES: Final = 5
LINES_BESIDE_ANSWERS: Final = 4
#: No paragraph of the first screen has more rows.
MOST_ROWS: Final = 2
_STYLES: Final = {"done": common.DONE, "off": common.QUIET, "open": common.QUIET}


def draw(screen: WeekReport, console: Console | None = None) -> None:
    """Draw what fits on a screen of 24 rows on ``console``, standard output unless told."""
    console = console or common.make()
    # Written in one piece.
    with console:
        _draw_screen(screen, console)


def _draw_screen(screen: WeekReport, console: Console) -> None:
    _draw_head(screen, console)
    _draw_plan(screen, console, most=MOST_ROWS, asks=True)
    answers = words.answers(screen)
    most = LINES_BESIDE_ANSWERS if answers else LINES
    said = [line for line in (words.loops_closed(screen), words.loop(screen), words.waiting(screen)) if line]
    most -= bool(answers and words.plan_question(screen)) + len(said)
    _draw_lines(screen, console, most)
    if answers:
        console.print()
        # Where a line is to spare, the plan of the next week has it.
        spare = len(screen.entries) < most
        _draw_labelled(answers, console, most=1, most_of_last=MOST_ROWS if spare else 1)
    hints = _hints(screen)
    if hints or said:
        console.print()
    for line in said:
        common.put(common.hints([line], console), console)
    for hint in hints:
        _quiet(console, hint)


def whole(screen: WeekReport) -> str:
    """All of the week as one text, for the pager."""
    console = common.make()
    with console.capture() as captured:
        draw_whole(screen, console)
    return captured.get()


def draw_whole(screen: WeekReport, console: Console) -> None:
    """Draw all of the week, without anything to type."""
    _draw_head(screen, console)
    console.print()
    today = [_("[ ] today")] if screen.monday <= screen.today <= screen.sunday else []
    _quiet(console, "   ".join([*words.legend(screen), *today]))
    _draw_plan(screen, console)
    entries, reflection = words.sections(screen)
    draw_section(entries, console, title=common.QUIET)
    facts = words.facts(screen)
    run = words.run(screen)
    if facts or run:
        console.print()
        _draw_labelled(facts, console)
        _quiet(console, " · ".join(run))
    _draw_habits(screen, console)
    _draw_worked(screen, console)
    draw_section(reflection, console, title=common.QUIET)


def _draw_head(screen: WeekReport, console: Console) -> None:
    _draw_title(screen, console)
    common.put(common.indented(Text(words.standing(screen)), console, left=0), console)
    console.print()
    _draw_grid(screen, console)


def _hints(screen: WeekReport) -> list[str]:
    hints = []
    if screen.reflection:
        hints.append(
            _("Read or change your answers: {command}").format(command=words.reflect_command(screen))
        )
    elif screen.invites_reflection:
        hints.append(words.invitation(screen))
    if screen.entries or screen.reflection or screen.earlier:
        command = f"mikro week{words.which(screen)} --all"
        hints.append(_("The whole week: {command}").format(command=command))
    return hints


def _draw_lines(screen: WeekReport, console: Console, most: int) -> None:
    """What was done, a row each; own words before proposals where there is not room for all."""
    lines = words.lines(screen)
    if not any(line.words for line in lines):
        return
    shown = lines
    if len(lines) > most:
        kept = sorted(range(len(lines)), key=lambda index: (not lines[index].is_own, index))[: most - 1]
        shown = [lines[index] for index in sorted(kept)]
    console.print()
    _quiet(console, _("This week's micro-actions"))
    roomy = console.width >= common.NARROW
    width = max(len(common.readable(line.action, console)) for line in lines) + 3
    for line in shown:
        label = f"  {common.readable(line.day, console)}  "
        label += common.readable(line.action, console).ljust(width) if roomy else ""
        text = common.cut(line.words or ("" if roomy else line.action), console.width - len(label) - 1)
        console.print(
            _trimmed(Text.assemble((label, common.QUIET), (text, "" if line.is_own else common.QUIET)))
        )
    if len(shown) < len(lines):
        more = _("and {number} more: {command}").format(
            number=len(lines) - len(shown), command=f"mikro week{words.which(screen)} --all"
        )
        _quiet(console, more, left=2)


def _draw_labelled(
    said: Sequence[Said], console: Console, most: int | None = None, most_of_last: int | None = None
) -> None:
    """Each with its label beside it, or above it where the screen is narrow; cut where it has more rows than that."""
    roomy = console.width >= common.NARROW
    labels = [common.readable(item.about, console) for item in said]
    width = min(max(map(len, labels), default=0), LABEL) + 3
    for label, item in zip(labels, said, strict=True):
        left = width if roomy else 2
        if not roomy:
            console.print(Text(label, common.QUIET))
        rows = Text(item.words).wrap(console, max(10, console.width - left - 1))
        allowed = most_of_last if most_of_last and item is said[-1] else most
        if allowed is not None and len(rows) > allowed:
            cut = common.cut(item.words, (console.width - left - 2) * allowed - 12 * (allowed - 1))
            rows = Text(cut).wrap(console, max(10, console.width - left - 1))
        beside = list(Text(label).wrap(console, LABEL)) if roomy else []
        for number in range(max(len(rows), len(beside))):
            begin = beside[number].plain.rstrip() if number < len(beside) else ""
            line = Text.assemble((begin.ljust(left), common.QUIET))
            if number < len(rows):
                line.append_text(rows[number])
            common.put(_trimmed(line), console)


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
    common.put(common.indented(title, console, left=0), console)


def _draw_grid(screen: WeekReport, console: Console) -> None:
    names = _names(screen, console)
    width = max(map(len, names)) + 2
    common.put(_header(screen, width, console), console)
    for name, row in zip(names, screen.actions, strict=True):
        line = Text.assemble(name.ljust(width))
        for index in range(7):
            mark = words.mark(screen, index, row.per_day[index])
            line.append(mark.symbol.center(CELL), _STYLES[mark.kind])
        common.put(_trimmed(line), console)


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
            header.append(f"[{label}]", common.QUIET)
        else:
            header.append(f" {label}".ljust(CELL), common.QUIET)
    return _trimmed(header)


def _draw_habits(screen: WeekReport, console: Console) -> None:
    """How settled each action is: a thin bar, a figure and the weeks in a row."""
    told = [words.settled(screen, row) for row in screen.actions]
    if not any(told):
        return
    console.print()
    _quiet(console, _("Habit strength"))
    names = _names(screen, console)
    width = max(map(len, names)) + 2
    roomy = console.width >= common.ROOMY
    for name, row, percent in zip(names, screen.actions, told, strict=True):
        if not percent:
            continue
        # A narrow screen has room for the present run only.
        run = words.in_a_row(row, screen.show_streaks)[:1]
        filled = round(STRENGTH * row.strength) if roomy and row.is_settling else 0
        line = Text.assemble("  ", name.ljust(width), ("━" * filled, common.DONE))
        if roomy and row.is_settling:
            line.append("─" * (STRENGTH - filled), common.QUIET)
            line.append("   ")
        line.append(f"{percent:>5}" if row.is_settling else percent)
        line.append("".join(f"   {one}" for one in run), common.QUIET)
        console.print(_trimmed(line), no_wrap=True, overflow="ellipsis")
    said = _(
        "How settled the habit is, worked out from the days you recorded. Not how good you are at it. More: mikro why strength"
    )
    common.put(common.hints([said], console, left=2), console)


def _draw_plan(screen: WeekReport, console: Console, *, most: int | None = None, asks: bool = False) -> None:
    if not screen.plan:
        return
    console.print()
    label = _("The week's plan")
    _draw_labelled([Said(label, words.plan(screen))], console, most=most)
    question = words.plan_question(screen) if asks else ""
    if question:
        left = min(len(common.readable(label, console)), LABEL) + 3 if console.width >= common.NARROW else 2
        _quiet(console, question, left=left)


def _draw_worked(screen: WeekReport, console: Console) -> None:
    lines = words.worked(screen)
    if not lines:
        return
    console.print()
    _quiet(console, _("What you have tried, the last 12 weeks"))
    for line in lines:
        console.print(common.indented(Text(line), console))
    _quiet(console, _("Only counted. It does not say why."), left=2)


def _quiet(console: Console, text: str, left: int = 0) -> None:
    if text:
        common.put(common.indented(Text(text, common.QUIET), console, left=left), console)


def _trimmed(line: Text) -> Text:
    line.rstrip()
    return line
