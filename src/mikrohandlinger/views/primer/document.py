"""The primer for programs, in the language of the screens."""

from __future__ import annotations

from mikrohandlinger.texts import language
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import envelope, sources
from mikrohandlinger.views.shared.names import sign_name

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.primer import Part, Topic
    from mikrohandlinger.domain.reports.primer import PrimerPage, SourcesPage


def opening(page: PrimerPage) -> dict[str, Any]:
    """``mikro why --json``: the two screens, and the topics; with ``--all`` these in full."""
    return envelope.document(
        role=page.role,
        screens=[_topic(screen) for screen in page.screens],
        topics=[_topic(topic) for topic in page.topics] or [_named(topic) for topic in page.offered],
        sources=_named_in(page),
    )


def topic(page: PrimerPage) -> dict[str, Any]:
    """``mikro why TOPIC --json``: the topic, and the sources that it names."""
    return envelope.document(role=page.role, topic=_topic(page.topics[0]), sources=_named_in(page))


def of_sources(page: SourcesPage) -> dict[str, Any]:
    """``mikro why SOURCE --json`` and ``mikro why sources --json``."""
    told = [sources.document(source) for source in page.sources]
    variation = {"variation": page.about, "why": page.reason or None} if page.about else {}
    one = {"source": told[0]} if page.in_full and len(told) == 1 else {}
    return envelope.document(**variation, **one, sources=told)


def _named_in(page: PrimerPage) -> list[dict[str, Any]]:
    """Every source that something on the page rests on, once."""
    keys = [key for each in (*page.screens, *page.topics) for part in each.parts for key in part.sources]
    return [sources.document(page.sources[key]) for key in dict.fromkeys(keys) if key in page.sources]


def _named(topic: Topic) -> dict[str, Any]:
    return {"id": topic.id, "name": topic.name.text(language()), "title": topic.title.text(language())}


def _topic(topic: Topic) -> dict[str, Any]:
    named = _named(topic) if topic.id else {"title": topic.title.text(language())}
    return named | {"parts": [_part(part) for part in topic.parts]}


def _part(part: Part) -> dict[str, Any]:
    return {
        "form": part.form,
        "text": part.text.text(language()) if part.text else None,
        "sources": list(part.sources),
        "sign": {"id": part.sign, "name": sign_name(part.sign)} if part.sign else None,
        "address": part.address or None,
        "command": part.command.text(language()) if part.command else None,
        "role": part.role,
    }
