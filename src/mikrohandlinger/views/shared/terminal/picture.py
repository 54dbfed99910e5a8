"""A screen as a picture (SVG) or as plain text, drawn by the same code as on the terminal."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

    Draw = Callable[[Console], None]

#: Columns of a picture, and of text in a file.
WIDTH: Final = 80

#: Dark text on white, for print and projector; every colour has a contrast of at least 4.5 to the ground.
_THEME: Final = TerminalTheme(
    (255, 255, 255),
    (12, 14, 16),
    [(31, 35, 40), (80, 73, 69), (26, 110, 50), (125, 85, 0), (5, 80, 174), (102, 57, 186), (14, 98, 110), (80, 86, 94)],
    [(80, 86, 94), (80, 73, 69), (26, 110, 50), (125, 85, 0), (5, 80, 174), (102, 57, 186), (14, 98, 110), (31, 35, 40)],
)  # fmt: skip

# Rich's own form loads a font from the network and draws the buttons of a window; this one does neither.
_FORM: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{unique_id}-name">
<title id="{unique_id}-name">%TITLE%</title>
<style>
.{unique_id}-matrix {{ font: {char_height}px "DejaVu Sans Mono", "Cascadia Mono", Menlo, Consolas, monospace; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
<rect width="{width}" height="{height}" rx="8" fill="#ffffff" stroke="#d0d7de"/>
<g transform="translate({terminal_x}, 20)" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def as_svg(draw: Draw, title: str, width: int = WIDTH) -> str:
    """The screen as a picture; the same screen gives the same bytes."""
    console = Console(
        record=True, file=io.StringIO(), width=width, force_terminal=True, color_system="truecolor",
        legacy_windows=False, markup=False, emoji=False, highlight=False, _environ={},
    )  # fmt: skip
    draw(console)
    form = _FORM.replace("%TITLE%", escape(title).replace("{", "{{").replace("}", "}}"))
    return console.export_svg(title=title, theme=_THEME, code_format=form, unique_id="mikro")


def as_text(draw: Draw, width: int = WIDTH) -> str:
    """The screen as plain text."""
    file = io.StringIO()
    draw(
        Console(
            file=file,
            width=width,
            color_system=None,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            _environ={},
        )
    )
    return file.getvalue()
