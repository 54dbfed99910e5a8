"""The script of a meeting as two printed sheets: one for the host, one for the wall."""

from __future__ import annotations

from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.texts import _, language, quoted
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.process import words
from mikrohandlinger.views.shared import html as shared

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.processes.model import Script
    from mikrohandlinger.domain.reports.process import ScriptPage

#: The two sides of a sheet of A4 hold so many characters of a script in letters of this size, in points.
_ROOM: Final = (
    (4200, 13.0),
    (5200, 12.0),
    (5900, 11.5),
    (6200, 11.0),
    (6600, 10.5),
    (7700, 10.25),
    (9000, 9.5),
    (11000, 8.5),
)
_SMALLEST: Final = 7.0
#: The same for what hangs on the wall, on one side.
_ROOM_ON_WALL: Final = ((330, 32.0), (480, 28.0), (700, 24.0), (1000, 20.0), (1500, 16.0))
_SMALLEST_ON_WALL: Final = 12.0


def page(screen: ScriptPage) -> str:
    """Both sheets as one page."""
    script = screen.script
    of = script.wording(language())
    parts = words.about(screen)
    steps = _steps(script)
    sources = [words.source_line(source) for source in script.sources] if of.basis else []
    return (
        shared.environment()
        .get_template("process/page.html")
        .render(
            lang=language(),
            title=f"{clean(of.title)} · mikro",
            heading=clean(of.title),
            subheading=words.facts(script, on_paper=True),
            on_paper=shared.Print(_size(screen), 1),
            on_wall=_wall_size(script),
            aim=clean(of.aim),
            parts=parts,
            steps=steps,
            wall=of.wall,
            basis=clean(of.basis),
            sources=sources,
            labels=words.labels(),
            colophon=_("Made with mikro. Copy it and change it as you like."),
        )
    )


def _steps(script: Script) -> list[dict[str, Any]]:
    return [
        {
            "title": words.step_title(step, index),
            "minutes": words.minutes(step.minutes),
            "says": quoted(step.wording(language()).says),
            "group": words.does(step),
            "ends": step.wording(language()).ends,
        }
        for index, step in enumerate(script.steps)
    ]


def _size(screen: ScriptPage) -> float:
    script = screen.script
    of = script.wording(language())
    length = len(of.aim) + len(of.basis) + sum(60 + len(words.source_line(each)) for each in script.sources)
    length += sum(60 + len(text) for part in words.about(screen) for text in part.texts)
    for step in script.steps:
        said = step.wording(language())
        length += 180 + len(said.title) + len(said.says) + len(said.ends)
        length += sum(20 + len(text) for text in said.group)
    return next((size for most, size in _ROOM if length <= most), _SMALLEST)


def _wall_size(script: Script) -> float:
    of = script.wording(language())
    length = len(of.title) + sum(30 + len(text) for text in of.wall)
    length += sum(30 + len(step.wording(language()).title) for step in script.steps)
    return next((size for most, size in _ROOM_ON_WALL if length <= most), _SMALLEST_ON_WALL)
