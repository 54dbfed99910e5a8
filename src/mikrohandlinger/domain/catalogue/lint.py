"""The style linter: does a variation sound like something a person can do and say at work today?

The rules come from the research on what makes a good micro-action and what spoils one. A message is written for a
colleague who makes a catalogue for a team: which variation, which field, what is wrong, and an example that passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from mikrohandlinger.domain.catalogue import lint_words
from mikrohandlinger.domain.catalogue.check import WORDINGS, Fault, name_of
from mikrohandlinger.domain.catalogue.model import ACTIONS, LANGUAGES, LEVELS, SIGNS
from mikrohandlinger.domain.catalogue.names import personal_name
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.catalogue.model import Catalogue

LONGEST_TEXT: Final = 160
LONGEST_WHY: Final = 120
LONGEST_CARE: Final = 90
#: From this 3-gram similarity on, two sentences are the same in other clothes.
NEAR: Final = 0.8

#: The least numbers for a whole catalogue: together, per action, per sign.
LEAST_TOGETHER: Final = 150
LEAST_PER_ACTION: Final = 50
LEAST_PER_SIGN: Final = 8
#: The share of each level, and how far from it is near enough.
LEVEL_SHARES: Final = {1: 0.4, 2: 0.4, 3: 0.2}
LEVEL_SLACK: Final = 0.05

_EXAMPLES: Final = {
    "da": {
        "text": "Spørg en kollega, hvad der har overrasket mest på arbejdet i denne uge.",
        "when": "Når I mødes ved kaffen.",
        "say": "Hvad har egentlig overrasket dig mest i denne uge?",
        "why": "Et opfølgende spørgsmål viser, at man har hørt efter.",
        "care": "Vælg et roligt øjeblik, og tag det på tomandshånd.",
    },
    "en": {
        "text": "Ask a colleague what has surprised them most at work this week.",
        "when": "When you meet over coffee.",
        "say": "What has surprised you most this week?",
        "why": "A follow-up question shows that you have been listening.",
        "care": "Choose a calm moment, and take it one to one.",
    },
}


class _Line(NamedTuple):
    """One sentence field of a variation: ``da.text`` and the like.

    Attributes:
        copied: Whether it stands letter for letter in both languages, as when a team writes in one only.
    """

    name: str
    action: object
    language: str
    field: str
    text: str
    copied: bool = False

    @property
    def example(self) -> str:
        return f'{self.field} = "{_EXAMPLES[self.language][self.field]}"'

    def fault(self, message: str, **values: Any) -> Fault:
        return Fault(self.name, f"{self.language}.{self.field}", message, values, self.example)


def lint(raw: Mapping[str, Any], base: Catalogue | None = None) -> list[Fault]:
    """Everything that the style rules have to say about a parsed file, in the order of the file.

    Fields that are missing or no text are left to :func:`.catalogue_check.check`.

    Args:
        raw: What the TOML parser returned.
        base: The built-in catalogue when ``raw`` is a user's own file: new sentences are held up against it, and
            the numbers are not counted. None when ``raw`` is a whole catalogue.
    """
    faults: list[Fault] = []
    for line in _lines(raw):
        faults += _style(line) if not line.copied else _style_of_copy(line)
    faults += _claims(raw)
    faults += _addresses(raw)
    faults += _courage(raw) if base is not None else ()
    faults += _near_duplicates(raw, base)
    if base is None:
        faults += _numbers(raw)
    else:
        faults += _hidden(raw, base)
    return faults


def similarity(one: str, other: str) -> float:
    """How alike two sentences are, 0–1: the Dice coefficient of their sets of three-letter pieces.

    Case, punctuation and spacing make no difference.
    """
    first, second = _pieces(one), _pieces(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _lines(raw: Mapping[str, Any]) -> Iterator[_Line]:
    for number, table in _variations(raw):
        for language in LANGUAGES:
            texts = table.get(language)
            if not isinstance(texts, Mapping):
                continue
            for field in WORDINGS:
                text = texts.get(field)
                if isinstance(text, str) and text.strip():
                    yield _Line(
                        name_of("variation", number, table),
                        table.get("action"),
                        language,
                        field,
                        text,
                        copied=_copied(table, field),
                    )


def _copied(table: Mapping[str, Any], field: str) -> bool:
    danish, english = (table.get(language) for language in LANGUAGES)
    return (
        isinstance(danish, Mapping)
        and isinstance(english, Mapping)
        and danish.get(field) == english.get(field)
    )


def _style_of_copy(line: _Line) -> Iterator[Fault]:
    """Nobody says which language a copied sentence is in: it is at fault when it is so in both, and told once."""
    if line.language != LANGUAGES[0]:
        return
    other = list(_style(line._replace(language=LANGUAGES[1])))
    if other:
        yield from _style(line)


def _style(line: _Line) -> Iterator[Fault]:
    yield from _length(line)
    yield from _sentence(line)
    yield from _words(line)
    yield from _names(line)
    if line.action == "ask" and line.field in ("text", "say"):
        yield from _open_questions(line)


def _length(line: _Line) -> Iterator[Fault]:
    most = {"text": LONGEST_TEXT, "why": LONGEST_WHY, "care": LONGEST_CARE}.get(line.field)
    if most and len(line.text) > most:
        yield line.fault(
            N_("This has {count} characters; at most {most} can be read at a glance."),
            count=len(line.text),
            most=most,
        )


def _sentence(line: _Line) -> Iterator[Fault]:
    if "!" in line.text:
        yield line.fault(N_("Leave out the exclamation mark."))
    if line.field == "say":
        return
    if not line.text.rstrip().endswith((".", "!")):
        yield line.fault(N_("A sentence ends with a full stop."))
    if line.field != "text":
        return
    if len(_sentences(line.text, line.language)) > 1 or ";" in line.text:
        yield line.fault(N_("This is more than one sentence. Keep the one act that can be done today."))
    if _first_word(line.text) in lint_words.NO_IMPERATIVE[line.language]:
        yield line.fault(N_("Begin with what to do: a verb such as “Ask”, “Tell” or “Show”."))


def _words(line: _Line) -> Iterator[Fault]:
    forbidden = [*lint_words.GUILT[line.language]]
    forbidden += (lint_words.UNSAID if line.field == "say" else lint_words.FORBIDDEN)[line.language]
    for word in _found(map(re.escape, forbidden), line.text):
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


def _names(line: _Line) -> Iterator[Fault]:
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


def _open_questions(line: _Line) -> Iterator[Fault]:
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
    """Whether a question begins with a word that opens it (“hvad”, “fortæl”), perhaps after a short lead-in."""
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
    for number, table in _variations(raw):
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


def _courage(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """A user's own variation that takes courage had better say what to mind; nothing refuses it without."""
    for number, table in _variations(raw):
        if table.get("level") != max(LEVELS) or table.get("retired") is True:
            continue
        for language in LANGUAGES:
            texts = table.get(language)
            if isinstance(texts, Mapping) and not texts.get("care"):
                yield Fault(
                    name_of("variation", number, table),
                    f"{language}.care",
                    N_("This takes courage. You could say what to mind, in at most {most} characters."),
                    {"most": LONGEST_CARE},
                    f'care = "{_EXAMPLES[language]["care"]}"',
                    is_hint=True,
                )
                break


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


def _near_duplicates(raw: Mapping[str, Any], base: Catalogue | None) -> Iterator[Fault]:
    for language in LANGUAGES:
        earlier: list[tuple[str, frozenset[str]]] = []
        if base is not None:
            earlier = [
                (known.id, _pieces(known.wording(language).text)) for known in base.variations.values()
            ]
        for line in _lines(raw):
            if line.language != language or line.field != "text":
                continue
            pieces = _pieces(line.text)
            for name, others in earlier:
                alike = 2 * len(pieces & others) / ((len(pieces) + len(others)) or 1)
                if alike >= NEAR:
                    yield line.fault(
                        N_(
                            "This is nearly the same sentence as in {other} ({percent} per cent alike). Find another act."
                        ),
                        other=name,
                        percent=round(alike * 100),
                    )
                    break
            earlier.append((line.name, pieces))


def _hidden(raw: Mapping[str, Any], base: Catalogue) -> Iterator[Fault]:
    own = {table.get("id") for _, table in _variations(raw)}
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


def _numbers(raw: Mapping[str, Any]) -> Iterator[Fault]:
    tables = [table for _, table in _variations(raw) if table.get("retired") is not True]
    yield from _least("", "variation", len(tables), LEAST_TOGETHER)
    for action in ACTIONS:
        of_action = [table for table in tables if table.get("action") == action]
        for key, count, least in _groups(of_action):
            yield from _least(f"[[action]] {action}", key, count, least)
        yield from _levels(action, of_action)
    for sign in SIGNS:
        count = sum(sign in _listed(table, "signs") for table in tables)
        yield from _least("", f"signs: {sign}", count, LEAST_PER_SIGN)


def _groups(tables: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, int, int]]:
    yield "variation", len(tables), LEAST_PER_ACTION
    yield "part: receiver", sum(table.get("part") == "receiver" for table in tables), 10
    yield "rules: true", sum(table.get("rules") is True for table in tables), 10
    yield "role: leader", sum(table.get("role") == "leader" for table in tables), 10
    yield "settings: remote", sum("remote" in _listed(table, "settings") for table in tables), 8
    yield "minutes: 2", sum(table.get("minutes") == 2 for table in tables), 8
    outside = {"new", "up", "across"}
    yield (
        "reach: new, up, across",
        sum(not outside.isdisjoint(_listed(table, "reach")) for table in tables),
        8,
    )


def _levels(action: str, tables: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    for level in LEVELS:
        share = sum(table.get("level") == level for table in tables) / (len(tables) or 1)
        if abs(share - LEVEL_SHARES[level]) > LEVEL_SLACK:
            yield Fault(
                f"[[action]] {action}",
                f"level: {level}",
                N_("{percent} per cent are at this level; near {wanted} per cent keeps the ramp even."),
                {"percent": round(share * 100), "wanted": round(LEVEL_SHARES[level] * 100)},
            )


def _least(table: str, key: str, count: int, least: int) -> Iterator[Fault]:
    if count < least:
        yield Fault(
            table,
            key,
            N_("There are {count} of these; a whole catalogue has at least {least}."),
            {"count": count, "least": least},
        )


def _listed(table: Mapping[str, Any], key: str) -> list[Any]:
    value = table.get(key)
    return value if isinstance(value, list) else []


def _variations(raw: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    tables = raw.get("variation")
    for number, table in enumerate(tables if isinstance(tables, list) else (), start=1):
        if isinstance(table, Mapping):
            yield number, table


def _sentences(text: str, language: str) -> list[str]:
    for abbreviation in lint_words.ABBREVIATIONS[language]:
        text = re.sub(
            rf"(?<!\w){re.escape(abbreviation)}(?=\s+[a-zæøå0-9])", abbreviation.replace(".", ""), text
        )
    return [sentence.strip() for sentence in re.split(r"(?<=[.!?…])\s+", text.strip()) if sentence.strip()]


def _first_word(text: str) -> str:
    found = re.match(r"\W*(\w+)", text)
    return found[1].casefold() if found else ""


def _found(patterns: Iterable[str], text: str) -> Iterator[str]:
    for pattern in patterns:
        found = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
        if found:
            yield found[0]


@lru_cache(maxsize=2000)
def _pieces(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    plain = f" {' '.join(words)} "
    return frozenset(plain[start : start + 3] for start in range(len(plain) - 2))
