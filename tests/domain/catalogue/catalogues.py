"""Small raw catalogue files for tests: what tomllib would return."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from mikrohandlinger.domain.catalogue.model import Catalogue, build

FILE = Path(__file__).parents[3] / "data" / "actions.toml"

VARIATION: dict[str, Any] = {
    "id": "ask-own-best-hour",
    "action": "ask",
    "level": 1,
    "minutes": 5,
    "settings": ["corridor"],
    "reach": ["known"],
    "signs": ["wonder"],
    "da": {
        "text": "Spørg en kollega, hvilken time på dagen der går hurtigst.",
        "when": "Når I venter på elevatoren.",
        "say": "Hvilken time går hurtigst for dig?",
        "why": "",
    },
    "en": {
        "text": "Ask a colleague which hour of the day passes fastest.",
        "when": "When you wait for the lift.",
        "say": "Which hour passes fastest for you?",
        "why": "",
    },
}


@cache
def _parsed() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def built_in_file() -> dict[str, Any]:
    """The built-in file, to be changed at will."""
    return deepcopy(_parsed())


@cache
def built_in() -> Catalogue:
    return build(_parsed())


def own_file(*changed: dict[str, Any], **top: Any) -> dict[str, Any]:
    """A user's own file: the variation above, with what is ``changed`` (``da.text`` reaches inside), once for each."""
    return {"schema": 1, "variation": [variation(**one) for one in (changed or ({},))], **top}


def variation(**changed: Any) -> dict[str, Any]:
    """The variation above with some keys changed; None takes a key away."""
    table = deepcopy(VARIATION)
    for key, value in changed.items():
        *outer, last = key.split(".")
        place = table[outer[0]] if outer else table
        if value is None:
            place.pop(last, None)
        else:
            place[last] = value
    return table
