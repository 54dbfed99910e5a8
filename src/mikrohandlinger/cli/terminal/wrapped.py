"""Sentences that may be longer than the screen is wide, broken between words."""

from __future__ import annotations

from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def tell(lines: Iterable[str], say: Callable[[str], object] = echo) -> None:
    """Say each line, in as many rows as it needs; the rows after the first stand a little further in."""
    from shutil import get_terminal_size
    from textwrap import wrap

    width = max(40, get_terminal_size().columns)
    for line in lines:
        inset = line[: len(line) - len(line.lstrip())]
        rows = wrap(
            line, width, subsequent_indent=f"{inset}  ", break_long_words=False, break_on_hyphens=False,
            drop_whitespace=True,
        )  # fmt: skip
        for row in rows or [""]:
            say(row)
