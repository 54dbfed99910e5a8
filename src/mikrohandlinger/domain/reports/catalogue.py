"""What ``mikro actions`` shows."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

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


class OneVariation(NamedTuple):
    """A variation in full.

    Attributes:
        variation: The variation.
        sources: Where its reason comes from; none where it names none.
        is_hidden: Whether the user does not want it proposed.
    """

    variation: Variation
    sources: tuple[Source, ...]
    is_hidden: bool


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
