"""What ``mikro why`` shows."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mikrohandlinger.domain.catalogue.model import Source
    from mikrohandlinger.domain.primer import Topic


class PrimerPage(NamedTuple):
    """The screens, or topics.

    Attributes:
        role: Whose reading it is: ``employee`` or ``leader``.
        screens: The two screens; none where a topic was asked for.
        topics: What is told in full.
        offered: Every topic that can be asked for; none where one was.
        sources: Every source that is known, by key.
    """

    role: str
    screens: tuple[Topic, ...]
    topics: tuple[Topic, ...]
    offered: tuple[Topic, ...]
    sources: Mapping[str, Source]


class SourcesPage(NamedTuple):
    """Sources.

    Attributes:
        sources: Which.
        in_full: Whether all is told of each, and not only what it is called.
        about: The id of the variation whose reason rests on them, or "".
        reason: That reason, or "".
    """

    sources: tuple[Source, ...]
    in_full: bool
    about: str = ""
    reason: str = ""
