"""The programs that the user has named in the environment: an editor, a pager."""

from __future__ import annotations

import os


def words_of(command: str, system: str = os.name) -> list[str]:
    """The program and its options, as it is started without a shell.

    On Windows a backslash parts folders, the quotation marks round a path are no part of it, and a path with blanks
    may stand without any where it is all there is.

    Args:
        command: As in ``$EDITOR`` or ``$PAGER``.
        system: As ``os.name`` has it.

    Raises:
        ValueError: When a quotation mark is not closed.
    """
    import shlex
    import shutil

    if system != "nt":
        return shlex.split(command)
    whole = shutil.which(command.strip().strip('"'))
    if whole is not None:
        return [whole]
    words = [word.replace('"', "") for word in shlex.split(command, posix=False)]
    # A name without its ending may be a command file, which is started by its whole name alone.
    return [shutil.which(words[0]) or words[0], *words[1:]] if words else []
