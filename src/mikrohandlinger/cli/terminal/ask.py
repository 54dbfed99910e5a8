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


def ask_which(question: str, kind: str, margin: str = "") -> str | None:
    """Ask for a value of a kind, by its word or its number; once more where it is not understood, then left out.

    Args:
        question: What to ask.
        kind: Which values, listed in the words of the screens.
        margin: What stands before each line.

    Raises:
        EOFError, KeyboardInterrupt: When the person is done answering.
    """
    from mikrohandlinger.domain import words
    from mikrohandlinger.texts import _, language, quoted

    listed = " · ".join(words.shown(kind, language()))
    typed = ask(f"{margin}{question}  {listed}  ›")
    found = chosen(typed, kind)
    if found is None and typed:
        said = _("{words} is none of them: {listed}").format(words=quoted(typed), listed=listed)
        typed = ask(f"{margin}{said}  ›")
        found = chosen(typed, kind)
        if found is None and typed:
            echo(margin + _("Left out: {words}.").format(words=quoted(typed)))
    return found
