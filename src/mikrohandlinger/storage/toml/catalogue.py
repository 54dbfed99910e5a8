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
from mikrohandlinger.storage.toml.reading import parse
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.catalogue.check import Fault

#: Grows when the form of the rows changes.
_FORM = 4

#: The place of the variations among the rows.
_VARIATIONS = 1


class LoadedCatalogue(NamedTuple):
    """What can be proposed.

    Attributes:
        catalogue: The built-in catalogue, with the user's own additions when their file can be used.
        warning: What is wrong with the user's own file, if anything is.
    """

    catalogue: Catalogue
    warning: MikroError | None = None


def built_in_path() -> str:
    """Where the built-in catalogue lies."""
    return packaged("actions.toml")


def load(own: StrPath, cache: StrPath) -> LoadedCatalogue:
    """The catalogue as this user has it.

    Args:
        own: Where the user's own ``actions.toml`` would lie; it need not exist.
        cache: The cache folder.

    Raises:
        MikroError: ``catalogue-broken`` or ``toml-broken`` when the built-in file itself cannot be used. What
            is wrong with the user's own file is a warning instead.
    """
    base = built_in(cache)
    try:
        if not exists(own):
            return LoadedCatalogue(base)
        return LoadedCatalogue(extend(base, _read(own, cache, "own-actions", base)))
    except MikroError as error:
        return LoadedCatalogue(base, error)


def built_in(cache: StrPath) -> Catalogue:
    """The built-in catalogue alone.

    Raises:
        MikroError: When its file cannot be used.
    """
    return _read(built_in_path(), cache, "actions", None)


def _read(path: StrPath, cache: StrPath, name: str, base: Catalogue | None) -> Catalogue:
    def prepare() -> list[Any]:
        from mikrohandlinger.domain.catalogue.check import check

        raw = parse(path)
        faults = check(raw, base)
        if faults:
            raise refusal(path, faults[0], own=base is not None)
        rows = to_rows(build(raw))
        # The variations as a piece of their own: most commands only need the three actions, and never read it.
        rows[_VARIATIONS] = packed(rows[_VARIATIONS])
        return rows

    rows = remembered(path, cache, f"{name}-{_FORM}", prepare)
    return from_rows(rows, partial(unpacked, rows[_VARIATIONS]))


def refusal(path: StrPath, fault: Fault, *, own: bool) -> MikroError:
    """What to say of a catalogue file that is not well formed: its first fault."""
    sentence = (
        N_(
            "{path} is left out, because of {place}: {problem} "
            "“mikro actions check” lists everything there is to mend."
        )
        if own
        else N_("{path}, the program's own catalogue, is damaged at {place}: {problem} Install it again.")
    )
    return MikroError(
        "own-catalogue-broken" if own else "catalogue-broken",
        sentence,
        path=path,
        place=f"{fault.table} {fault.key}".strip(),
        problem=MikroError("catalogue-fault", fault.message, **fault.values),
    )
