"""Keeping the file for the shell prompt two weeks ahead, at next to no cost when nothing has changed."""

from __future__ import annotations

import os
from contextlib import suppress
from zlib import crc32

from mikrohandlinger import __version__
from mikrohandlinger.domain.calendar import MIDNIGHT
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.storage.files import private_folder, remove, write_if_possible
from mikrohandlinger.system import shell_prompt as prompt
from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mikrohandlinger.domain.reminding import Shell
    from mikrohandlinger.usecases.context import Context

DAYS_AHEAD = 14


def snippet(context: Context, shell: Shell, comment: str) -> str:
    """The lines for the profile of ``shell``; ``comment`` says what they do."""
    from mikrohandlinger.system import shell_snippets

    return shell_snippets.snippet(shell, context.paths.cache, comment)


def begin(context: Context) -> None:
    """From now on a shell reads the file, so that every command keeps it fresh.

    Raises:
        MikroError: When the data cannot be opened.
    """
    # Opened, so that the file is there from the first terminal on.
    context.store.seed()
    with suppress(OSError, MikroError):
        private_folder(context.paths.cache)
        stamp = context.paths.cached(prompt.STAMP)
        if not os.path.lexists(stamp):
            with open(stamp, "ab"):
                pass
    keep_fresh(context)


def is_there(context: Context) -> bool:
    """Whether there is a line for a shell to show."""
    return os.path.exists(context.paths.cached(prompt.FILE))


def keep_fresh(context: Context) -> None:
    """Write the file anew if anything that it was made from has changed; a command never fails by it."""
    with suppress(MikroError, OSError):
        path = context.paths.cached(prompt.FILE)
        if not os.path.exists(context.paths.database):
            remove(path)
            return
        made_from = prompt.made_from(path)
        if not (made_from or "").startswith(context.today.isoformat()):
            # What it offered until now has been seen; it is told before the lines are gone.
            from mikrohandlinger.usecases import propose

            propose.settle_offered(context)
        fingerprint = _fingerprint(context, in_use=os.path.exists(context.paths.cached(prompt.STAMP)))
        if made_from != fingerprint:
            starts = f"{context.day_starts:%H:%M}" if context.day_starts != MIDNIGHT else ""
            write_if_possible(path, prompt.content(fingerprint, _lines(context), starts))


def _fingerprint(context: Context, *, in_use: bool) -> str:
    """What the lines depend on: the day, the language, the program, the user's files, and what of the data matters.

    Where no shell reads the lines yet, once a day is enough.
    """
    parts = [context.today.isoformat(), language(), __version__]
    if in_use:
        from mikrohandlinger.usecases import propose

        # Not the file of the data itself: it changes with every entry, and the lines with few of them.
        data = crc32(repr(propose.rests_on(context)).encode())
        parts += [*map(_version, (context.paths.settings, context.paths.own_actions)), f"{data:x}"]
    return " ".join(parts)


def _version(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return "-"
    return f"{status.st_mtime_ns:x}.{status.st_size:x}"


def _lines(context: Context) -> Iterator[tuple[date, str, str]]:
    """The line of each working day to come, as ``today`` would answer if nothing happens until then."""
    from mikrohandlinger.domain.today import in_one_line
    from mikrohandlinger.usecases import propose

    for day, variation, _swaps in propose.ahead(context, DAYS_AHEAD):
        line = in_one_line(context.catalogue.action(variation.action), variation, language())
        yield day, line, variation.id
