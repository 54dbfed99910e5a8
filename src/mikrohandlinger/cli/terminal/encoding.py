"""Consoles that cannot show every letter: readable text instead of a crash or a question mark."""

from __future__ import annotations

import codecs
import os
import sys

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

HANDLER: Final = "mikro.readable"

_STAND_INS: Final = {
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa",
    "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "›": ">", "‹": "'",
    "–": "-", "—": "-", "−": "-", "…": "...", "·": ".", "∙": ".", "•": "*", "●": "x", "○": "o", "◐": "o",
    "✓": "*", "✔": "*", "→": "->", "←": "<-", "▸": ">", "×": "x", "½": "1/2", "≥": ">=", "≤": "<=",
    "█": "#", "▓": "#", "▒": "+", "░": ":", "■": "#", "□": ".", "▪": "#", "▫": ".", "▁": "_",
    "─": "-", "━": "=", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+",
    "╭": "+", "╮": "+", "╰": "+", "╯": "+", "┬": "+", "┴": "+", "┼": "+", "\u00a0": " ", "\u2009": " ",
}  # fmt: skip


def prepare_streams() -> None:
    """Let output be written with readable stand-ins for what its encoding lacks, and input be read whatever it is."""
    codecs.register_error(HANDLER, _stand_in)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started the program
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=HANDLER)
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_readable(char, error.encoding) for char in missing), error.end


def _readable(char: str, encoding: str) -> str:
    import unicodedata

    bare = unicodedata.normalize("NFKD", char)[:1]
    for candidate in (_STAND_INS.get(char, ""), bare):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        if candidate:
            return candidate
    return "?"
