"""What is asked about a rule: whose it is, what it protects, what one would like, who could decide, the time.

What it protects is asked before what one would like: that order is the point. Each answer is stored at once.
"""

from __future__ import annotations

from mikrohandlinger.cli.commands.rule.telling import lines_of, words_of
from mikrohandlinger.cli.terminal.ask import ask, ask_which
from mikrohandlinger.cli.terminal.echo import echo, echo_error
from mikrohandlinger.cli.terminal.wrapped import tell
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.rules import reading
from mikrohandlinger.domain.rules.model import Rule, Said
from mikrohandlinger.texts import _
from mikrohandlinger.usecases import rules
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.rule.words import hours_line, rest_can_wait

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

    from mikrohandlinger.usecases.context import Context

_MARGIN: Final = "  "
#: What to type to write in one's own program.
EDITOR_KEY: Final = "e"


def ask_about(context: Context, rule: Rule, *, is_new: bool = True, keep_personal: bool) -> None:
    """Ask about a rule that is stored already, as far as it is not told; Enter skips, and Ctrl-C ends it calmly.

    Args:
        context: What the program works with.
        rule: The rule.
        is_new: Whether it was put down just now, so that what is told belongs to that change.
        keep_personal: Whether the user insists on personal details.
    """
    if is_new:
        tell([_MARGIN + _("That is enough. A little more while you remember it? Enter skips.")])
    asking = _Asking(context, rule, is_new=is_new, keep_personal=keep_personal)
    try:
        asking.go()
    except (EOFError, KeyboardInterrupt):
        echo("")
    for line in rest_can_wait(asking.rule, has_told=asking.rule != rule):
        echo(line)


class _Asking:
    """The questions about one rule, and the rule as it is stored by now."""

    def __init__(self, context: Context, rule: Rule, *, is_new: bool, keep_personal: bool) -> None:
        self.rule = rule
        self._joins = is_new
        self._context = context
        self._keep_personal = keep_personal

    def go(self) -> None:
        """Ask what is not told."""
        if self.rule.origin == "unknown":
            self._store(Said(origin=ask_which(_("Who decided it?"), "origin", _MARGIN)))
        if self.rule.protects is None:
            self._ask(_("What is it meant to protect?"), self._protects)
        if self.rule.ask is None:
            self._wish(ask_which(_("What would you like?"), "wish", _MARGIN))
        if self.rule.door is None and self.rule.origin not in ("habit", "own-unit"):
            self._ask(_("Who could decide? A role, not a name."), self._door)
        if self.rule.minutes is None:
            self._time()

    def _time(self) -> None:
        """How long, how often, how many; the first answer tells whether it is known at all."""
        self._ask(_("How many minutes does it take each time? Such as 5-10"), self._minutes)
        if self.rule.minutes is None:
            return
        if self.rule.times is None:
            self._ask(_("How often? Such as 3/week"), lambda text: Said(times=reading.parse_times(text)))
        if self.rule.people is None:
            self._ask(_("How many people do it?"), lambda text: Said(people=reading.parse_people(text)))
        hours = hours_line(self.rule)
        if hours:
            echo(_MARGIN + hours)

    def _wish(self, wish: str | None) -> None:
        if wish == "remove" and self.rule.protects is None:
            self._ask(
                _("Write first what it is meant to protect. Then it is easier to answer."), self._protects
            )
        if wish is not None and (wish != "remove" or self.rule.protects is not None):
            self._store(Said(ask=wish))

    def _ask(self, question: str, read: Callable[[str], Said]) -> None:
        """Ask, and store the answer; what cannot be stored is told, and asked once more."""
        for _turn in range(2):
            typed = ask(f"{_MARGIN}{question}  ›")
            if typed == EDITOR_KEY:
                typed = self._written(question)
            if not typed:
                return
            try:
                self._store(read(typed))
            except MikroError as error:
                echo_error(error)
            else:
                return

    def _written(self, question: str) -> str:
        """What the user wrote in the editor; the file it was written in is gone afterwards."""
        from mikrohandlinger.cli.terminal.editor import edited

        environ = self._context.environ
        command = environ.get("VISUAL") or environ.get("EDITOR") or ""
        return edited(command, question, "", self._context.paths.cache)

    def _store(self, said: Said) -> None:
        if said.is_nothing:
            return
        # What is told in one go is one change.
        store = rules.tell_more if self._joins else rules.edit
        self.rule, self._joins = store(self._context, self.rule, said), True
        tell([_MARGIN + line for line in lines_of(said.words)])

    def _protects(self, text: str) -> Said:
        return Said(protects=words_of(text, keep_personal=self._keep_personal))

    def _door(self, text: str) -> Said:
        return Said(door=words_of(text, keep_personal=self._keep_personal))

    def _minutes(self, text: str) -> Said:
        return Said(minutes=reading.parse_cost(text))
