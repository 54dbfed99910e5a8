"""What ``--help`` shows."""

from __future__ import annotations

from mikrohandlinger.values import NamedTuple


class Row(NamedTuple):
    """A command, an option or an argument, and what it does."""

    term: str
    meaning: str


class Panel(NamedTuple):
    """Rows that belong together.

    Attributes:
        title: What they are.
        rows: Each of them.
        names_only: Whether a name is enough here, because a sentence about it is one ``--help`` away.
    """

    title: str
    rows: tuple[Row, ...]
    names_only: bool = False


class HelpPage(NamedTuple):
    """The help of one command.

    Attributes:
        usage: How it is written, without the word before it.
        about: What it does.
        panels: Its commands, arguments and options.
        examples: Lines as somebody would type them.
        hints: Where there is more; only on the page of the program itself, which then needs no usage.
    """

    usage: str
    about: str
    panels: tuple[Panel, ...]
    examples: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
