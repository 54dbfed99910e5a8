"""Why: the two screens, a topic, or a source."""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.primer import SOURCES, nearest, sources_of, topic_of
from mikrohandlinger.domain.reports.primer import PrimerPage, SourcesPage
from mikrohandlinger.domain.words import folded, value
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mikrohandlinger.domain.catalogue.model import Source
    from mikrohandlinger.domain.primer import Primer, Topic
    from mikrohandlinger.usecases.context import Context


def opening(context: Context, *, everything: bool) -> PrimerPage:
    """The two screens and what can be asked about, or all of it.

    Raises:
        MikroError: When the primer, the settings or the catalogue cannot be used.
    """
    primer, role = _primer(), context.settings.role
    screens = tuple(screen.read_by(role) for screen in primer.screens)
    topics = tuple(topic.read_by(role) for topic in primer.topics) if everything else ()
    offered = () if everything else primer.topics
    return PrimerPage(role, screens, topics, offered, _sources(context, primer))


def about(context: Context, typed: str, language: str) -> PrimerPage | SourcesPage:
    """What there is on a topic, a source, or the reason of a variation.

    Args:
        context: What the program works with.
        typed: What is asked about.
        language: The language of the screens.

    Raises:
        MikroError: ``topic-unknown``, with the nearest.
    """
    primer = _primer()
    sources = _sources(context, primer)
    topic = _topic(context, primer, typed)
    if topic is not None:
        role = context.settings.role
        return PrimerPage(role, (), (topic.read_by(role),), (), sources)
    if folded(typed) in SOURCES:
        works = sorted((one for one in sources.values() if one.author), key=lambda one: one.key)
        return SourcesPage(tuple(works), in_full=False)
    variation = context.catalogue.variations.get(typed)
    if variation is not None:
        named = tuple(sources[key] for key in variation.sources if key in sources)
        return SourcesPage(named, in_full=True, about=variation.id, reason=variation.wording(language).why)
    found = sources_of(sources, typed)
    if found:
        return SourcesPage(found, in_full=True)
    near = nearest(primer, sources, typed, language)
    raise MikroError(
        "topic-unknown",
        N_("There is nothing on “{word}” here. Near it: {near}. “mikro why” shows the topics.")
        if near
        else N_("There is nothing on “{word}” here. “mikro why” shows the topics."),
        word=typed,
        near=", ".join(near),
    )


def asked_about(context: Context) -> tuple[tuple[Topic, ...], Mapping[str, Source]]:
    """Every topic, and every source by key: what can be completed."""
    primer = _primer()
    return primer.topics, _sources(context, primer)


def _primer() -> Primer:
    from mikrohandlinger.storage.toml.primer import load

    return load()


def _sources(context: Context, primer: Primer) -> dict[str, Source]:
    return {**primer.sources, **context.catalogue.sources}


def _topic(context: Context, primer: Primer, typed: str) -> Topic | None:
    """By its own words, by those of an action, or by the name of one of the eight signs."""
    found = topic_of(primer, typed)
    if found is None:
        action = context.catalogue.find_action(typed)
        meant = action.id if action is not None else "signs" if value("sign", typed) else ""
        found = topic_of(primer, meant) if meant else None
    return found
