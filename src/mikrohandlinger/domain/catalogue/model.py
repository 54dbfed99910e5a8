"""The three actions and their variations: frozen values, and how raw TOML becomes them."""

# No annotations as text here: each field of a value would be compiled once more at every start.

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, get_args

LANGUAGES: Final = ("da", "en")
ACTIONS: Final = ("ask", "doubt", "feedback")
LEVELS: Final = (1, 2, 3)
MINUTES: Final = (2, 5, 10)
ROLES: Final = ("all", "leader")
PARTS: Final = ("sender", "receiver")
PLACES: Final = ("meeting", "one-to-one", "corridor", "remote")
Reach = Literal["known", "new", "up", "across"]
REACHES: Final[tuple[Reach, ...]] = get_args(Reach)
Went = Literal["easy", "ok", "hard"]
WENT: Final[tuple[Went, ...]] = get_args(Went)
SIGNS: Final = (
    "good-intent",
    "speak-up",
    "wonder",
    "ask-help",
    "raise-up",
    "vulnerable",
    "say-no",
    "good-will",
)


class Title(NamedTuple):
    """What an action is called and what it is for, in one language."""

    title: str
    aim: str


class Action(NamedTuple):
    """One of the three micro-actions.

    Attributes:
        id: ``ask``, ``doubt`` or ``feedback``.
        number: 1, 2 or 3, as in the source deck.
        words: What a person may type for it, in either language, lower case.
    """

    id: str
    number: int
    words: tuple[str, ...]
    da: Title
    en: Title

    def title(self, language: str) -> Title:
        """The title and aim in ``language`` (``da`` or ``en``)."""
        return self.da if language == "da" else self.en


class Wording(NamedTuple):
    """A variation in one language: what to do, when, what can be said, and why it is worth it."""

    text: str
    when: str
    say: str
    why: str


class Variation(NamedTuple):
    """One concrete way to do an action; the fields are those of section 6 of the design."""

    id: str
    action: str
    level: int
    minutes: int
    role: str
    part: str
    places: tuple[str, ...]
    reach: tuple[str, ...]
    signs: tuple[str, ...]
    rules: bool
    source: str
    da: Wording
    en: Wording
    retired: bool = False

    def wording(self, language: str) -> Wording:
        """The texts in ``language`` (``da`` or ``en``)."""
        return self.da if language == "da" else self.en


class Source(NamedTuple):
    """Where the claim of a ``why`` comes from."""

    key: str
    author: str
    year: str
    title: str
    address: str


class Catalogue(NamedTuple):
    """Everything that can be proposed.

    Attributes:
        actions: The three, in order.
        variations: By id, in the order of the file; retired ones are kept, so that old days can be told.
        sources: By key.
        hidden: Ids that the user does not want proposed.
    """

    actions: tuple[Action, ...]
    variations: Mapping[str, Variation]
    sources: Mapping[str, Source]
    hidden: frozenset[str] = frozenset()

    def action(self, action_id: str) -> Action:
        """The action with this id."""
        return next(action for action in self.actions if action.id == action_id)

    def find_action(self, word: str) -> Action | None:
        """The action that ``word`` means: an id, a number, a word or the title in either language; else None."""
        wanted = word.strip().casefold()
        for action in self.actions:
            if wanted == action.id or wanted == str(action.number) or wanted in action.words:
                return action
            if wanted in (action.da.title.casefold(), action.en.title.casefold()):
                return action
        return None


def build(raw: Mapping[str, Any]) -> Catalogue:
    """Make the values from raw, already checked tables (see :mod:`.catalogue_check`)."""
    return Catalogue(
        actions=tuple(_action(table) for table in raw.get("action", ())),
        variations={table["id"]: variation(table) for table in raw.get("variation", ())},
        sources={key: _source(key, table) for key, table in raw.get("source", {}).items()},
        hidden=frozenset(raw.get("hide", ())),
    )


def variation(table: Mapping[str, Any]) -> Variation:
    """Make one variation from its raw, already checked table."""
    return Variation(
        id=table["id"],
        action=table["action"],
        level=table["level"],
        minutes=table["minutes"],
        role=table.get("role", "all"),
        part=table.get("part", "sender"),
        places=tuple(table["settings"]),
        reach=tuple(table["reach"]),
        signs=tuple(table["signs"]),
        rules=table.get("rules", False),
        source=table.get("source", ""),
        da=_wording(table["da"]),
        en=_wording(table["en"]),
        retired=table.get("retired", False),
    )


def to_rows(catalogue: Catalogue) -> list[Any]:
    """The catalogue as plain lists, which JSON holds and reads back several times faster than tables."""
    return [
        list(catalogue.actions),
        list(catalogue.variations.values()),
        list(catalogue.sources.values()),
        sorted(catalogue.hidden),
    ]


class _OnDemand(Mapping[str, Variation]):
    """Variations that are made when the first of them is asked for; most commands never ask."""

    def __init__(self, rows: Callable[[], Sequence[Any]]) -> None:
        self._rows = rows

    @cached_property
    def _made(self) -> dict[str, Variation]:
        return {row[0]: _from_row(row) for row in self._rows()}

    def __getitem__(self, identity: str) -> Variation:
        return self._made[identity]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def from_rows(rows: Sequence[Any], variations: Callable[[], Sequence[Any]] | None = None) -> Catalogue:
    """The catalogue that :func:`to_rows` made into plain lists.

    Args:
        rows: The lists.
        variations: Gives the rows of the variations, in place of those in ``rows``, when they are needed.

    Raises:
        ValueError, TypeError: When these are no such lists.
    """
    actions, given, sources, hidden = rows
    return Catalogue(
        actions=tuple(
            Action(identity, number, tuple(words), Title(*da), Title(*en))
            for identity, number, words, da, en in actions
        ),
        variations=_OnDemand(variations or (lambda: given)),
        sources={row[0]: Source(*row) for row in sources},
        hidden=frozenset(hidden),
    )


def _from_row(row: Sequence[Any]) -> Variation:
    identity, action, level, minutes, role, part, places, reach, signs, rules, source, da, en, retired = row
    return Variation(
        identity,
        action,
        level,
        minutes,
        role,
        part,
        tuple(places),
        tuple(reach),
        tuple(signs),
        rules,
        source,
        Wording(*da),
        Wording(*en),
        retired,
    )


def extend(base: Catalogue, own: Catalogue) -> Catalogue:
    """The built-in catalogue with the user's own variations, sources and hidden ids on top."""
    return Catalogue(
        actions=base.actions,
        variations={**base.variations, **own.variations},
        sources={**base.sources, **own.sources},
        hidden=base.hidden | own.hidden,
    )


def _action(table: Mapping[str, Any]) -> Action:
    words: Sequence[str] = table["words"]
    return Action(
        id=table["id"],
        number=table["number"],
        words=tuple(word.casefold() for word in words),
        da=Title(table["da"]["title"], table["da"]["aim"]),
        en=Title(table["en"]["title"], table["en"]["aim"]),
    )


def _wording(table: Mapping[str, str]) -> Wording:
    return Wording(table["text"], table["when"], table["say"], table.get("why", ""))


def _source(key: str, table: Mapping[str, Any]) -> Source:
    return Source(key, table["author"], str(table["year"]), table["title"], table["address"])
