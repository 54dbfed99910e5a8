"""What a group writes down at a meeting: rules after a look at them, or nothing."""

from __future__ import annotations

from mikrohandlinger.cli.terminal.ask import ask as ask_for
from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.privacy import one_line
from mikrohandlinger.domain.processes.choosing import chosen
from mikrohandlinger.usecases import process
from mikrohandlinger.usecases.own_words import own_words, told_together
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.process import run_words as words
from mikrohandlinger.views.shared.own_words import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.storage.minutes import Kept
    from mikrohandlinger.usecases.context import Context


def ask(context: Context, *, keep_personal: bool) -> bool:
    """Ask what was written down, and what becomes of it; whether it was decided."""
    lines: list[Words] = []
    try:
        echo("")
        _say([words.ask_for_lines()])
        while True:
            typed = ask_for("›")
            if not typed:
                break
            try:
                line = own_words(one_line(typed), keep_personal=keep_personal)
                if line.text:
                    process.write_down(context, line)
                    lines.append(line)
            except MikroError as error:
                echo_error(error)
    except (EOFError, KeyboardInterrupt):
        return _stopped(lines)
    return _decide(context, lines) if lines else True


def decide_earlier(context: Context, earlier: Kept) -> bool:
    """Offer back what was written down at a meeting that was stopped; whether it was decided what becomes of it."""
    _say([words.offered_back()])
    # Whatever was to be masked in it was masked when it was written.
    lines = [own_words(line, keep_personal=True) for line in earlier.lines]
    return _decide(context, lines, earlier)


def _decide(context: Context, lines: Sequence[Words], earlier: Kept | None = None) -> bool:
    echo("")
    _say(words.preview(lines, _width()))
    _say(told(told_together(lines)))
    try:
        typed = ask_for(words.question())
        picked = chosen(typed, len(lines))
        while picked is None:
            picked = chosen(ask_for(words.not_a_choice(len(lines))), len(lines))
    except (EOFError, KeyboardInterrupt):
        return _stopped(lines)
    if not picked:
        process.let_go(context, earlier)
        _say(words.nothing_kept(_width()))
        return True
    rules = process.as_rules(context, [lines[number - 1] for number in picked], earlier)
    _say(words.added(list(rules), _width()))
    return True


def _stopped(lines: Sequence[Words]) -> bool:
    echo("")
    if lines:
        _say(words.stays(_width()))
    return False


def _say(lines: Iterable[str]) -> None:
    from mikrohandlinger.cli.terminal.wrapped import tell

    tell(lines)


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns
