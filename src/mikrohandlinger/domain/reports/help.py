"""What ``--help`` shows."""

from __future__ import annotations

from mikrohandlinger.values import NamedTuple


class Row(NamedTuple):
    """A command, an option or an argument, and what it does."""

    term: str
    meaning: str


class Panel(NamedTuple):
    """Rows that belong together."""

    title: str
    rows: tuple[Row, ...]


class HelpPage(NamedTuple):
    """The help of one command.

    Attributes:
        usage: How it is written, without the word before it.
        about: What it does.
        panels: Its commands, arguments and options.
        examples: Lines as somebody would type them.
    """

    usage: str
    about: str
    panels: tuple[Panel, ...]
    examples: tuple[str, ...] = ()
