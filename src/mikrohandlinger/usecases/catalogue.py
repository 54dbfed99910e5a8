"""The catalogue: looking at it, judging a file, writing own variations, hiding some."""

from __future__ import annotations

import os

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.catalogue.draft import Draft
    from mikrohandlinger.domain.catalogue.model import Catalogue
    from mikrohandlinger.domain.catalogue.search import Wanted
    from mikrohandlinger.domain.reports.catalogue import CataloguePage, OneVariation
    from mikrohandlinger.storage.files import StrPath
    from mikrohandlinger.usecases.context import Context


class Judged(NamedTuple):
    """A catalogue file and what is to mend in it.

    Attributes:
        path: The file.
        faults: Everything to mend.
        variations: How many variations it has.
        hints: What could be said better; the file can be used as it is.
    """

    path: str
    faults: tuple[Fault, ...]
    variations: int
    hints: tuple[Fault, ...] = ()


class Beside(NamedTuple):
    """What a new variation stands beside: the user's own file, and the built-in catalogue."""

    own: Mapping[str, Any]
    base: Catalogue


def one(context: Context, identity: str) -> OneVariation | None:
    """The variation with this id; None where there is none."""
    from mikrohandlinger.domain.reports.catalogue import OneVariation

    catalogue = context.catalogue
    variation = catalogue.variations.get(identity)
    if variation is None:
        return None
    sources = tuple(catalogue.sources[key] for key in variation.sources if key in catalogue.sources)
    return OneVariation(variation, sources, identity in catalogue.hidden, catalogue.origin(identity))


def browse(context: Context, word: str | None, wanted: Wanted, language: str) -> CataloguePage:
    """The actions with the variations that are looked for; counted only, where nothing narrows them.

    Args:
        context: What the program works with.
        word: The action that is typed, if one is.
        wanted: What else narrows the variations.
        language: The language of the screen, in which words are looked for.

    Raises:
        MikroError: When the word is no action.
    """
    from mikrohandlinger.domain.catalogue.search import Wanted, search
    from mikrohandlinger.domain.reports.catalogue import page

    catalogue = context.catalogue
    narrowed = wanted._replace(action=None if word is None else _action(catalogue, word))
    found = search(catalogue, narrowed, language)
    return page(catalogue, found, listed=narrowed != Wanted(), only=narrowed.action, team=context.team)


def judge(context: Context, file: StrPath | None) -> Judged | None:
    """Judge a catalogue file, or the user's own; None where the user has none yet.

    Raises:
        MikroError: When it cannot be read.
    """
    from mikrohandlinger.domain.catalogue.check import check, is_whole
    from mikrohandlinger.domain.catalogue.lint import lint
    from mikrohandlinger.storage.files import exists
    from mikrohandlinger.storage.toml.catalogue import built_in
    from mikrohandlinger.storage.toml.reading import parse

    path = os.fspath(file or context.paths.own_actions)
    if file is None and not exists(path):
        return None
    raw = parse(path)
    base = None if is_whole(raw) else built_in(context.paths.cache)
    found = (*check(raw, base), *lint(raw, base))
    return Judged(
        path,
        tuple(fault for fault in found if not fault.is_hint),
        len(raw.get("variation", ())),
        tuple(fault for fault in found if fault.is_hint),
    )


def to_mend(judged: Judged) -> MikroError:
    """The refusal of a file, once its faults have been listed."""
    return MikroError(
        "catalogue-faults",
        N_("{path}: {count} to mend. An example that passes stands beside each."),
        path=judged.path,
        count=len(judged.faults),
    )


def beside(context: Context) -> Beside:
    """What a new variation would stand beside.

    Raises:
        MikroError: When the user's own file cannot be read, or is not well formed.
    """
    from mikrohandlinger.storage.toml import own_actions
    from mikrohandlinger.storage.toml.catalogue import built_in

    base = built_in(context.paths.cache)
    return Beside(own_actions.read(context.paths.own_actions, base), base)


def faults_of(draft: Draft, neighbours: Beside) -> list[Fault]:
    """Everything that is to mend in a draft."""
    from mikrohandlinger.domain.catalogue.draft import as_table, judge

    return judge(as_table(draft, _taken(neighbours)), *neighbours)


def add(context: Context, draft: Draft) -> dict[str, Any]:
    """Write a variation into the user's own file, and give the table that stands there now.

    Raises:
        MikroError: When something in it is to mend, or the file cannot be changed.
    """
    from mikrohandlinger.domain.catalogue.draft import as_table, judge
    from mikrohandlinger.storage.toml import own_actions
    from mikrohandlinger.storage.toml.catalogue import built_in

    base, path = built_in(context.paths.cache), context.paths.own_actions

    def make(own: Mapping[str, Any]) -> dict[str, Any]:
        table = as_table(draft, _taken(Beside(own, base)))
        faults = judge(table, own, base)
        if faults:
            raise MikroError(
                "variation-faults",
                N_("Nothing was written: {count} to mend. An example that passes stands beside each."),
                count=len(faults),
                path=path,
            )
        return table

    with context.store.filed.actions("add", context.clock.now) as (file, _change):
        table = own_actions.add(file, base, make)
    context.forget("catalogue")
    return table


def hide(context: Context, identity: str) -> list[str]:
    """Let a variation not be proposed; returns every id that is hidden now.

    Raises:
        MikroError: When there is no such variation, or the file cannot be changed.
    """
    from mikrohandlinger.storage.toml import own_actions

    base = beside(context).base
    if identity not in context.catalogue.variations:
        raise _no_such_variation(context.catalogue, identity)
    with context.store.filed.actions("hide", context.clock.now) as (file, _change):
        hidden = own_actions.hide(file, base, identity)
    context.forget("catalogue")
    return hidden


def unhide(context: Context, identity: str) -> list[str]:
    """Let a variation be proposed again; returns every id that is hidden now.

    Raises:
        MikroError: When there is no such variation, or the file cannot be changed.
    """
    from mikrohandlinger.storage.toml import own_actions

    own, base = beside(context)
    hidden = list(own.get("hide", ()))
    if identity in hidden:
        with context.store.filed.actions("unhide", context.clock.now) as (file, _change):
            hidden = own_actions.unhide(file, base, identity)
        context.forget("catalogue")
    elif identity not in context.catalogue.variations:
        raise _no_such_variation(context.catalogue, identity)
    return hidden


def _taken(neighbours: Beside) -> set[str]:
    own, base = neighbours
    return {*base.variations, *(str(known["id"]) for known in own.get("variation", ()))}


def _action(catalogue: Catalogue, word: str) -> str:
    from mikrohandlinger.usecases.reading import action_named

    is_like_an_id = "-" in word and word.partition("-")[0] in [action.id for action in catalogue.actions]
    if is_like_an_id and catalogue.find_action(word) is None:
        raise _no_such_variation(catalogue, word)
    return action_named(catalogue, word, can_search=True).id


def _no_such_variation(catalogue: Catalogue, identity: str) -> MikroError:
    from difflib import get_close_matches

    near: Sequence[str] = get_close_matches(identity, catalogue.variations, n=2, cutoff=0.5)
    return MikroError(
        "variation-unknown",
        N_("There is no variation called “{id}”. Near it: {near}. “mikro actions ask” shows the ids.")
        if near
        else N_("There is no variation called “{id}”. “mikro actions ask” shows the ids."),
        id=identity,
        near=", ".join(near),
    )
