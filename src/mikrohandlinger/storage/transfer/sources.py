"""A file of another program: found to be ordinary and not too large, and read as text whatever wrote it."""

from __future__ import annotations

import io
import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import exists, is_ordinary, refusing
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO, Final

#: The largest file of another program that is read, in bytes; ten years of any of them are a hundredth of it.
LARGEST: Final = 200_000_000
#: The longest line, in characters: more than any note that is taken.
LONGEST_LINE: Final = 100_000
_PIECE: Final = 1 << 16


class Source(NamedTuple):
    """Something to read.

    Attributes:
        name: What it is called in messages.
        open: Opens it at its beginning.
    """

    name: str
    open: Callable[[], BinaryIO]


def of_file(path: str, name: str, largest: int = LARGEST) -> Source:
    """The source of a file.

    Raises:
        MikroError: When there is none, when it cannot be read, or when it is too large.
    """
    if not exists(path):
        raise MikroError("import-missing", N_("There is no file {file}."), file=name)
    with refusing(path):
        if not is_ordinary(path):
            raise MikroError("import-no-file", N_("{file} is no ordinary file."), file=name)
        if os.path.getsize(path) > largest:
            raise too_large(name)

    def opened() -> BinaryIO:
        with refusing(path):
            return open(path, "rb")

    return Source(name, opened)


def too_large(name: str) -> MikroError:
    """The refusal of what is larger than anything that is meant."""
    return MikroError("import-large", N_("{file} is larger than any history that mikro reads."), file=name)


def encoding_of(source: Source) -> str:
    """The encoding of a text: what its mark says, UTF-8 where it is that but for a slip, else that of Windows.

    Raises:
        MikroError: When it is no text.
    """
    with source.open() as file:
        start = file.read(4)
        if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            return "utf-16"
        if start.startswith(BOM_UTF8):
            return "utf-8-sig"
        file.seek(0)
        decoder = getincrementaldecoder("utf-8")("replace")
        slips = letters = False
        while piece := file.read(_PIECE):
            if b"\0" in piece:
                raise MikroError(
                    "import-no-text",
                    N_("{file} is no text, nor any history that mikro reads."),
                    file=source.name,
                )
            text = decoder.decode(piece)
            if not text.isascii():
                slips = slips or "\N{REPLACEMENT CHARACTER}" in text
                letters = letters or any(
                    sign > "\x7f" and sign != "\N{REPLACEMENT CHARACTER}" for sign in text
                )
    return "cp1252" if slips and not letters else "utf-8"


def lines(source: Source) -> Iterator[str]:
    """The lines of a text, each with a plain line feed at its end.

    Raises:
        MikroError: When one is longer than any that is meant.
    """
    encoding = encoding_of(source)
    with source.open() as raw, io.TextIOWrapper(raw, encoding, errors="replace", newline=None) as text:
        while line := text.readline(LONGEST_LINE + 1):
            if len(line) > LONGEST_LINE:
                raise MikroError(
                    "import-line-long",
                    N_("{file} has a line longer than any that mikro reads."),
                    file=source.name,
                )
            yield line


def first_lines(source: Source, most: int = 100) -> list[str]:
    """The first lines with something in them."""
    found = []
    for line in lines(source):
        if line.strip():
            found.append(line.rstrip("\n"))
        if len(found) == most:
            break
    return found
