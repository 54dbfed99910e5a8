"""Reading the catalogue: the built-in file, and the user's own beside it.

Both are checked when they have changed, and otherwise come from the cache as plain lists: the whole catalogue in
half a millisecond, where parsing and checking the text costs twenty.
"""

from __future__ import annotations

from functools import partial

from mikrohandlinger.domain.catalogue.model import Catalogue, build, extend, from_rows, to_rows
from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.cache import packed, remembered, unpacked
from mikrohandlinger.storage.files import StrPath, exists
from mikrohandlinger.storage.paths import packaged
from mikrohandlinger.storage.toml.reading import decoded, parse, parsed
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Final

    from mikrohandlinger.domain.catalogue.check import Fault
    from mikrohandlinger.domain.catalogue.model import Origin
    from mikrohandlinger.domain.team import Team
    from mikrohandlinger.storage.toml.team import Asked

#: Grows when the form of the rows changes.
_FORM = 4

#: The place of the variations among the rows.
_VARIATIONS = 1


class LoadedCatalogue(NamedTuple):
    """What can be proposed.

    Attributes:
        catalogue: The built-in catalogue, with what the team shares, and the user's own additions when their file can
            be used.
        warning: What is wrong with the user's own file, if anything is.
    """

    catalogue: Catalogue
    warning: MikroError | None = None


def built_in_path() -> str:
    """Where the built-in catalogue lies."""
    return packaged("actions.toml")


def load(own: StrPath, cache: StrPath, of_team: Catalogue | None = None) -> LoadedCatalogue:
    """The catalogue as this user has it.

    Args:
        own: Where the user's own ``actions.toml`` would lie; it need not exist.
        cache: The cache folder.
        of_team: What the team shares, where it does; the user's own holds before it.

    Raises:
        MikroError: ``catalogue-broken`` or ``toml-broken`` when the built-in file itself cannot be used. What
            is wrong with the user's own file is a warning instead.
    """
    base = built_in(cache)
    additions, warning = None, None
    try:
        if exists(own):
            additions = _read(own, cache, "own-actions", base)
    except MikroError as error:
        warning = error
    if additions is None and of_team is None:
        return LoadedCatalogue(base, warning)
    return LoadedCatalogue(extend(base, additions, of_team), warning)


def of_team(asked: Asked) -> tuple[Catalogue | None, Team]:
    """What the team shares, without what it hides, which is for each user to say; and how its file stands.

    Raises:
        MikroError: When the built-in catalogue, beside which it is checked, cannot be used.
    """
    from mikrohandlinger.domain.team import ACTIONS, Team
    from mikrohandlinger.storage.toml.team import read

    def make(path: str, content: bytes) -> list[Any]:
        shared = _checked(path, parsed(path, decoded(path, content)), built_in(asked.cache), "team")
        return to_rows(shared._replace(hidden=frozenset()))

    found = read(asked, ACTIONS, make)
    if found.value is None:
        return None, Team(asked.folder, found.state, fault=found.fault)
    shared = from_rows(found.value)
    has_copy = found.state != "read"
    return shared, Team(asked.folder, found.state, has_copy, found.fault, tuple(shared.variations))


def built_in(cache: StrPath) -> Catalogue:
    """The built-in catalogue alone.

    Raises:
        MikroError: When its file cannot be used.
    """
    return _read(built_in_path(), cache, "actions", None)


def _read(path: StrPath, cache: StrPath, name: str, base: Catalogue | None) -> Catalogue:
    def prepare() -> list[Any]:
        rows = to_rows(_checked(path, parse(path), base, "built-in" if base is None else "own"))
        # The variations as a piece of their own: most commands only need the three actions, and never read it.
        rows[_VARIATIONS] = packed(rows[_VARIATIONS])
        return rows

    rows = remembered(path, cache, f"{name}-{_FORM}", prepare)
    return from_rows(rows, partial(unpacked, rows[_VARIATIONS]))


def _checked(path: StrPath, raw: dict[str, Any], base: Catalogue | None, whose: Origin) -> Catalogue:
    """The catalogue that the file at ``path`` says; one beside the built-in ``base``, where that is given.

    Raises:
        MikroError: When it cannot be used.
    """
    from mikrohandlinger.domain.catalogue.check import check

    faults = check(raw, base)
    if faults:
        raise refusal(path, faults[0], whose)
    return build(raw)


def refusal(path: StrPath, fault: Fault, whose: Origin) -> MikroError:
    """What to say of a catalogue file that is not well formed: its first fault."""
    code, sentence = _REFUSALS[whose]
    return MikroError(
        code,
        sentence,
        path=path,
        place=f"{fault.table} {fault.key}".strip(),
        problem=MikroError("catalogue-fault", fault.message, **fault.values),
    )


_REFUSALS: Final[Mapping[Origin, tuple[str, str]]] = {
    "own": (
        "own-catalogue-broken",
        N_(
            "{path} is left out, because of {place}: {problem} "
            "“mikro actions check” lists everything there is to mend."
        ),
    ),
    "team": (
        "team-catalogue-broken",
        N_("{path}, {place}: {problem} All there is to mend: mikro actions check {path}"),
    ),
    "built-in": (
        "catalogue-broken",
        N_("{path}, the program's own catalogue, is damaged at {place}: {problem} Install it again."),
    ),
}
