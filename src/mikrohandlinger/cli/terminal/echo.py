"""Writing plain lines and documents, and the one place that prints errors.

Not ``typer.echo``: where the console knows ASCII alone it writes UTF-8 all the same, which nobody there can read;
and the reminder does without Typer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from mikrohandlinger.domain.errors import MikroError


def echo(text: str, end: str = "\n") -> None:
    """Write to standard output."""
    sys.stdout.write(text + end)


def echo_utf8(pieces: Iterable[str]) -> None:
    """Write what a program will read: as UTF-8 whatever the console knows, and to the byte."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode("utf-8", "replace"))


def warn(text: str) -> None:
    """Write a line beside the output, where it disturbs no program that reads it.

    On a terminal it breaks between words; a program, or a file, gets it whole.
    """
    # Where it cannot be written there is nobody to tell, and the exit code still says how it went.
    with suppress(OSError):
        sys.stderr.write(f"{_in_rows(text) if sys.stderr.isatty() else text}\n")


def _in_rows(text: str) -> str:
    from shutil import get_terminal_size

    from mikrohandlinger.views.shared.rows import wrapped

    # What has rows or columns of its own keeps them.
    width = get_terminal_size().columns
    if len(text) <= width or "\n" in text or "  " in text:
        return text
    return "\n".join(wrapped(text, 0, width))


def echo_json(value: Mapping[str, Any]) -> None:
    """Write ``value`` as one JSON document; where the output cannot hold every letter, escaped."""
    from mikrohandlinger.views.shared import envelope

    if any(isinstance(field, Iterator) for field in value.values()):
        import gc

        # Of a list without end the encoder leaves something behind for every row that only the collector takes away.
        gc.enable()
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    for piece in envelope.pieces(value, ascii_only=not encoding.startswith("utf")):
        echo(piece, end="")


def echo_error(error: MikroError, *, as_json: bool = False) -> None:
    """Write the sentence of ``error`` to standard error."""
    if not as_json:
        warn(f"mikro: {sentence(error)}")
        return
    import json

    from mikrohandlinger.views.shared import envelope

    warn(json.dumps(envelope.refusal(error.code, sentence(error), error.detail)))


def sentence(error: MikroError) -> str:
    """The sentence of ``error`` in the language of the screens; a day, a time of day and an error inside it too."""
    from mikrohandlinger.views.shared import sentences

    return sentences.sentence(error.sentence, error.values)
