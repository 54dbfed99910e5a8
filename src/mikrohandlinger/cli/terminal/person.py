"""Whether anybody is there."""

from __future__ import annotations

import sys


def is_there() -> bool:
    """Whether a person sits at both ends, so that questions may be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
