"""What ``mikro actions`` shows."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mikrohandlinger.domain.catalogue.model import Action, Catalogue, Origin, Source, Variation
    from mikrohandlinger.domain.team import Team


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
        origins: Where those come from that are not built in, by id.
        team: How the folder stands that the team shares; None where none is named.
    """

    shelves: tuple[Shelf, ...]
    hidden: frozenset[str]
    sources: dict[str, Source]
    listed: bool
    origins: Mapping[str, Origin] = {}
    team: Team | None = None

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
        origin: Where it comes from.
    """

    variation: Variation
    sources: tuple[Source, ...]
    is_hidden: bool
    origin: Origin = "built-in"


def page(
    catalogue: Catalogue,
    found: Sequence[Variation],
    *,
    listed: bool,
    only: str | None = None,
    team: Team | None = None,
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
        origins={key: catalogue.origin(key) for key in (*catalogue.team, *catalogue.own)},
        team=team,
    )
