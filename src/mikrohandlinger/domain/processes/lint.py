"""The style rules of a script: can a first-time host read it aloud, and is it short, plain and free of blame?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mikrohandlinger.domain.catalogue import lint_words
from mikrohandlinger.domain.catalogue.check import Fault, name_of, tables
from mikrohandlinger.domain.catalogue.lint import A_NAME
from mikrohandlinger.domain.catalogue.model import LANGUAGES
from mikrohandlinger.domain.catalogue.names import personal_name
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.processes.check import Found
from mikrohandlinger.domain.processes.model import listed
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Final

#: The most characters of a text that is read at a glance or in one go, by its key; of others the first.
_MOST: Final = {
    "": 300,
    "title": 60,
    "says": 420,
    "group": 180,
    "ends": 130,
    "wall": 140,
    "aim": 240,
    "basis": 420,
}
#: A longer sentence cannot be said in one breath.
LONGEST_SENTENCE: Final = 190
#: What a host would not say of the time, since the shorter form has another.
_TIMES: Final = re.compile(r"\b\d+\s*(?:minut|minute|min\b)", re.IGNORECASE)


def lint(raw: Mapping[str, Any], *, own: bool) -> list[Found]:
    """Everything that the style rules have to say about a parsed file, in its order.

    What is missing or no text is left to :func:`.check.check`.

    Args:
        raw: What the TOML parser returned.
        own: Whether it is a user's own file; what concerns both languages is a hint there.
    """
    found: list[Found] = []
    for number, table in tables(raw, "process"):
        if not isinstance(table, Mapping):
            continue
        name = name_of("process", number, table)
        found += (Found(fault, number) for fault in _texts(name, table))
        if own:
            found += (Found(fault, number) for fault in _one_language(name, table))
        for place, step in tables(table, "step"):
            if isinstance(step, Mapping):
                below = f"{name} [[process.step]] #{place}"
                found += (
                    Found(fault, number, place) for fault in _texts(below, step, has_short="short" in table)
                )
    return found


def _one_language(name: str, table: Mapping[str, Any]) -> Iterator[Fault]:
    for language in LANGUAGES:
        if language not in table:
            yield Fault(
                name,
                language,
                N_("This language is missing; whoever uses it is shown the other."),
                is_hint=True,
            )


def _texts(name: str, table: Mapping[str, Any], *, has_short: bool = False) -> Iterator[Fault]:
    for language in LANGUAGES:
        texts = table.get(language)
        if not isinstance(texts, Mapping):
            continue
        for key, value in texts.items():
            for text in listed(value) if isinstance(value, (str, list)) else ():
                if isinstance(text, str):
                    for message, values in _of_text(language, key, text, has_short=has_short):
                        yield Fault(name, f"{language}.{key}", message, values)


def _of_text(
    language: str, key: str, text: str, *, has_short: bool
) -> Iterator[tuple[str, dict[str, object]]]:
    most = _MOST.get(key, _MOST[""])
    if len(text) > most:
        yield (
            N_("This has {count} characters; at most {most} can be read at a glance."),
            {"count": len(text), "most": most},
        )
    if "!" in text:
        yield N_("Leave out the exclamation mark."), {}
    for word in _blaming(language, key, text):
        yield N_("Leave out “{word}”: it sounds like duty, moralising, blame or jargon."), {"word": word}
    named = personal_name(text)
    if named is not None and key != "basis":
        yield A_NAME, {"name": named}
    if key == "says":
        for sentence in re.split(r"(?<=[.?:])\s+", text):
            if len(sentence) > LONGEST_SENTENCE:
                yield (
                    N_("“{sentence}” is too long to be said in one breath. Make two of it."),
                    {"sentence": f"{sentence[:40]}…"},
                )
    if has_short and key in ("says", "group") and _TIMES.search(text):
        yield N_("Leave out the minutes: the shorter form has others, and mikro tells them."), {}


def _blaming(language: str, key: str, text: str) -> Iterator[str]:
    harmless = lint_words.NO_GUILT[language]
    for word in lint_words.GUILT[language]:
        if re.search(rf"(?<!\w){re.escape(word)}{harmless.get(word, '')}(?!\w)", text, re.IGNORECASE):
            yield word
    if key == "says":
        for word in lint_words.UNSAID[language]:
            if re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE):
                yield word
