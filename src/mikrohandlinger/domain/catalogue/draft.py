"""A variation that the user writes: from a few answers to a table of the catalogue."""

from __future__ import annotations

import re

from mikrohandlinger.domain.catalogue.check import LONGEST_ID, check
from mikrohandlinger.domain.catalogue.lint import A_NAME, lint
from mikrohandlinger.domain.catalogue.model import PLACES, USUAL_SIGN, Wording
from mikrohandlinger.domain.catalogue.search import fold
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any, Final

    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.catalogue.model import Catalogue

#: The wording in a language in which nothing has been written yet.
NOTHING: Final = Wording("", "", "", "")

#: Words that tell nothing in an id.
_EMPTY: Final = frozenset([
    "a", "about", "af", "an", "and", "are", "ask", "at", "bed", "can", "colleague", "de", "den", "der",
    "det", "dig", "din", "dit", "du", "en", "er", "et", "for", "fortael", "giv", "give", "har", "has",
    "how", "hvad", "hvem", "hvilken", "hvilket", "hvor", "hvordan", "i", "in", "is", "jer", "jeres",
    "kan", "kollega", "kollegaen", "med", "of", "og", "om", "on", "paa", "say", "sig", "som", "spoerg",
    "tak", "tell", "var", "was", "were", "thank", "that", "the", "them", "til", "to", "what", "where", "which", "who", "with",
    "you", "your",
])  # fmt: skip


class Draft(NamedTuple):
    """What the user says of an own variation; the rest has usual values.

    Attributes:
        action: ``ask``, ``doubt`` or ``feedback``.
        da: The Danish wording.
        en: The English wording.
        id: Empty for one made from the sentence.
    """

    action: str
    da: Wording
    en: Wording
    level: int = 1
    minutes: int = 5
    role: str = "all"
    part: str = "sender"
    places: tuple[str, ...] = PLACES
    reach: tuple[str, ...] = ("known",)
    signs: tuple[str, ...] = ()
    rules: bool = False
    source: str = ""
    id: str = ""


def as_table(draft: Draft, taken: Collection[str]) -> dict[str, Any]:
    """The table that the draft becomes, with an id that is not among ``taken`` if the draft has none."""
    table: dict[str, Any] = {
        "id": draft.id or new_id(draft.action, draft.en.text or draft.da.text, taken),
        "action": draft.action,
        "level": draft.level,
        "minutes": draft.minutes,
        "role": draft.role,
        "part": draft.part,
        "settings": list(draft.places),
        "reach": list(draft.reach),
        "signs": list(draft.signs) or [USUAL_SIGN.get(draft.action, "wonder")],
        "rules": draft.rules,
    }
    if draft.source:
        table["source"] = draft.source
    return {**table, "da": _texts(draft.da), "en": _texts(draft.en)}


def _texts(wording: Wording) -> dict[str, str]:
    """The texts of a wording, each sentence with its full stop; what to mind only where something is said of it."""
    return {
        name: text if name == "say" else _with_stop(text)
        for name, text in wording._asdict().items()
        if text or name != "care"
    }


def _with_stop(sentence: str) -> str:
    """A sentence as it is written, with the full stop that was left out after its last word."""
    return f"{sentence}." if sentence[-1:].isalnum() else sentence


def new_id(action: str, sentence: str, taken: Collection[str]) -> str:
    """A telling id: the action, ``own``, and the first words that say something.

    ``own`` keeps it apart from the ids that later versions of the built-in catalogue may bring.
    """
    words = [word for word in re.findall(r"[a-z0-9]+", fold(sentence)) if word not in _EMPTY][:4]
    plain = "-".join([action, "own", *words])[: LONGEST_ID - 3].rstrip("-")
    number = 1
    while (name := plain if number == 1 else f"{plain}-{number}") in taken:
        number += 1
    return name


def judge(table: Mapping[str, Any], own: Mapping[str, Any], base: Catalogue) -> list[Fault]:
    """Every fault of a new ``table``, seen together with the user's ``own`` file and the built-in catalogue.

    What looks like a name is none of them: it is kept as it was written, and gets a quiet hint as in any own words.
    """
    raw = {**own, "variation": [*own.get("variation", ()), table]}
    name = f"[[variation]] {table['id']}"
    found = (*check(raw, base), *lint(raw, base))
    return [fault for fault in found if fault.table == name and not fault.is_hint and fault.message != A_NAME]


def faults_in(
    draft: Draft, tongue: str, field: str, sentence: str, own: Mapping[str, Any], base: Catalogue
) -> list[Fault]:
    """What one sentence of a variation still lacks, whatever the others will be.

    Args:
        draft: What the user has said of it so far.
        tongue: The language of the sentence, ``da`` or ``en``.
        field: Which it is, such as ``text``.
        sentence: The sentence.
        own: The user's own file.
        base: The built-in catalogue.
    """
    wording = Wording(*(sentence if name == field else "–" for name in Wording._fields))
    with_it = draft._replace(da=wording) if tongue == "da" else draft._replace(en=wording)
    faults = judge(as_table(with_it, ()), own, base)
    return [fault for fault in faults if fault.key == f"{tongue}.{field}"]
