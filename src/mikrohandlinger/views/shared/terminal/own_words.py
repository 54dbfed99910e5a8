"""The user's own words on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from mikrohandlinger.domain.privacy import clean
from mikrohandlinger.views.shared.terminal import console as common

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from mikrohandlinger.views.shared.own_words import Said


def draw_said(title: str, said: Iterable[Said], console: Console, *, apart: bool = True) -> None:
    """Own words under a title, each below what it is about; nothing when there are none.

    Args:
        title: Stands above them.
        said: The own words.
        console: Where to draw.
        apart: Whether a blank line stands before the title.
    """
    for number, item in enumerate(said):
        if number == 0:
            if apart:
                console.print()
            console.print(Text(title, common.HEADING))
        console.print(common.indented(Text(item.about, common.QUIET), console))
        for line in clean(item.words).split("\n"):
            if line.strip():
                console.print(common.indented(common.data(line, common.SAYING), console, left=6))
