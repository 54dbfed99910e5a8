"""The one way to change a TOML file that a person wrote: lock, read, change, write whole, sync, rename.

What is not changed stays as it was, to the byte: comments, order, line ends, the mark that Notepad puts first,
values over several lines. Every changed text is read again, and must say exactly what was meant.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from functools import partial

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.storage.files import (
    exists,
    hidden,
    locked,
    read_ordinary,
    real,
    remove,
    replace,
    second_name,
    write_whole,
)
from mikrohandlinger.storage.toml.reading import decoded, parsed
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, Final

    from mikrohandlinger.storage.files import StrPath

#: A list of more characters has a line for each item.
_LONGEST_LIST: Final = 90
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


@contextmanager
def editing(path: StrPath, begin: str = "") -> Iterator[Editing]:
    """Change the file at ``path``; no other process of ours does so meanwhile, and nothing is written after an error.

    What must hold before the file may be changed is asked of the yielded value, not of the file beforehand: another
    process may have changed it while this one waited.

    Args:
        path: The file; it need not exist, and may be a symbolic link.
        begin: The text of a file that does not exist yet.

    Raises:
        MikroError: When it cannot be read or written, or is no TOML.
    """
    with locked(path):
        content = read_ordinary(path) if exists(path) else None
        file = Editing(path, content, begin)
        try:
            yield file
            file.write()
        except BaseException:
            file.put_back()
            raise
        finally:
            file.let_go()


class Editing:
    """A TOML file on its way from one text to the next.

    Attributes:
        path: Where it lies, for messages.
        text: All of it, without a byte order mark.
        table: What the text says.
    """

    def __init__(self, path: StrPath, content: bytes | None, begin: str = "") -> None:
        """Read it.

        Args:
            path: Where it lies.
            content: What stands there; None where there is no file.
            begin: Its text then.

        Raises:
            MikroError: When it is no TOML.
        """
        self.path = path
        self._before = content
        #: A second name of what stood there, by which it can be put back where there is no room to write.
        self._kept: str | None = None
        self._stands = begin.encode() if content is None else content
        self.text = decoded(path, self._stands)
        self.table = parsed(path, self.text)

    def write(self) -> None:
        """Write what was changed; at the end of :func:`editing` that happens by itself.

        Raises:
            MikroError: When it cannot be written.
        """
        mark = _BYTE_ORDER_MARK if self._stands.startswith(_BYTE_ORDER_MARK) else b""
        changed = mark + self.text.encode()
        if changed != self._stands:
            self._keep()
            write_whole(self.path, changed)
            self._stands = changed

    def _keep(self) -> None:
        if self._before is None or self._kept is not None:
            return
        target = real(self.path)
        kept = hidden(target, f"before.{os.getpid()}.tmp")
        with suppress(OSError):
            if second_name(target, kept):
                self._kept = kept

    def let_go(self) -> None:
        """Give up what was kept for the way back."""
        if self._kept is not None:
            remove(self._kept)

    def put_back(self) -> None:
        """Let the file be what it was, as far as that can be done, where it was written already."""
        if self._before is None:
            remove(real(self.path))
        elif self._stands != self._before:
            if self._kept is not None:
                with suppress(OSError):
                    replace(self._kept, real(self.path))
                    return
            with suppress(MikroError):
                write_whole(self.path, self._before)

    def put(self, key: str, value: Any) -> None:
        """Let ``key`` at the top have ``value``, which is a list of plain values or one of them.

        Raises:
            MikroError: When the file is written in a way that this does not fit into.
        """
        group, dot, name = key.partition(".")
        if dot:
            # A table in braces, on one line: what stands in a table of its own below the others is not touched.
            self.put(group, {**self.table.get(group, {}), name: value})
            return
        if key in self.table and type(value) is type(self.table[key]) and value == self.table[key]:
            return
        if isinstance(value, dict):
            change = partial(_put, key=key, value=_in_braces(value))
        else:
            change = partial(_put_list if isinstance(value, list) else _put, key=key, value=value)
        self._become(self._changed(change), {**self.table, key: value})

    def remove(self, key: str) -> None:
        """Take ``key`` and its value away from the top, if it is there.

        Raises:
            MikroError: When the file is written in a way that this does not fit into.
        """
        group, dot, inner = key.partition(".")
        if dot:
            self._remove_within(group, inner)
        elif key in self.table:
            left = {name: value for name, value in self.table.items() if name != key}
            self._become(self._changed(lambda document: document.remove(key)), left)

    def _remove_within(self, group: str, name: str) -> None:
        before = self.table.get(group, {})
        left = {key: value for key, value in before.items() if key != name}
        if left and left != before:
            self.put(group, left)
        elif not left:
            self.remove(group)

    def append(self, key: str, table: Mapping[str, Any]) -> None:
        """Put ``table`` behind the others of the list of tables ``[[key]]``.

        Raises:
            MikroError: When the file is written in a way that this does not fit into.
        """
        import tomli_w

        if key in parsed(self.path, _top(self.text)):  # a list in brackets, with tables in braces
            text = self._changed(lambda document: document[key].append(_in_braces(table)))
        else:
            gap = "" if not self.text else "\n" if self.text.endswith("\n") else "\n\n"
            text = self.text + gap + tomli_w.dumps({key: [dict(table)]})
        self._become(text, {**self.table, key: [*self.table.get(key, ()), table]})

    def take(self, key: str, table: Mapping[str, Any]) -> None:
        """Take one of the list of tables ``[[key]]`` away, the one that says what ``table`` does.

        Raises:
            MikroError: When the file is written in a way that this does not fit into.
        """
        import tomli_w

        tables = self.table.get(key, [])
        if table not in tables:
            return
        place = tables.index(table)
        left = {**self.table, key: [*tables[:place], *tables[place + 1 :]]}
        if not left[key]:
            del left[key]
        as_written = tomli_w.dumps({key: [dict(table)]})
        if "\r\n" in self.text:
            as_written = as_written.replace("\n", "\r\n")
        before, _found, after = self.text.partition(as_written)
        if self.text.count(as_written) == 1:
            self._become(before.rstrip("\r\n") + ("\n" if before.strip() else "") + after, left)
            return
        self._become(self._without(key, place), left)

    def _without(self, key: str, place: int) -> str:
        """The text without that table, written in whatever way."""
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        try:
            document: Any = tomlkit.parse(self.text)
            del document[key][place]
            if not document[key]:
                del document[key]
            text: str = tomlkit.dumps(document)
        except (TOMLKitError, ValueError, TypeError, AttributeError) as error:
            raise self._by_hand() from error
        if text.count("#") < self.text.count("#"):
            # A remark would go with it.
            raise self._by_hand()
        return text

    def _changed(self, change: Callable[[Any], object]) -> str:
        """The text after ``change``, which sees the part above the first table only; the rest is not touched."""
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        top = _top(self.text)
        try:
            document = tomlkit.parse(top)
            change(document)
            return tomlkit.dumps(document) + self.text[len(top) :]
        except (TOMLKitError, ValueError, TypeError, AttributeError) as error:
            raise self._by_hand() from error

    def _become(self, text: str, table: dict[str, Any]) -> None:
        import re

        if "\r\n" in self.text and not re.search(r"(?<!\r)\n", self.text):
            text = re.sub(r"(?<!\r)\n", "\r\n", text)
        try:
            says = parsed(self.path, text)
        except MikroError as error:
            raise self._by_hand() from error
        if says != table:
            raise self._by_hand()
        self.text, self.table = text, says

    def _by_hand(self) -> MikroError:
        return MikroError(
            "edit-by-hand",
            N_("{path} is written in a way that cannot be changed from here. Change it in an editor."),
            path=self.path,
        )


def _top(text: str) -> str:
    """The part of ``text`` that belongs to no table, without the remarks that stand right above the first one."""
    import re
    import tomllib

    for header in re.finditer(r"(?m)^[ \t]*\[", text):
        top = text[: header.start()]
        # What ends inside a value over several lines cannot be read, so this was no header.
        try:
            tomllib.loads(top)
        except ValueError:
            continue
        # Not splitlines, which ends a line inside a string too.
        lines = re.findall(r"[^\n]*\n", top)
        while lines and lines[-1].lstrip()[:1] in ("", "#"):
            lines.pop()
        return "".join(lines)
    return text


def _put(document: Any, key: str, value: Any) -> None:
    document[key] = value


def _put_list(document: Any, key: str, value: list[Any]) -> None:
    from tomlkit.items import Array

    before = document.get(key)
    if isinstance(before, Array) and "\n" in before.as_string():
        _fill(before, value)
        return
    document[key] = value
    if len(document[key].as_string()) > _LONGEST_LIST:
        document[key].multiline(True)


def _fill(array: Any, items: list[Any]) -> None:
    """Let ``array`` hold ``items``; what is in both keeps its line and the remark on it."""
    for place in reversed(range(len(array))):
        if array[place] not in items:
            del array[place]
    for place, item in enumerate(items):
        if place == len(array) or array[place] != item:
            array.insert(place, item)
    del array[len(items) :]


def _in_braces(table: Mapping[str, Any]) -> Any:
    import tomlkit

    written = tomlkit.inline_table()
    written.update(table)
    return written
