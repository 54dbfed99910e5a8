"""How often a rule is tried where each example costs more than a few milliseconds."""

from __future__ import annotations

from hypothesis import settings

COSTLY = settings(max_examples=max(settings().max_examples // 10, 1))

#: Each example is some hundred days of a life.
LIVES = settings(max_examples=max(settings().max_examples // 40, 1))
