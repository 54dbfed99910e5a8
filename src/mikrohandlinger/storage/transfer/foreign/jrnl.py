"""jrnl: its JSON export, of the present release and the older ones, a journal or one entry."""

from __future__ import annotations

import json
import re

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.domain.transfer import Fault, Tick
from mikrohandlinger.storage.transfer import dates, sources
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Any, Final

    from mikrohandlinger.storage.transfer.sources import Source

#: The largest export that is read, in bytes: all of it has to be held at once.
LARGEST: Final = 30_000_000
#: The signs that usually begin a tag; others stand in the list of tags.
_TAG: Final = re.compile(r"(?<!\S)[@#][\w][\w-]*")


def entries_of(said: object) -> list[Any] | None:
    """The entries of what a JSON file says; None where it is not of jrnl."""
    if not isinstance(said, dict):
        return None
    if isinstance(said.get("entries"), list):
        return list(said["entries"])
    return [said] if {"title", "date"} <= said.keys() else None


def loaded(source: Source) -> object:
    """What a JSON file says.

    Raises:
        MikroError: When it is no JSON, or too deep or large.
    """
    encoding = sources.encoding_of(source)
    with source.open() as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise sources.too_large(source.name)
    try:
        return json.loads(content.decode(encoding, "replace"))
    except (ValueError, RecursionError):
        raise MikroError("json-broken", N_("{file} is no JSON that can be read."), file=source.name) from None


def read(source: Source, entries: list[Any], today: date) -> Iterator[Tick | Fault]:
    """The entries of a journal, each with its tags in the order in which they stand in the text."""
    for number, entry in enumerate(entries, 1):
        try:
            tick = _tick(number, entry)
            dates.not_ahead(tick.day, today)
        except MikroError as error:
            yield Fault(source.name, number, error, is_entry=True)
            continue
        yield tick


def _tick(number: int, entry: Any) -> Tick:
    if not isinstance(entry, dict):
        raise MikroError("line-no-object", N_("it is no object"))
    title, body, day, clock = (entry.get(name) or "" for name in ("title", "body", "date", "time"))
    if not all(isinstance(value, str) for value in (title, body, day, clock)):
        raise MikroError("jrnl-form", N_("it is not as jrnl writes it"))
    moment = dates.time_of(clock) if clock else None
    if clock and moment is None:
        raise MikroError("time-unknown", N_("“{time}” is no time of day"), time=clock[:40])
    text = "\n".join(part for part in (title.strip(), body.strip()) if part)
    return Tick(number, f"{moment:%H:%M}" if moment else "", dates.iso(day), moment, text, _tags(entry, text))


def _tags(entry: dict[str, Any], text: str) -> tuple[str, ...]:
    told = entry.get("tags")
    if isinstance(told, list) and told:
        tags = [tag for tag in told if isinstance(tag, str) and tag]
        folded = text.casefold()
        return tuple(sorted(tags, key=lambda tag: (folded.find(tag.casefold()), tag)))
    return tuple(dict.fromkeys(found.casefold() for found in _TAG.findall(text)))
