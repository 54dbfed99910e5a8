"""Long lists, page by page on a terminal, and as they are everywhere else."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from mikrohandlinger.cli.terminal import person
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def show(pieces: Iterable[str], environ: Mapping[str, str]) -> None:
    """Write the pieces, through the pager if a person sits there and they do not fit on the screen.

    The first page is there as soon as it is made, however long the list is.

    Args:
        pieces: What there is to show, in order.
        environ: The environment, where the user names a pager.
    """
    pieces = iter(pieces)
    command = _command(environ)
    if command is None:
        _write(pieces)
        return
    import shutil

    height = shutil.get_terminal_size().lines - 1
    first: list[str] = []
    lines = 0
    for piece in pieces:
        first.append(piece)
        lines += piece.count("\n")
        if lines > height:
            _page(command, first, pieces)
            return
    _write(iter(first))


def _command(environ: Mapping[str, str]) -> list[str] | None:
    """The pager to run, or None where there is nobody to turn the pages, or nothing to turn them with."""
    if not person.is_there() or environ.get("TERM") == "dumb":
        return None
    import shutil

    from mikrohandlinger.cli.terminal.programs import words_of

    wanted = environ.get("PAGER")
    # What Windows has by itself garbles colours and Danish letters.
    fallback = "" if sys.platform == "win32" else "less"
    try:
        words = words_of(fallback if wanted is None else wanted)
    except ValueError:  # a quotation mark that is not closed: better no pager than no list
        return None
    return words if words and words[0] != "cat" and shutil.which(words[0]) else None


def _page(command: list[str], first: list[str], rest: Iterator[str]) -> None:
    import subprocess

    environ = {"LESS": "RX", "LESSCHARSET": "utf-8", **os.environ, "LESSHISTFILE": "-"}
    if "R" not in environ["LESS"]:
        # Without it less shows colours as signs.
        environ["LESS"] = (
            f"-R {environ['LESS']}" if environ["LESS"].startswith("-") else f"R{environ['LESS']}"
        )
    # The words of PAGER are the user's own choice, and no shell reads them.
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environ, encoding="utf-8") as pager:  # noqa: S603
        assert pager.stdin is not None
        with suppress(BrokenPipeError, KeyboardInterrupt):
            for piece in first:
                pager.stdin.write(piece)
            pager.stdin.flush()
            for piece in rest:
                pager.stdin.write(piece)
        with suppress(BrokenPipeError):
            pager.stdin.close()
        while pager.poll() is None:
            with suppress(KeyboardInterrupt):
                pager.wait()


def _write(pieces: Iterable[str]) -> None:
    for piece in pieces:
        sys.stdout.write(piece)
