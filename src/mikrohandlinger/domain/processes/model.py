"""The scripts of meetings that anyone can run: frozen values, and how raw TOML becomes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mikrohandlinger.domain.catalogue.model import LANGUAGES
from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import Any

#: Whose file a script comes from.
Origin = Literal["built-in", "own", "team"]
#: How many people a meeting is for, where its script does not say.
ANY_NUMBER = (2, 30)


class Wording(NamedTuple):
    """What a script says of itself, in one language.

    Attributes:
        title: What the meeting is called.
        aim: What the group gets out of it.
        who: Who must be there.
        host: What the host does, and does not.
        before: What to prepare, one thing each.
        wall: What hangs on the wall in large letters; may be none.
        care: When this is the wrong meeting; may be empty.
        do: What a leader does in it; may be none.
        avoid: What a leader leaves alone; may be none.
        basis: What it rests on, and how far; may be empty.
    """

    title: str
    aim: str
    who: str
    host: str = ""
    before: tuple[str, ...] = ()
    wall: tuple[str, ...] = ()
    care: str = ""
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    basis: str = ""


class StepWording(NamedTuple):
    """A step in one language.

    Attributes:
        title: What the step is called, or the question it asks.
        says: What the host reads aloud.
        group: What the group does, one thing for each part of the step.
        ends: How one can tell that it is over.
    """

    title: str
    says: str
    group: tuple[str, ...]
    ends: str


class Step(NamedTuple):
    """A step of a script.

    Attributes:
        minutes: How long it takes.
        parts: The same in the parts in which the group does one thing each.
        day: On which day of several it is, from 1; 0 where the meeting is held in one go.
        wordings: Its words by language; at least one.
    """

    minutes: int
    parts: tuple[int, ...]
    day: int
    wordings: Mapping[str, StepWording]

    def wording(self, language: str) -> StepWording:
        """Its words in ``language``, or in the one that there is."""
        return self.wordings.get(language) or next(iter(self.wordings.values()))


class Source(NamedTuple):
    """What a script rests on."""

    title: str
    author: str = ""
    year: str = ""
    address: str = ""


class Script(NamedTuple):
    """A meeting that anyone can run.

    Attributes:
        id: Its name, stable for ever.
        words: What else a person may type for it.
        minutes: How long it takes.
        short_minutes: How long in its shorter form; None where there is none.
        people: The fewest and the most that it is for.
        wordings: Its words by language; at least one.
        steps: Its steps.
        short_steps: Those of its shorter form; none where there is none.
        sources: What it rests on.
        origin: Whose file it comes from.
    """

    id: str
    words: tuple[str, ...]
    minutes: int
    short_minutes: int | None
    people: tuple[int, int]
    wordings: Mapping[str, Wording]
    steps: tuple[Step, ...]
    short_steps: tuple[Step, ...] = ()
    sources: tuple[Source, ...] = ()
    origin: Origin = "built-in"

    def wording(self, language: str) -> Wording:
        """Its words in ``language``, or in the one that there is."""
        return self.wordings.get(language) or next(iter(self.wordings.values()))

    @property
    def days(self) -> int:
        """Over how many days it is held."""
        return max(1, *(step.day for step in self.steps))

    def held_with(self, number: int) -> tuple[Step, ...]:
        """The steps that are held in one go with step ``number`` (from 1): all, or those of its day."""
        day = self.steps[number - 1].day
        return tuple(step for step in self.steps if step.day == day)

    def shorter(self) -> Script:
        """The same meeting in its shorter form; itself where there is none."""
        if self.short_minutes is None:
            return self
        return self._replace(minutes=self.short_minutes, steps=self.short_steps)


def build(raw: Mapping[str, Any], origin: Origin = "built-in") -> tuple[Script, ...]:
    """The scripts of a parsed file in which :func:`.check.check` finds no fault.

    Args:
        raw: What the TOML parser returned.
        origin: Whose file it is.
    """
    sources = {
        key: Source(
            table["title"], table.get("author", ""), str(table.get("year", "")), table.get("address", "")
        )
        for key, table in raw.get("source", {}).items()
    }
    return tuple(_script(table, sources, origin) for table in raw.get("process", ()))


def _script(table: Mapping[str, Any], sources: Mapping[str, Source], origin: Origin) -> Script:
    named = table.get("source", ())
    return Script(
        id=table["id"],
        words=tuple(table.get("words", ())),
        minutes=table["minutes"],
        short_minutes=table.get("short"),
        people=tuple(table.get("people", ANY_NUMBER)),
        wordings={language: _wording(table[language]) for language in LANGUAGES if language in table},
        steps=tuple(_step(step, "minutes", "parts") for step in table["step"]),
        short_steps=()
        if "short" not in table
        else tuple(
            _step(step, "short", "short_parts")
            for step in table["step"]
            if step.get("short", step["minutes"])
        ),
        sources=tuple(sources[key] for key in ([named] if isinstance(named, str) else named)),
        origin=origin,
    )


def _step(table: Mapping[str, Any], length: str, parts: str) -> Step:
    minutes = table.get(length, table["minutes"])
    words = {language: table[language] for language in LANGUAGES if language in table}
    return Step(
        minutes,
        tuple(
            table.get(parts, (minutes,) if minutes != table["minutes"] else table.get("parts", (minutes,)))
        ),
        table.get("day", 0),
        {
            language: StepWording(text["title"], text["says"], listed(text["group"]), text["ends"])
            for language, text in words.items()
        },
    )


def _wording(texts: Mapping[str, Any]) -> Wording:
    # What is a list in the file is a tuple here.
    fields: dict[str, Any] = {
        key: value if isinstance(value, str) else tuple(value) for key, value in texts.items()
    }
    return Wording(**fields)


def listed(value: str | Sequence[str]) -> tuple[str, ...]:
    """One text or several, as several."""
    return (value,) if isinstance(value, str) else tuple(value)
