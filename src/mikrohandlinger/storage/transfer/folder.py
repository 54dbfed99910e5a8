"""A folder that the user's machines share: each writes a file of its own there, and reads those of the others.

Whatever brings the folder from one machine to the other may be half done, or leave copies where two were at it: a file
is read up to its last whole line, by what it says and not by its name or age, and none is touched but this machine's.
"""

from __future__ import annotations

import os
from hashlib import sha256

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import exists, is_ordinary, real, refusing, write_pieces
from mikrohandlinger.storage.transfer import jsonl
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any, Final

    from mikrohandlinger.storage.transfer.jsonl import Line

_BEGINS: Final = "mikro-"
_ENDS: Final = ".jsonl"


class Member(NamedTuple):
    """A file of the folder.

    Attributes:
        name: Its name.
        path: Where it lies.
    """

    name: str
    path: str


class Opened:
    """A file of the folder while it is read.

    Attributes:
        header: Its first line; None where it is not there yet.
        is_whole: Whether its last line is all there; known when all was read.
        mark: What its contents come to, the same for the same contents; known when all was read.
    """

    def __init__(self, member: Member) -> None:
        self._member = member
        self.header: Mapping[str, Any] | None = None
        self.is_whole = True
        self.mark = ""

    def lines(self) -> Iterator[Line]:
        """The lines after the first.

        Raises:
            MikroError: When the file is of a newer program, or cannot be read.
        """
        heard = sha256()
        ends_whole = True

        def hear(raw: bytes) -> None:
            nonlocal ends_whole
            heard.update(raw)
            ends_whole = raw.endswith(b"\n") if raw else ends_whole

        with refusing(self._member.path), open(self._member.path, "rb") as file:
            for line in jsonl.lines(file, hear):
                if self.header is None:
                    if line.record is None or not jsonl.is_header(line.record):
                        raise MikroError(
                            "sync-foreign",
                            N_("{file} does not begin as a file of mikro does, so nothing of it is read."),
                            file=self._member.name,
                        )
                    jsonl.check_header(line.record, self._member.name)
                    self.header = line.record
                    continue
                yield line
        self.is_whole = ends_whole and self.header is not None
        self.mark = heard.hexdigest()[:16]


def own_name(device: str) -> str:
    """The name of a machine's own file."""
    return f"{_BEGINS}{device}{_ENDS}"


def members(folder: str) -> list[Member]:
    """The files of the folder that may be of mikro, copies where two were at it among them.

    Raises:
        MikroError: When the folder cannot be read.
    """
    with refusing(folder):
        names = sorted(os.listdir(folder))
    found = []
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith(_BEGINS) and name.endswith(_ENDS) and os.path.exists(path):
            with refusing(path):
                if is_ordinary(path):
                    found.append(Member(name, path))
    return found


def check(folder: str, name: str, own_folders: Iterable[str]) -> None:
    """See that the folder is one to share.

    Raises:
        MikroError: When it is none, or is one of the program's own.
    """
    if not exists(folder):
        raise MikroError(
            "sync-missing",
            N_("There is no folder {folder}. Make it first, or plug in what it lies on."),
            folder=name,
        )
    if not os.path.isdir(folder):
        raise MikroError("sync-no-folder", N_("{folder} is no folder."), folder=name)
    here = real(folder)
    for own in map(real, own_folders):
        if os.path.commonpath((here, own)) == own:
            raise MikroError(
                "sync-own",
                N_("{folder} is where mikro keeps its own files. Choose another folder to share."),
                folder=name,
            )


def write(path: str, head: str, lines: Iterable[str]) -> bool:
    """Let the file say this, whole; whether it said anything else before.

    Args:
        path: This machine's own file.
        head: Its first line, which alone makes no difference.
        lines: The others; read twice where they differ, so they are to be had again.
    """
    if exists(path) and _says(path, lines):
        return False
    write_pieces(path, (line.encode() for line in _all(head, lines)))
    return True


def _all(head: str, lines: Iterable[str]) -> Iterator[str]:
    yield head
    yield from lines


def _says(path: str, lines: Iterable[str]) -> bool:
    with refusing(path), open(path, "rb") as file:
        if not file.readline().endswith(b"\n"):
            return False
        return all(file.readline() == line.encode() for line in lines) and not file.read(1)
