"""The three actions and their variations: frozen values, and how raw TOML becomes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from typing import Any, Final

    _ByKey = Mapping[str, Any]
else:
    _ByKey = Mapping

LANGUAGES: Final = ("da", "en")
#: What a source tells of its work, in both languages.
TOLD: Final = ("design", "people", "found", "limits")
#: The source that is no work: what rests on it claims nothing.
PRACTICE: Final = "practice"
ACTIONS: Final = ("ask", "doubt", "feedback")
LEVELS: Final = (1, 2, 3)
MINUTES: Final = (2, 5, 10)
ROLES: Final = ("all", "leader")
PARTS: Final = ("sender", "receiver")
#: Who decides when it can be done: the user, or somebody or something that must come first.
CUES: Final = ("mine", "comes")
WORKS: Final = ("office", "care", "school", "daycare", "road", "plant")
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
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


#: Where a variation comes from.
Origin = Literal["built-in", "own", "team"]

#: The sign that an action practises most plainly, for a variation that names none.
USUAL_SIGN: Final = {"ask": "wonder", "doubt": "ask-help", "feedback": "good-will"}
#: What a user's own variation suits, if it does not say.
USUAL_MINUTES: Final = 5
USUAL_REACH: Final[tuple[str, ...]] = ("known",)


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
    """A variation in one language: what to do, when, what can be said, why it is worth it, and what to mind."""

    text: str
    when: str
    say: str
    why: str
    care: str = ""


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
    sources: tuple[str, ...]
    da: Wording
    en: Wording
    retired: bool = False
    cue: str = "mine"
    work: tuple[str, ...] = ()
    not_on: tuple[str, ...] = ()

    def wording(self, language: str) -> Wording:
        """The texts in ``language`` (``da`` or ``en``)."""
        return self.da if language == "da" else self.en


class Both(NamedTuple):
    """A text in both languages."""

    da: str
    en: str

    def text(self, language: str) -> str:
        """The one in ``language`` (``da`` or ``en``)."""
        return self.da if language == "da" else self.en


class Source(NamedTuple):
    """Where the claim of a ``why`` comes from.

    Attributes:
        key: Its name in the file; ``practice`` is no work, and nothing is claimed by it.
        author: Who wrote it; "" for ``practice``, like the year and the address.
        year: When it came out, or "n.d.".
        title: As published.
        address: Where it can be read.
        design: How it was found out.
        people: How many and whom it was found out about.
        found: What was found.
        limits: What speaks against it.
    """

    key: str
    author: str
    year: str
    title: str
    address: str
    design: Both | None = None
    people: Both | None = None
    found: Both | None = None
    limits: Both | None = None


class Catalogue(NamedTuple):
    """Everything that can be proposed.

    Attributes:
        actions: The three, in order.
        variations: By id, in the order of the file; retired ones are kept, so that old days can be told.
        sources: By key.
        hidden: Ids that the user does not want proposed.
        own: The user's own variations by id, which are among all.
        team: The same of those that the user's team shares.
    """

    actions: tuple[Action, ...]
    variations: Mapping[str, Variation]
    sources: Mapping[str, Source]
    hidden: frozenset[str] = frozenset()
    own: Mapping[str, Variation] = {}
    team: Mapping[str, Variation] = {}

    def origin(self, identity: str) -> Origin:
        """Where a variation comes from."""
        return "own" if identity in self.own else "team" if identity in self.team else "built-in"

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
        sources={key: source(key, table) for key, table in raw.get("source", {}).items()},
        hidden=frozenset(raw.get("hide", ())),
    )


def variation(table: Mapping[str, Any]) -> Variation:
    """Make one variation from its raw, already checked table."""
    return Variation(
        id=table["id"],
        action=table["action"],
        level=table["level"],
        minutes=table.get("minutes", USUAL_MINUTES),
        role=table.get("role", "all"),
        part=table.get("part", "sender"),
        places=tuple(table.get("settings", PLACES)),
        reach=tuple(table.get("reach", USUAL_REACH)),
        signs=tuple(table.get("signs", (USUAL_SIGN[table["action"]],))),
        rules=table.get("rules", False),
        sources=_listed(table.get("source", ())),
        da=_wording(table["da"]),
        en=_wording(table["en"]),
        retired=table.get("retired", False),
        cue=table.get("cue", "mine"),
        work=tuple(table.get("work", ())),
        not_on=tuple(table.get("not_on", ())),
    )


def to_rows(catalogue: Catalogue) -> list[Any]:
    """The catalogue as plain lists, which JSON holds and reads back several times faster than tables."""
    return [
        list(catalogue.actions),
        list(catalogue.variations.values()),
        list(catalogue.sources.values()),
        sorted(catalogue.hidden),
    ]


class _OnDemand(_ByKey):
    """Values by key that are made of their rows when the first of them is asked for; most commands never ask."""

    def __init__(self, rows: Callable[[], Sequence[Any]], make: Callable[[Sequence[Any]], Any]) -> None:
        self._rows = rows
        self._make = make

    @cached_property
    def _made(self) -> dict[str, Any]:
        return {row[0]: self._make(row) for row in self._rows()}

    def __getitem__(self, key: str) -> Any:
        return self._made[key]

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
        variations=_OnDemand(variations or (lambda: given), _from_row),
        sources=_OnDemand(lambda: sources, _source_from_row),
        hidden=frozenset(hidden),
    )


def _source_from_row(row: Sequence[Any]) -> Source:
    return Source(*row[:5], *(None if text is None else Both(*text) for text in row[5:]))


def _from_row(row: Sequence[Any]) -> Variation:
    identity, action, level, minutes, role, part, places, reach, signs, rules, sources, da, en, *rest = row
    retired, cue, work, not_on = rest
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
        tuple(sources),
        Wording(*da),
        Wording(*en),
        retired,
        cue,
        tuple(work),
        tuple(not_on),
    )


class _Together(_ByKey):
    """Several mappings as one, put together when it is first asked; of the same key the later one holds."""

    def __init__(self, *parts: Mapping[str, Any]) -> None:
        self._parts = parts

    @cached_property
    def _all(self) -> dict[str, Any]:
        return {key: value for part in self._parts for key, value in part.items()}

    def __getitem__(self, key: str) -> Any:
        return self._all[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def extend(base: Catalogue, own: Catalogue | None = None, team: Catalogue | None = None) -> Catalogue:
    """The built-in catalogue with what the team shares on top, and the user's own on top of that.

    Args:
        base: The built-in catalogue.
        own: The user's own variations, sources and hidden ids.
        team: What the team shares; of the same id the user's own holds.
    """
    parts = [part for part in (base, team, own) if part is not None]
    return Catalogue(
        actions=base.actions,
        variations=_Together(*(part.variations for part in parts)),
        sources=_Together(*(part.sources for part in parts)),
        hidden=frozenset().union(*(part.hidden for part in parts)),
        own=own.variations if own is not None else {},
        team=team.variations if team is not None else {},
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
    return Wording(table["text"], table["when"], table["say"], table.get("why", ""), table.get("care", ""))


def source(key: str, table: Mapping[str, Any]) -> Source:
    """Make one source from its raw, already checked table."""
    return Source(
        key,
        table.get("author", ""),
        str(table.get("year", "")),
        table["title"],
        table.get("address", ""),
        *(Both(table[told]["da"], table[told]["en"]) if told in table else None for told in TOLD),
    )


def _listed(source: str | Sequence[str]) -> tuple[str, ...]:
    """One key or several, as a variation may name either."""
    return ((source,) if source else ()) if isinstance(source, str) else tuple(source)
