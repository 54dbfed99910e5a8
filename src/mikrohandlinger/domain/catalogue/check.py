"""Is a parsed catalogue file well formed? Every fault at once, so that a colleague mends the file in one go.

Two kinds of file share one format: a whole catalogue (the built-in one: three actions, every field), and a user's
own ``actions.toml`` beside it (no actions needed, ``hide`` allowed, a ``why`` may be empty). How the sentences
sound is judged elsewhere (:mod:`.catalogue_lint`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from mikrohandlinger.domain.catalogue.model import (
    ACTIONS,
    CUES,
    DAYS,
    LANGUAGES,
    LEVELS,
    MINUTES,
    PARTS,
    PLACES,
    PRACTICE,
    REACHES,
    ROLES,
    SIGNS,
    TOLD,
    WORKS,
)
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final, TypeGuard

    from mikrohandlinger.domain.catalogue.model import Catalogue

SCHEMA: Final = 1
LONGEST_ID: Final = 60
WORDINGS: Final = ("text", "when", "say", "why", "care")

_ID: Final = re.compile(r"(ask|doubt|feedback)(-[a-z0-9]+)+")
#: Not printable to Python, yet at home in a Danish or English sentence.
_SPACES: Final = "\u00a0\u202f\u2009"
_ACTION_KEYS: Final = ("id", "number", "words", *LANGUAGES)
_VARIATION_KEYS: Final = (
    "id",
    "action",
    "level",
    "minutes",
    "role",
    "part",
    "cue",
    "work",
    "not_on",
    "settings",
    "reach",
    "signs",
    "rules",
    "source",
    "retired",
    *LANGUAGES,
)
_SOURCE_KEYS: Final = ("author", "year", "title", "address", *TOLD)
#: What a user's own variation may leave out, and what every variation may.
_OPTIONAL_OWN: Final = frozenset({
    "minutes", "role", "part", "settings", "reach", "signs", "rules", "source",
})  # fmt: skip
_OPTIONAL: Final = frozenset({"retired", "cue", "work", "not_on"})


class Fault(NamedTuple):
    """One thing wrong in a catalogue file.

    Attributes:
        table: Which table, as it stands in the file: ``[[variation]] ask-…``, ``[source.…]``; empty for the top.
        key: Which key of it, such as ``level`` or ``da.text``; empty when the table itself is meant.
        message: English sentence with ``{placeholders}``, marked for translation.
        values: What fills the placeholders.
        example: Something that would pass, or empty.
        is_hint: Whether it is only a suggestion; the file can be used as it is.
    """

    table: str
    key: str
    message: str
    values: Mapping[str, Any] = {}
    example: str = ""
    is_hint: bool = False

    def __str__(self) -> str:
        return self.message.format(**self.values)


def check(raw: Mapping[str, Any], base: Catalogue | None = None) -> list[Fault]:
    """All faults in the form of a parsed file, in the order of the file; none if it can be used.

    Args:
        raw: What the TOML parser returned.
        base: The built-in catalogue when ``raw`` is a user's own file; None when ``raw`` is a whole catalogue.
    """
    faults = list(_top(raw, own=base is not None))
    for number, table in tables(raw, "action"):
        faults += _action(number, table)
    if base is None:
        faults += _all_actions(raw)
    faults += _sources(raw)
    known_sources = set(mapping(raw.get("source"))) | (set(base.sources) if base else set())
    taken = dict.fromkeys(base.variations, True) if base else {}
    for number, table in tables(raw, "variation"):
        faults += _variation(number, table, known_sources, own=base is not None)
        faults += _identity(number, table, taken)
    return faults


def is_whole(raw: Mapping[str, Any]) -> bool:
    """Whether a parsed file is a whole catalogue with its own actions, not an addition to the built-in one."""
    return bool(raw.get("action"))


def name_of(kind: str, number: int, table: object) -> str:
    """How a table is called in a message: by its id, or by its place in the file when it has none."""
    identity = table.get("id") if isinstance(table, Mapping) else None
    return f"[[{kind}]] {identity}" if isinstance(identity, str) and identity else f"[[{kind}]] #{number}"


def _top(raw: Mapping[str, Any], *, own: bool) -> Iterator[Fault]:
    allowed = ("schema", "action", "variation", "source", *(("hide",) if own else ()))
    yield from unknown("", raw, allowed)
    if "schema" not in raw:
        yield Fault("", "schema", MISSING, example=f"schema = {SCHEMA}")
    elif raw["schema"] != SCHEMA or isinstance(raw["schema"], bool):
        yield Fault(
            "",
            "schema",
            N_("This form of the file is not known to this program, which reads schema {known}."),
            {"known": SCHEMA},
            f"schema = {SCHEMA}",
        )
    for kind in ("action", "variation"):
        if kind in raw and not isinstance(raw[kind], list):
            yield Fault("", kind, N_("Write each one as a table of its own."), example=f"[[{kind}]]")
    if "source" in raw and not isinstance(raw["source"], Mapping):
        yield Fault(
            "", "source", N_("Write each one as a table of its own."), example="[source.edmondson1999]"
        )
    if own and "hide" in raw and not is_texts(raw["hide"]):
        yield Fault("", "hide", N_("This is a list of ids."), example='hide = ["ask-what-surprised"]')


def _all_actions(raw: Mapping[str, Any]) -> Iterator[Fault]:
    found = [table.get("id") if isinstance(table, Mapping) else None for _, table in tables(raw, "action")]
    if found != list(ACTIONS):
        yield Fault(
            "[[action]]",
            "id",
            N_("A whole catalogue has the three actions {actions}, once each and in this order."),
            {"actions": ", ".join(ACTIONS)},
            '[[action]]\nid = "ask"',
        )
    words: dict[str, object] = {}
    for number, table in tables(raw, "action"):
        for word in _words_of(table):
            if words.setdefault(str(word).casefold(), number) != number:
                yield Fault(
                    name_of("action", number, table),
                    "words",
                    N_("The word “{word}” already means another action."),
                    {"word": word},
                )


def _words_of(table: object) -> list[object]:
    """The words of an action, where they are a list; what else they may be is told of the action itself."""
    words = table.get("words") if isinstance(table, Mapping) else None
    return words if isinstance(words, list) else []


def _action(number: int, table: object) -> Iterator[Fault]:
    name = name_of("action", number, table)
    if not isinstance(table, Mapping):
        yield Fault(name, "", N_("Write each one as a table of its own."), example="[[action]]")
        return
    yield from unknown(name, table, _ACTION_KEYS)
    for key, example, right in (
        ("id", 'id = "ask"', lambda value: value in ACTIONS),
        ("number", "number = 1", lambda value: value in (1, 2, 3) and not isinstance(value, bool)),
        ("words", 'words = ["ask", "spørg"]', lambda value: bool(value) and is_texts(value)),
    ):
        yield from _value(name, table, key, example, right)
    for language in LANGUAGES:
        yield from _texts(name, table, language, ("title", "aim"), may_be_empty=())


def _sources(raw: Mapping[str, Any]) -> Iterator[Fault]:
    for key, table in mapping(raw.get("source")).items():
        name = f"[source.{key}]"
        if not isinstance(table, Mapping):
            yield Fault(name, "", N_("Write each one as a table of its own."), example=name)
            continue
        yield from unknown(name, table, _SOURCE_KEYS)
        for told in TOLD:
            if told in table:
                yield from _both(name, table[told], told)
        if key == PRACTICE:
            yield from _value(name, table, "title", 'title = "…"', is_text)
            continue
        for field, example in (
            ("author", 'author = "Edmondson"'),
            ("title", 'title = "Psychological Safety and Learning Behavior in Work Teams"'),
            ("address", 'address = "https://doi.org/10.2307/2666999"'),
        ):
            yield from _value(name, table, field, example, is_text)
        yield from _value(
            name, table, "year", "year = 1999", lambda value: is_text(value) or type(value) is int
        )


def _variation(number: int, table: object, sources: set[str], *, own: bool) -> Iterator[Fault]:
    name = name_of("variation", number, table)
    if not isinstance(table, Mapping):
        yield Fault(name, "", N_("Write each one as a table of its own."), example="[[variation]]")
        return
    yield from unknown(name, table, _VARIATION_KEYS)
    optional = _OPTIONAL | _OPTIONAL_OWN if own else _OPTIONAL
    for key, (example, right) in _RULES.items():
        if key in table or key not in optional:
            yield from _value(name, table, key, example, right)
    source = table.get("source")
    for named in source if isinstance(source, list) else [source]:
        if is_text(named) and named not in sources:
            yield Fault(
                name,
                "source",
                N_("There is no source called “{source}”. Add a table for it, or name one that exists."),
                {"source": named},
                f"[source.{named}]",
            )
    # What takes courage says what to mind; in a user's own file the style rules only suggest it.
    may_be_empty = ("why", "care") if own else () if _takes_courage(table) else ("care",)
    for language in LANGUAGES:
        yield from _texts(name, table, language, WORDINGS, may_be_empty)


def _takes_courage(table: Mapping[str, Any]) -> bool:
    return table.get("level") == max(LEVELS) and table.get("retired") is not True


def _both(name: str, texts: object, key: str) -> Iterator[Fault]:
    if not isinstance(texts, Mapping) or not all(is_text(texts.get(language)) for language in LANGUAGES):
        example = f'{key} = {{ da = "…", en = "…" }}'
        yield Fault(name, key, N_("{value} will not do here."), {"value": shown(texts)}, example)
    else:
        yield from unknown(name, texts, LANGUAGES, prefix=f"{key}.")


def _identity(number: int, table: object, taken: dict[str, bool]) -> Iterator[Fault]:
    """What concerns the id itself; ``taken`` grows, and holds whether the id is a built-in one."""
    identity = table.get("id") if isinstance(table, Mapping) else None
    if not is_text(identity):
        return
    name = name_of("variation", number, table)
    example = 'id = "ask-what-surprised"'
    if not _ID.fullmatch(identity) or len(identity) > LONGEST_ID:
        yield Fault(
            name,
            "id",
            N_(
                "An id is the action and a few English words in lower case with hyphens, at most {most} characters."
            ),
            {"most": LONGEST_ID},
            example,
        )
    elif (
        isinstance(table, Mapping)
        and table.get("action") in ACTIONS
        and not identity.startswith(f"{table['action']}-")
    ):
        yield Fault(
            name,
            "id",
            N_("An id begins with its action."),
            example=f'id = "{table["action"]}-what-surprised"',
        )
    if identity not in taken:
        taken[identity] = False
    elif taken[identity]:
        yield Fault(
            name,
            "id",
            N_(
                "This id belongs to the built-in catalogue. Choose another; to do without the built-in one, hide it."
            ),
            example=f'hide = ["{identity}"]',
        )
    else:
        yield Fault(
            name,
            "id",
            N_("This id stands in the file twice. Choose another for one of them."),
            example=example,
        )


def is_text(value: object) -> TypeGuard[str]:
    """Something to read, on one line, that cannot play tricks with a terminal."""
    return (
        isinstance(value, str)
        and bool(value.strip())
        and all(character.isprintable() or character in _SPACES for character in value)
    )


def is_texts(value: object) -> bool:
    """A list of such texts; it may be empty."""
    return isinstance(value, list) and all(is_text(item) for item in value)


def _one_of(choices: Sequence[object]) -> Callable[[object], bool]:
    # True is 1 to Python, but not to a reader of the file.
    return lambda value: not isinstance(value, (bool, float)) and value in choices


def _some_of(choices: Sequence[str], *, or_none: bool = False) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, list)
        and (or_none or bool(value))
        and all(item in choices for item in value)
        and len(set(value)) == len(value)
    )


#: Per key of a variation: an example that passes, and what is right.
_RULES: Final[Mapping[str, tuple[str, Callable[[object], bool]]]] = {
    "id": ('id = "ask-what-surprised"', is_text),
    "action": ('action = "ask"', _one_of(ACTIONS)),
    "level": ("level = 1", _one_of(LEVELS)),
    "minutes": ("minutes = 5", _one_of(MINUTES)),
    "role": ('role = "all"', _one_of(ROLES)),
    "part": ('part = "sender"', _one_of(PARTS)),
    "cue": ('cue = "mine"', _one_of(CUES)),
    "work": ('work = ["care"]', _some_of(WORKS, or_none=True)),
    "not_on": ('not_on = ["fri"]', _some_of(DAYS, or_none=True)),
    "settings": ('settings = ["corridor", "remote"]', _some_of(PLACES)),
    "reach": ('reach = ["known"]', _some_of(REACHES)),
    "signs": ('signs = ["wonder"]', _some_of(SIGNS)),
    "rules": ("rules = false", lambda value: isinstance(value, bool)),
    "source": (
        'source = "edmondson1999"',
        lambda value: is_text(value) or (bool(value) and is_texts(value)),
    ),
    "retired": ("retired = true", lambda value: isinstance(value, bool)),
}

_CHOICES: Final[Mapping[str, Sequence[object]]] = {
    "action": ACTIONS,
    "level": LEVELS,
    "minutes": MINUTES,
    "role": ROLES,
    "part": PARTS,
    "cue": CUES,
    "work": WORKS,
    "not_on": DAYS,
    "settings": PLACES,
    "reach": REACHES,
    "signs": SIGNS,
}

#: What is said of a key that is not there, and of a text that is none.
MISSING: Final = N_("This is missing.")
EMPTY: Final = N_("This is a text on one line, and not an empty one.")


def _value(
    name: str, table: Mapping[str, Any], key: str, example: str, right: Callable[[object], bool]
) -> Iterator[Fault]:
    if key not in table:
        yield Fault(name, key, MISSING, example=example)
    elif not safely(right, table[key]):
        if name.startswith("[[variation]]") and key in _CHOICES:
            choices = ", ".join(str(choice) for choice in _CHOICES[key])
            several = key in ("settings", "reach", "signs", "work", "not_on")
            message = (
                N_("{value} will not do. This is a list of one or more of: {choices}; each at most once.")
                if several
                else N_("{value} will not do. Choose one of: {choices}.")
            )
            yield Fault(name, key, message, {"value": shown(table[key]), "choices": choices}, example)
        else:
            yield Fault(name, key, N_("{value} will not do here."), {"value": shown(table[key])}, example)


def _texts(
    name: str, table: Mapping[str, Any], language: str, fields: Sequence[str], may_be_empty: Sequence[str]
) -> Iterator[Fault]:
    inner = ", ".join(f'{field} = "…"' for field in fields)
    example = f"{language} = {{ {inner} }}"
    texts = table.get(language)
    if texts is None:
        yield Fault(
            name,
            language,
            N_("This language is missing. Every text stands in Danish and in English."),
            {},
            example,
        )
        return
    if not isinstance(texts, Mapping):
        yield Fault(name, language, N_("{value} will not do here."), {"value": shown(texts)}, example)
        return
    yield from unknown(name, texts, fields, prefix=f"{language}.")
    for field in fields:
        value = texts.get(field)
        if field in may_be_empty and value in (None, ""):
            continue
        if field not in texts:
            yield Fault(name, f"{language}.{field}", MISSING, example=example)
        elif not is_text(value):
            yield Fault(name, f"{language}.{field}", EMPTY, example=example)


def unknown(name: str, table: Mapping[str, Any], allowed: Sequence[str], prefix: str = "") -> Iterator[Fault]:
    """The keys of a table that are none of those ``allowed``."""
    for key in table:
        if key not in allowed:
            yield Fault(
                name,
                f"{prefix}{key}",
                N_("This key is not known. The known ones are: {keys}."),
                {"keys": ", ".join(allowed)},
            )


def tables(raw: Mapping[str, Any], kind: str) -> Iterator[tuple[int, object]]:
    """What stands in the list of tables ``kind``, each with its place from 1."""
    found = raw.get(kind)
    if isinstance(found, list):
        yield from enumerate(found, start=1)


def mapping(value: object) -> Mapping[str, Any]:
    """A table; an empty one where there is none."""
    return value if isinstance(value, Mapping) else {}


def safely(right: Callable[[object], bool], value: object) -> bool:
    """Whether a value is right, whatever it is."""
    try:
        return right(value)
    except TypeError:  # a list or a table where a plain value belongs cannot be looked up
        return False


def shown(value: object) -> str:
    """A value as a message shows it."""
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
