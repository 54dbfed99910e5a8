"""What stands around the texts of the primer."""

from __future__ import annotations

from mikrohandlinger.domain.catalogue.model import PRACTICE
from mikrohandlinger.texts import _, language, quoted
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mikrohandlinger.domain.catalogue.model import Source
    from mikrohandlinger.domain.primer import Topic
    from mikrohandlinger.domain.reports.primer import SourcesPage


def topics_line(index: Sequence[Topic]) -> str:
    """The names of the topics, and of the list of sources, as each can be typed."""
    names = [*(topic.name.text(language()) for topic in index), _("sources")]
    return _("Topics: {names}").format(names=" · ".join(names))


def hints(index: Sequence[Topic]) -> list[str]:
    """What can be typed after the two screens; an example among it."""
    example = index[0].name.text(language())
    return [_("Read one: mikro why {topic}").format(topic=example), _("All of it: mikro why --all")]


def source_rows(source: Source) -> list[tuple[str, str]]:
    """What is told of a work, each with its label; what speaks against it as plainly as what was found."""
    return [
        (_("How"), sources.told(source.design)),
        (_("Who"), sources.told(source.people)),
        (_("Found"), sources.told(source.found)),
        (_("Against"), sources.told(source.limits)),
        (_("Read it"), source.address),
    ]


def heading_of(source: Source) -> str:
    """Who, when and what; of what is no work its title alone."""
    by = sources.by(source)
    return f"{by}: {source.title}" if by else sources.title(source)


def no_work(source: Source) -> str:
    """What is told of a source that is no work; "" of any other."""
    if source.key != PRACTICE:
        return ""
    return _("It names no study, and claims nothing.")


def reason_line(page: SourcesPage) -> str:
    """The reason of the variation that was asked about."""
    return quoted(page.reason) if page.reason else _("This variation gives no reason.")


def against(source: Source) -> str:
    """What speaks against a work, within a list."""
    return _("Against: {limits}").format(limits=sources.told(source.limits))


def one_source_hint() -> str:
    """What can be typed after the list of sources."""
    return _("One in full: mikro why castro2025")
