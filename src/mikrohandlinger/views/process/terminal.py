"""The screens of ``mikro process``."""

from __future__ import annotations

from rich.text import Text

from mikrohandlinger.texts import language, quoted
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.process import words
from mikrohandlinger.views.process.run_words import WIDEST
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final

    from rich.console import Console

    from mikrohandlinger.domain.processes.model import Script, Step
    from mikrohandlinger.domain.reports.process import ScriptPage

_LABEL: Final = 13
#: How wide the minutes and the number of a step are.
_MINUTES: Final = 6
_NUMBER: Final = 4


def listed(scripts: Sequence[Script], console: Console | None = None) -> str:
    """The meetings that there are as one text, for the pager."""
    console = console or common.make()
    with console.capture() as captured:
        for script in scripts:
            of = script.wording(language())
            console.print(
                Text.assemble(common.data(of.title), ("  ·  ", common.QUIET), (script.id, common.QUIET))
            )
            console.print(common.indented(Text(words.facts(script), common.QUIET), console))
            console.print(common.indented(common.data(of.aim), console))
            console.print()
        console.print(common.hints(words.list_hints(scripts), console))
    return captured.get()


def one(screen: ScriptPage, console: Console | None = None) -> str:
    """A script as one text, for the pager."""
    console = console or common.make()
    with console.capture() as captured:
        draw(screen, console)
    return captured.get()


def draw(screen: ScriptPage, console: Console) -> None:
    """Draw a script: what there is to know first, then each step word by word."""
    script = screen.script
    of = script.wording(language())
    console.print(common.data(of.title, common.HEADING))
    console.print(Text(words.facts(script), common.QUIET))
    console.print()
    console.print(common.indented(common.data(of.aim), console, left=0))
    console.print()
    _draw_plan(script, console)
    console.print()
    console.print(common.hints(words.hints(screen), console))
    console.print()
    for part in words.about(screen):
        texts = part.texts if len(part.texts) == 1 else tuple(f"· {text}" for text in part.texts)
        _draw_part(part._replace(texts=texts), console)
    console.print()
    for index, step in enumerate(script.steps):
        _draw_step(step, index, console)
    if of.basis:
        _draw_part(words.Part(words.labels()["basis"], (of.basis,)), console)
        for source in script.sources:
            line = Text(words.source_line(source), common.QUIET)
            console.print(
                common.indented(line, console, left=_LABEL if console.width >= common.NARROW else 2)
            )


def heading(text: str) -> None:
    """Print what stands above a step while the meeting is held."""
    console = common.make()
    width = min(console.width, WIDEST)
    console.print(Text("\n").join(common.data(text, common.HEADING).wrap(console, width)))


def _draw_plan(script: Script, console: Console) -> None:
    minutes, step = words.plan_heading(script)
    console.print(Text(f"{minutes:>{_MINUTES}}  {step}", common.QUIET))
    for index, each in enumerate(script.steps):
        number = f"{each.minutes:>{_MINUTES - 1}}   {words.number_of(each, index):<{_NUMBER - 1}}"
        title = common.data(each.wording(language()).title)
        console.print(common.beside(number, title, console, _MINUTES + 2 + _NUMBER - 1))


def _draw_part(part: words.Part, console: Console) -> None:
    for number, text in enumerate(part.texts):
        label = part.label if number == 0 else ""
        if console.width < common.NARROW:
            if label:
                console.print(Text(label, common.QUIET))
            console.print(common.indented(common.data(text), console))
        else:
            console.print(common.beside(label, common.data(text), console, _LABEL))


def _draw_step(step: Step, index: int, console: Console) -> None:
    of, labels = step.wording(language()), words.labels()
    console.print(
        Text.assemble(
            common.data(words.step_title(step, index)), (f"  ·  {words.minutes(step.minutes)}", common.QUIET)
        )
    )
    _draw_part(words.Part(labels["says"], (quoted(of.says),)), console)
    _draw_part(words.Part(labels["group"], tuple(words.does(step))), console)
    _draw_part(words.Part(labels["ends"], (of.ends,)), console)
    console.print()
