"""Is a parsed file of scripts well formed? Every fault at once, each with the place in the file that it stands at.

The built-in file and a user's own have the same form; in the user's own a script may stand in one language alone. How
the sentences sound is judged elsewhere (:mod:`.lint`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from mikrohandlinger.domain.catalogue.check import (
    EMPTY,
    LONGEST_ID,
    MISSING,
    SCHEMA,
    Fault,
    is_text,
    is_texts,
    mapping,
    name_of,
    safely,
    shown,
    tables,
    unknown,
)
from mikrohandlinger.domain.catalogue.model import LANGUAGES
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.processes.model import listed
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

    _Rule = tuple[str, Callable[[object], bool], bool]

#: No meeting of ours, and no step of one, is longer, in minutes.
LONGEST: Final = 480
MOST_PEOPLE: Final = 500

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PROCESS_KEYS: Final = ("id", "words", "minutes", "short", "people", "source", "step", *LANGUAGES)
_STEP_KEYS: Final = ("day", "minutes", "short", "parts", "short_parts", *LANGUAGES)
_TEXTS: Final = ("title", "aim", "who", "host", "before", "wall", "care", "do", "avoid", "basis")
#: What a script may leave out, and what is one text or several.
_MAY_BE_LEFT_OUT: Final = ("wall", "care", "do", "avoid", "basis")
_LISTS: Final = ("before", "wall", "do", "avoid")
_STEP_TEXTS: Final = ("title", "says", "group", "ends")
_EXAMPLES: Final = {
    "title": 'title = "Én regel mindre i dag"',
    "aim": 'aim = "Mindst én af vores egne regler er væk."',
    "who": 'who = "Dem, der arbejder efter reglerne."',
    "host": 'host = "Du læser op og holder tiden."',
    "before": 'before = ["Find sedler og tuscher."]',
    "says": 'says = "Skriv én regel ned."',
    "group": 'group = "Skriver to og to."',
    "ends": 'ends = "Alle har skrevet én."',
}


class Found(NamedTuple):
    """A fault, and where in the file it is.

    Attributes:
        fault: What is wrong, with an example that passes.
        process: Of which script, from 1; 0 for the file as a whole.
        step: Of which of its steps, from 1; 0 for the script itself.
    """

    fault: Fault
    process: int = 0
    step: int = 0


def check(raw: Mapping[str, Any], *, own: bool, taken: Collection[str] = ()) -> list[Found]:
    """All faults in the form of a parsed file, in its order; none if it can be used.

    Args:
        raw: What the TOML parser returned.
        own: Whether it is a user's own file, in which one language is enough.
        taken: The ids of scripts that there are besides.
    """
    found = [Found(fault) for fault in (*_top(raw), *_sources(raw))]
    known = set(mapping(raw.get("source")))
    seen: set[str] = set()
    for number, table in tables(raw, "process"):
        name = name_of("process", number, table)
        if not isinstance(table, Mapping):
            found.append(Found(_no_table(name, "[[process]]"), number))
            continue
        found += (Found(fault, number) for fault in _process(name, table, known, own=own))
        found += (Found(fault, number) for fault in _identity(name, table, taken, seen))
        for place, step in tables(table, "step"):
            below = f"{name} [[process.step]] #{place}"
            found += (Found(fault, number, place) for fault in _step(below, step, own=own))
        if not any(each.process == number for each in found):
            found += _sums(name, table, number)
    return found


def _top(raw: Mapping[str, Any]) -> Iterator[Fault]:
    yield from unknown("", raw, ("schema", "process", "source"))
    if raw.get("schema") != SCHEMA or isinstance(raw.get("schema"), bool):
        message = (
            N_("This form of the file is not known to this program, which reads schema {known}.")
            if "schema" in raw
            else MISSING
        )
        yield Fault("", "schema", message, {"known": SCHEMA}, f"schema = {SCHEMA}")
    if not isinstance(raw.get("process", []), list):
        yield Fault("", "process", N_("Write each one as a table of its own."), example="[[process]]")


def _no_table(name: str, example: str) -> Fault:
    return Fault(name, "", N_("Write each one as a table of its own."), example=example)


def _sources(raw: Mapping[str, Any]) -> Iterator[Fault]:
    if not isinstance(raw.get("source", {}), Mapping):
        yield _no_table("[source]", "[source.practice]")
    for key, table in mapping(raw.get("source")).items():
        name = f"[source.{key}]"
        if not isinstance(table, Mapping):
            yield _no_table(name, name)
            continue
        yield from unknown(name, table, ("author", "year", "title", "address"))
        yield from _value(name, table, "title", ('title = "1-2-4-All"', is_text, True))
        for field in ("author", "address"):
            yield from _value(name, table, field, (f'{field} = "…"', is_text, False))
        yield from _value(
            name, table, "year", ("year = 2013", lambda value: is_text(value) or type(value) is int, False)
        )


def _process(name: str, table: Mapping[str, Any], sources: set[str], *, own: bool) -> Iterator[Fault]:
    yield from unknown(name, table, _PROCESS_KEYS)
    for key, rule in _RULES.items():
        yield from _value(name, table, key, rule)
    for source in listed(table["source"]) if _is_one_or_more(table.get("source")) else ():
        if source not in sources:
            yield Fault(
                name,
                "source",
                N_("There is no source called “{source}”. Add a table for it, or name one that exists."),
                {"source": source},
                f"[source.{source}]",
            )
    yield from _languages(name, table, _TEXTS, own=own)


def _identity(name: str, table: Mapping[str, Any], taken: Collection[str], seen: set[str]) -> Iterator[Fault]:
    identity = table.get("id")
    if not is_text(identity):
        return
    example = 'id = "my-meeting"'
    if not _ID.fullmatch(identity) or len(identity) > LONGEST_ID:
        yield Fault(
            name,
            "id",
            N_("An id is a few English words in lower case with hyphens, at most {most} characters."),
            {"most": LONGEST_ID},
            example,
        )
    elif identity in taken:
        yield Fault(name, "id", N_("There is already a meeting with this id. Choose another."), {}, example)
    elif identity in seen:
        yield Fault(
            name,
            "id",
            N_("This id stands in the file twice. Choose another for one of them."),
            example=example,
        )
    seen.add(identity)


def _step(name: str, table: object, *, own: bool) -> Iterator[Fault]:
    if not isinstance(table, Mapping):
        yield _no_table(name, "[[process.step]]")
        return
    yield from unknown(name, table, _STEP_KEYS)
    for key, rule in _STEP_RULES.items():
        yield from _value(name, table, key, rule)
    yield from _languages(name, table, _STEP_TEXTS, own=own)


def _languages(name: str, table: Mapping[str, Any], fields: tuple[str, ...], *, own: bool) -> Iterator[Fault]:
    there = [language for language in LANGUAGES if language in table]
    for language in LANGUAGES:
        if language in table:
            yield from _texts(name, table[language], language, fields)
        elif not own or not there:
            yield Fault(
                name,
                language,
                N_("This language is missing. Every text stands in Danish and in English."),
                {},
                f"{language} = {{ title = … }}",
            )


def _texts(name: str, texts: object, language: str, fields: tuple[str, ...]) -> Iterator[Fault]:
    if not isinstance(texts, Mapping):
        yield Fault(
            name, language, N_("{value} will not do here."), {"value": shown(texts)}, f"[process.{language}]"
        )
        return
    yield from unknown(name, texts, fields, prefix=f"{language}.")
    for field in fields:
        key, example = f"{language}.{field}", _EXAMPLES.get(field, f'{field} = "…"')
        if field not in texts:
            if field not in _MAY_BE_LEFT_OUT:
                yield Fault(name, key, MISSING, example=example)
        elif field in _LISTS:
            if not is_texts(texts[field]):
                yield Fault(
                    name, key, N_("This is a list of texts, each on one line."), {}, f'{field} = ["…"]'
                )
        elif not (_is_one_or_more(texts[field]) if field == "group" else is_text(texts[field])):
            yield Fault(name, key, EMPTY, example=example)


def _sums(name: str, table: Mapping[str, Any], process: int) -> Iterator[Found]:
    """Whether the minutes of the steps make those of the meeting, and what the group does fits their parts."""
    steps = table["step"]
    for whole, length, parts in (("minutes", "minutes", "parts"), ("short", "short", "short_parts")):
        if whole not in table:
            continue
        minutes = [step.get(length, step["minutes"]) for step in steps]
        if sum(minutes) != table[whole]:
            yield Found(
                Fault(
                    name,
                    whole,
                    N_("The steps take {count} minutes together, and the meeting {minutes}."),
                    {"count": sum(minutes), "minutes": table[whole]},
                    f"{whole} = {sum(minutes)}",
                ),
                process,
            )
        for number, step in enumerate(steps, 1):
            below = f"{name} [[process.step]] #{number}"
            for fault in _parts(below, step, minutes[number - 1], parts):
                yield Found(fault, process, number)
    yield from _days(name, steps, process)


def _days(name: str, steps: Sequence[Mapping[str, Any]], process: int) -> Iterator[Found]:
    days = [step.get("day", 0) for step in steps]
    expected = 0
    for number, day in enumerate(days, 1):
        if day not in ((1,) if number == 1 and day else (expected, expected + 1) if days[0] else (0,)):
            message = N_("The days begin with 1 and follow each other, one or more steps on each.")
            below = f"{name} [[process.step]] #{number}"
            yield Found(Fault(below, "day", message, {}, "day = 1"), process, number)
            return
        expected = day


def _parts(name: str, step: Mapping[str, Any], minutes: int, key: str) -> Iterator[Fault]:
    if not minutes:
        return
    parts = step.get(key) or (step.get("parts") if minutes == step["minutes"] else None) or [minutes]
    if sum(parts) != minutes:
        yield Fault(
            name,
            key,
            N_("The parts take {count} minutes together, and the step {minutes}."),
            {"count": sum(parts), "minutes": minutes},
            f"{key} = [{minutes}]",
        )
    for language in LANGUAGES:
        does = listed(step[language]["group"]) if language in step else ()
        if does and len(does) != len(parts):
            yield Fault(
                name,
                key,
                N_("The group does {count} things here, and the step has {parts} parts."),
                {"count": len(does), "parts": len(parts)},
                f"{key} = [{', '.join(['1'] * len(does))}]",
            )
            return


def _value(name: str, table: Mapping[str, Any], key: str, rule: _Rule) -> Iterator[Fault]:
    example, right, needed = rule
    if key not in table:
        if needed:
            yield Fault(name, key, MISSING, example=example)
    elif not safely(right, table[key]):
        yield Fault(name, key, N_("{value} will not do here."), {"value": shown(table[key])}, example)


def _is_one_or_more(value: object) -> bool:
    return is_text(value) or (bool(value) and is_texts(value))


def _is_length(value: object, least: int = 1) -> bool:
    return type(value) is int and least <= value <= LONGEST


def _are_lengths(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_length(each) for each in value)


def _is_span(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(each) is int for each in value)
        and 1 <= value[0] <= value[1] <= MOST_PEOPLE
    )


#: Per key of a script: an example that passes, what is right, and whether it must be there.
_RULES: Final[Mapping[str, _Rule]] = {
    "id": ('id = "my-meeting"', is_text, True),
    "words": ('words = ["mit møde"]', is_texts, False),
    "minutes": ("minutes = 30", _is_length, True),
    "short": ("short = 20", _is_length, False),
    "people": ("people = [4, 12]", _is_span, False),
    "source": ('source = "practice"', _is_one_or_more, False),
    "step": ("[[process.step]]", lambda value: isinstance(value, list) and bool(value), True),
}
#: The same for a step.
_STEP_RULES: Final[Mapping[str, _Rule]] = {
    "day": ("day = 1", lambda value: type(value) is int and 0 <= value <= 31, False),
    "minutes": ("minutes = 5", _is_length, True),
    "short": ("short = 3", lambda value: _is_length(value, 0), False),
    "parts": ("parts = [1, 4]", _are_lengths, False),
    "short_parts": ("short_parts = [1, 2]", _are_lengths, False),
}
