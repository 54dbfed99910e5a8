"""Keys as they are struck, without waiting for Enter; a word and Enter is understood as well.

Nothing is drawn but what is typed, and no cursor is moved: whoever listens to the screen hears lines only.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import contextmanager, suppress

from mikrohandlinger.values import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

Move = Literal["next", "back", "end"]
#: Waits at most so many seconds for keys; "" where there are none, None once nobody is there any more.
Read = Callable[[float], "str | None"]

#: A key on its own means something at once; so long, in seconds, is waited for what may follow it.
PATIENCE: Final = 0.25
_ENTER: Final = "\r\n"
_END_OF_INPUT: Final = "\x04"
_ESCAPE: Final = "\x1b"
_ERASE: Final = "\x7f\b"


class Typed:
    """What somebody types while a meeting is held."""

    def __init__(self, read: Read, echo: Callable[[str], object]) -> None:
        """Begin with nothing typed.

        Args:
            read: Reads keys.
            echo: Shows what is typed, where it is a word.
        """
        self._read, self._echo = read, echo
        self._ahead = ""
        self._typed = ""

    def move(self, seconds: float) -> Move | str | None:
        """What is asked for within so many seconds; what is no move, as it was typed; None for nothing.

        Raises:
            EOFError: When nobody is there any more.
        """
        while True:
            found = self._take()
            if found is not None:
                return found
            begun = is_key(self._typed[:1]) and len(set(self._typed)) == 1
            struck = self._read(PATIENCE if begun else seconds)
            if struck is None:
                raise EOFError
            if not struck:
                return self._key() if begun else None
            self._ahead += struck

    def _key(self) -> Move | None:
        """The move of a key that nothing followed; the same key several times is that many moves."""
        key, self._typed = self._typed[0], self._typed[1:]
        return meant(key)

    def _take(self) -> Move | str | None:
        """Go through the keys that were struck, as far as the first that asks for something."""
        while self._ahead:
            key, self._ahead = self._ahead[0], self._ahead[1:]
            if key in _ENTER:
                typed, self._typed = self._typed.strip(), ""
                if len(typed) > 1:
                    self._echo("\n")
                return meant(typed) or typed if typed else "next"
            if key == _END_OF_INPUT:
                return "end"
            if key == _ESCAPE:  # an arrow, or another key that writes several characters
                self._ahead = ""
            elif key in _ERASE:
                self._typed = self._typed[:-1]
            elif key.isprintable():
                self._typed += key
                if len(self._typed) > 1 or not is_key(key):
                    self._echo(self._typed if len(self._typed) == 2 and is_key(self._typed[0]) else key)
        return None

    @property
    def is_in_the_middle(self) -> bool:
        """Whether the line on the screen holds something that was typed and not ended."""
        return len(self._typed) > 1 or bool(self._typed and not is_key(self._typed))


def meant(typed: str) -> Move | None:
    """The move that a key or a word asks for, in either language; None for anything else."""
    from mikrohandlinger.domain import words

    return words.value("move", typed)  # type: ignore[return-value]


def is_key(typed: str) -> bool:
    """Whether one key alone asks for something."""
    return len(typed) == 1 and meant(typed) is not None


@contextmanager
def struck() -> Iterator[Read]:
    """Let keys be read one by one; the terminal is as it was afterwards."""
    if sys.platform == "win32":
        yield _read_on_windows
        return
    import termios

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        yield _reader(descriptor)
    finally:
        # Where the window is closed there is no terminal left.
        with suppress(OSError, termios.error):
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _reader(descriptor: int) -> Read:
    import select
    from codecs import getincrementaldecoder

    decoder = getincrementaldecoder("utf-8")("replace")

    def read(seconds: float) -> str | None:
        # Each time: whoever stopped the program and takes it up again has been given the usual terminal meanwhile.
        _one_by_one(descriptor)
        ready, _write, _error = select.select([descriptor], [], [], seconds)
        if not ready:
            return ""
        try:
            found = os.read(descriptor, 1024)
        except OSError:  # the terminal is gone
            return None
        return decoder.decode(found) if found else None

    return read


def _one_by_one(descriptor: int) -> None:
    import termios

    with suppress(termios.error):
        now = termios.tcgetattr(descriptor)
        now[3] &= ~(termios.ICANON | termios.ECHO)
        termios.tcsetattr(descriptor, termios.TCSANOW, now)


def _read_on_windows(seconds: float) -> str | None:
    import msvcrt
    import time

    ends = time.monotonic() + seconds
    while not msvcrt.kbhit():  # type: ignore[attr-defined]
        if time.monotonic() >= ends:
            return ""
        time.sleep(0.05)
    key: str = msvcrt.getwch()  # type: ignore[attr-defined]
    if key == "\x03":
        raise KeyboardInterrupt
    if key in "\x00\xe0":  # an arrow, or another key of two parts
        msvcrt.getwch()  # type: ignore[attr-defined]
        return ""
    return key
