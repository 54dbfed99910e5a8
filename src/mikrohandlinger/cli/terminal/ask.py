"""Asking on a terminal: always optional, Enter skips, and what was stored stays stored."""

from __future__ import annotations

from mikrohandlinger.cli.terminal.echo import echo


def ask(question: str, standing: str = "") -> str:
    """Ask for a line; Enter gives an empty one.

    Args:
        question: What to ask; on a narrow terminal it stands on several lines, each indented as the first.
        standing: What holds if nothing is typed, shown in brackets.

    Raises:
        EOFError, KeyboardInterrupt: When the person is done answering.
    """
    from shutil import get_terminal_size
    from textwrap import wrap

    in_brackets = f" [{standing}]" if standing else ""
    width = get_terminal_size().columns
    margin = " " * (len(question) - len(question.lstrip()))
    rows = wrap(question.strip(), max(20, width - 2), initial_indent=margin, subsequent_indent=margin)
    *lines, last = rows or [margin]
    if len(last) + len(in_brackets) > width - 2:
        lines, last = [*lines, last], margin
    for line in lines:
        echo(line)
    if not last.strip():
        last, in_brackets = margin, in_brackets.lstrip()
    return input(f"{last}{in_brackets} ").strip()


def chosen(typed: str, kind: str) -> str | None:
    """The value of a kind that was typed by its number (from 1) or its name in either language; None for anything else."""
    from mikrohandlinger.domain import words

    by_number = {str(number): value for number, value in enumerate(words.VALUES[kind], 1)}
    return by_number.get(typed.strip(" []")) or words.value(kind, typed)
