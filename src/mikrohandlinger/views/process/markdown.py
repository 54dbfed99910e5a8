"""The script of a meeting as Markdown: the sheet for the host, and the one for the wall."""

from __future__ import annotations

from mikrohandlinger.texts import language, quoted
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.process import words
from mikrohandlinger.views.shared.markdown import bullets, escaped, joined

if TYPE_CHECKING:
    from mikrohandlinger.domain.processes.model import Step
    from mikrohandlinger.domain.reports.process import ScriptPage


def text(screen: ScriptPage) -> str:
    """Both sheets."""
    script = screen.script
    of, labels = script.wording(language()), words.labels()
    blocks = [f"# {escaped(of.title)}", words.facts(script, on_paper=True), escaped(of.aim)]
    for part in words.about(screen):
        blocks += _part(part)
    for index, step in enumerate(script.steps):
        blocks += _step(step, index)
    if of.basis:
        blocks += [f"## {labels['basis']}", escaped(of.basis)]
        blocks.append(bullets(_source(words.source_line(source)) for source in script.sources))
    blocks += [f"## {labels['wall']}", bullets(map(escaped, of.wall))]
    blocks.append(
        bullets(
            f"{words.minutes(step.minutes)}: {escaped(words.step_title(step, index))}"
            for index, step in enumerate(script.steps)
        )
    )
    return joined(blocks)


def _part(part: words.Part) -> list[str]:
    if len(part.texts) == 1:
        return [f"**{part.label}:** {escaped(part.texts[0])}"]
    return [f"**{part.label}:**", bullets(map(escaped, part.texts))]


def _step(step: Step, index: int) -> list[str]:
    of, labels = step.wording(language()), words.labels()
    return [
        f"## {escaped(words.step_title(step, index))} ({words.minutes(step.minutes)})",
        f"**{labels['says']}:** {escaped(quoted(of.says))}",
        *_part(words.Part(labels["group"], tuple(words.does(step)))),
        f"**{labels['ends']}:** {escaped(of.ends)}",
    ]


def _source(line: str) -> str:
    """A source whose address stays one that can be followed."""
    begin, found, address = line.partition(" https://")
    return escaped(begin) + (f" <https://{address}>" if found else "")
