"""Several lines, written in the user's own editor."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import private_folder, refusing

_COMMENT = "#"


def edited(command: str, heading: str, text: str, folder: str) -> str:
    """Let the user change ``text`` in their editor.

    Args:
        command: The editor with its options, as in ``$EDITOR``.
        heading: Stands above the text as a comment, and is not part of it.
        text: What is there to begin with.
        folder: Where the passing file lies, for the user's eyes alone.

    Raises:
        MikroError: When the editor cannot be run, or ends with an error; nothing is changed then.
    """
    path = Path(private_folder(folder), f"answer-{os.getpid()}.txt")
    try:
        with refusing(path):
            path.touch(mode=0o600)
            path.write_text(f"{_COMMENT} {heading}\n{text}\n", encoding="utf-8")
        _run(command, path)
        with refusing(path):
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    finally:
        with suppress(OSError):
            path.unlink()
    return "\n".join(line for line in lines if not line.startswith(_COMMENT)).strip()


def _run(command: str, path: Path) -> None:
    import shlex
    import subprocess

    try:
        # The user's own choice of program; no shell reads it.
        words = [*shlex.split(command, posix=os.name != "nt"), str(path)]
        code = subprocess.run(words, check=False).returncode  # noqa: S603
    except (OSError, ValueError):
        code = -1
    if code:
        raise MikroError(
            "editor-unusable",
            N_("The editor “{command}” could not be used. Write the answer here, or set EDITOR."),
            command=command,
        )
