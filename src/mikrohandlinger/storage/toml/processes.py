"""Reading the scripts of meetings: the built-in file, the user's own, and the team's."""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import exists, read_ordinary
from mikrohandlinger.storage.paths import packaged
from mikrohandlinger.storage.toml.reading import decoded, parsed
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from mikrohandlinger.domain.processes.check import Found
    from mikrohandlinger.domain.processes.model import Script
    from mikrohandlinger.domain.team import Team
    from mikrohandlinger.storage.files import StrPath
    from mikrohandlinger.storage.toml.team import Asked


class LoadedScripts(NamedTuple):
    """The meetings that can be run.

    Attributes:
        scripts: The built-in ones, then those of each file.
        warnings: What is wrong with files that are left out.
    """

    scripts: tuple[Script, ...]
    warnings: tuple[MikroError, ...] = ()


class Source(NamedTuple):
    """A file as it was read: its text, and what it says."""

    text: str
    raw: dict[str, Any]


def built_in_path() -> str:
    """Where the built-in scripts lie."""
    return packaged("processes.toml")


def built_in() -> tuple[Script, ...]:
    """The built-in scripts alone.

    Raises:
        MikroError: When their file cannot be used.
    """
    return _scripts(built_in_path(), (), own=False)


def load(own: StrPath, of_team: Iterable[Script] = ()) -> LoadedScripts:
    """The scripts as this user has them.

    Args:
        own: Where the user's own ``processes.toml`` would lie; it need not exist.
        of_team: What the team shares. Of two scripts with one id the first one holds: built-in, own, the team's.

    Raises:
        MikroError: When the built-in file itself cannot be used. What is wrong with another is a warning instead.
    """
    scripts, warnings = list(built_in()), []
    ids = {script.id for script in scripts}
    try:
        if exists(own):
            scripts += _scripts(own, ids, own=True)
    except MikroError as error:
        warnings.append(error)
    # Two people may have written one meeting each under the same name: that is nobody's fault.
    known = {script.id for script in scripts}
    scripts += (script for script in of_team if script.id not in known)
    return LoadedScripts(tuple(scripts), tuple(warnings))


def of_team(asked: Asked) -> tuple[tuple[Script, ...], Team]:
    """The scripts that the team shares, and how their file stands."""
    from mikrohandlinger.domain.processes.model import build
    from mikrohandlinger.domain.team import PROCESSES, Team
    from mikrohandlinger.storage.toml.team import path_of, read

    def make(path: str, content: bytes) -> str:
        text = decoded(path, content)
        _checked(path, Source(text, parsed(path, text)), (), own=True)
        return text

    found = read(asked, PROCESSES, make)
    if found.value is None:
        return (), Team(asked.folder, found.state, fault=found.fault)
    raw = parsed(path_of(asked, PROCESSES), found.value)
    return build(raw, "team"), Team(asked.folder, found.state, found.state != "read", found.fault)


def source(path: StrPath) -> Source:
    """The text of a file of scripts, and what it says.

    Raises:
        MikroError: When it cannot be read.
    """
    text = decoded(path, read_ordinary(path))
    return Source(text, parsed(path, text))


def _scripts(path: StrPath, taken: Iterable[str], *, own: bool) -> tuple[Script, ...]:
    from mikrohandlinger.domain.processes.model import build

    read = source(path)
    _checked(path, read, taken, own=own)
    return build(read.raw, "own" if own else "built-in")


def _checked(path: StrPath, read: Source, taken: Iterable[str], *, own: bool) -> None:
    from mikrohandlinger.domain.processes.check import check

    found = check(read.raw, own=own, taken=frozenset(taken))
    if found:
        raise _refusal(path, read.text, found[0], own=own)


def _refusal(path: StrPath, text: str, found: Found, *, own: bool) -> MikroError:
    """What to say of a file that is not well formed: its first fault."""
    from mikrohandlinger.domain.processes.lines import line_of

    fault = found.fault
    return MikroError(
        "own-processes-broken" if own else "processes-broken",
        N_(
            "{path} is left out, because of line {line}, {key}: {problem} "
            "“mikro process check {path}” lists everything there is to mend."
        )
        if own
        else N_(
            "{path}, one of the program's own files, is damaged at line {line}: {problem} Install it again."
        ),
        path=path,
        line=line_of(text, found),
        key=fault.key or fault.table,
        problem=MikroError("processes-fault", fault.message, **fault.values),
    )
