"""Reading TOML: bounded, and refused with the line that cannot be read."""

from __future__ import annotations

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import read_ordinary
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.storage.files import StrPath

#: A key of many dots costs tomllib quadratic time. No file of ours comes near any of these.
MOST_DOTS: Final = 200
LONGEST_LINE: Final = 4_000
LARGEST_FILE: Final = 2_000_000

#: How much of a line is told in a message, in characters.
_SHOWN: Final = 60


def parse(path: StrPath) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        MikroError: ``toml-broken`` with file and line, or what the operating system says.
    """
    return parsed(path, decoded(path, read_ordinary(path)))


def decoded(path: StrPath, content: bytes) -> str:
    """The text of the file at ``path``, without a byte order mark.

    Raises:
        MikroError: ``toml-broken`` when it is no UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content[: error.start].count(b"\n") + 1
        raise _broken(path, content.decode("utf-8", "replace"), number) from error


def parsed(path: StrPath, text: str) -> dict[str, Any]:
    """What ``text``, which stands or will stand at ``path``, says.

    Raises:
        MikroError: ``toml-broken``.
    """
    import re
    import tomllib

    if len(text) > LARGEST_FILE:
        raise MikroError(
            "toml-broken",
            N_("{path} is far too long to be a file of mikro's. Move it away."),
            path=path,
        )
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE or line.count(".") > MOST_DOTS:
            raise _broken(path, text, number)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"at line (\d+)", str(error))
        raise _broken(path, text, int(found[1]) if found else len(text.splitlines())) from error


def _broken(path: StrPath, text: str, number: int) -> MikroError:
    """The refusal of line ``number``: the line itself, for what tomllib says of it is English only."""
    line = " ".join("".join(text.split("\n")[number - 1 : number]).split())
    return MikroError(
        "toml-broken",
        N_(
            "{path}, line {line}: “{text}” cannot be read as TOML in UTF-8. Mend that line, or move the file away."
        ),
        path=path,
        line=number,
        text=line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…",
    )
