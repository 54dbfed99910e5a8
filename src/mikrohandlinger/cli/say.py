"""Writing plain lines and documents.

Not ``typer.echo``: where the console knows ASCII alone it writes UTF-8 all the same, which nobody there can read;
and the reminder does without Typer.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def say(text: str, end: str = "\n") -> None:
    """Write to standard output."""
    sys.stdout.write(text + end)


def remark(text: str) -> None:
    """Write a line beside the output, where it disturbs no program that reads it."""
    sys.stderr.write(f"{text}\n")


def print_json(value: Mapping[str, Any]) -> None:
    """Write ``value`` as one JSON document; where the output cannot hold every letter, escaped."""
    import json

    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    say(json.dumps(value, ensure_ascii=not encoding.startswith("utf"), indent=2))
