"""How often a rule is tried where an example is not cheap."""

from __future__ import annotations

from hypothesis import settings

#: Each example costs four milliseconds or more: half a year of weeks under a calendar of its own, every setting read anew.
DEAR = settings(max_examples=max(settings().max_examples * 3 // 10, 1))

#: Each example costs tens of milliseconds.
COSTLY = settings(max_examples=max(settings().max_examples // 10, 1))

#: Each example is some hundred days of a life.
LIVES = settings(max_examples=max(settings().max_examples // 40, 1))
