"""The primer: what psychological safety is, what research supports and what speaks against it, topic by topic."""

from __future__ import annotations

from difflib import get_close_matches

from mikrohandlinger.domain.catalogue.model import Both, Source, source
from mikrohandlinger.domain.words import folded
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Final

FORMS: Final = ("text", "heading", "point", "sign", "source", "link", "end")
#: What is typed for the list of sources, beside its name in either language.
SOURCES: Final = ("sources", "source", "kilder", "kilde", "kilderne")


class Part(NamedTuple):
    """A piece of a topic.

    Attributes:
        form: One of :data:`FORMS`.
        text: What it says; None where it is its sources told in full.
        sources: The keys of what it rests on.
        role: For whom it is: ``all``, ``employee`` or ``leader``.
        sign: Which of the eight signs it tells of, or "".
        address: Where a link leads, or "".
        command: What can be typed next, or None.
    """

    form: str
    text: Both | None
    sources: tuple[str, ...] = ()
    role: str = "all"
    sign: str = ""
    address: str = ""
    command: Both | None = None


class Topic(NamedTuple):
    """Something that can be asked about, or one of the two screens, which have neither id nor name.

    Attributes:
        id: Its English name.
        name: What it is called where topics are listed, and what can be typed.
        title: What stands above it.
        words: What else can be typed.
        parts: What it says, in order.
    """

    id: str
    name: Both
    title: Both
    words: tuple[str, ...]
    parts: tuple[Part, ...]

    def read_by(self, role: str) -> Topic:
        """The topic as somebody in this role reads it."""
        return self._replace(parts=tuple(part for part in self.parts if part.role in ("all", role)))


class Primer(NamedTuple):
    """All of it.

    Attributes:
        screens: What is shown where nothing is asked for.
        topics: In the order in which they are listed.
        sources: What only the primer names, by key.
    """

    screens: tuple[Topic, ...]
    topics: tuple[Topic, ...]
    sources: Mapping[str, Source]


def build(raw: Mapping[str, Any]) -> Primer:
    """Make the values of the raw tables."""
    return Primer(
        screens=tuple(map(_topic, raw["screen"])),
        topics=tuple(map(_topic, raw["topic"])),
        sources={key: source(key, table) for key, table in raw["source"].items()},
    )


def topic_of(primer: Primer, typed: str) -> Topic | None:
    """The topic that is meant by its name in either language, or another word for it."""
    wanted = folded(typed)
    return next((topic for topic in primer.topics if wanted in map(folded, _called(topic))), None)


def sources_of(sources: Mapping[str, Source], typed: str) -> tuple[Source, ...]:
    """The source with this key, or all those whose key or first author begins with the word."""
    wanted = folded(typed)
    for key, one in sources.items():
        if folded(key) == wanted:
            return (one,)
    if len(wanted) < 3:
        return ()
    return tuple(
        one
        for key, one in sources.items()
        if folded(key).startswith(wanted) or folded(one.author).startswith(wanted)
    )


def nearest(primer: Primer, sources: Iterable[str], typed: str, language: str) -> list[str]:
    """What somebody may have meant, as the screens of ``language`` call it; two at most."""
    shown = {folded(word): topic.name.text(language) for topic in primer.topics for word in _called(topic)}
    shown |= {folded(key): key for key in sources}
    near: Sequence[str] = get_close_matches(folded(typed), shown, n=4, cutoff=0.7)
    return list(dict.fromkeys(shown[word] for word in near))[:2]


def _called(topic: Topic) -> tuple[str, ...]:
    return (topic.id, *topic.name, *topic.words)


def _topic(table: Mapping[str, Any]) -> Topic:
    da, en = table["da"], table["en"]
    return Topic(
        table.get("id", ""),
        Both(da.get("name", ""), en.get("name", "")),
        Both(da["title"], en["title"]),
        tuple(table.get("words", ())),
        tuple(map(_part, table["part"])),
    )


def _part(table: Mapping[str, Any]) -> Part:
    return Part(
        table.get("form", "text"),
        _both(table) if "da" in table else None,
        tuple(table.get("sources", ())),
        table.get("role", "all"),
        table.get("sign", ""),
        table.get("address", ""),
        _both(table["command"]) if "command" in table else None,
    )


def _both(table: Mapping[str, str]) -> Both:
    return Both(table["da"], table["en"])
