"""What ``mikro actions`` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mikrohandlinger.texts import _, language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.catalogue.model import Action, Catalogue, Source, Variation


class Shelf(NamedTuple):
    """An action with those of its variations that are looked for."""

    action: Action
    variations: tuple[Variation, ...]


class CataloguePage(NamedTuple):
    """The screen.

    Attributes:
        shelves: The actions, in order; without the others when one was asked for.
        hidden: Ids that the user does not want proposed.
        sources: By key.
        listed: Whether the variations are shown, not only counted.
    """

    shelves: tuple[Shelf, ...]
    hidden: frozenset[str]
    sources: dict[str, Source]
    listed: bool

    @property
    def in_all(self) -> int:
        """How many variations there are on it."""
        return sum(len(shelf.variations) for shelf in self.shelves)


def page(
    catalogue: Catalogue, found: Sequence[Variation], *, listed: bool, only: str | None = None
) -> CataloguePage:
    """Put the variations that were found on the shelves of their actions."""
    return CataloguePage(
        shelves=tuple(
            Shelf(action, tuple(variation for variation in found if variation.action == action.id))
            for action in catalogue.actions
            if only in (None, action.id)
        ),
        hidden=catalogue.hidden,
        sources=dict(catalogue.sources),
        listed=listed,
    )


def page_document(screen: CataloguePage) -> dict[str, Any]:
    """``mikro actions --json``."""
    return {
        "schema": 1,
        "actions": [
            {
                "id": shelf.action.id,
                "number": shelf.action.number,
                "words": list(shelf.action.words),
                "title": shelf.action.title(language()).title,
                "aim": shelf.action.title(language()).aim,
                "count": len(shelf.variations),
                "variations": [
                    variation_document(
                        variation, screen.sources.get(variation.source), hidden=variation.id in screen.hidden
                    )
                    for variation in shelf.variations
                ],
            }
            for shelf in screen.shelves
        ],
    }


def variation_document(variation: Variation, source: Source | None, *, hidden: bool) -> dict[str, Any]:
    """One variation, worded in the language of the screens."""
    wording = variation.wording(language())
    return {
        "id": variation.id,
        "action": variation.action,
        "level": variation.level,
        "minutes": variation.minutes,
        "role": variation.role,
        "part": variation.part,
        "settings": list(variation.places),
        "reach": list(variation.reach),
        "signs": list(variation.signs),
        "rules": variation.rules,
        "text": wording.text,
        "when": wording.when,
        "say": wording.say,
        "why": wording.why,
        "source": None if source is None else source._asdict(),
        "hidden": hidden,
    }


def fault_line(fault: Fault) -> str:
    """One fault of a catalogue file: where, what, and an example that would pass."""
    where = f"{fault.table} {fault.key}".strip()
    line = f"{where}: {_(fault.message).format(**fault.values)}"
    if fault.example:
        line += " " + _("Example: {example}").format(example=fault.example)
    return line


def fault_document(fault: Fault) -> dict[str, Any]:
    """The same for programs."""
    return {
        "table": fault.table,
        "key": fault.key,
        "message": _(fault.message).format(**fault.values),
        "example": fault.example,
    }


def level_name(level: int) -> str:
    """How bold a variation is, in words."""
    return {1: _("easy"), 2: _("takes a little"), 3: _("takes courage")}[level]


def setting_name(setting: str) -> str:
    """Where a variation can be done, in words."""
    return {
        "meeting": _("at a meeting"),
        "one-to-one": _("one to one"),
        "corridor": _("in passing"),
        "remote": _("by phone, chat or video"),
    }[setting]
