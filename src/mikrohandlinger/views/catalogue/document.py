"""The catalogue for programs."""

from __future__ import annotations

from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.catalogue.words import told
from mikrohandlinger.views.shared import envelope
from mikrohandlinger.views.shared.sources import document as source_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.catalogue.model import Origin, Source, Variation
    from mikrohandlinger.domain.reports.catalogue import CataloguePage, OneVariation, Shelf
    from mikrohandlinger.domain.team import Team


def document(screen: CataloguePage) -> dict[str, Any]:
    """``mikro actions --json``."""
    team = {} if screen.team is None else {"team": _team(screen.team)}
    return envelope.document(actions=[_shelf(shelf, screen) for shelf in screen.shelves], **team)


def one(screen: OneVariation) -> dict[str, Any]:
    """``mikro actions ID --json``."""
    return envelope.document(
        variation=_variation(screen.variation, screen.sources, screen.origin, hidden=screen.is_hidden)
    )


def added(file: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """``mikro actions add --json``: the variation as it stands in the user's file."""
    return envelope.document(file=file, variation=table)


def checked(file: str, faults: Iterable[Fault], hints: Iterable[Fault] = ()) -> dict[str, Any]:
    """``mikro actions check --json``."""
    return envelope.document(
        file=file, faults=[_fault(fault) for fault in faults], hints=[_fault(hint) for hint in hints]
    )


def file(path: str) -> dict[str, Any]:
    """``mikro actions path --json``."""
    return envelope.document(file=path)


def hidden(ids: Sequence[str]) -> dict[str, Any]:
    """``mikro actions hide --json`` and ``unhide --json``: every id that is hidden now."""
    return envelope.document(hidden=list(ids))


def _shelf(shelf: Shelf, screen: CataloguePage) -> dict[str, Any]:
    title = shelf.action.title(language())
    return {
        "id": shelf.action.id,
        "number": shelf.action.number,
        "words": list(shelf.action.words),
        "title": title.title,
        "aim": title.aim,
        "count": len(shelf.variations),
        "variations": [
            _variation(
                one,
                [screen.sources[key] for key in one.sources if key in screen.sources],
                screen.origins.get(one.id, "built-in"),
                hidden=one.id in screen.hidden,
            )
            for one in shelf.variations
        ],
    }


def _team(team: Team) -> dict[str, Any]:
    return {
        "folder": team.folder,
        "state": team.state,
        "variations": list(team.variations),
        "clashes": list(team.clashes),
    }


def _variation(
    variation: Variation, sources: Sequence[Source], origin: Origin, *, hidden: bool
) -> dict[str, Any]:
    """One variation, worded in the language of the screens."""
    wording = variation.wording(language())
    return {
        "id": variation.id,
        "action": variation.action,
        "level": variation.level,
        "minutes": variation.minutes,
        "role": variation.role,
        "part": variation.part,
        "cue": variation.cue,
        "work": list(variation.work),
        "not_on": list(variation.not_on),
        "settings": list(variation.places),
        "reach": list(variation.reach),
        "signs": list(variation.signs),
        "rules": variation.rules,
        "text": wording.text,
        "when": wording.when,
        "say": wording.say,
        "why": wording.why,
        "care": wording.care or None,
        "source": source_document(sources[0]) if sources else None,
        "sources": [source_document(source) for source in sources],
        "hidden": hidden,
        "from": origin,
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {"table": fault.table, "key": fault.key, "message": told(fault), "example": fault.example}
