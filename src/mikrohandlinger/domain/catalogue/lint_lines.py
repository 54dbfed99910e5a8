"""The sentences of a parsed catalogue file, one by one, for the style rules (:mod:`.lint` and its neighbours)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mikrohandlinger.domain.catalogue.check import WORDINGS, Fault, name_of
from mikrohandlinger.domain.catalogue.model import LANGUAGES
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

EXAMPLES: Final = {
    "da": {
        "text": "Spørg en kollega, hvad der har overrasket mest på arbejdet for nylig.",
        "when": "Når I mødes ved kaffen.",
        "say": "Hvad har egentlig overrasket dig mest for nylig?",
        "why": "Et opfølgende spørgsmål viser, at man har hørt efter.",
        "care": "Vælg et roligt øjeblik, og tag det på tomandshånd.",
    },
    "en": {
        "text": "Ask a colleague what has surprised them most at work lately.",
        "when": "When you meet over coffee.",
        "say": "What has surprised you most lately?",
        "why": "A follow-up question shows that you have been listening.",
        "care": "Choose a calm moment, and take it one to one.",
    },
}


class Line(NamedTuple):
    """One sentence field of a variation: ``da.text`` and the like.

    Attributes:
        name: Which variation, as a message calls it.
        action: Its action.
        language: ``da`` or ``en``.
        field: Which field.
        text: The sentence.
        copied: Whether it stands letter for letter in both languages, as when a team writes in one only.
        retired: Whether the variation is out of use.
    """

    name: str
    action: object
    language: str
    field: str
    text: str
    copied: bool = False
    retired: bool = False

    def fault(self, message: str, *, is_hint: bool = False, **values: Any) -> Fault:
        """What is wrong with it, beside a sentence that passes."""
        example = f'{self.field} = "{EXAMPLES[self.language][self.field]}"'
        return Fault(self.name, f"{self.language}.{self.field}", message, values, example, is_hint)


def lines(raw: Mapping[str, Any]) -> Iterator[Line]:
    """Every sentence of every variation, in the order of the file."""
    for number, table in variations(raw):
        for language in LANGUAGES:
            texts = table.get(language)
            if not isinstance(texts, Mapping):
                continue
            for field in WORDINGS:
                text = texts.get(field)
                if isinstance(text, str) and text.strip():
                    yield Line(
                        name_of("variation", number, table),
                        table.get("action"),
                        language,
                        field,
                        text,
                        copied=_copied(table, field),
                        retired=table.get("retired") is True,
                    )


def _copied(table: Mapping[str, Any], field: str) -> bool:
    danish, english = (table.get(language) for language in LANGUAGES)
    return (
        isinstance(danish, Mapping)
        and isinstance(english, Mapping)
        and danish.get(field) == english.get(field)
    )


def variations(raw: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Every variation that is a table, with its place in the file."""
    tables = raw.get("variation")
    for number, table in enumerate(tables if isinstance(tables, list) else (), start=1):
        if isinstance(table, Mapping):
            yield number, table


def in_use(raw: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """The variations that are not retired, each with what a message calls it."""
    return [
        (name_of("variation", number, table), table)
        for number, table in variations(raw)
        if table.get("retired") is not True
    ]


def listed(table: Mapping[str, Any], key: str) -> list[Any]:
    """The list at ``key``; empty where there is none."""
    value = table.get(key)
    return value if isinstance(value, list) else []


def sources_of(table: Mapping[str, Any]) -> Sequence[str]:
    """The keys of the sources that a variation names: one, several or none."""
    named = table.get("source")
    return [str(one) for one in named] if isinstance(named, list) else [named] if named else []
