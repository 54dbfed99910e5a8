"""Several lines, written in the user's own editor."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from mikrohandlinger.cli.terminal.programs import words_of
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import private_folder, refusing

_COMMENT = "#"


def edited(command: str, heading: str, text: str, folder: str) -> str:
    """Let the user change ``text`` in their editor.

    Args:
        command: The editor with its options, as in ``$EDITOR``.
        heading: Stands above the text as a comment, and is not part of it; every other line is.
        text: What is there to begin with.
        folder: Where the passing file lies, for the user's eyes alone.

    Returns:
        What is there afterwards; "" where nothing is.

    Raises:
        MikroError: When the editor cannot be run, or ends with an error; what was written in it stays in the file.
    """
    path = Path(private_folder(folder), f"answer-{os.getpid()}.txt")
    above = f"{_COMMENT} {heading}"
    begin = f"{above}\n{text}\n"
    with refusing(path):
        path.touch(mode=0o600)
        path.write_text(begin, encoding="utf-8")
    _run(command, path, begin)
    with refusing(path):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    with suppress(OSError):
        path.unlink()
    if above in lines:
        lines.remove(above)
    return "\n".join(lines).strip()


def _run(command: str, path: Path, begin: str) -> None:
    import subprocess

    try:
        # The user's own choice of program; no shell reads it.
        words = [*words_of(command), str(path)]
        code = subprocess.run(words, check=False).returncode  # noqa: S603
    except (OSError, ValueError):
        code = -1
    if not code:
        return
    with suppress(OSError):
        if path.read_text(encoding="utf-8", errors="replace") != begin:
            raise MikroError(
                "editor-ended",
                N_("The editor “{command}” ended with an error. What you wrote is still in {path}."),
                command=command,
                path=path,
            )
        path.unlink()
    raise MikroError(
        "editor-unusable",
        N_("The editor “{command}” could not be used. Write the answer here, or set EDITOR."),
        command=command,
    )
