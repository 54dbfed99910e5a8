"""The file with the line that the shell shows once a day; :mod:`.shell_snippets` has what reads it.

It holds one line a day, ``2026-11-23<TAB>text``, for two weeks ahead, and behind them which variation each is, in
lines that no shell shows: ``#2026-11-23<TAB>ask-…``. The first line says what it was made from, behind a ``#``; where
the day begins later than at midnight, its time stands there: ``#04:00<TAB>…``. Every command looks whether the file is
still right, so nothing is imported here.
"""

from __future__ import annotations

import os

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Final

FILE: Final = "prompt.tsv"
STAMP: Final = "prompt-shown"
"""Beside it, holds the day on which a shell last showed its line; where it is missing, no shell reads the file."""


def content(fingerprint: str, days: Iterable[tuple[date, str, str]], starts: str = "") -> bytes:
    """The file: what it was made from, so that it is only made again when that changes, and the days.

    Args:
        fingerprint: What it was made from.
        days: Each with its line and its variation.
        starts: When a day begins, as ``04:00``; "" for midnight.
    """
    lines, names = [f"#{starts}\t{fingerprint}"], list[str]()
    for day, text, name in days:
        lines.append(f"{day.isoformat()}\t{_one_line(text)}")
        names.append(f"#{day.isoformat()}\t{name}")
    lines += names
    return "".join(f"{line}\n" for line in lines).encode()


def offered(path: str) -> dict[str, str]:
    """Which variation is offered on each day of the file, by the day as ISO 8601; nothing where there is none."""
    try:
        if not os.path.isfile(path):  # nothing there, or a pipe, which may never end
            return {}
        with open(path, "rb") as file:
            text = file.read(100_000).decode(errors="replace")
    except OSError:
        return {}
    lines = (line.partition("\t") for line in text.splitlines() if line.startswith("#2"))
    return {day[1:]: name for day, _tab, name in lines}


def made_from(path: str) -> str | None:
    """From which fingerprint the file was made; None where there is none."""
    try:
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            first = file.readline(500)
    except OSError:
        return None
    return first.decode(errors="replace").partition("\t")[2].rstrip("\n")


def _one_line(text: str) -> str:
    return "".join(character for character in " ".join(text.split()) if character.isprintable())
