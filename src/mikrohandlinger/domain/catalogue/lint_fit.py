"""Do the fields of a variation fit its words? The kind of work, the weekdays, and what to mind.

Of a whole catalogue these are faults; of a user's own file they are hints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from mikrohandlinger.domain.catalogue import lint_words
from mikrohandlinger.domain.catalogue.check import Fault
from mikrohandlinger.domain.catalogue.lint_lines import EXAMPLES, in_use, listed
from mikrohandlinger.domain.catalogue.model import LANGUAGES, LEVELS
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Final

LONGEST_CARE: Final = 90


def fit(raw: Mapping[str, Any], *, own: bool) -> Iterator[Fault]:
    """What in the fields does not fit the words."""
    for name, table in in_use(raw):
        yield from _work(name, table, own)
        yield from _weekdays(name, table, own)
        yield from _care(name, table, own)


def kinds_of(text: str, language: str) -> list[tuple[str, frozenset[str]]]:
    """The words of a text that belong to some kinds of work only, each with those kinds.

    None where one of them stands beside an “or”: “when the day or the shift is reviewed” only gives examples.
    """
    either = lint_words.OR[language]
    found: list[tuple[str, frozenset[str]]] = []
    for pattern, kinds in lint_words.WORK[language].items():
        hit = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)
        if hit is None:
            continue
        beside = rf"{either} (?:\w+ ){{0,3}}(?:{pattern})|(?:{pattern}),? (?:\w+ )?{either}"
        if re.search(rf"(?<!\w)(?:{beside})(?!\w)", text, re.IGNORECASE):
            return []
        found.append((hit[0], kinds))
    return found


def _work(name: str, table: Mapping[str, Any], own: bool) -> Iterator[Fault]:
    work = frozenset(listed(table, "work"))
    for language in LANGUAGES:
        hits = kinds_of(" ".join(_words(table, language, "text", "when")), language)
        # Words of work that have no kind in common are examples side by side: “a van, a room, a shift or a case”.
        if any(one.isdisjoint(other) for (_, one), (_, other) in combinations(hits, 2)):
            continue
        for word, kinds in hits:
            if work.isdisjoint(kinds):
                yield Fault(
                    name,
                    "work",
                    N_(
                        "“{word}” belongs to some kinds of work only. Name them, or say it so that it fits everywhere."
                    ),
                    {"word": word},
                    f"work = {sorted(kinds)}".replace("'", '"'),
                    own,
                )
                return


def _weekdays(name: str, table: Mapping[str, Any], own: bool) -> Iterator[Fault]:
    for language in LANGUAGES:
        told = " ".join(_words(table, language, "text", "when", "say"))
        # “If we stopped tomorrow …” holds on a Friday too.
        text = re.sub(lint_words.SUPPOSING[language], "", told)
        for words, day in lint_words.WEEKDAYS[language].items():
            found = re.search(rf"(?<!\w){words}(?!\w)", text)
            if found and day not in listed(table, "not_on"):
                yield Fault(
                    name,
                    "not_on",
                    N_(
                        "“{words}” does not hold on every day. Name the day in not_on, or choose words that always fit."
                    ),
                    {"words": found[0]},
                    f'not_on = ["{day}"]',
                    own,
                )
                return


def _care(name: str, table: Mapping[str, Any], own: bool) -> Iterator[Fault]:
    """What takes courage had better say what to mind; of a whole catalogue the form asks for it."""
    if not own or table.get("level") != max(LEVELS):
        return
    for language in LANGUAGES:
        texts = table.get(language)
        if isinstance(texts, Mapping) and not texts.get("care"):
            yield Fault(
                name,
                f"{language}.care",
                N_("This takes courage. You could say what to mind, in at most {most} characters."),
                {"most": LONGEST_CARE},
                f'care = "{EXAMPLES[language]["care"]}"',
                own,
            )
            return


def _words(table: Mapping[str, Any], language: str, *fields: str) -> Iterator[str]:
    texts = table.get(language)
    if isinstance(texts, Mapping):
        yield from (text for field in fields if isinstance(text := texts.get(field), str))
