"""The style linter: does a variation sound like something a person can do and say at work today?

The rules come from the research on what makes a good micro-action and what spoils one. A message is written for a
colleague who makes a catalogue for a team: which variation, which field, what is wrong, and an example that passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from mikrohandlinger.domain.catalogue import lint_whole as whole
from mikrohandlinger.domain.catalogue import lint_words
from mikrohandlinger.domain.catalogue.check import Fault, name_of
from mikrohandlinger.domain.catalogue.lint_alike import near_duplicates
from mikrohandlinger.domain.catalogue.lint_fit import LONGEST_CARE, fit
from mikrohandlinger.domain.catalogue.lint_lines import lines, variations
from mikrohandlinger.domain.catalogue.model import LANGUAGES
from mikrohandlinger.domain.catalogue.names import personal_name
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.catalogue.lint_lines import Line
    from mikrohandlinger.domain.catalogue.model import Catalogue

LONGEST_TEXT: Final = 160
LONGEST_WHY: Final = 120


def lint(raw: Mapping[str, Any], base: Catalogue | None = None) -> list[Fault]:
    """Everything that the style rules have to say about a parsed file, in the order of the file.

    Fields that are missing or no text are left to :func:`.catalogue_check.check`.

    Args:
        raw: What the TOML parser returned.
        base: The built-in catalogue when ``raw`` is a user's own file: new sentences are held up against it, and
            the numbers are not counted. None when ``raw`` is a whole catalogue.
    """
    faults: list[Fault] = []
    for line in lines(raw):
        faults += _style(line) if not line.copied else _style_of_copy(line)
    faults += _claims(raw)
    faults += _addresses(raw)
    faults += fit(raw, own=base is not None)
    faults += near_duplicates(raw, base)
    faults += whole.sources(raw, own=base is not None)
    faults += whole.numbers(raw) if base is None else _hidden(raw, base)
    return faults


def _style_of_copy(line: Line) -> Iterator[Fault]:
    """Nobody says which language a copied sentence is in: it is at fault when it is so in both, and told once."""
    if line.language != LANGUAGES[0]:
        return
    other = list(_style(line._replace(language=LANGUAGES[1])))
    if other:
        yield from _style(line)


def _style(line: Line) -> Iterator[Fault]:
    yield from _length(line)
    yield from _sentence(line)
    yield from _words(line)
    yield from _names(line)
    if line.action == "ask" and line.field in ("text", "say"):
        yield from _open_questions(line)


def _length(line: Line) -> Iterator[Fault]:
    most = {"text": LONGEST_TEXT, "why": LONGEST_WHY, "care": LONGEST_CARE}.get(line.field)
    if most and len(line.text) > most:
        yield line.fault(
            N_("This has {count} characters; at most {most} can be read at a glance."),
            count=len(line.text),
            most=most,
        )


def _sentence(line: Line) -> Iterator[Fault]:
    if "!" in line.text:
        yield line.fault(N_("Leave out the exclamation mark."))
    if line.field == "say":
        return
    if not line.text.rstrip().endswith((".", "!")):
        yield line.fault(N_("A sentence ends with a full stop."))
    if line.field == "when" and not _is_event(line):
        yield line.fault(N_("Nothing happens in this. Name a moment that comes by itself."))
    if line.field != "text":
        return
    if len(_sentences(line.text, line.language)) > 1 or ";" in line.text:
        yield line.fault(N_("This is more than one sentence. Keep the one act that can be done today."))
    if _first_word(line.text) in lint_words.NO_IMPERATIVE[line.language]:
        yield line.fault(N_("Begin with what to do: a verb such as “Ask”, “Tell” or “Show”."))


def _words(line: Line) -> Iterator[Fault]:
    language = line.language
    harmless = lint_words.NO_GUILT[language]
    forbidden = [re.escape(word) + harmless.get(word, "") for word in lint_words.GUILT[language]]
    if line.field == "say":
        forbidden += map(re.escape, lint_words.UNSAID[language])
    else:
        forbidden += [*map(re.escape, lint_words.FORBIDDEN[language]), *lint_words.DUTY[language]]
    for word in _found(forbidden, line.text):
        yield line.fault(
            N_("Leave out “{word}”: it sounds like duty, moralising, blame or jargon."), word=word
        )
    if line.field != "say":
        for words in _found(lint_words.FEELINGS[line.language], line.text):
            yield line.fault(N_("“{words}” tells the reader what to feel. Say what to do."), words=words)
            break
    if line.field in ("text", "say"):
        for words in _found(lint_words.PRIVATE[line.language], line.text):
            yield line.fault(
                N_(
                    "“{words}” asks for something private. Ask about the work, and leave the rest to people themselves."
                ),
                words=words,
            )


#: What is said of a name in a catalogue that others read.
A_NAME: Final = N_("“{name}” looks like a personal name. Write “a colleague”, or the role.")


def _names(line: Line) -> Iterator[Fault]:
    name = personal_name(line.text)
    if name is not None:
        yield line.fault(A_NAME, name=name)
        return
    addressed = re.search(rf"\b{lint_words.ADDRESSING[line.language]} ([A-ZÆØÅ][a-zæøåé]+)", line.text)
    if addressed and line.field == "text" and not _is_unit(addressed[1]):
        yield line.fault(A_NAME, name=addressed[1])


def _is_unit(word: str) -> bool:
    """Whether a name is that of a part of the organisation, such as “Borgerservice”."""
    return re.search(rf"{lint_words.UNITS}$", word, re.IGNORECASE) is not None


def _open_questions(line: Line) -> Iterator[Fault]:
    if line.field == "text":
        closed = {
            "da": r"\bspørg\w*\b[^.]*(?:, om\b|\bom (?:du|han|hun|jeg|vi|man|der)\b)",
            "en": r"\bask\b[^.]*\b(?:if|whether)\b",
        }[line.language]
        if re.search(closed, line.text, re.IGNORECASE):
            yield line.fault(N_("This leads to a yes or a no. Ask what, how, which, who or why instead."))
        return
    for sentence in _sentences(line.text, line.language):
        if sentence.endswith("?") and not is_open(sentence, line.language):
            yield line.fault(
                N_(
                    "“{sentence}” can be answered with yes or no. Begin with what, how, which, who, when, why or “tell me”."
                ),
                sentence=sentence,
            )


def is_open(question: str, language: str) -> bool:
    """Whether a question begins with a word that opens it (“hvad”, “fortæl”), perhaps after a short lead-in.

    What stands before a colon may lead up to it too: “Write one line: what …”.
    """
    return any(_is_open(part, language) for part in (question, question.rpartition(":")[2]))


def _is_open(question: str, language: str) -> bool:
    # “What's” is “what” too.
    plain = re.sub(r"(?<=\w)['’]\w+", "", question.casefold())
    clauses = [" ".join(re.findall(r"\w+", clause)) for clause in re.split(r"[,–—:]", plain)]
    clauses = [clause for clause in clauses if clause]
    if not clauses:
        return False
    first, *later = clauses
    leads = _starts(first, lint_words.LEAD_INS[language])
    if leads and later:
        return any(_opens(clause, language) for clause in later)
    return _opens(first, language)


def _opens(clause: str, language: str) -> bool:
    joined, _space, rest = clause.partition(" ")
    clause = rest if joined in lint_words.JOINERS[language] else clause
    return _starts(clause, lint_words.OPENERS[language])


def _starts(clause: str, words: Iterable[str]) -> bool:
    return any(clause == word or clause.startswith(f"{word} ") for word in words)


def _claims(raw: Mapping[str, Any]) -> Iterator[Fault]:
    for number, table in variations(raw):
        claims = any(
            isinstance(table.get(language), Mapping) and table[language].get("why") for language in LANGUAGES
        )
        if claims and not table.get("source"):
            yield Fault(
                name_of("variation", number, table),
                "source",
                N_("A reason needs a source. Name one, or leave `why` empty."),
                example='source = "edmondson1999"',
            )


def _addresses(raw: Mapping[str, Any]) -> Iterator[Fault]:
    sources = raw.get("source")
    for key, table in sources.items() if isinstance(sources, Mapping) else ():
        address = table.get("address") if isinstance(table, Mapping) else None
        if isinstance(address, str) and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", address):
            yield Fault(
                f"[source.{key}]",
                "address",
                N_("A source has an address where it can be read; it begins with https://."),
                example='address = "https://doi.org/10.2307/2666999"',
            )


def _hidden(raw: Mapping[str, Any], base: Catalogue) -> Iterator[Fault]:
    own = {table.get("id") for _, table in variations(raw)}
    hidden = raw.get("hide")
    for identity in hidden if isinstance(hidden, list) else ():
        if identity not in base.variations and identity not in own:
            yield Fault(
                "",
                "hide",
                N_("There is no variation called “{id}”."),
                {"id": identity},
                'hide = ["ask-what-surprised"]',
            )


def _sentences(text: str, language: str) -> list[str]:
    for abbreviation in lint_words.ABBREVIATIONS[language]:
        text = re.sub(
            rf"(?<!\w){re.escape(abbreviation)}(?=\s+[a-zæøå0-9])", abbreviation.replace(".", ""), text
        )
    return [sentence.strip() for sentence in re.split(r"(?<=[.!?…])\s+", text.strip()) if sentence.strip()]


def _is_event(line: Line) -> bool:
    """Whether a cue names something that happens, not a time when there is room for it."""
    # Danish may be written on an English screen, and the other way round.
    begins = any(_first_word(line.text) in lint_words.EVENTS[language] for language in LANGUAGES)
    return begins and not list(_found(lint_words.NO_EVENT[line.language], line.text))


def _first_word(text: str) -> str:
    found = re.match(r"\W*(\w+)", text)
    return found[1].casefold() if found else ""


def _found(patterns: Iterable[str], text: str) -> Iterator[str]:
    for pattern in patterns:
        found = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
        if found:
            yield found[0]
